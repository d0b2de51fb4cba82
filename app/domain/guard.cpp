// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/guard.h"

#include "app/domain/codes.h"
#include "app/domain/levels.h"
#include "app/domain/limits.h"
#include "app/domain/values.h"

#include <algorithm>

namespace watchroom::domain {

using namespace Qt::StringLiterals;

QJsonValue Change::before(QLatin1StringView column) const
{
    return old && old->contains(column) ? old->value(column) : QJsonValue();
}

bool Change::isNull(QLatin1StringView column) const
{
    const QJsonValue value = row.value(column);
    return value.isNull() || value.isUndefined();
}

bool Change::changed(QLatin1StringView column) const
{
    const Column *known = table.column(column);
    const ColumnType type = known != nullptr ? known->type : ColumnType::Json;
    return !sameValue(type, before(column), row.value(column));
}

bool Change::isDeleted() const
{
    return boolean(row, "deleted"_L1);
}

bool Change::isSeniorOrOwner() const
{
    return actor.senior() || text(row, "owner"_L1) == actor.name;
}

void Change::setInstant(QLatin1StringView column, const std::optional<base::Instant> &value)
{
    row.insert(column, value ? QJsonValue(base::toIso(*value)) : QJsonValue());
}

void Change::write(const QUuid &incident, const QString &code, const QJsonObject &params)
{
    entries.append({code, params, incident});
}

Verdict firstRefusal(Change &change, std::span<const GuardRule> rules)
{
    for (const GuardRule rule : rules)
        if (Verdict verdict = rule(change))
            return verdict;
    return std::nullopt;
}

Verdict checkActor(Change &change)
{
    if (change.actor.station)
        return change.actor.fenceHolds ? Verdict() : refuse(u"old_fence"_s);
    return change.actor.active ? Verdict() : refuse(u"not_active"_s);
}

Verdict checkSenior(Change &change)
{
    return change.actor.senior() ? Verdict() : refuse(u"not_senior"_s);
}

Verdict checkAdmin(Change &change)
{
    return change.actor.rights.contains(u"admin"_s) ? Verdict() : refuse(u"not_admin"_s);
}

Verdict checkAppended(Change &change)
{
    return change.isInsert() ? Verdict() : refuse(u"immutable"_s);
}

bool isActive(const Row &person)
{
    return boolean(person, "active"_L1) && !boolean(person, "deleted"_L1);
}

bool isActivePerson(const Change &change, const QString &login)
{
    return std::ranges::any_of(change.facts.rowsWhere(u"person", "login"_L1, login), isActive);
}

bool isPosition(const Change &change, QLatin1StringView column)
{
    const QList<Row> rows =
        change.facts.rowsWhere(u"position", "code"_L1, change.row.value(column));
    return std::ranges::any_of(rows, [](const Row &row) { return !boolean(row, "deleted"_L1); });
}

Verdict checkTitle(Change &change)
{
    const QString title = text(change.row, "title"_L1);
    if (isBlank(title))
        return refuse(u"title_missing"_s);
    if (characterCount(title) > limits::kTitleCharacters)
        return refuse(u"title_too_long"_s);
    return {};
}

Verdict checkGroup(Change &change)
{
    if (!change.isNull("tech_group"_L1)
        && !codes::contains(codes::kGroups, text(change.row, "tech_group"_L1)))
        return refuse(u"group_unknown"_s);
    return {};
}

Verdict checkLevel(Change &change)
{
    return levelFrom(text(change.row, "level"_L1)) ? Verdict() : refuse(u"level_unknown"_s);
}

void keepGuardColumns(Change &change)
{
    for (const Column &column : change.table.columns)
        if (column.origin == Origin::Guard)
            change.set(column.name, change.before(column.name));
}

bool isTaken(const Change &change, QLatin1StringView column)
{
    if (change.isDeleted() || change.isNull(column))
        return false;
    const QList<Row> rows =
        change.facts.rowsWhere(QString(change.table.name), column, change.row.value(column));
    return std::ranges::any_of(rows, [&change](const Row &row) {
        return !boolean(row, "deleted"_L1) && uuid(row, "id"_L1) != uuid(change.row, "id"_L1);
    });
}

Verdict checkNamed(const Change &change, QLatin1StringView column, QLatin1StringView table)
{
    const bool known = change.facts.row(QString(table), uuid(change.row, column)).has_value();
    return known ? Verdict() : refuse(u"not_found"_s, {{u"column"_s, QString(column)}});
}

void placeWithIncident(Change &change)
{
    const Row incident =
        change.facts.row(u"incident", uuid(change.row, "incident"_L1)).value_or(Row());
    change.set("part"_L1, optionalText(incident, "part"_L1).value_or(u"core"_s));
}

void clearRequests(Change &change)
{
    for (const Column &column : change.table.columns)
        if (column.origin == Origin::Request)
            change.setNull(column.name);
}

} // namespace watchroom::domain
