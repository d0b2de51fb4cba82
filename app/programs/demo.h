// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

namespace watchroom::programs {

/// Makes the standalone workspace's replica and fills it with the people, places and incidents of a
/// made-up service, through the same use cases and rules as people's own work, each step at the
/// time it would have happened. Blocks; before any window and while nobody holds the workspace.
[[nodiscard]] base::Result<> fillDemo(const QString &workspaceDir);

} // namespace watchroom::programs
