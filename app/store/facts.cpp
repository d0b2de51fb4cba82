// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/facts.h"

#include "app/store/syncstate.h"

namespace watchroom::store {

using namespace Qt::StringLiterals;
using domain::Row;

StoreFacts::StoreFacts(const Rows &rows, SyncStateTable &state, bool givesNumbers)
    : m_rows(rows)
    , m_state(state)
    , m_givesNumbers(givesNumbers)
{
}

std::optional<Row> StoreFacts::row(QStringView table, const QUuid &id) const
{
    const std::optional<Row> found = m_rows.find(table.toString(), id);
    return found ? std::optional(withoutMarks(*found)) : std::nullopt;
}

QList<Row> StoreFacts::rowsWhere(
    QStringView table, QLatin1StringView column, const QJsonValue &value) const
{
    QList<Row> rows;
    const RowTable *known = m_rows.table(table);
    const domain::Column *type = known ? known->table().column(column) : nullptr;
    if (!type)
        return rows;
    const QList<Row> found = m_rows.where(
        *known, quoted(QString(column)) + u" IS ? AND deleted=0"_s, {toSql(value, type->type)});
    for (const Row &row : found)
        rows.append(withoutMarks(row));
    return rows;
}

std::optional<Row> StoreFacts::newestPolicy() const
{
    const QList<Row> found =
        m_rows.where(*m_rows.table(u"policy"), u"deleted=0 ORDER BY version DESC LIMIT 1"_s, {});
    return found.isEmpty() ? std::nullopt : std::optional(withoutMarks(found.first()));
}

qint64 StoreFacts::nextNumber()
{
    return m_givesNumbers ? m_state.next(state::kNextNumber) : 0;
}

domain::Actor actorOf(
    const StoreFacts &facts, const QString &login, const QString &station, bool fenceHolds)
{
    domain::Actor actor;
    actor.station = login.isEmpty();
    if (actor.station) {
        actor.name = station;
        actor.fenceHolds = fenceHolds;
        return actor;
    }
    actor.name = login;
    const QList<Row> people = facts.rowsWhere(u"person", "login"_L1, login);
    actor.active = !people.isEmpty() && domain::boolean(people.first(), "active"_L1);
    for (const Row &right : facts.rowsWhere(u"person_right", "person"_L1, login))
        actor.rights.insert(domain::text(right, "right_name"_L1));
    return actor;
}

} // namespace watchroom::store
