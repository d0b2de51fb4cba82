// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonDocument>

namespace watchroom::base {

/// QJsonDocument::fromJson(), but every text comes as it was written: Qt 6.4 takes U+FEFF off the
/// start of each string, and an entry of the record would then seem altered. Any thread.
[[nodiscard]] QJsonDocument readJson(QByteArray utf8);

} // namespace watchroom::base
