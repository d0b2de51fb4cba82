// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sync/puller.h"

#include <QHash>

#include <algorithm>
#include <utility>

namespace watchroom::sync {

using namespace Qt::StringLiterals;
using base::Error;

Puller::Puller(SyncSession &session)
    : m_session(session)
{
}

base::Result<qint64> Puller::step(bool ahead)
{
    const auto pulled = m_session.remote.pull(m_session.client, m_cursor);
    if (!pulled)
        return tl::unexpected(pulled.error());
    if (pulled->epoch != m_session.epoch)
        return base::failure(Error::Kind::Conflict, u"epoch of pull"_s, u"epoch_changed"_s);
    // Taken at its word, it would take what waits here off the screen.
    if (pulled->lastOp > m_session.sent)
        return base::failure(Error::Kind::Corrupt, u"pull knows operations never sent"_s);
    QList<store::PulledRow> kept;
    kept.reserve(pulled->rows.size());
    QHash<QString, QList<QUuid>> outside;
    for (const auto &[table, row] : pulled->rows) {
        if (isOutside(m_session, row["part"_L1].toString()))
            outside[table].append(domain::uuid(row, "id"_L1));
        else
            kept.append({table, row});
    }
    // A row that left the kept months must not stay behind as it was.
    for (auto it = outside.cbegin(); it != outside.cend(); ++it) {
        if (const auto dropped = await(m_session.store.drop(it.key(), it.value())); !dropped)
            return tl::unexpected(dropped.error());
    }
    if (const auto before = awaitKept(); !before)
        return tl::unexpected(before.error());
    m_keeping = m_session.store.applyPage(kept, pulled->cursor, pulled->lastOp);
    m_kept = std::exchange(m_cursor, pulled->cursor);
    if (!ahead || kept.isEmpty()) {
        if (const auto now = awaitKept(); !now)
            return tl::unexpected(now.error());
    }
    m_session.lastOp = std::max(m_session.lastOp, pulled->lastOp);
    return pulled->rows.size();
}

void Puller::setCursor(const QString &cursor)
{
    m_keeping.reset();
    m_cursor = cursor;
}

base::Result<> Puller::awaitKept()
{
    if (!m_keeping)
        return {};
    auto kept = await(*std::exchange(m_keeping, std::nullopt));
    if (!kept)
        m_cursor = m_kept;
    return kept;
}

} // namespace watchroom::sync
