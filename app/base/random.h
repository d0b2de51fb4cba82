// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace watchroom::base {

/// From the operating system's generator: for keys, salts and passwords. Any thread.
[[nodiscard]] QByteArray randomBytes(qsizetype size);

} // namespace watchroom::base
