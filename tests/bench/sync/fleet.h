// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sync/engine/desk.h"

#include <memory>
#include <vector>

namespace watchroom::bench {

/// Settings of a server for this many stations; the rest is as PostgreSQL comes.
[[nodiscard]] QStringList serverOptions(int stations);

/// A server that flushes each commit, and its stations, each a whole replica and engine with the
/// settings the program has.
class Fleet
{
public:
    explicit Fleet(int stations);

    /// desk-1 to desk-N, by the way `port` leads (0: the server's own); not started.
    void addDesks(int count, int port = 0);
    /// One after the other, as people come to work; then all are in step.
    void startAll();
    /// chen signs in at desk-`number`.
    void signIn(int number);
    [[nodiscard]] remote::ConnInfo station(int number, int port = 0) const;
    [[nodiscard]] test::Desk &desk(int number) { return *m_desks.at(std::size_t(number - 1)); }
    [[nodiscard]] int size() const { return int(m_desks.size()); }
    /// What the database answers.
    [[nodiscard]] QString query(const QString &sql) const;
    /// Nothing waits at any desk and every replica holds what the server holds, or the run fails.
    void demandEqual();
    /// New incidents of chen's at desk 1, on the server when it returns.
    [[nodiscard]] QList<QUuid> openIncidents(int count);

    [[nodiscard]] const fakes::PgCluster &cluster() const { return server.cluster; }

    test::SharedServer server;
    QString database;

private:
    std::vector<std::unique_ptr<test::Desk>> m_desks;
};

/// Seconds of processor that the server's processes have used so far.
[[nodiscard]] double processorSeconds(const fakes::PgCluster &cluster);

/// Waits in the event loop.
void pause(std::chrono::milliseconds time);

} // namespace watchroom::bench
