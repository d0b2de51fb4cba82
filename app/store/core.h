// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/outboxlog.h"
#include "app/store/pages.h"
#include "app/store/requeue.h"
#include "app/store/saver.h"
#include "app/store/workspace.h"

#include <functional>

namespace watchroom::store {

/// Everything that works on the writer's connection: made, used and destroyed on the writer's
/// thread. Each verb is one transaction; what changed is told through `changed` after its commit.
class Core
{
public:
    using Told = std::function<void(const Changes &)>;

    /// Opens, checks and brings up to date the replica, as a workspace of this mode. Where the
    /// replica is missing it is made, and what outbox.log still holds is queued again.
    [[nodiscard]] static base::Result<std::unique_ptr<Core>> open(
        const Workspace &workspace, Store::Mode mode, const base::Clock &clock, Told changed);
    ~Core();
    Core(const Core &) = delete;
    Core &operator=(const Core &) = delete;

    [[nodiscard]] base::Result<Saved> save(
        const QList<Draft> &drafts, const Author &author, const QList<QUuid> &replaces);
    [[nodiscard]] base::Result<QString> setUp(
        const LocalPerson &person, const QList<QJsonObject> &rules);
    [[nodiscard]] base::Result<QList<Envelope>> batch(qint64 after, int maxOps, qint64 maxBytes);
    [[nodiscard]] base::Result<> storeResults(
        const QList<domain::OperationResult> &results, qint64 lastOp);
    [[nodiscard]] base::Result<EpochMet> meetEpoch(const QString &epoch, qint64 lastOp);
    [[nodiscard]] base::Result<> becomeNewClient();
    [[nodiscard]] base::Result<qint64> resend(
        const QList<QUuid> &ops, Resend ground, const Author &author);
    [[nodiscard]] base::Result<qint64> discard(const QList<QUuid> &ops);
    /// One chunk; moves `at` on. The last one stores the cursor.
    [[nodiscard]] base::Result<> applyChunk(const QList<PulledRow> &rows, qsizetype &at,
        const QString &cursor, qint64 lastOp, const std::function<bool()> &isAwaited);
    [[nodiscard]] base::Result<SyncState> syncState();
    [[nodiscard]] base::Result<> setSyncState(const SyncState &changes);
    [[nodiscard]] base::Result<QHash<QString, QString>> digest(
        const QString &part, const QString &table);
    [[nodiscard]] base::Result<QHash<QUuid, QUuid>> list(
        const QString &part, const QString &table, const QStringList &buckets);
    [[nodiscard]] base::Result<> drop(const QString &table, const QList<QUuid> &ids);
    /// One chunk; false: more are left.
    [[nodiscard]] base::Result<bool> forgetRows();
    /// One chunk; false: more are left.
    [[nodiscard]] base::Result<bool> dropMonthsBefore(const QString &part, const QStringList &kept);
    [[nodiscard]] OutboxCounts counts() const { return m_counts; }

    /// A small write, to learn whether there is room again.
    [[nodiscard]] base::Result<> probe();
    /// Moves the write-ahead log into the file as far as readers allow.
    void checkpoint();
    [[nodiscard]] bool needsCheckpoint() const;

private:
    Core(std::unique_ptr<Database> database, const Workspace &workspace, Store::Mode mode,
        const base::Clock &clock, Told changed);
    [[nodiscard]] base::Result<> begin(const LogContents &lost);
    template <class Work>
    auto change(Work work, Database::Durability durability = Database::Durability::OnDisk)
        -> std::invoke_result_t<Work>;
    /// Answers with what `work` did to the queue, and begins outbox.log anew.
    template <class Work>
    auto changeQueue(Work work) -> std::invoke_result_t<Work>;
    void restartLog();

    std::unique_ptr<Database> m_database;
    QString m_walPath;
    Store::Mode m_mode;
    const base::Clock &m_clock;
    Told m_changed;
    Rows m_rows;
    SyncStateTable m_state;
    Outbox m_outbox;
    Pages m_pages;
    Saver m_saver;
    Requeue m_requeue;
    std::unique_ptr<OutboxLog> m_log; ///< null in a standalone workspace: nothing is on its way
    OutboxCounts m_counts;
    bool m_logged = false; ///< operations since the log began anew
};

} // namespace watchroom::store
