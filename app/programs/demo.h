// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/store/store.h"

namespace watchroom::programs {

/// Fills a fresh standalone workspace with the people, places and incidents of a made-up service,
/// through the same use cases as people's own work. Blocks; before any window.
[[nodiscard]] base::Result<> fillDemo(store::Store &store);

} // namespace watchroom::programs
