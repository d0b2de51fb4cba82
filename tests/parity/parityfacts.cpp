// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/parity/parityfacts.h"

#include <algorithm>

namespace watchroom::parity {

using namespace Qt::StringLiterals;
using namespace domain;

void ParityFacts::add(const QString &table, const Row &row)
{
    m_rows[table].insert(uuid(row, "id"_L1), row);
}

Actor ParityFacts::person(const QString &login) const
{
    Actor actor;
    actor.name = login;
    actor.active = false;
    for (const Row &person : rowsWhere(u"person", "login"_L1, login))
        actor.active =
            actor.active || (boolean(person, "active"_L1) && !boolean(person, "deleted"_L1));
    for (const Row &right : rowsWhere(u"person_right", "person"_L1, login))
        if (!boolean(right, "deleted"_L1))
            actor.rights.insert(text(right, "right_name"_L1));
    return actor;
}

std::optional<Row> ParityFacts::row(QStringView table, const QUuid &id) const
{
    const auto rows = m_rows.constFind(table.toString());
    if (rows == m_rows.cend() || !rows->contains(id))
        return std::nullopt;
    return rows->value(id);
}

QList<Row> ParityFacts::rowsWhere(
    QStringView table, QLatin1StringView column, const QJsonValue &value) const
{
    QList<Row> found;
    const auto rows = m_rows.constFind(table.toString());
    if (rows == m_rows.cend())
        return found;
    std::ranges::copy_if(*rows, std::back_inserter(found),
        [&](const Row &row) { return sameValue(row.value(column), value); });
    return found;
}

std::optional<Row> ParityFacts::newestPolicy() const
{
    const auto rows = m_rows.value(u"policy"_s);
    const auto newest = std::ranges::max_element(
        rows, {}, [](const Row &row) { return integer(row, "version"_L1); });
    return newest == rows.end() ? std::nullopt : std::optional(*newest);
}

} // namespace watchroom::parity
