// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/remote/pgconnection.h"

namespace watchroom::bench {

/// Somebody at psql who changed a row and does not commit: it holds a transaction number.
class LongTransaction
{
public:
    /// `change`: what it does at its beginning.
    LongTransaction(const QString &conninfo, const QString &change);
    void commit();

private:
    remote::PgConnection m_connection;
};

} // namespace watchroom::bench
