// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/incidentguard.h"

#include <array>
#include <chrono>

namespace watchroom::domain {

using namespace Qt::StringLiterals;

namespace {

// How far back an incident may be said to have begun.
constexpr std::chrono::hours kMaxBackdating{24};

Verdict checkFirstStage(Change &change)
{
    if (!change.isNull("stage"_L1) && text(change.row, "stage"_L1) != codeOf(Stage::Detection))
        return refuse(u"stage_first"_s);
    return {};
}

Verdict checkFirstOwner(Change &change)
{
    if (change.isNull("owner"_L1))
        return {};
    if (change.actor.station)
        return refuse(u"station_may_not"_s);
    if (text(change.row, "owner"_L1) != change.actor.name)
        return refuse(u"owner_other"_s);
    return {};
}

Verdict pinPolicy(Change &change)
{
    if (change.isNull("policy_version"_L1)) {
        const auto newest = change.facts.newestPolicy();
        if (!newest)
            return refuse(u"policy_unknown"_s);
        change.set("policy_version"_L1, newest->value("version"_L1));
        return {};
    }
    const QList<Row> known =
        change.facts.rowsWhere(u"policy", "version"_L1, change.row.value("policy_version"_L1));
    return known.isEmpty() ? refuse(u"policy_unknown"_s) : Verdict();
}

base::Instant openedAt(const Change &change)
{
    const auto given = instant(change.row, "opened_at"_L1);
    const bool believable = given && *given < change.at && *given >= change.now - kMaxBackdating;
    return believable ? *given : change.at;
}

void stampFixed(Change &change)
{
    static constexpr std::array kNone{"cause"_L1, "verified"_L1, "told"_L1, "closed_at"_L1,
        "waiting_for"_L1, "waiting_since"_L1, "recovered_at"_L1, "acknowledged_by"_L1,
        "acknowledged_at"_L1};
    for (const QLatin1StringView column : kNone)
        change.setNull(column);
    change.set("stage"_L1, codeOf(Stage::Detection));
    change.set("stage_n"_L1, 1);
    change.set("waited_s"_L1, 0);
    change.set("group_moves"_L1, 0);
    change.set("drill"_L1, boolean(change.row, "drill"_L1));
    change.set("level_confirmed"_L1, boolean(change.row, "level_confirmed"_L1));
    change.set("part"_L1, u"core"_s);
}

void stamp(Change &change)
{
    change.setInstant("opened_at"_L1, openedAt(change));
    stampFixed(change);
    change.set("opened_by"_L1, change.actor.name);
    change.setInstant("stage_entered_at"_L1, change.at);
    change.setInstant("due_at"_L1, dueFrom(change, change.at, Stage::Detection));
    if (!change.isNull("owner"_L1)) {
        change.set("acknowledged_by"_L1, change.row.value("owner"_L1));
        change.setInstant("acknowledged_at"_L1, change.at);
    }
    change.set("number"_L1, change.facts.nextNumber());
}

} // namespace

Verdict guardIncidentInsert(Change &change)
{
    static constexpr std::array<GuardRule, 7> kRules{checkActor, checkTitle, checkLevel,
        checkFirstStage, checkGroup, checkFirstOwner, pinPolicy};
    if (Verdict verdict = firstRefusal(change, kRules))
        return verdict;
    stamp(change);
    change.consequences.append({u"stage_record"_s, openedStageRecord(change)});
    write(change, u"incident_opened"_s,
        {{u"label"_s, change.row.value("label"_L1)}, {u"level"_s, change.row.value("level"_L1)},
            {u"target"_s, change.row.value("target"_L1)}});
    if (!change.isNull("owner"_L1))
        write(change, u"claimed"_s, {{u"owner"_s, change.row.value("owner"_L1)}});
    return {};
}

} // namespace watchroom::domain
