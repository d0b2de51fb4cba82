// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/derivedids.h"
#include "app/domain/guard.h"

#include <algorithm>
#include <array>

namespace watchroom::domain {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kAdmin = "admin"_L1;

bool isLivingAdminRight(const Row &right)
{
    return text(right, "right_name"_L1) == kAdmin && !boolean(right, "deleted"_L1);
}

/// Somebody active holds the right by another row than `lost`, and is not `leaving`.
bool hasOtherAdmin(const Change &change, const QUuid &lost, const QString &leaving)
{
    const QList<Row> rights = change.facts.rowsWhere(u"person_right", "right_name"_L1, kAdmin);
    return std::ranges::any_of(rights, [&](const Row &right) {
        const QString login = text(right, "person"_L1);
        return isLivingAdminRight(right) && uuid(right, "id"_L1) != lost && login != leaving
            && isActivePerson(change, login);
    });
}

bool isAdmin(const Change &change, const QString &login)
{
    const QList<Row> rights = change.facts.rowsWhere(u"person_right", "person"_L1, login);
    return std::ranges::any_of(rights, isLivingAdminRight);
}

Verdict checkLogin(Change &change)
{
    return isTaken(change, "login"_L1) ? refuse(u"login_taken"_s) : Verdict();
}

Verdict checkStationName(Change &change)
{
    return isTaken(change, "name"_L1) ? refuse(u"name_taken"_s) : Verdict();
}

// A login and a station's name are the server's roles, and the record names them for ever.
template <const QLatin1StringView &column>
Verdict checkNameKept(Change &change)
{
    return !change.isInsert() && change.changed(column) ? refuse(u"immutable"_s) : Verdict();
}
constexpr QLatin1StringView kLogin = "login"_L1;
constexpr QLatin1StringView kName = "name"_L1;

/// A lead may switch a station off; the rest, and switching it on again, is an administrator's.
bool isRevoked(const Change &change)
{
    return !change.isInsert() && boolean(*change.old, "active"_L1) && !change.isNull("active"_L1)
        && !boolean(change.row, "active"_L1) && !change.changed("name"_L1)
        && !change.changed("kind"_L1) && !change.isDeleted();
}

Verdict checkStationRight(Change &change)
{
    return isRevoked(change) ? checkSenior(change) : checkAdmin(change);
}

Verdict checkOnlyEnded(Change &change)
{
    const bool same = !change.changed("person"_L1) && !change.changed("station"_L1)
        && !change.changed("opened_at"_L1) && !change.isDeleted();
    return same && !boolean(*change.old, "ended"_L1) && boolean(change.row, "ended"_L1)
        ? Verdict()
        : refuse(u"immutable"_s);
}

Verdict checkSessionRight(Change &change)
{
    return change.actor.name == text(change.row, "person"_L1) ? Verdict() : checkSenior(change);
}

Verdict checkLastAdminStays(Change &change)
{
    if (change.isInsert() || !isActive(*change.old) || isActive(change.row))
        return {};
    const QString login = change.before("login"_L1).toString();
    if (isAdmin(change, login) && !hasOtherAdmin(change, QUuid(), login))
        return refuse(u"last_admin"_s);
    return {};
}

Verdict checkLastRightStays(Change &change)
{
    const bool was = !change.isInsert() && isLivingAdminRight(*change.old);
    const bool stays = was && isLivingAdminRight(change.row) && !change.changed("person"_L1);
    if (!was || stays || !isActivePerson(change, change.before("person"_L1).toString()))
        return {};
    return hasOtherAdmin(change, uuid(change.row, "id"_L1), {}) ? Verdict()
                                                                : refuse(u"last_admin"_s);
}

} // namespace

Verdict guardPerson(Change &change)
{
    static constexpr std::array<GuardRule, 5> kRules{
        checkActor, checkAdmin, checkLogin, checkNameKept<kLogin>, checkLastAdminStays};
    return firstRefusal(change, kRules);
}

Verdict guardPersonRight(Change &change)
{
    static constexpr std::array<GuardRule, 3> kRules{checkActor, checkAdmin, checkLastRightStays};
    return firstRefusal(change, kRules);
}

Verdict guardStation(Change &change)
{
    static constexpr std::array<GuardRule, 4> kRules{
        checkActor, checkStationRight, checkStationName, checkNameKept<kName>};
    if (Verdict verdict = firstRefusal(change, kRules))
        return verdict;
    if (isRevoked(change))
        change.write({}, u"station_revoked"_s, {{u"station"_s, change.row.value("name"_L1)}});
    return {};
}

Verdict guardSession(Change &change)
{
    if (change.isInsert())
        return refuse(u"guarded"_s);
    static constexpr std::array<GuardRule, 3> kRules{checkActor, checkOnlyEnded, checkSessionRight};
    if (Verdict verdict = firstRefusal(change, kRules))
        return verdict;
    const auto opened = instant(change.row, "opened_at"_L1);
    const base::Instant at = opened ? std::max(*opened, change.at) : change.at;
    change.setInstant("ended_at"_L1, at);
    change.set("ended_by"_L1, change.actor.name);
    change.set("part"_L1, monthPart(at));
    if (change.actor.name != text(change.row, "person"_L1)
        && change.actor.name != text(change.row, "station"_L1))
        change.write({}, u"session_revoked"_s,
            {{u"person"_s, change.row.value("person"_L1)},
                {u"station"_s, change.row.value("station"_L1)}});
    return {};
}

} // namespace watchroom::domain
