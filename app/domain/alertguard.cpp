// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/ids.h"
#include "app/domain/codes.h"
#include "app/domain/derivedids.h"
#include "app/domain/guard.h"

#include <algorithm>
#include <array>

namespace watchroom::domain {

using namespace Qt::StringLiterals;

namespace {

Verdict checkStationOnly(Change &change)
{
    return change.actor.station ? Verdict() : refuse(u"station_only"_s);
}

Verdict checkAlertOpen(Change &change)
{
    const QJsonValue ended = change.before("ended_at"_L1);
    return ended.isString() ? refuse(u"closed"_s) : Verdict();
}

Verdict checkAlertFixed(Change &change)
{
    static constexpr std::array kFixed{"rule"_L1, "target"_L1, "metric"_L1, "starts_at"_L1};
    const bool differs = change.isDeleted()
        || std::ranges::any_of(kFixed, [&change](auto column) { return change.changed(column); });
    return !change.isInsert() && differs ? refuse(u"immutable"_s) : Verdict();
}

Verdict checkAlertState(Change &change)
{
    const QString state = text(change.row, "state"_L1);
    if (!codes::contains(codes::kAlertStates, state))
        return refuse(u"state_unknown"_s);
    if (state == "cleared"_L1 && change.isNull("ended_at"_L1))
        change.setInstant("ended_at"_L1, change.at);
    return {};
}

Verdict checkJoined(Change &change)
{
    if (Verdict verdict = checkNamed(change, "incident"_L1, "incident"_L1))
        return verdict;
    return checkNamed(change, "alert"_L1, "alert"_L1);
}

} // namespace

Verdict guardAlert(Change &change)
{
    static constexpr std::array<GuardRule, 5> kRules{
        checkActor, checkStationOnly, checkAlertOpen, checkAlertFixed, checkAlertState};
    if (Verdict verdict = firstRefusal(change, kRules))
        return verdict;
    const auto ended = instant(change.row, "ended_at"_L1);
    change.set("part"_L1, ended ? monthPart(*ended) : u"core"_s);
    return {};
}

Verdict guardIncidentAlert(Change &change)
{
    static constexpr std::array<GuardRule, 4> kRules{
        checkActor, checkStationOnly, checkAppended, checkJoined};
    if (Verdict verdict = firstRefusal(change, kRules))
        return verdict;
    placeWithIncident(change);
    const QUuid id = uuid(change.row, "alert"_L1);
    const Row alert = change.facts.row(u"alert", id).value_or(Row());
    QJsonObject params{{u"alert"_s, base::toText(id)}};
    for (const QLatin1StringView column : {"rule"_L1, "target"_L1, "level"_L1, "value"_L1})
        params.insert(
            column, alert.contains(column) ? alert.value(column) : QJsonValue(QJsonValue::Null));
    change.write(uuid(change.row, "incident"_L1), u"alert_joined"_s, params);
    return {};
}

} // namespace watchroom::domain
