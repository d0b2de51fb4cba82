// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sync/filler.h"

#include "app/domain/tables.h"

#include <QSet>

namespace watchroom::sync {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kRowsACall = 1000;

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
    else if (!m_whole.isEmpty())
        stepped = fetchWhole();
    else if (!m_buckets.isEmpty() && m_wanted.size() < kRowsACall)
        stepped = listBucket();
    else if (!m_wanted.isEmpty())
        stepped = fetchRows();
    if (stepped && m_compared && m_whole.isEmpty() && m_buckets.isEmpty() && m_wanted.isEmpty()) {
        if (stepped = awaitKept(); !stepped)
            return stepped;
        m_units.removeFirst();
        m_compared = false;
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
    takeWhole(*theirs, *ours);
    QSet<QString> differing;
    for (auto it = theirs->cbegin(); it != theirs->cend(); ++it) {
        if (ours->contains(it.key()) && ours->value(it.key()) != it.value())
            differing.insert(it.key());
    }
    for (auto it = ours->cbegin(); it != ours->cend(); ++it) {
        if (!theirs->contains(it.key()))
            differing.insert(it.key());
    }
    m_buckets = QStringList(differing.cbegin(), differing.cend());
    m_compared = true;
    return {};
}

/// What this replica has nothing of needs no list.
void Filler::takeWhole(const QHash<QString, QString> &theirs, const QHash<QString, QString> &ours)
{
    qsizetype room = 0;
    for (auto it = theirs.cbegin(); it != theirs.cend(); ++it) {
        if (ours.contains(it.key()))
            continue;
        const qsizetype rows = it->section(u':', 0, 0).toLongLong();
        if (rows > room) {
            m_whole.append(QStringList());
            room = kRowsACall;
        }
        m_whole.last().append(it.key());
        room -= rows;
    }
}

base::Result<> Filler::fetchWhole()
{
    const auto [part, table] = m_units.constFirst();
    auto kept = keep(m_session.remote.contents(part, table, m_whole.constFirst()));
    if (kept)
        m_whole.removeFirst();
    return kept;
}

base::Result<> Filler::listBucket()
{
    const auto [part, table] = m_units.constFirst();
    const QString bucket = m_buckets.constLast();
    const auto theirs = m_session.remote.list(part, table, bucket);
    if (!theirs)
        return tl::unexpected(theirs.error());
    const auto ours = await(m_session.store.list(part, table, bucket));
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
    m_buckets.removeLast();
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
    m_whole.clear();
    m_buckets.clear();
    m_wanted.clear();
}

} // namespace watchroom::sync
