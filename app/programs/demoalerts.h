// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/instant.h"
#include "app/store/store.h"

namespace watchroom::programs {

/// Of the simulator that is the demo workspace's source.
inline constexpr quint32 kDemoSeed = 20260318;

/// What the first rules would have raised in the hours before `now` from the simulator's values, so
/// that the demo's charts have a past. It ends at `now`: what still fires the running rules find.
[[nodiscard]] QList<store::Draft> demoAlerts(base::Instant now);

} // namespace watchroom::programs
