// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QSqlDriver;

namespace watchroom::remote {

// What QPSQL does not tell, asked of libpq itself, which is looked up at run time as QPSQL does.

/// The descriptor of a QPSQL connection, or -1.
[[nodiscard]] int socketOf(const QSqlDriver *driver);
/// Whether a pooler answered the connection: it makes numbers of backends up for itself, so that
/// the one it gave differs from `pid`, the server's own pg_backend_pid(). False where libpq cannot
/// be asked.
[[nodiscard]] bool isPooled(const QSqlDriver *driver, int pid);

} // namespace watchroom::remote
