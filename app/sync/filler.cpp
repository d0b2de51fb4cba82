// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sync/filler.h"

#include "app/domain/tables.h"

#include <algorithm>

namespace watchroom::sync {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kRowsACall = 1000;
constexpr qsizetype kIdsACall = 50'000;

} // namespace

Filler::Filler(SyncSession &session)
    : m_session(session)
{
}

void Filler::begin(const QStringList &parts)
{
    m_units.clear();
    m_keeping.reset();
    forgetUnit();
    for (const QString &part : parts) {
        for (const domain::Table &table : domain::tables())
            m_units.append({part, table.name});
    }
    m_total = static_cast<int>(m_units.size());
    m_rowsFetched = 0;
    m_rowsDropped = 0;
}

bool Filler::isActive() const
{
    return !m_units.isEmpty();
}

base::Result<> Filler::step()
{
    if (!isActive())
        return {};
    base::Result<> stepped;
    if (!m_compared)
        stepped = compare();
    else if (!m_buckets.isEmpty())
        stepped = listBuckets();
    else if (!m_wanted.isEmpty())
        stepped = fetchRows();
    if (stepped && m_compared && m_buckets.isEmpty() && m_wanted.isEmpty()) {
        if (stepped = awaitKept(); !stepped)
            return stepped;
        m_units.removeFirst();
        forgetUnit();
    }
    return stepped;
}

base::Result<> Filler::compare()
{
    const auto [part, table] = m_units.constFirst();
    const auto theirs = m_session.remote.digest(part, table);
    if (!theirs)
        return tl::unexpected(theirs.error());
    const auto ours = await(m_session.store.digest(part, table));
    if (!ours)
        return tl::unexpected(ours.error());
    for (auto it = theirs->cbegin(); it != theirs->cend(); ++it) {
        if (ours->value(it.key()) == it.value())
            continue;
        m_buckets.insert(it.key(), it->section(u':', 0, 0).toLongLong());
        if (!ours->contains(it.key()))
            m_empty.insert(it.key());
    }
    for (auto it = ours->cbegin(); it != ours->cend(); ++it) {
        if (!theirs->contains(it.key()))
            m_buckets.insert(it.key(), 0);
    }
    m_compared = true;
    return {};
}

base::Result<> Filler::listBuckets()
{
    const auto [part, table] = m_units.constFirst();
    QStringList buckets;
    QStringList known;
    qsizetype room = kIdsACall;
    for (auto it = m_buckets.cbegin(); it != m_buckets.cend(); ++it) {
        if (!buckets.isEmpty() && it.value() > room)
            break;
        room -= it.value();
        buckets.append(it.key());
        if (!m_empty.contains(it.key()))
            known.append(it.key());
    }
    const auto theirs = m_session.remote.list(part, table, buckets);
    if (!theirs)
        return tl::unexpected(theirs.error());
    const auto ours = known.isEmpty() ? base::Result<QHash<QUuid, QUuid>>()
                                      : await(m_session.store.list(part, table, known));
    if (!ours)
        return tl::unexpected(ours.error());
    QList<QUuid> gone;
    for (auto it = ours->cbegin(); it != ours->cend(); ++it) {
        if (!theirs->contains(it.key()))
            gone.append(it.key());
    }
    if (!gone.isEmpty()) {
        if (const auto dropped = await(m_session.store.drop(table, gone)); !dropped)
            return tl::unexpected(dropped.error());
        m_rowsDropped += gone.size();
    }
    for (auto it = theirs->cbegin(); it != theirs->cend(); ++it) {
        if (ours->value(it.key()) != it.value())
            m_wanted.append(it.key());
    }
    for (const QString &bucket : std::as_const(buckets))
        m_buckets.remove(bucket);
    // In the order they were made, which is that of the replica's indexes.
    if (m_buckets.isEmpty())
        std::ranges::sort(m_wanted);
    return {};
}

base::Result<> Filler::fetchRows()
{
    const QString table = m_units.constFirst().table;
    const QList<QUuid> ids = m_wanted.mid(0, kRowsACall);
    auto kept = keep(m_session.remote.rows(table, ids));
    if (kept)
        m_wanted.remove(0, ids.size());
    return kept;
}

base::Result<> Filler::keep(const base::Result<QList<domain::Row>> &rows)
{
    if (!rows)
        return tl::unexpected(rows.error());
    if (auto kept = awaitKept(); !kept)
        return kept;
    const QString table = m_units.constFirst().table;
    QList<store::PulledRow> page;
    page.reserve(rows->size());
    for (const domain::Row &row : *rows)
        page.append({table, row});
    // These rows say nothing of my operations on other rows: only a pull contains them all.
    m_keeping = m_session.store.applyPage(page, {}, 0);
    m_rowsFetched += rows->size();
    return {};
}

base::Result<> Filler::awaitKept()
{
    if (!m_keeping)
        return {};
    auto kept = await(*std::exchange(m_keeping, std::nullopt));
    if (!kept)
        forgetUnit(); // what was not kept must be found missing again
    return kept;
}

void Filler::forgetUnit()
{
    m_compared = false;
    m_buckets.clear();
    m_empty.clear();
    m_wanted.clear();
}

} // namespace watchroom::sync
