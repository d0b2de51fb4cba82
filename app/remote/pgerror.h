// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

class QSqlError;

namespace watchroom::remote {

/// Why a connection could not be opened, from the text alone: QPSQL gives no SQLSTATE there. The
/// text must be in English (see PgConnection). Codes: see Remote; Denied `server_not_postgres`
/// {host, port} and `login_disabled`; Offline `server_refused` {host, port}, `host_unknown` {host},
/// `server_unreachable` {host, port}, `server_busy`, or none.
[[nodiscard]] base::Error connectError(const QSqlError &error);

/// Why a call failed. Beside Remote's codes: Offline `server_busy` (the connection lives, the same
/// call may succeed later), Conflict `far_behind` and `op_gap`, Invalid `schema_too_new` (the
/// server is older than this program), `restamp_needed`, `too_large`.
[[nodiscard]] base::Error callError(const QSqlError &error);

} // namespace watchroom::remote
