// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/handoverguard.h"

#include "app/base/ids.h"
#include "app/domain/codes.h"
#include "app/domain/derivedids.h"
#include "app/domain/limits.h"
#include "app/domain/values.h"

#include <algorithm>
#include <array>

namespace watchroom::domain {

using namespace Qt::StringLiterals;

namespace {

/// How far from its shift a handover may be begun.
constexpr auto kNear = std::chrono::hours(24);
constexpr qsizetype kMostPeople = 100;

QUuid idOf(const Change &change)
{
    return uuid(change.row, "id"_L1);
}

void write(Change &change, const QString &code, QJsonObject params = {})
{
    for (const auto column : {"scope"_L1, "label"_L1, "outgoing"_L1, "incoming"_L1})
        params.insert(column, change.row.value(column));
    params.insert("handover"_L1, change.row.value("id"_L1));
    change.write({}, code, params);
}

Verdict checkScope(Change &change)
{
    const bool known = text(change.row, "scope"_L1) == kDesk || isPosition(change, "scope"_L1);
    return known ? Verdict() : refuse(u"not_found"_s, {{u"column"_s, u"scope"_s}});
}

// Of when it was begun: what was made offline may arrive days later.
Verdict checkShift(Change &change)
{
    const auto shift = instant(change.row, "shift_at"_L1);
    const bool near = shift && *shift - change.at <= kNear && change.at - *shift <= kNear;
    return near ? Verdict() : refuse(u"time_wrong"_s);
}

// Whoever makes it, it is the same handover.
Verdict checkId(Change &change)
{
    const qint64 attempt = integer(change.row, "attempt"_L1);
    const auto shift = instant(change.row, "shift_at"_L1);
    const bool right = attempt >= 1 && shift
        && idOf(change) == handoverId(text(change.row, "scope"_L1), *shift, attempt);
    return right ? Verdict() : refuse(u"doc_invalid"_s, {{u"where"_s, u"id"_s}});
}

Verdict checkOnlyOne(Change &change)
{
    const QString scope = text(change.row, "scope"_L1);
    // By state: those that ended are many.
    for (const QLatin1StringView state : kLiveStates) {
        const QList<Row> live = change.facts.rowsWhere(u"handover", "state"_L1, QString(state));
        const bool another = std::ranges::any_of(live, [&](const Row &row) {
            return !boolean(row, "deleted"_L1) && text(row, "scope"_L1) == scope
                && uuid(row, "id"_L1) != idOf(change);
        });
        if (another)
            return refuse(u"handover_live"_s);
    }
    return {};
}

Verdict checkLeads(Change &change)
{
    const QString outgoing = text(change.row, "outgoing"_L1);
    const QString incoming = text(change.row, "incoming"_L1);
    const bool two = outgoing != incoming && isActivePerson(change, outgoing)
        && isActivePerson(change, incoming);
    return two ? Verdict() : refuse(u"person_unknown"_s);
}

/// A list of logins that has the lead in it.
bool isCrew(const Change &change, QLatin1StringView people, QLatin1StringView lead)
{
    const QJsonValue value = change.row.value(people);
    const QJsonArray all = value.toArray();
    const bool texts = value.isArray()
        && std::ranges::all_of(all, [](const QJsonValue &one) { return one.isString(); });
    return texts && all.size() <= kMostPeople && all.contains(change.row.value(lead));
}

Verdict checkCrews(Change &change)
{
    if (!isCrew(change, "outgoing_people"_L1, "outgoing"_L1))
        return refuse(u"doc_invalid"_s, {{u"where"_s, u"outgoing_people"_s}});
    if (!isCrew(change, "incoming_people"_L1, "incoming"_L1))
        return refuse(u"doc_invalid"_s, {{u"where"_s, u"incoming_people"_s}});
    return {};
}

bool isLead(const Change &change)
{
    const QString &me = change.actor.name;
    return text(change.row, "outgoing"_L1) == me || text(change.row, "incoming"_L1) == me
        || change.actor.senior();
}

Verdict checkOpener(Change &change)
{
    return change.actor.station || isLead(change) ? Verdict() : refuse(u"not_party"_s);
}

Verdict insertHandover(Change &change)
{
    static constexpr std::array<GuardRule, 8> kRules{checkActor, checkScope, checkShift, checkId,
        checkOnlyOne, checkLeads, checkCrews, checkOpener};
    if (Verdict verdict = firstRefusal(change, kRules))
        return verdict;
    for (const auto column : {"sheet_hash"_L1, "reason"_L1, "remark"_L1, "ended_by"_L1,
             "ended_at"_L1, "changes"_L1, "seen_by"_L1, "seen_at"_L1})
        change.setNull(column);
    change.set("state"_L1, u"draft"_s);
    change.set("seen"_L1, false);
    change.set("opened_by"_L1, change.actor.name);
    change.setInstant("opened_at"_L1, change.at);
    change.set("number"_L1, change.facts.nextNumber());
    change.set("part"_L1, monthPart(*instant(change.row, "shift_at"_L1)));
    write(change, u"handover_opened"_s, {{u"shift_at"_s, change.row.value("shift_at"_L1)}});
    return {};
}

// What was accepted is seen by the new lead, once; nothing else changes after the end.
Verdict judgeSeen(Change &change)
{
    const bool ended = !isLive(*change.old);
    const QString state = change.before("state"_L1).toString();
    const bool moved = isPassedState(state);
    if (ended && !moved)
        return refuse(u"closed"_s);
    if (!change.changed("seen"_L1))
        return ended ? refuse(u"closed"_s) : Verdict();
    if (!ended || !boolean(change.row, "seen"_L1))
        return refuse(u"immutable"_s);
    if (change.actor.name != text(*change.old, "incoming"_L1) && !change.actor.senior())
        return refuse(u"not_receiver"_s);
    change.set("seen_by"_L1, change.actor.name);
    change.setInstant("seen_at"_L1, change.at);
    return {};
}

Verdict checkFixed(Change &change)
{
    static constexpr std::array kFixed{"scope"_L1, "shift_at"_L1, "attempt"_L1, "label"_L1};
    static constexpr std::array kAfterEnd{"state"_L1, "outgoing"_L1, "incoming"_L1,
        "outgoing_people"_L1, "incoming_people"_L1, "sheet_hash"_L1, "reason"_L1, "remark"_L1};
    const auto changed = [&change](QLatin1StringView column) { return change.changed(column); };
    if (change.isDeleted() || std::ranges::any_of(kFixed, changed)
        || (!isLive(*change.old) && std::ranges::any_of(kAfterEnd, changed)))
        return refuse(u"immutable"_s);
    keepGuardColumns(change);
    return {};
}

Verdict judgeLeads(Change &change)
{
    static constexpr std::array kLeads{
        "outgoing"_L1, "incoming"_L1, "outgoing_people"_L1, "incoming_people"_L1};
    if (std::ranges::none_of(kLeads, [&change](auto column) { return change.changed(column); }))
        return {};
    if (change.before("state"_L1).toString() != "draft"_L1)
        return refuse(u"immutable"_s);
    static constexpr std::array<GuardRule, 2> kRules{checkLeads, checkCrews};
    if (Verdict verdict = firstRefusal(change, kRules))
        return verdict;
    const QString &me = change.actor.name;
    const bool mine = change.before("outgoing"_L1).toString() == me
        || change.before("incoming"_L1).toString() == me;
    if (!mine && !change.actor.senior())
        return refuse(u"not_party"_s);
    write(change, u"handover_leads"_s);
    return {};
}

Verdict judgeRemark(Change &change)
{
    const bool fits = characterCount(text(change.row, "remark"_L1)) <= limits::kLineCharacters;
    return fits ? Verdict() : refuse(u"too_large"_s);
}

/// One step from a live handover: to which state, by whom, with which reasons.
struct Step
{
    QLatin1StringView to;
    QLatin1StringView code;
    bool (*may)(const Change &);
    std::span<const QLatin1StringView> reasons;
};

bool isOutgoing(const Change &change)
{
    return text(change.row, "outgoing"_L1) == change.actor.name;
}

bool isIncoming(const Change &change)
{
    return text(change.row, "incoming"_L1) == change.actor.name;
}

bool mayExtend(const Change &change)
{
    return isOutgoing(change) || change.actor.senior();
}

bool mayExpire(const Change &change)
{
    return change.actor.station || change.actor.senior();
}

bool mayForce(const Change &change)
{
    return !isOutgoing(change)
        && (change.actor.rights.contains(u"command"_s) || change.actor.rights.contains(u"admin"_s));
}

constexpr std::array kSteps{
    Step{"draft"_L1, "handover_recalled"_L1, isLead, {}},
    Step{"out_signed"_L1, {}, isOutgoing, {}},
    Step{"accepted"_L1, "handover_accepted"_L1, isIncoming, {}},
    Step{"refused"_L1, "handover_refused"_L1, isIncoming, codes::kRefuseReasons},
    Step{"extended"_L1, "handover_extended"_L1, mayExtend, codes::kExtendReasons},
    Step{"expired"_L1, "handover_expired"_L1, mayExpire, {}},
    Step{"forced"_L1, "handover_forced"_L1, mayForce, codes::kForceReasons},
};

Verdict checkSignatures(Change &change, const QString &to)
{
    const QString hash = text(change.row, "sheet_hash"_L1);
    const auto has = [&](const QString &meaning, QLatin1StringView lead) {
        return isSigned(change, idOf(change), meaning, text(change.row, lead), hash);
    };
    const bool out = to == "forced"_L1 || has(u"handed_over"_s, "outgoing"_L1);
    const bool in = to == "out_signed"_L1 || has(u"taken_over"_s, "incoming"_L1);
    return out && in ? Verdict() : refuse(u"signature_missing"_s);
}

void end(Change &change)
{
    change.set("ended_by"_L1, change.actor.name);
    change.setInstant("ended_at"_L1, change.at);
}

Verdict passWatch(Change &change, const Step &step)
{
    const auto sheet = signedSheet(change, idOf(change), text(change.row, "sheet_hash"_L1));
    const Moves moves = movesOf(change, sheet.value_or(QJsonObject()));
    change.set("changes"_L1, moves.changes);
    end(change);
    write(change, QString(step.code),
        {{u"sheet_hash"_s, change.row.value("sheet_hash"_L1)},
            {u"reason"_s, change.row.value("reason"_L1)},
            {u"moved"_s, qint64(moves.entries.size())},
            {u"changes"_s, qint64(moves.changes.size())}});
    change.entries.append(moves.entries);
    change.consequences.append(moves.rows);
    return {};
}

Verdict judgeHandoverState(Change &change)
{
    const QString to = text(change.row, "state"_L1);
    if (!change.changed("state"_L1)) {
        // A hash belongs to a signed sheet.
        return change.changed("sheet_hash"_L1) ? refuse(u"immutable"_s) : Verdict();
    }
    const auto step = std::ranges::find_if(kSteps, [&to](const Step &s) { return s.to == to; });
    if (step == kSteps.end())
        return refuse(u"state_unknown"_s);
    if (!step->may(change))
        return refuse(u"not_party"_s);
    if (!step->reasons.empty() && !codes::contains(step->reasons, text(change.row, "reason"_L1)))
        return refuse(u"reason_missing"_s);
    if (to == "out_signed"_L1)
        return checkSignatures(change, to);
    if (isPassedState(to)) {
        if (Verdict verdict = checkSignatures(change, to))
            return verdict;
        return passWatch(change, *step);
    }
    change.setNull("sheet_hash"_L1);
    if (to != "draft"_L1)
        end(change);
    write(change, QString(step->code), {{u"reason"_s, change.row.value("reason"_L1)}});
    return {};
}

} // namespace

bool isLiveState(QStringView state)
{
    return codes::contains(kLiveStates, state);
}

bool isPassedState(QStringView state)
{
    return state == "accepted"_L1 || state == "forced"_L1;
}

bool isLive(const Row &handover)
{
    return isLiveState(text(handover, "state"_L1));
}

bool isUnheardRed(QStringView table, QStringView level, QStringView stage)
{
    return table == "incident"_L1 && level == "red"_L1 && stage == "detection"_L1;
}

QStringList logins(const QJsonValue &people)
{
    QStringList all;
    const QJsonArray items = people.toArray();
    for (const QJsonValue &item : items)
        all.append(item.toString());
    return all;
}

bool isParty(const Change &change, const Row &handover)
{
    return change.actor.senior()
        || logins(handover.value("outgoing_people"_L1)).contains(change.actor.name)
        || logins(handover.value("incoming_people"_L1)).contains(change.actor.name);
}

Verdict guardHandover(Change &change)
{
    if (change.isInsert())
        return insertHandover(change);
    static constexpr std::array<GuardRule, 6> kRules{
        checkActor, checkFixed, judgeSeen, judgeLeads, judgeRemark, judgeHandoverState};
    if (const auto opened = instant(*change.old, "opened_at"_L1))
        change.at = std::max(change.at, *opened);
    return firstRefusal(change, kRules);
}

} // namespace watchroom::domain
