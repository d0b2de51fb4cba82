// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/incidents/incident.h"
#include "app/incidents/incidentcommands.h"
#include "app/programs/workspaceconfig.h"
#include "app/store/store.h"
#include "app/sync/syncservice.h"
#include "app/tickets/workcommands.h"

#include <memory>
#include <optional>

namespace watchroom::ctl {

struct GlobalOptions
{
    QString workspace;
    QString as; ///< login; empty: the local person, or the role of the connection string
    bool json = false;
};

/// What a command works with: the workspace, opened when it is first asked for. Blocks: a command
/// line has nothing else to do.
class Context
{
public:
    explicit Context(const GlobalOptions &options);
    ~Context();

    [[nodiscard]] const GlobalOptions &options() const { return m_options; }
    [[nodiscard]] const base::Clock &clock() const { return m_clock; }
    [[nodiscard]] base::Result<programs::WorkspaceConfig> config() const;

    /// For reading: where another program holds the workspace, without holding it.
    [[nodiscard]] base::Result<store::Store *> reading();
    /// For changing: Denied `workspace_in_use` where another program holds it.
    [[nodiscard]] base::Result<store::Store *> writing();
    [[nodiscard]] base::Result<incidents::IncidentCommands *> commands();
    [[nodiscard]] base::Result<tickets::WorkCommands *> work();
    /// In whose name changes are made: --as, the local person, or the connection's role.
    [[nodiscard]] base::Result<store::Author> author() const;
    /// The engine of a workspace with a server; Invalid `standalone` without one. Made once, with
    /// the first `deadline` for each of its calls.
    [[nodiscard]] base::Result<sync::SyncService *> syncing(
        std::chrono::milliseconds deadline = std::chrono::seconds(15));

    template <class T>
    [[nodiscard]] base::Result<T> read(std::function<base::Result<T>(store::Reader &)> query)
    {
        const auto store = reading();
        if (!store)
            return tl::unexpected(store.error());
        auto future = (*store)->template read<T>(std::move(query));
        future.waitForFinished();
        return future.result();
    }

    /// Waits until it is saved and, with a server, up to 5 s until it is there; what the server
    /// refuses is an error with its code.
    [[nodiscard]] base::Result<store::Saved> settle(store::SavedFuture future);

    /// By number, label, id or a unique prefix of one. NotFound `incident_unknown {ref}` or
    /// `work_unknown {ref}`, Invalid `reference_ambiguous {ref}`.
    [[nodiscard]] base::Result<domain::Row> findRow(const QString &table, const QString &reference);
    [[nodiscard]] base::Result<incidents::Incident> find(const QString &reference);
    [[nodiscard]] base::Result<incidents::Incident> incident(const QUuid &id);
    [[nodiscard]] base::Result<QList<incidents::Incident>> incidents(bool onlyOpen);

private:
    [[nodiscard]] base::Result<> open(bool toWrite);
    /// What the server said against one of these operations, if it did.
    [[nodiscard]] std::optional<base::Error> refusal(const QList<QUuid> &ops);

    GlobalOptions m_options;
    base::CorrectedClock m_clock;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<incidents::IncidentCommands> m_commands;
    std::unique_ptr<tickets::WorkCommands> m_work;
    std::unique_ptr<sync::SyncService> m_sync;
    QString m_localLogin;
};

} // namespace watchroom::ctl
