// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/programs/console/core.h"
#include "tests/mainjob/dutyroom.h"

namespace watchroom::mainjob {

/// A console without its window, and the person who sits at it. On the test's thread.
class Station
{
public:
    /// Enrolled as `name`; nobody sits there yet.
    Station(const DutyRoom &room, const QString &name);

    /// By a real session of the server; empty, or the code of the refusal.
    [[nodiscard]] QString signIn(const QString &login, const QString &password);

    [[nodiscard]] programs::Core &core() const { return *m_core; }
    [[nodiscard]] incidents::IncidentCommands &commands() const { return m_core->commands(); }
    [[nodiscard]] const store::Author &author() const { return m_author; }
    [[nodiscard]] QString folder() const { return m_dir.path(); }
    [[nodiscard]] const sync::SyncStatus &status() const { return m_core->sync()->status(); }
    [[nodiscard]] bool isSynced() const;
    [[nodiscard]] bool isOffline() const;
    [[nodiscard]] bool holdsLease() const { return m_core->sync()->lease().mine; }
    /// When the source answered last, ms; 0: never.
    [[nodiscard]] qint64 heardSource() const { return m_heardSource; }

    /// How many open incidents the board shows.
    [[nodiscard]] qsizetype shown() const { return m_core->incidents().incidents().size(); }
    /// As the board shows it; empty when it does not.
    [[nodiscard]] incidents::Incident onBoard(const QUuid &incident) const;
    /// The live rows of a table by their id, as its screens read them.
    [[nodiscard]] QMap<QString, domain::Row> rows(const QString &table) const;

private:
    QTemporaryDir m_dir; // outlives the replica in it
    std::unique_ptr<programs::Core> m_core;
    remote::ConnInfo m_server;
    QString m_name;
    store::Author m_author;
    qint64 m_heardSource = 0;
};

} // namespace watchroom::mainjob
