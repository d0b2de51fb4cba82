// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/remote/conninfo.h"

#include <QString>

namespace watchroom::ctl {

/// One line: asked for on the terminal without showing it, or the first line of standard input.
/// Invalid `password_missing` when it is empty.
[[nodiscard]] base::Result<QString> readPassword();
/// The value of a team secret, in the same way; at most 8 KiB, or Invalid `secret_too_large`.
/// Invalid `secret_empty`.
[[nodiscard]] base::Result<QString> readSecret();

/// A connection string that came as an argument, where every process of the machine reads it:
/// wrong usage with a password in it.
[[nodiscard]] base::Result<remote::ConnInfo> serverOf(const QString &argument);

} // namespace watchroom::ctl
