// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/database.h"

namespace watchroom::store {

/// The replica's own version (PRAGMA user_version). Columns and tables that domain/tables.h gains
/// need no new version: they are added at the next opening.
inline constexpr int kReplicaVersion = 1;

/// Makes or brings up to date the replica's tables, in one transaction. TooNew when a newer
/// Watchroom made the file, Corrupt when it is damaged.
[[nodiscard]] base::Result<> prepareSchema(Database &database);

/// What a reader must know before it reads: the file is a replica of a version known here.
[[nodiscard]] base::Result<> checkVersion(Database &database);

/// Reads the whole file and reports damage (PRAGMA quick_check).
[[nodiscard]] base::Result<> checkWhole(Database &database);

} // namespace watchroom::store
