// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/localauthority.h"

#include "app/base/ids.h"
#include "app/domain/codes.h"
#include "app/domain/derivedids.h"
#include "app/domain/record.h"

#include <algorithm>
#include <array>

namespace watchroom::store {

using namespace Qt::StringLiterals;
using domain::Row;

namespace {

const QString kEntryTable = u"log_entry"_s;
constexpr auto kDayPrefix = "day:"_L1;
// These name their incident and have a month of their own: they may be open for longer.
constexpr std::array kOwnMonth{
    "ticket"_L1, "pending_item"_L1, "article_feedback"_L1, "procedure_run"_L1, "run_event"_L1};

} // namespace

Row guardEntry(const domain::EntryDraft &draft, const QUuid &op, qsizetype ordinal,
    const QString &author, base::Instant at, base::Instant now)
{
    Row entry{
        {u"id"_s, base::toText(domain::guardEntryId(op, ordinal))},
        {u"deleted"_s, false},
        {u"kind"_s, QString(domain::codes::kGuardEntryKind)},
        {u"code"_s, draft.code},
        {u"params"_s, draft.params},
        {u"author"_s, author},
        {u"happened_at"_s, base::toIso(at)},
        {u"recorded_at"_s, base::toIso(now)},
    };
    if (draft.incident.isNull()) {
        entry.insert(u"chain"_s, domain::dayChain(now));
        entry.insert(u"part"_s, domain::monthPart(now));
    } else {
        entry.insert(u"incident"_s, base::toText(draft.incident));
        entry.insert(u"chain"_s, domain::incidentChain(draft.incident));
        entry.insert(u"part"_s, u"core"_s);
    }
    return entry;
}

LocalAuthority::LocalAuthority(Rows &rows)
    : m_rows(rows)
    , m_database(rows.database())
{
}

Row LocalAuthority::store(const QString &table, const std::optional<Row> &old,
    const domain::Judgement &judgement, const domain::Actor &actor, const QUuid &op,
    base::Instant now)
{
    Row row = stamped(old, judgement.row, actor.name, now);
    if (table == kEntryTable && !old)
        row = chained(row);
    m_rows.put(*m_rows.table(table), row, false);

    for (const domain::Consequence &consequence : judgement.consequences) {
        const auto before = m_rows.find(consequence.table, domain::uuid(consequence.row, "id"_L1));
        m_rows.put(*m_rows.table(consequence.table),
            stamped(before, consequence.row, actor.name, now), false);
    }
    const QString part = domain::text(row, "part"_L1);
    for (qsizetype i = 0; i < judgement.entries.size(); ++i) {
        Row entry = guardEntry(judgement.entries.at(i), op, i, actor.name, now, now);
        if (const QUuid incident = judgement.entries.at(i).incident; !incident.isNull())
            entry.insert(u"part"_s, partOf(incident));
        m_rows.put(*m_rows.table(kEntryTable),
            chained(stamped(std::nullopt, entry, actor.name, now)), false);
    }
    if (table == "incident"_L1 && old && old->value("part"_L1) != row.value("part"_L1))
        moveWhatBelongs(domain::text(row, "id"_L1), part, actor.name, now);
    return row;
}

Row LocalAuthority::stamped(
    const std::optional<Row> &old, Row row, const QString &by, base::Instant now) const
{
    row = withoutMarks(row);
    row.insert(u"rev"_s, old ? domain::integer(*old, "rev"_L1) + 1 : 1);
    row.insert(u"ver"_s, base::toText(QUuid::createUuid()));
    if (domain::text(row, "part"_L1).isEmpty())
        row.insert(u"part"_s, u"core"_s);
    row.insert(u"updated_by"_s, by);
    row.insert(u"carried_by"_s, QJsonValue());
    row.insert(u"updated_at"_s, base::toIso(now));
    return row;
}

// A day that a later one has sealed gets no more: a clock that was set back goes on in the last.
QString LocalAuthority::openChain(const QString &chain) const
{
    if (!chain.startsWith(kDayPrefix))
        return chain;
    const auto later = m_database.select(
        u"SELECT max(chain) FROM local_chain WHERE chain > ? AND chain < 'day;'"_s, {chain});
    const QString last = later.first().first().toString();
    return last.isEmpty() ? chain : last;
}

Row LocalAuthority::chained(Row entry)
{
    const QString chain = openChain(domain::text(entry, "chain"_L1));
    entry.insert(u"chain"_s, chain);
    const auto last = m_database.select(u"SELECT n,head FROM local_chain WHERE chain=?"_s, {chain});
    const qint64 n = last.isEmpty() ? 1 : last.first().at(0).toLongLong() + 1;
    const QByteArray previous = last.isEmpty() ? QByteArray() : last.first().at(1).toByteArray();
    if (n == 1 && chain.startsWith(kDayPrefix))
        seal(chain, entry);
    const QString hash = QString::fromLatin1(domain::entryHash(entry, previous, n));
    m_database.exec(u"INSERT INTO local_chain(chain,n,head) VALUES(?,?,?) "
                    "ON CONFLICT(chain) DO UPDATE SET n=excluded.n, head=excluded.head"_s,
        {chain, n, hash});
    entry.insert(u"n"_s, n);
    entry.insert(u"hash"_s, hash);
    return entry;
}

QString LocalAuthority::partOf(const QUuid &incident) const
{
    const auto row = m_rows.find(u"incident"_s, incident);
    return row ? domain::text(*row, "part"_L1) : u"core"_s;
}

void LocalAuthority::seal(const QString &day, Row &entry) const
{
    const auto before = m_database.select(
        u"SELECT chain,n,head FROM local_chain WHERE chain>=? AND chain<? ORDER BY chain DESC LIMIT 1"_s,
        {QString(kDayPrefix), day});
    if (before.isEmpty())
        return;
    QJsonObject params = entry.value("params"_L1).toObject();
    params.insert(u"sealed"_s,
        QJsonObject{{u"chain"_s, before.first().at(0).toString()},
            {u"n"_s, before.first().at(1).toLongLong()},
            {u"head"_s, before.first().at(2).toString()}});
    entry.insert(u"params"_s, params);
}

void LocalAuthority::moveWhatBelongs(
    const QString &incident, const QString &part, const QString &by, base::Instant now)
{
    for (const domain::Table &table : domain::tables()) {
        if (!table.column("incident"_L1)
            || std::ranges::find(kOwnMonth, table.name) != kOwnMonth.end())
            continue;
        const RowTable &rows = *m_rows.table(QString(table.name));
        const QList<Row> staying =
            m_rows.where(rows, u"incident=? AND part IS NOT ?"_s, {incident, part});
        for (const Row &old : staying) {
            Row row = old;
            row.insert(u"part"_s, part);
            m_rows.put(rows, stamped(old, row, by, now), false);
        }
    }
}

} // namespace watchroom::store
