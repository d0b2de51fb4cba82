// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/articles/step.h"

#include <QCryptographicHash>
#include <QStringList>

namespace watchroom::articles::test {

/// Steps of these texts; "s3=text" gives an id, "text|detail" a text and what else is hashed.
inline Steps stepList(const QStringList &texts)
{
    Steps steps;
    for (const QString &text : texts) {
        Step step;
        const qsizetype equals = text.indexOf(u'=');
        step.id = text.left(std::max<qsizetype>(0, equals));
        const QString rest = text.mid(equals + 1);
        step.text = rest.section(u'|', 0, 0);
        step.hash = QString::fromLatin1(
            QCryptographicHash::hash(rest.toUtf8(), QCryptographicHash::Sha256).toHex());
        steps.append(step);
    }
    return steps;
}

} // namespace watchroom::articles::test
