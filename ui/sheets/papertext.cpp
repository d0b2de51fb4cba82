// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sheets/papertext.h"

namespace watchroom::sheets {

using namespace Qt::StringLiterals;

QString inFours(const QByteArray &hex)
{
    QString text;
    for (qsizetype at = 0; at < hex.size(); at += 4)
        text += (at > 0 ? u" "_s : QString()) + QString::fromLatin1(hex.mid(at, 4));
    return text;
}

QString levelMark(const QString &level)
{
    return level == "red"_L1 ? u"◆ "_s : level == "yellow"_L1 ? u"▲ "_s : u"● "_s;
}

} // namespace watchroom::sheets
