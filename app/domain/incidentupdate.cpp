// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/incidentguard.h"

#include <algorithm>
#include <array>

namespace watchroom::domain {

using namespace Qt::StringLiterals;

namespace {

Verdict checkOpen(Change &change)
{
    return stageBefore(change) == Stage::Closed ? refuse(u"closed"_s) : Verdict();
}

bool isRaise(const Change &change)
{
    const auto from = levelFrom(change.before("level"_L1).toString());
    const auto to = levelFrom(text(change.row, "level"_L1));
    return from && to && *from < *to;
}

Verdict checkStation(Change &change)
{
    if (!change.actor.station)
        return {};
    for (const Column &column : change.table.columns) {
        if (column.origin != Origin::Client || column.name == "recovered_at"_L1)
            continue;
        const bool raise = column.name == "level"_L1 && isRaise(change);
        if (change.changed(column.name) && !raise)
            return refuse(u"station_may_not"_s);
    }
    return change.isDeleted() ? refuse(u"station_may_not"_s) : Verdict();
}

Verdict checkImmutable(Change &change)
{
    static constexpr std::array kFixed{
        "label"_L1, "drill"_L1, "opened_at"_L1, "policy_version"_L1, "previous"_L1};
    if (change.isDeleted()
        || std::ranges::any_of(kFixed, [&change](auto column) { return change.changed(column); }))
        return refuse(u"immutable"_s);
    keepGuardColumns(change);
    return {};
}

Verdict checkStage(Change &change)
{
    return stageFrom(text(change.row, "stage"_L1)) ? Verdict() : refuse(u"stage_unknown"_s);
}

} // namespace

Verdict guardIncidentUpdate(Change &change)
{
    static constexpr std::array<GuardRule, 15> kRules{checkOpen, checkActor, checkStation,
        checkImmutable, checkTitle, checkGroup, checkLevel, checkStage, judgeOwner,
        judgeAcknowledged, judgeLevel, judgeWaiting, judgeGroup, judgeResults, judgeStage};
    // What an earlier clock said cannot lie before the stage was entered.
    if (const auto entered = instant(change.old.value_or(Row()), "stage_entered_at"_L1))
        change.at = std::max(change.at, *entered);
    return firstRefusal(change, kRules);
}

} // namespace watchroom::domain
