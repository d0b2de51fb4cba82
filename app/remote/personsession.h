// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/remote/conninfo.h"

#include <QByteArray>
#include <QUuid>

namespace watchroom::remote {

/// What lets a station carry a person's work: kept in memory only.
struct PersonSession
{
    QUuid id;
    QByteArray key; ///< 32 bytes
    bool offline = false; ///< opened at this station, not at the server
};

/// Signs a person in over a short connection of their own; the password is not kept. Blocks up to
/// 15 s; any thread. Denied: `password_wrong`, `login_disabled`, `not_active`; else see Remote.
[[nodiscard]] base::Result<PersonSession> openPersonSession(
    const ConnInfo &server, const QString &login, const QString &password, const QString &station);

} // namespace watchroom::remote
