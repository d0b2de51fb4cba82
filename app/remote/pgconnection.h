// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/remote/conninfo.h"
#include "app/remote/watchdog.h"

#include <QObject>
#include <QSqlDatabase>
#include <QStringList>
#include <QTimer>

#include <chrono>
#include <mutex>
#include <optional>

namespace watchroom::remote {

/// Which login, and how long a call may take.
struct PgSettings
{
    ConnInfo info;
    QString user = {}; ///< empty: that of the connection string, or libpq's own choice
    QString password = {}; ///< empty: libpq's own means (pgpass, PGPASSWORD, certificate)
    QString applicationName = QStringLiteral("watchroom");
    std::chrono::milliseconds deadline = std::chrono::seconds(15);
};

/// One QPSQL connection whose every call ends by a deadline and whose answers are bounded. Lives
/// on one thread with an event loop: notifications are delivered only there.
class PgConnection : public QObject
{
    Q_OBJECT

public:
    explicit PgConnection(PgSettings settings, QObject *parent = nullptr);
    ~PgConnection() override;

    /// Opens and always sets up the whole session; a later open() after a loss does the same.
    /// With a channel it listens there before it returns. Errors: see connectError().
    [[nodiscard]] base::Result<> open(const QString &channel = {});
    void close();
    /// Ends the running call and every later one at once. Any thread.
    void abort() { m_watchdog.abort(); }
    [[nodiscard]] bool isOpen() const;
    /// Something between here and the server keeps connections of its own: notifications may not
    /// come.
    [[nodiscard]] bool isPooled() const { return m_pooled; }

    /// The first column of every row, as text. Error::Corrupt when the answer is larger than any
    /// honest one (the connection is closed then); otherwise see callError().
    [[nodiscard]] base::Result<QStringList> fetch(const QString &sql);
    /// For how long a running fetch() has waited without a byte from the server; 0: none runs. Any
    /// thread.
    [[nodiscard]] std::chrono::milliseconds silence() const;
    /// A quoted SQL literal; a null string is NULL.
    [[nodiscard]] QString literal(const QString &value) const;

Q_SIGNALS:
    void notified();
    /// The connection ended without being asked to.
    void lost();

private:
    class Asked;

    [[nodiscard]] base::Result<> openSocket();
    [[nodiscard]] base::Result<> setUpSession(const QString &channel);
    void checkAlive();

    PgSettings m_settings;
    QString m_name; ///< of the QSqlDatabase
    QSqlDatabase m_database;
    mutable std::mutex m_waiting; ///< held while the next two change or another thread reads them
    int m_socket = -1; ///< our own duplicate, so that the watchdog never meets a reused number
    bool m_pooled = false;
    std::optional<std::chrono::steady_clock::time_point> m_asked; ///< when the running call began
    Watchdog m_watchdog;
    QTimer m_alive;
};

} // namespace watchroom::remote
