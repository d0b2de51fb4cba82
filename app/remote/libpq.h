// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QSqlDriver;

namespace watchroom::remote {

// What QPSQL does not tell, asked of libpq itself, which is looked up at run time as QPSQL does.

/// The descriptor of a QPSQL connection, or -1.
[[nodiscard]] int socketOf(const QSqlDriver *driver);
/// The number of the backend that whoever answered the connection said it is, or -1. The server's
/// own pg_backend_pid() differs behind a pooler, which makes numbers up for itself.
[[nodiscard]] int backendOf(const QSqlDriver *driver);

} // namespace watchroom::remote
