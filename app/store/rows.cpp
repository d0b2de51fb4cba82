// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/rows.h"

#include "app/base/ids.h"

#include <QSqlError>

namespace watchroom::store {

using namespace Qt::StringLiterals;
using domain::Row;

Rows::Rows(Database &database)
    : m_database(database)
{
    for (const domain::Table &table : domain::tables())
        m_tables.emplace(QString(table.name), RowTable(table));
}

const RowTable *Rows::table(QStringView name) const
{
    const auto found = m_tables.find(name);
    return found == m_tables.end() ? nullptr : &found->second;
}

std::optional<Row> Rows::find(const QString &table, const QUuid &id) const
{
    const RowTable *known = this->table(table);
    if (!known)
        return std::nullopt;
    const QList<Row> rows = where(*known, u"id=?"_s, {base::toText(id)});
    return rows.isEmpty() ? std::nullopt : std::optional(rows.first());
}

QList<Row> Rows::where(
    const RowTable &table, const QString &condition, const QVariantList &values) const
{
    QList<Row> rows;
    QSqlQuery *query = m_database.run(u"SELECT %1 FROM %2 WHERE %3"_s.arg(table.selectList(),
                                          quoted(QString(table.table().name)), condition),
        values);
    if (!query)
        return rows;
    while (query->next())
        rows.append(table.fromQuery(*query));
    m_database.finish(*query);
    return rows;
}

void Rows::put(const RowTable &table, const Row &row, bool pending)
{
    m_database.exec(table.upsertSql(), table.values(row, pending));
    m_changes[QString(table.table().name)].insert(domain::uuid(row, "id"_L1));
}

void Rows::putChanged(const RowTable &table, const Row &row)
{
    if (m_database.exec(table.upsertChangedSql(), table.values(row, false)) > 0)
        m_changes[QString(table.table().name)].insert(domain::uuid(row, "id"_L1));
}

void Rows::erase(const RowTable &table, const QUuid &id)
{
    const QString sql = u"DELETE FROM %1 WHERE id=?"_s.arg(quoted(QString(table.table().name)));
    if (m_database.exec(sql, {base::toText(id)}) > 0)
        m_changes[QString(table.table().name)].insert(id);
}

Row withoutMarks(Row row)
{
    row.remove(u"_pending"_s);
    return row;
}

} // namespace watchroom::store
