// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace watchroom::words {

/// The size of a file: "812 kB", "3.4 MB"; the same in every language.
[[nodiscard]] QString dataSize(qint64 bytes);

} // namespace watchroom::words
