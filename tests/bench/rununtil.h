// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace watchroom::bench {

/// Runs the event loop until `enough`, or for so many milliseconds. False: it never came.
[[nodiscard]] bool runUntil(const std::function<bool()> &enough, int milliseconds = 30'000);

} // namespace watchroom::bench
