// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/workerthread.h"

#include <QElapsedTimer>
#include <QList>
#include <QSqlDatabase>

#include <atomic>
#include <memory>
#include <vector>

namespace watchroom::bench {

/// A plain connection of Qt's, without any option of ours.
[[nodiscard]] QSqlDatabase openPlainly(int port, const QString &database, const QString &password);
void closePlainly(QSqlDatabase &connection);

/// Clients that ask once in `interval` for the rows of table `change` above the last number they
/// saw. Its body is when it was written, in nanoseconds of `clock`.
class NaiveFleet
{
public:
    NaiveFleet(int port, const QString &database, const QString &password, int clients,
        std::chrono::milliseconds interval, const QElapsedTimer &clock);
    ~NaiveFleet();
    NaiveFleet(const NaiveFleet &) = delete;
    NaiveFleet &operator=(const NaiveFleet &) = delete;

    /// Milliseconds, of every row at every client, since the last call.
    [[nodiscard]] QList<double> takeLatencies();
    /// Rows seen, over all clients.
    [[nodiscard]] qint64 seen() const { return m_seen; }

private:
    struct Client;
    struct Thread
    {
        base::WorkerThread worker{QStringLiteral("naive")};
        std::vector<std::unique_ptr<Client>> clients;
        QList<double> took;
    };
    void ask(Client &client, Thread &thread);

    const QElapsedTimer &m_clock;
    std::atomic<qint64> m_seen = 0;
    std::vector<std::unique_ptr<Thread>> m_threads;
};

} // namespace watchroom::bench
