// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>

namespace watchroom::programs {

/// The documents of the rules a new workspace or server begins with, for a source that is scraped
/// every 15 s as Prometheus usually does.
[[nodiscard]] QList<QJsonObject> firstRules();

} // namespace watchroom::programs
