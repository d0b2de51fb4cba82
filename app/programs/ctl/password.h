// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QString>

namespace watchroom::ctl {

/// One line: asked for on the terminal without showing it, or the first line of standard input.
/// Invalid `password_missing` when it is empty.
[[nodiscard]] base::Result<QString> readPassword();

} // namespace watchroom::ctl
