// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/instant.h"
#include "app/remote/conninfo.h"
#include "app/remote/pgconnection.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace watchroom::remote {

/// Which stations a team secret is for: all of these kinds, and these by name.
struct SecretReceivers
{
    QStringList kinds; ///< console, agent, wall
    QStringList stations;
    friend bool operator==(const SecretReceivers &, const SecretReceivers &) = default;
};

/// A team secret as a lead sees it: everything but its value.
struct SecretInfo
{
    QString name;
    QString kind; ///< source, robot, smtp
    SecretReceivers receivers;
    QString setBy; ///< login
    base::Instant setAt;
};

struct SecretDraft
{
    QString name;
    QString kind; ///< empty: as it was
    QString value; ///< at most 8 KiB of UTF-8 without control characters
    std::optional<SecretReceivers> receivers; ///< none: as they were; new: consoles and agents
};

/// The server's team secrets as a lead or administrator sets them, over a connection of their own.
/// A value goes there masked by a one-time pad, so that no statement holds it, and never comes
/// back. Blocks; lives on one thread. Errors: see Remote; Denied `not_lead`, `secrets_need_tls`,
/// `secret_name_invalid`, `secret_kind_unknown`, `secret_empty`, `secret_invalid`,
/// `secret_too_large` {bytes}, `secret_for_nobody`, `station_unknown` {value}, `secret_unknown`
/// {value}; Offline `secrets_offline`.
class SecretBook
{
public:
    /// `login` and `password` empty: as the connection string and libpq's own means say.
    SecretBook(const ConnInfo &server, const QString &login, const QString &password);

    [[nodiscard]] base::Result<> open();
    [[nodiscard]] base::Result<QList<SecretInfo>> list();
    [[nodiscard]] base::Result<> set(const SecretDraft &draft);
    [[nodiscard]] base::Result<> remove(const QString &name);

private:
    [[nodiscard]] base::Result<QString> masked(const QString &value);
    [[nodiscard]] base::Result<QString> ask(const QString &sql);
    [[nodiscard]] base::Result<> tellStations(const base::Result<QString> &done);
    [[nodiscard]] QString array(const QStringList &values) const;

    PgConnection m_connection;
};

} // namespace watchroom::remote
