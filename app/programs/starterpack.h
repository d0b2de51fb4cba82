// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/knowledge/importrun.h"

namespace watchroom::programs {

/// The articles that ship with the program: procedures and cards of the trade, and its own help.
/// The same pack again changes nothing. Blocks; any thread but the screen's.
[[nodiscard]] base::Result<knowledge::ImportReport> importStarterPack(
    store::Store &store, const base::Clock &clock, const store::Author &author, bool english);

} // namespace watchroom::programs
