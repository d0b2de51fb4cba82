// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/json.h"

namespace watchroom::base {

QJsonDocument readJson(QByteArray utf8)
{
    // Inside a string the escape means the same; nowhere else is the character allowed.
    utf8.replace("\xef\xbb\xbf", "\\ufeff");
    return QJsonDocument::fromJson(utf8);
}

} // namespace watchroom::base
