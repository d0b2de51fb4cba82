// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/store/store.h"

#include <QString>

namespace watchroom::bench {

/// `count` new incidents of mixed levels and groups, numbered from `first`, owned by `owner`
/// except for every seventh, which nobody has claimed.
[[nodiscard]] QList<store::Draft> newIncidents(
    int first, int count, const QString &owner, const base::Clock &clock);

/// A standalone workspace with open incidents spread over the stages, and closed ones, each with
/// the stage records and entries that the rules wrote. Blocks.
[[nodiscard]] base::Result<> fillBoard(const QString &workspaceDir, int open, int closed);

} // namespace watchroom::bench
