// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/codes.h"
#include "app/domain/guard.h"
#include "app/domain/limits.h"
#include "app/domain/values.h"

#include <algorithm>
#include <array>

namespace watchroom::domain {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kLongest = std::chrono::hours(366 * 24);

bool isKind(const Change &change, QLatin1StringView kind)
{
    return text(change.row, "kind"_L1) == kind;
}

Refusal unknown(QLatin1StringView column)
{
    return refuse(u"not_found"_s, {{u"column"_s, QString(column)}});
}

Verdict checkPerson(Change &change)
{
    return change.actor.station ? refuse(u"station_may_not"_s) : Verdict();
}

Verdict checkKind(Change &change)
{
    const bool known = codes::contains(codes::kRosterKinds, text(change.row, "kind"_L1));
    return known ? Verdict() : refuse(u"kind_unknown"_s);
}

/// What its kind has no use for is not kept.
Verdict clearUnused(Change &change)
{
    const bool swap = isKind(change, "swap"_L1);
    if (!swap) {
        for (const auto column : {"other_position"_L1, "other_begins_at"_L1, "other_ends_at"_L1})
            change.setNull(column);
    }
    if (isKind(change, "leave"_L1))
        change.setNull("position"_L1);
    if (!swap && !isKind(change, "cover"_L1))
        change.setNull("replaces"_L1);
    return {};
}

bool isSpan(const Change &change, QLatin1StringView begins, QLatin1StringView ends)
{
    const auto from = instant(change.row, begins);
    const auto until = instant(change.row, ends);
    return from && until && *from < *until && *until - *from <= kLongest;
}

Verdict checkTimes(Change &change)
{
    const bool own = isSpan(change, "begins_at"_L1, "ends_at"_L1);
    const bool other =
        !isKind(change, "swap"_L1) || isSpan(change, "other_begins_at"_L1, "other_ends_at"_L1);
    return own && other ? Verdict() : refuse(u"time_wrong"_s);
}

Verdict checkPositions(Change &change)
{
    const bool all =
        change.isNull("position"_L1) && (isKind(change, "leave"_L1) || isKind(change, "cover"_L1));
    if (!all && !isPosition(change, "position"_L1))
        return unknown("position"_L1);
    if (isKind(change, "swap"_L1) && !isPosition(change, "other_position"_L1))
        return unknown("other_position"_L1);
    return {};
}

bool isListed(const Change &change, const QString &login)
{
    const QList<Row> rows = change.facts.rowsWhere(u"person", "login"_L1, login);
    return std::ranges::any_of(rows, [](const Row &row) { return !boolean(row, "deleted"_L1); });
}

// Who was switched off may be stood in for, and stands in for nobody.
Verdict checkPeople(Change &change)
{
    const QString person = text(change.row, "person"_L1);
    const QString replaces = text(change.row, "replaces"_L1);
    bool fine = isActivePerson(change, person);
    if (isKind(change, "swap"_L1))
        fine = fine && replaces != person && isActivePerson(change, replaces);
    else if (!change.isNull("replaces"_L1))
        fine = fine && replaces != person && isListed(change, replaces);
    return fine ? Verdict() : refuse(u"person_unknown"_s);
}

bool concernsActor(const Change &change)
{
    const QString &me = change.actor.name;
    return text(change.row, "person"_L1) == me
        || (!change.isNull("replaces"_L1) && text(change.row, "replaces"_L1) == me);
}

Verdict checkRights(Change &change)
{
    const bool may =
        change.actor.senior() || (!isKind(change, "temporary"_L1) && concernsActor(change));
    return may ? Verdict() : refuse(u"not_senior"_s);
}

Verdict checkReason(Change &change)
{
    const bool fits = characterCount(text(change.row, "reason"_L1)) <= limits::kLineCharacters;
    return fits ? Verdict() : refuse(u"too_large"_s);
}

/// Who is to say yes; empty: nobody, it is in force at once.
QString askedOf(const Change &change)
{
    const QString &me = change.actor.name;
    const QString person = text(change.row, "person"_L1);
    if (change.actor.senior() || isKind(change, "leave"_L1))
        return {};
    if (isKind(change, "swap"_L1) && person == me)
        return text(change.row, "replaces"_L1);
    return person == me ? QString() : person;
}

void write(Change &change, const QString &code)
{
    static constexpr std::array kTold{"kind"_L1, "position"_L1, "person"_L1, "replaces"_L1,
        "begins_at"_L1, "ends_at"_L1, "other_position"_L1, "other_begins_at"_L1, "other_ends_at"_L1,
        "reason"_L1};
    QJsonObject params;
    for (const QLatin1StringView column : kTold)
        params.insert(column, change.row.value(column));
    change.write({}, code, params);
}

void answer(Change &change)
{
    change.set("answered_by"_L1, change.actor.name);
    change.setInstant("answered_at"_L1, change.at);
}

Verdict insertOverride(Change &change)
{
    static constexpr std::array<GuardRule, 9> kRules{checkActor, checkPerson, checkKind,
        clearUnused, checkTimes, checkPositions, checkPeople, checkRights, checkReason};
    if (Verdict verdict = firstRefusal(change, kRules))
        return verdict;
    const QString asked = askedOf(change);
    change.set("state"_L1, asked.isEmpty() ? u"accepted"_s : u"asked"_s);
    change.set("asked_by"_L1, change.actor.name);
    change.setInstant("asked_at"_L1, change.at);
    change.set("asked_of"_L1, orNull(asked));
    change.setNull("answered_by"_L1);
    change.setNull("answered_at"_L1);
    if (asked.isEmpty())
        answer(change);
    change.set("deleted"_L1, false);
    change.set("part"_L1, u"core"_s);
    write(change, asked.isEmpty() ? u"roster_changed"_s : u"roster_asked"_s);
    return {};
}

Verdict checkPending(Change &change)
{
    const QString state = change.before("state"_L1).toString();
    const bool over = state == "declined"_L1 || state == "cancelled"_L1;
    return over ? refuse(u"closed"_s) : Verdict();
}

Verdict checkFixed(Change &change)
{
    const bool fixed = std::ranges::none_of(change.table.columns, [&change](const Column &column) {
        return column.origin == Origin::Client && column.name != "state"_L1
            && column.name != "ends_at"_L1 && change.changed(column.name);
    });
    if (!fixed || change.isDeleted())
        return refuse(u"immutable"_s);
    keepGuardColumns(change);
    return {};
}

bool mayTakeBack(const Change &change)
{
    return change.actor.senior() || concernsActor(change)
        || text(change.row, "asked_by"_L1) == change.actor.name;
}

// The past stays as it was: what is in force is cut short from now on.
Verdict judgeEnd(Change &change)
{
    if (!change.changed("ends_at"_L1))
        return {};
    const bool inForce = change.before("state"_L1).toString() == "accepted"_L1
        && !change.changed("state"_L1) && !isKind(change, "swap"_L1);
    if (!inForce)
        return refuse(u"immutable"_s);
    const auto ends = instant(change.row, "ends_at"_L1);
    const bool earlier = ends && *ends > instant(change.row, "begins_at"_L1)
        && ends < instant(*change.old, "ends_at"_L1) && *ends >= change.at;
    if (!earlier)
        return refuse(u"time_wrong"_s);
    if (!mayTakeBack(change))
        return refuse(u"not_owner"_s);
    write(change, u"roster_shortened"_s);
    return {};
}

Verdict judgeAnswer(Change &change, const QString &state)
{
    if (text(change.row, "asked_of"_L1) != change.actor.name && !change.actor.senior())
        return refuse(u"not_asked"_s);
    if (state == "accepted"_L1 && instant(change.row, "ends_at"_L1) <= change.at)
        return refuse(u"time_wrong"_s);
    answer(change);
    write(change, state == "accepted"_L1 ? u"roster_accepted"_s : u"roster_declined"_s);
    return {};
}

Verdict judgeState(Change &change)
{
    if (!change.changed("state"_L1))
        return {};
    const QString from = change.before("state"_L1).toString();
    const QString to = text(change.row, "state"_L1);
    if (from == "asked"_L1 && (to == "accepted"_L1 || to == "declined"_L1))
        return judgeAnswer(change, to);
    if (to != "cancelled"_L1)
        return refuse(u"state_unknown"_s);
    if (!mayTakeBack(change))
        return refuse(u"not_owner"_s);
    if (from == "accepted"_L1 && instant(change.row, "begins_at"_L1) <= change.at)
        return refuse(u"already_begun"_s);
    write(change, u"roster_cancelled"_s);
    return {};
}

} // namespace

Verdict guardRosterOverride(Change &change)
{
    if (change.isInsert())
        return insertOverride(change);
    static constexpr std::array<GuardRule, 6> kRules{
        checkPending, checkActor, checkPerson, checkFixed, judgeEnd, judgeState};
    if (const auto asked = instant(*change.old, "asked_at"_L1))
        change.at = std::max(change.at, *asked);
    return firstRefusal(change, kRules);
}

} // namespace watchroom::domain
