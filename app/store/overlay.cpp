// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/overlay.h"

#include "app/base/ids.h"

namespace watchroom::store {

using namespace Qt::StringLiterals;
using domain::Row;

namespace {

/// The members that differ; what the server stamps (rev, ver, part, ...) is never predicted on a
/// row that exists, for the digest compares it.
Row deltaOf(const std::optional<Row> &old, const Row &now)
{
    Row delta;
    for (auto it = now.begin(); it != now.end(); ++it) {
        if (isMetaColumn(it.key()) && it.key() != "deleted"_L1 && old)
            continue;
        if (!old || !domain::sameValue(old->value(it.key()), it.value()))
            delta.insert(it.key(), it.value());
    }
    return delta;
}

/// Held operations have a number that the server has answered, and are in no row of it.
// With the index's own condition in it: else each row that arrives reads the whole outbox.
const auto kSettled =
    u"seq NOT IN (SELECT seq FROM sync_outbox WHERE state='held' AND state<>'acked')"_s;

} // namespace

Overlay::Overlay(Rows &rows)
    : m_rows(rows)
    , m_database(rows.database())
{
}

bool Overlay::isEmpty() const
{
    return !m_database.value(u"SELECT 1 FROM sync_overlay LIMIT 1"_s).isValid();
}

void Overlay::setBase(const QString &table, const QUuid &id, const std::optional<Row> &row)
{
    m_database.exec(u"INSERT INTO sync_base(tbl,row_id,doc) VALUES(?,?,?) "
                    "ON CONFLICT(tbl,row_id) DO UPDATE SET doc=excluded.doc"_s,
        {table, base::toText(id),
            row ? QVariant(QString::fromUtf8(toJsonText(withoutMarks(*row)))) : QVariant()});
}

void Overlay::predict(
    qint64 seq, const QString &table, const std::optional<Row> &old, const Row &now)
{
    const RowTable *known = m_rows.table(table);
    const QUuid id = domain::uuid(now, "id"_L1);
    const bool first =
        m_database
            .value(u"SELECT 1 FROM sync_base WHERE tbl=? AND row_id=?"_s, {table, base::toText(id)})
            .isNull();
    if (first)
        setBase(table, id, old);
    // One operation may touch a row twice (its guard writes it again).
    Row delta = fromJsonText(
        m_database.value(u"SELECT delta FROM sync_overlay WHERE tbl=? AND row_id=? AND seq=?"_s,
            {table, base::toText(id), seq}));
    const Row more = deltaOf(old, now);
    for (auto it = more.begin(); it != more.end(); ++it)
        delta.insert(it.key(), it.value());
    m_database.exec(u"INSERT INTO sync_overlay(seq,tbl,row_id,creates,delta) VALUES(?,?,?,?,?) "
                    "ON CONFLICT(tbl,row_id,seq) DO UPDATE SET delta=excluded.delta"_s,
        {seq, table, base::toText(id), old ? 0 : 1, QString::fromUtf8(toJsonText(delta))});
    Row visible = now;
    if (old) {
        for (const domain::Column &column : metaColumns()) {
            if (column.name != "deleted"_L1)
                visible.insert(column.name, old->value(column.name));
        }
    }
    m_rows.put(*known, visible, true);
}

void Overlay::remember(
    qint64 seq, const QString &table, const QUuid &id, bool creates, const Row &set)
{
    Row delta = set;
    if (creates) {
        delta.insert(u"id"_s, base::toText(id));
        if (domain::text(delta, "part"_L1).isEmpty())
            delta.insert(u"part"_s, u"core"_s);
    }
    m_database.exec(
        u"INSERT OR REPLACE INTO sync_overlay(seq,tbl,row_id,creates,delta) VALUES(?,?,?,?,?)"_s,
        {seq, table, base::toText(id), creates ? 1 : 0, QString::fromUtf8(toJsonText(delta))});
    recompute(table, id);
}

void Overlay::remain(
    qint64 seq, const QString &table, const QUuid &id, bool creates, const Row &set)
{
    const auto visible = m_rows.table(table) ? m_rows.find(table, id) : std::nullopt;
    const bool based =
        m_database
            .value(u"SELECT 1 FROM sync_base WHERE tbl=? AND row_id=?"_s, {table, base::toText(id)})
            .isValid();
    if (visible && !based)
        setBase(table, id, creates ? std::nullopt : visible);
    remember(seq, table, id, creates, creates && visible ? withoutMarks(*visible) : set);
}

void Overlay::renumber(qint64 from, qint64 to)
{
    m_database.exec(u"UPDATE sync_overlay SET seq=? WHERE seq=?"_s, {to, from});
}

void Overlay::arrived(const RowTable &table, const Row &row, qint64 lastOp)
{
    const QString name = table.table().name;
    const QUuid id = domain::uuid(row, "id"_L1);
    m_database.exec(
        u"DELETE FROM sync_overlay WHERE tbl=? AND row_id=? AND seq<=? AND "_s + kSettled,
        {name, base::toText(id), lastOp});
    if (places(u"tbl=? AND row_id=?"_s, {name, base::toText(id)}).isEmpty()) {
        m_database.exec(
            u"DELETE FROM sync_base WHERE tbl=? AND row_id=?"_s, {name, base::toText(id)});
        m_rows.put(table, row, false);
        return;
    }
    setBase(name, id, row);
    recompute(name, id);
}

void Overlay::answered(qint64 seq, const QString &table, const Row &row)
{
    const QUuid id = domain::uuid(row, "id"_L1);
    // Gone already: a later pull contained it, and its row is newer than this answer's.
    const bool waiting =
        m_database.exec(u"DELETE FROM sync_overlay WHERE tbl=? AND row_id=? AND seq=?"_s,
            {table, base::toText(id), seq})
        > 0;
    if (!waiting || !m_rows.table(table))
        return;
    setBase(table, id, row);
    recompute(table, id);
}

void Overlay::withdraw(qint64 seq)
{
    const QList<Place> touched = places(u"seq=?"_s, {seq});
    m_database.exec(u"DELETE FROM sync_overlay WHERE seq=?"_s, {seq});
    for (const Place &place : touched)
        recompute(place.table, place.id);
}

void Overlay::contained(qint64 lastOp)
{
    const QString condition = u"seq<=? AND "_s + kSettled;
    const QList<Place> touched = places(condition, {lastOp});
    m_database.exec(u"DELETE FROM sync_overlay WHERE "_s + condition, {lastOp});
    for (const Place &place : touched)
        recompute(place.table, place.id);
}

QList<Overlay::Place> Overlay::places(const QString &condition, const QVariantList &values) const
{
    QList<Place> list;
    const auto rows = m_database.select(
        u"SELECT DISTINCT tbl,row_id FROM sync_overlay WHERE "_s + condition, values);
    for (const QVariantList &row : rows)
        list.append({row.at(0).toString(), QUuid::fromString(row.at(1).toString())});
    return list;
}

void Overlay::recompute(const QString &table, const QUuid &id)
{
    const RowTable *known = m_rows.table(table);
    if (!known)
        return;
    const QVariantList key{table, base::toText(id)};
    const QVariant doc =
        m_database.value(u"SELECT doc FROM sync_base WHERE tbl=? AND row_id=?"_s, key);
    const auto deltas = m_database.select(
        u"SELECT creates,delta FROM sync_overlay WHERE tbl=? AND row_id=? ORDER BY seq"_s, key);
    bool exists = !doc.isNull();
    Row row = exists ? fromJsonText(doc) : Row();
    for (const QVariantList &entry : deltas) {
        const Row delta = fromJsonText(entry.at(1));
        exists = exists || entry.at(0).toInt() != 0;
        for (auto it = delta.begin(); it != delta.end(); ++it) {
            if (doc.isNull() || !isMetaColumn(it.key()) || it.key() == "deleted"_L1)
                row.insert(it.key(), it.value());
        }
    }
    if (exists)
        m_rows.put(*known, row, !deltas.isEmpty());
    else
        m_rows.erase(*known, id);
    if (deltas.isEmpty())
        m_database.exec(u"DELETE FROM sync_base WHERE tbl=? AND row_id=?"_s, key);
}

} // namespace watchroom::store
