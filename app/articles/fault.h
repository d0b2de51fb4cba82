// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

namespace watchroom::articles {

/// What is wrong with an article, or worth a note: a code word for the sentence shown, and what
/// the sentence fills in. A value.
struct Fault
{
    QString code;
    QJsonObject params = {};

    friend bool operator==(const Fault &, const Fault &) = default;
};

using Faults = QList<Fault>;

} // namespace watchroom::articles
