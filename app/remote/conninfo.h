// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QList>
#include <QString>

namespace watchroom::remote {

/// A libpq connection string ("host=a,b port=5432,5432 dbname=watchroom"), read and made safe for
/// QPSQL. A value; any thread.
class ConnInfo
{
public:
    /// Error::Invalid with code `conninfo_uri` (postgresql://...) or `conninfo_invalid`, params
    /// {at}: where reading stopped.
    [[nodiscard]] static base::Result<ConnInfo> parse(QStringView text);

    [[nodiscard]] QString value(QLatin1StringView key) const;
    [[nodiscard]] bool contains(QLatin1StringView key) const;
    void set(QLatin1StringView key, const QString &value);
    void remove(QLatin1StringView key);
    /// As one connection string again.
    [[nodiscard]] QString toText() const;

    /// Every host is this machine's own (a socket folder, localhost, 127.x, ::1).
    [[nodiscard]] bool isLoopback() const;

    /// For QSqlDatabase::setConnectOptions(): everything but database, user and password, with
    /// Watchroom's time-outs where the string names none, the primary only, and verify-full off
    /// loopback unless the string allows otherwise.
    [[nodiscard]] QString connectOptions(const QString &applicationName) const;

private:
    QList<std::pair<QString, QString>> m_values;
};

} // namespace watchroom::remote
