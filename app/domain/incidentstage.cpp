// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/ids.h"
#include "app/domain/codes.h"
#include "app/domain/derivedids.h"
#include "app/domain/incidentguard.h"
#include "app/domain/values.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace watchroom::domain {

using namespace Qt::StringLiterals;

namespace {

Verdict gateAcknowledge(const Change &change, const LevelPolicy & /*policy*/)
{
    return change.isNull("acknowledged_by"_L1) ? refuse(u"gate_acknowledge"_s) : Verdict();
}

Verdict gateAssessment(const Change &change, const LevelPolicy & /*policy*/)
{
    QJsonArray missing;
    if (!change.row.value("sites"_L1).isArray())
        missing.append(u"sites"_s);
    if (!boolean(change.row, "level_confirmed"_L1))
        missing.append(u"level_confirmed"_s);
    if (change.isNull("tech_group"_L1))
        missing.append(u"tech_group"_s);
    if (missing.isEmpty())
        return {};
    return refuse(u"gate_assessment"_s, {{u"missing"_s, missing}});
}

Verdict gateCause(const Change &change, const LevelPolicy & /*policy*/)
{
    return isBlank(text(change.row, "cause"_L1)) ? refuse(u"gate_cause"_s) : Verdict();
}

Verdict gateVerified(const Change &change, const LevelPolicy & /*policy*/)
{
    return isBlank(text(change.row, "verified"_L1)) ? refuse(u"gate_verified"_s) : Verdict();
}

Verdict gateTold(const Change &change, const LevelPolicy &policy)
{
    const QJsonArray told = change.row.value("told"_L1).toArray();
    QJsonArray missing;
    for (const QString &party : policy.statusParties)
        if (!told.contains(party))
            missing.append(party);
    if (missing.isEmpty())
        return {};
    return refuse(u"gate_told"_s, {{u"missing"_s, missing}});
}

Verdict gateNone(const Change & /*change*/, const LevelPolicy & /*policy*/)
{
    return {};
}

Verdict gateOf(Stage stage, const Change &change, const LevelPolicy &policy)
{
    using Gate = Verdict (*)(const Change &, const LevelPolicy &);
    static constexpr std::array<Gate, kStages.size()> kGates{
        gateAcknowledge, gateAssessment, gateCause, gateVerified, gateTold, gateNone};
    return kGates[static_cast<std::size_t>(stage) - 1](change, policy);
}

bool mayLeaveOut(Stage from, Stage to, const LevelPolicy &policy)
{
    return std::ranges::all_of(kStages,
        [&](Stage stage) { return stage <= from || stage >= to || policy.maySkipStage(stage); });
}

Verdict checkMove(const Change &change, Stage from, Stage to)
{
    const QString reason = text(change.row, "stage_reason"_L1);
    if (to < from) {
        if (!codes::contains(codes::kBackReasons, reason))
            return refuse(u"reason_missing"_s);
        return {};
    }
    const Policy policy = policyOf(change);
    const Level level = levelFrom(text(change.row, "level"_L1)).value_or(Level::Red);
    const LevelPolicy &rules = policy.of(level);
    if (to > stageAfter(from)) {
        const bool reasoned = codes::contains(codes::kSkipReasons, reason);
        if (!reasoned && !mayLeaveOut(from, to, rules))
            return refuse(u"reason_missing"_s);
        // A false alarm needs no cause; but nobody leaves Recovery without a check.
        if (reasoned && from != Stage::Recovery)
            return {};
    }
    return gateOf(from, change, rules);
}

/// The stage's record as it stands, or as it must have begun where it is not at hand.
Row storedStageRecord(const Change &change, qint64 n)
{
    const QUuid id = stageRecordId(incidentId(change), n);
    if (auto record = change.facts.row(u"stage_record", id))
        return *record;
    return openedStageRecord(change);
}

void closeStageRecord(Change &change)
{
    // change.row still stands in the old stage but for `stage` itself.
    Change before = change;
    before.set("stage"_L1, change.before("stage"_L1));
    Row record = storedStageRecord(before, integer(change.row, "stage_n"_L1));
    record.insert("left_at"_L1, base::toIso(change.at));
    record.insert("waited_s"_L1, change.row.value("waited_s"_L1));
    record.insert("reason"_L1, change.row.value("stage_reason"_L1));
    record.insert("note"_L1, change.row.value("stage_note"_L1));
    record.insert("owner"_L1, change.row.value("owner"_L1));
    change.consequences.append({u"stage_record"_s, record});
}

void closeIncident(Change &change)
{
    const QString part = monthPart(change.at);
    change.setInstant("closed_at"_L1, change.at);
    change.setNull("due_at"_L1);
    change.set("part"_L1, part);
    // The whole way moves to the month with it; the record left just now is already in the list.
    for (qint64 n = integer(change.row, "stage_n"_L1) - 2; n > 0; --n)
        if (auto record = change.facts.row(u"stage_record", stageRecordId(incidentId(change), n)))
            change.consequences.append({u"stage_record"_s, *record});
    for (Consequence &consequence : change.consequences)
        consequence.row.insert("part"_L1, part);
    write(change, u"incident_closed"_s,
        {{u"from"_s, change.before("stage"_L1)},
            {u"reason"_s, change.row.value("stage_reason"_L1)}});
}

void enterStage(Change &change, Stage from, Stage to)
{
    const qint64 n = integer(change.row, "stage_n"_L1) + 1;
    change.set("stage_n"_L1, n);
    change.setInstant("stage_entered_at"_L1, change.at);
    change.setInstant("due_at"_L1, dueFrom(change, change.at, to));
    change.set("waited_s"_L1, 0);
    change.set("group_moves"_L1, 0);
    if (to < from && to <= Stage::Recovery)
        change.setNull("verified"_L1);
    if (to == Stage::Closed) {
        closeIncident(change);
        return;
    }
    change.consequences.append({u"stage_record"_s, openedStageRecord(change)});
    write(change, u"stage_changed"_s,
        {{u"from"_s, codeOf(from)}, {u"to"_s, codeOf(to)},
            {u"reason"_s, change.row.value("stage_reason"_L1)}, {u"n"_s, n}});
}

} // namespace

Verdict judgeStage(Change &change)
{
    const Stage from = stageBefore(change);
    const Stage to = stageFrom(text(change.row, "stage"_L1)).value_or(from);
    if (to == from)
        return {};
    if (change.isNull("owner"_L1))
        return refuse(u"not_claimed"_s);
    if (!change.isSeniorOrOwner())
        return refuse(u"not_owner"_s);
    // A reason that is absent is null in the entry and the record.
    change.row.insert("stage_reason"_L1,
        change.isNull("stage_reason"_L1) ? QJsonValue() : change.row.value("stage_reason"_L1));
    change.row.insert("stage_note"_L1,
        change.isNull("stage_note"_L1) ? QJsonValue() : change.row.value("stage_note"_L1));
    if (Verdict verdict = checkMove(change, from, to))
        return verdict;
    if (!change.isNull("waiting_for"_L1))
        resume(change);
    closeStageRecord(change);
    enterStage(change, from, to);
    return {};
}

} // namespace watchroom::domain
