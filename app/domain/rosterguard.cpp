// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/codes.h"
#include "app/domain/derivedids.h"
#include "app/domain/guard.h"
#include "app/domain/values.h"

#include <QDate>
#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace watchroom::domain {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kNameCharacters = 60;
constexpr qint64 kMostTurns = 1'000; ///< hours, days or weeks of one turn
constexpr qsizetype kMostMembers = 50;

Refusal wrong(QLatin1StringView where)
{
    return refuse(u"doc_invalid"_s, {{u"where"_s, QString(where)}});
}

bool matches(const Change &change, QLatin1StringView column, const QString &pattern)
{
    const QRegularExpression expression(QRegularExpression::anchoredPattern(pattern));
    return expression.match(text(change.row, column)).hasMatch();
}

bool isName(const Change &change, QLatin1StringView column)
{
    const QString name = text(change.row, column);
    return !isBlank(name) && characterCount(name) <= kNameCharacters;
}

bool hasText(const QString &name)
{
    return characterCount(name) <= kNameCharacters;
}

Verdict checkPositionCode(Change &change)
{
    if (!change.isInsert() && change.changed("code"_L1))
        return refuse(u"immutable"_s);
    if (!matches(change, "code"_L1, u"[a-z][a-z0-9_]{0,31}"_s))
        return wrong("code"_L1);
    return isTaken(change, "code"_L1) ? refuse(u"name_taken"_s) : Verdict();
}

Verdict checkPositionNames(Change &change)
{
    if (!isName(change, "name"_L1))
        return wrong("name"_L1);
    return hasText(text(change.row, "name_en"_L1)) ? Verdict() : wrong("name_en"_L1);
}

Verdict checkRotationPosition(Change &change)
{
    return isPosition(change, "position"_L1)
        ? Verdict()
        : refuse(u"not_found"_s, {{u"column"_s, u"position"_s}});
}

bool isDate(const Change &change, QLatin1StringView column)
{
    return matches(change, column, u"[12][0-9]{3}-[0-9]{2}-[0-9]{2}"_s)
        && QDate::fromString(text(change.row, column), Qt::ISODate).isValid();
}

bool isTime(const Change &change, QLatin1StringView column)
{
    return matches(change, column, u"([01][0-9]|2[0-3]):[0-5][0-9]"_s);
}

Verdict checkTurn(Change &change)
{
    if (!isName(change, "slot"_L1))
        return wrong("slot"_L1);
    if (!matches(change, "zone"_L1, u"[A-Za-z0-9_+/-]{1,64}"_s))
        return wrong("zone"_L1);
    if (!isDate(change, "starts_on"_L1))
        return wrong("starts_on"_L1);
    const bool ends = !change.isNull("ends_on"_L1);
    // As texts: both are written alike.
    if (ends
        && (!isDate(change, "ends_on"_L1)
            || text(change.row, "ends_on"_L1) < text(change.row, "starts_on"_L1)))
        return wrong("ends_on"_L1);
    if (!isTime(change, "handoff"_L1))
        return wrong("handoff"_L1);
    if (!codes::contains(codes::kTurnUnits, text(change.row, "unit"_L1)))
        return wrong("unit"_L1);
    const qint64 every = integer(change.row, "every"_L1);
    return every >= 1 && every <= kMostTurns ? Verdict() : wrong("every"_L1);
}

Verdict checkHours(Change &change)
{
    const bool none = change.isNull("hours_from"_L1) && change.isNull("hours_until"_L1);
    const bool both = isTime(change, "hours_from"_L1) && isTime(change, "hours_until"_L1);
    return none || both ? Verdict() : wrong("hours"_L1);
}

Verdict checkMembers(Change &change)
{
    const QJsonArray members = change.row.value("members"_L1).toArray();
    if (members.isEmpty() || members.size() > kMostMembers)
        return wrong("members"_L1);
    QSet<QString> known;
    for (const QJsonValue &member : members) {
        if (!member.isString() || known.contains(member.toString()))
            return wrong("members"_L1);
        known.insert(member.toString());
    }
    const bool active = std::ranges::all_of(
        known, [&change](const QString &login) { return isActivePerson(change, login); });
    return active ? Verdict() : refuse(u"person_unknown"_s);
}

void writeColumns(Change &change, const QString &code, std::span<const QLatin1StringView> columns)
{
    QJsonObject params;
    for (const QLatin1StringView column : columns)
        params.insert(column, change.row.value(column));
    change.write({}, code, params);
}

} // namespace

Verdict guardPosition(Change &change)
{
    static constexpr std::array<GuardRule, 4> kRules{
        checkActor, checkSenior, checkPositionCode, checkPositionNames};
    static constexpr std::array kTold{"code"_L1, "name"_L1, "needed"_L1};
    if (Verdict verdict = firstRefusal(change, kRules))
        return verdict;
    change.set("part"_L1, u"core"_s);
    change.set("needed"_L1, boolean(change.row, "needed"_L1));
    writeColumns(change, change.isDeleted() ? u"position_removed"_s : u"position_changed"_s, kTold);
    return {};
}

// The entry holds the whole rule, so that the record says who was to be on duty when.
Verdict guardRotation(Change &change)
{
    static constexpr std::array<GuardRule, 6> kRules{
        checkActor, checkSenior, checkRotationPosition, checkTurn, checkHours, checkMembers};
    static constexpr std::array kTold{"position"_L1, "slot"_L1, "zone"_L1, "starts_on"_L1,
        "handoff"_L1, "unit"_L1, "every"_L1, "hours_from"_L1, "hours_until"_L1, "members"_L1,
        "ends_on"_L1};
    if (Verdict verdict = firstRefusal(change, kRules))
        return verdict;
    change.set("part"_L1, u"core"_s);
    writeColumns(change, change.isDeleted() ? u"rotation_removed"_s : u"rotation_changed"_s, kTold);
    return {};
}

Verdict guardCheckIn(Change &change)
{
    static constexpr std::array<GuardRule, 3> kRules{
        checkActor, checkAppended, checkRotationPosition};
    if (Verdict verdict = firstRefusal(change, kRules))
        return verdict;
    if (change.actor.station)
        return refuse(u"station_may_not"_s);
    change.set("person"_L1, change.actor.name);
    change.setInstant("checked_at"_L1, change.at);
    change.set("part"_L1, monthPart(change.at));
    change.write({}, u"checked_in"_s, {{u"position"_s, change.row.value("position"_L1)}});
    return {};
}

} // namespace watchroom::domain
