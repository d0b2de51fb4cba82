// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/store/outbox.h"
#include "app/store/overlay.h"
#include "app/store/syncstate.h"

#include <functional>

namespace watchroom::store {

/// The sync engine's side of the replica: results, pulled rows, filling. On the writer's thread;
/// each function that writes is called inside a transaction.
class Pages
{
public:
    Pages(Rows &rows, SyncStateTable &state, const base::Clock &clock);

    void storeResults(const QList<domain::OperationResult> &results, qint64 lastOp);
    /// Applies rows from `from` on until 100 are done, 10 ms are over or `isAwaited` says that an
    /// operator waits; returns how far it came.
    [[nodiscard]] qsizetype applyRows(const QList<PulledRow> &rows, qsizetype from, qint64 lastOp,
        const std::function<bool()> &isAwaited);
    /// The page is whole.
    void finish(const QString &cursor, qint64 lastOp);

    [[nodiscard]] QHash<QString, QString> digest(const QString &part, const RowTable &table);
    [[nodiscard]] QHash<QUuid, QUuid> list(
        const QString &part, const RowTable &table, const QStringList &buckets);
    void drop(const RowTable &table, const QList<QUuid> &ids);
    /// As many as a chunk holds; false: more are left.
    /// A chunk of all rows without a pending operation; false: more are left.
    [[nodiscard]] bool forgetRows();
    [[nodiscard]] bool dropMonthsBefore(const QString &part, const QStringList &kept);

private:
    void apply(const PulledRow &pulled, qint64 lastOp, bool overlaid, bool repairing);
    void answered(const domain::OperationResult &result);
    [[nodiscard]] bool isRepairing() const;
    void keepAside(const QString &table, const domain::Row &row, const QString &reason);
    void keepForeign(const QString &table, const domain::Row &row, const QString &reason);
    void keepNewer(const RowTable &table, const domain::Row &row);

    Rows &m_rows;
    Database &m_database;
    SyncStateTable &m_state;
    const base::Clock &m_clock;
    Outbox m_outbox;
    Overlay m_overlay;
    qint64 m_foreign = -1; ///< rows put aside that this program cannot hold; -1: not counted yet
};

} // namespace watchroom::store
