// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sync/syncsession.h"

#include <QSet>
#include <QStringList>

namespace watchroom::sync {

/// Makes parts of the replica equal to the server by comparing digests: first sync, a client that
/// is far behind, audit. Every step is a short call; after a cut the same step is taken again, and
/// after a restart only what still differs is fetched. Lives on the remote's thread.
class Filler
{
public:
    explicit Filler(SyncSession &session);

    /// Every table of each part, parts in this order.
    void begin(const QStringList &parts);
    [[nodiscard]] bool isActive() const;
    [[nodiscard]] base::Result<> step();

    [[nodiscard]] int done() const { return m_total - static_cast<int>(m_units.size()); }
    [[nodiscard]] int total() const { return m_total; }
    [[nodiscard]] qint64 rowsFetched() const { return m_rowsFetched; }
    [[nodiscard]] qint64 rowsDropped() const { return m_rowsDropped; }

private:
    struct Unit
    {
        QString part;
        QString table;
    };
    [[nodiscard]] base::Result<> compare();
    [[nodiscard]] base::Result<> listBuckets();
    [[nodiscard]] base::Result<> fetchRows();
    /// Hands rows to the store and goes on while it works.
    [[nodiscard]] base::Result<> keep(const base::Result<QList<domain::Row>> &rows);
    [[nodiscard]] base::Result<> awaitKept();
    void forgetUnit();

    SyncSession &m_session;
    QList<Unit> m_units; ///< the first is under way
    bool m_compared = false;
    QHash<QString, qsizetype> m_buckets; ///< of the unit under way, to be listed; how many rows
    QSet<QString> m_empty; ///< those of them of which nothing is here
    QList<QUuid> m_wanted; ///< of the unit under way, still to be fetched
    std::optional<QFuture<base::Result<>>> m_keeping; ///< the page that the store has in hand
    int m_total = 0;
    qint64 m_rowsFetched = 0;
    qint64 m_rowsDropped = 0;
};

} // namespace watchroom::sync
