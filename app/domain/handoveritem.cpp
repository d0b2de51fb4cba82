// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/codes.h"
#include "app/domain/derivedids.h"
#include "app/domain/handoverguard.h"
#include "app/domain/limits.h"
#include "app/domain/values.h"

#include <algorithm>
#include <array>

namespace watchroom::domain {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kSubjectCharacters = 64;

Row handoverOf(const Change &change)
{
    return change.facts.row(u"handover", uuid(change.row, "handover"_L1)).value_or(Row());
}

Verdict checkPerson(Change &change)
{
    return change.actor.station ? refuse(u"station_may_not"_s) : Verdict();
}

Verdict checkSubject(Change &change)
{
    static constexpr std::array kFixed{"handover"_L1, "about"_L1, "subject"_L1};
    const bool moved = std::ranges::any_of(
        kFixed, [&change](QLatin1StringView column) { return change.changed(column); });
    if (!change.isInsert() && (moved || change.isDeleted()))
        return refuse(u"immutable"_s);
    const QString about = text(change.row, "about"_L1);
    const QString subject = text(change.row, "subject"_L1);
    const bool known = codes::contains(codes::kHandoverTables, about)
        || codes::contains(codes::kHandoverSubjects, about);
    const bool passes = subject == "handed_over"_L1 || subject == "taken_over"_L1;
    if (!known || (about == "paper"_L1 && !passes))
        return refuse(u"kind_unknown"_s);
    if (isBlank(subject) || characterCount(subject) > kSubjectCharacters)
        return refuse(u"doc_invalid"_s, {{u"where"_s, u"subject"_s}});
    const QUuid id = handoverItemId(uuid(change.row, "handover"_L1), about, subject);
    return id == uuid(change.row, "id"_L1) ? Verdict()
                                           : refuse(u"doc_invalid"_s, {{u"where"_s, u"id"_s}});
}

Verdict checkHandover(Change &change)
{
    const Row handover = handoverOf(change);
    if (handover.isEmpty())
        return refuse(u"not_found"_s, {{u"column"_s, u"handover"_s}});
    if (!isLive(handover))
        return refuse(u"closed"_s);
    return isParty(change, handover) ? Verdict() : refuse(u"not_party"_s);
}

Verdict checkWords(Change &change)
{
    static constexpr std::array kLines{
        "next_action"_L1, "contingency"_L1, "question"_L1, "answer"_L1, "seen"_L1};
    const bool fits = std::ranges::all_of(kLines, [&change](QLatin1StringView column) {
        return characterCount(text(change.row, column)) <= limits::kLineCharacters;
    });
    if (!fits)
        return refuse(u"too_large"_s);
    const bool known = change.isNull("result"_L1)
        || codes::contains(codes::kSystemResults, text(change.row, "result"_L1));
    if (!known)
        return refuse(u"state_unknown"_s);
    if (!change.isNull("reason"_L1)
        && !codes::contains(codes::kWaiveReasons, text(change.row, "reason"_L1)))
        return refuse(u"reason_missing"_s);
    const bool receiver =
        change.isNull("receiver"_L1) || isActivePerson(change, text(change.row, "receiver"_L1));
    return receiver ? Verdict() : refuse(u"person_unknown"_s);
}

void stamp(Change &change, QLatin1StringView by, QLatin1StringView at)
{
    change.set(by, change.actor.name);
    change.setInstant(at, change.at);
}

void clear(Change &change, QLatin1StringView by, QLatin1StringView at)
{
    change.setNull(by);
    change.setNull(at);
}

// Who takes it confirms it; another plan, or another receiver, is confirmed anew.
Verdict judgeConfirmed(Change &change)
{
    static constexpr std::array kPlan{
        "receiver"_L1, "next_action"_L1, "due_at"_L1, "contingency"_L1};
    const bool replanned = std::ranges::any_of(
        kPlan, [&change](QLatin1StringView column) { return change.changed(column); });
    const bool wasConfirmed = change.before("confirmed"_L1).toBool();
    const bool confirms = boolean(change.row, "confirmed"_L1) && !wasConfirmed;
    if (confirms) {
        const QString lead = text(handoverOf(change), "incoming"_L1);
        if (change.actor.name != text(change.row, "receiver"_L1) && change.actor.name != lead)
            return refuse(u"not_receiver"_s);
        stamp(change, "confirmed_by"_L1, "confirmed_at"_L1);
    } else if (replanned || !boolean(change.row, "confirmed"_L1)) {
        change.set("confirmed"_L1, false);
        clear(change, "confirmed_by"_L1, "confirmed_at"_L1);
    }
    return {};
}

// A question goes back to the owner; another question waits for another answer.
Verdict judgeQuestion(Change &change)
{
    if (change.changed("question"_L1)) {
        change.setNull("answer"_L1);
        clear(change, "answered_by"_L1, "answered_at"_L1);
        if (change.isNull("question"_L1))
            clear(change, "asked_by"_L1, "asked_at"_L1);
        else
            stamp(change, "asked_by"_L1, "asked_at"_L1);
        return {};
    }
    if (!change.changed("answer"_L1))
        return {};
    if (change.isNull("question"_L1) || isBlank(text(change.row, "answer"_L1)))
        return refuse(u"text_missing"_s);
    stamp(change, "answered_by"_L1, "answered_at"_L1);
    return {};
}

Verdict judgeCheck(Change &change)
{
    static constexpr std::array kCheck{"result"_L1, "seen"_L1, "reason"_L1};
    if (std::ranges::any_of(
            kCheck, [&change](QLatin1StringView column) { return change.changed(column); }))
        stamp(change, "checked_by"_L1, "checked_at"_L1);
    return {};
}

// The outgoing lead hears what is said back.
Verdict judgeHeard(Change &change)
{
    if (change.changed("read_back"_L1) && change.before("heard"_L1).toBool())
        change.set("heard"_L1, false);
    const bool heard = boolean(change.row, "heard"_L1) && !change.before("heard"_L1).toBool();
    if (heard && change.actor.name != text(handoverOf(change), "outgoing"_L1))
        return refuse(u"signature_other"_s);
    return {};
}

} // namespace

Verdict guardHandoverItem(Change &change)
{
    static constexpr std::array<GuardRule, 9> kRules{checkActor, checkPerson, checkSubject,
        checkHandover, checkWords, judgeConfirmed, judgeQuestion, judgeCheck, judgeHeard};
    if (!change.isInsert())
        keepGuardColumns(change);
    if (Verdict verdict = firstRefusal(change, kRules))
        return verdict;
    change.set("heard"_L1, boolean(change.row, "heard"_L1));
    change.set("deleted"_L1, false);
    change.set("part"_L1, handoverOf(change).value("part"_L1));
    return {};
}

} // namespace watchroom::domain
