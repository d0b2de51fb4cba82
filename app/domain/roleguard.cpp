// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/codes.h"
#include "app/domain/guard.h"

#include <array>

namespace watchroom::domain {

using namespace Qt::StringLiterals;

namespace {

Verdict checkPerson(Change &change)
{
    return change.actor.station ? refuse(u"station_may_not"_s) : Verdict();
}

Verdict checkRole(Change &change)
{
    const bool known = codes::contains(codes::kRoles, text(change.row, "role"_L1));
    return known ? Verdict() : refuse(u"role_unknown"_s);
}

Verdict checkIncident(Change &change)
{
    return checkNamed(change, "incident"_L1, "incident"_L1);
}

} // namespace

Verdict guardIncidentRole(Change &change)
{
    static constexpr std::array<GuardRule, 4> kRules{
        checkActor, checkPerson, checkRole, checkIncident};
    if (Verdict verdict = firstRefusal(change, kRules))
        return verdict;
    placeWithIncident(change);
    const bool left = change.isDeleted();
    const bool leftBefore = boolean(change.old.value_or(Row()), "deleted"_L1);
    const bool moved = change.changed("role"_L1) || change.changed("person"_L1);
    if (change.isInsert() || left != leftBefore || (!left && moved))
        change.write(uuid(change.row, "incident"_L1), left ? u"role_left"_s : u"role_given"_s,
            {{u"role"_s, change.row.value("role"_L1)},
                {u"person"_s, change.row.value("person"_L1)}});
    return {};
}

} // namespace watchroom::domain
