// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handover/duehandovers.h"

#include "app/base/ids.h"
#include "app/domain/derivedids.h"
#include "app/domain/handoverguard.h"

#include <QJsonArray>

#include <algorithm>

namespace watchroom::handover {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::Instant;
using base::Result;
using domain::Row;
using domain::text;

namespace {

constexpr auto kStaysOn = 24h; ///< after the shift's begin: then another handover is the news
constexpr auto kTold = QLatin1StringView("parties");

QJsonObject paramsOf(const WatchedHandover &handover)
{
    return {{u"handover"_s, base::toText(handover.id)}, {u"scope"_s, handover.scope},
        {u"label"_s, handover.label}, {u"outgoing"_s, handover.outgoing},
        {u"incoming"_s, handover.incoming}, {u"shift_at"_s, base::toIso(handover.shiftAt)}};
}

/// A step's words: its own name and the code it is told by.
struct Step
{
    QString step;
    QString code;
    QJsonObject more = {};
};

HandoverDue due(const WatchedHandover &handover, const Step &step, Instant at,
    HandoverDue::Kind kind = HandoverDue::Kind::Entry)
{
    QJsonObject params = paramsOf(handover);
    for (auto member = step.more.begin(); member != step.more.end(); ++member)
        params.insert(member.key(), member.value());
    const domain::TimerDecision decision{handover.id, 0, u"handover"_s, step.step, at};
    return {.kind = kind,
        .id = domain::timerEntryId(decision),
        .code = step.code,
        .params = params,
        .at = at,
        .handover = handover};
}

HandoverDue reminder(const WatchedHandover &handover, std::chrono::minutes before)
{
    const auto minutes = qint64(before.count());
    return due(handover,
        {u"reminder_%1"_s.arg(minutes), u"handover_reminder"_s, {{u"minutes"_s, minutes}}},
        handover.shiftAt - before);
}

HandoverDue told(const WatchedHandover &handover, const QString &step, const QString &code,
    const QStringList &parties, Instant at)
{
    return due(handover, {step, code, {{kTold, QJsonArray::fromStringList(parties)}}}, at);
}

/// When the outgoing lead has had the watch too long. A rota may have long watches: only staying on
/// beyond its end counts.
std::optional<Instant> overtimeOf(const WatchedHandover &handover)
{
    return handover.since
        ? std::optional(std::max(*handover.since + kLongWatch, handover.shiftAt + kLateAfter))
        : std::nullopt;
}

/// When the next one of its scope is made, for there is one at a time; else after a day.
Instant expiryOf(const HandoverFacts &facts, const WatchedHandover &handover)
{
    const bool follows =
        facts.next && facts.next->scope == handover.scope && facts.next->shiftAt > handover.shiftAt;
    return follows ? std::max(handover.shiftAt + kOverdueAfter, facts.next->shiftAt - kMadeBefore)
                   : handover.shiftAt + kExpiresAfter;
}

void addLive(QList<HandoverDue> &all, const HandoverFacts &facts, const WatchedHandover &handover,
    Instant now)
{
    const Instant shift = handover.shiftAt;
    if (const Instant expiry = expiryOf(facts, handover); now >= expiry) {
        all.append(due(
            handover, {u"expired"_s, u"handover_expired"_s}, expiry, HandoverDue::Kind::Expire));
        return;
    }
    if (now >= shift + kOverdueAfter) {
        all.append(told(
            handover, u"overdue"_s, u"handover_overdue"_s, {u"command"_s}, shift + kOverdueAfter));
        return;
    }
    if (now >= shift - kFirstReminder && now < shift)
        all.append(
            reminder(handover, now < shift - kLastReminder ? kFirstReminder : kLastReminder));
    if (!handover.there && now >= shift - kLastReminder && now < shift + kLateAfter)
        all.append(told(handover, u"no_show_call"_s, u"handover_no_show"_s, {u"next_shift"_s},
            shift - kLastReminder));
    if (now < shift + kLateAfter)
        return;
    all.append(told(handover, u"late"_s, u"handover_late"_s, {u"shift_lead"_s, u"deputy"_s},
        shift + kLateAfter));
    if (!handover.there)
        all.append(told(handover, u"no_show_deputy"_s, u"handover_no_show"_s, {u"deputy"_s},
            shift + kLateAfter));
}

bool isLiveIn(const HandoverFacts &facts, const QString &scope)
{
    return std::ranges::any_of(facts.watched,
        [&scope](const WatchedHandover &one) { return one.live && one.scope == scope; });
}

bool isBeginDue(const HandoverFacts &facts, Instant now)
{
    return facts.next && now >= facts.next->shiftAt - kMadeBefore
        && now < facts.next->shiftAt + kOverdueAfter && !isLiveIn(facts, facts.next->scope);
}

// What follows reads the facts.

struct Reading
{
    DutyRoster duty;
    QList<Row> handovers; ///< live, or of the last days; the newest of a scope first
    QList<Row> checkIns;
};

Result<Reading> readAll(store::Reader &reader, Instant now)
{
    const auto duty = readDutyRoster(reader);
    if (!duty)
        return tl::unexpected(duty.error());
    const auto handovers = reader.rows(u"handover"_s,
        u"NOT deleted AND (state IN ('draft', 'out_signed') OR shift_at > ?)"_s,
        {base::toIso(now - 2 * kStaysOn)}, u"ORDER BY shift_at DESC, attempt DESC"_s);
    const auto checkIns =
        reader.rows(u"check_in"_s, u"checked_at > ?"_s, {base::toIso(now - kStaysOn)});
    if (!handovers || !checkIns)
        return tl::unexpected(handovers ? checkIns.error() : handovers.error());
    return Reading{*duty, *handovers, *checkIns};
}

bool isThere(const Reading &read, const Row &handover, Instant shiftAt)
{
    const QString incoming = text(handover, "incoming"_L1);
    if (domain::logins(handover.value("outgoing_people"_L1)).contains(incoming))
        return true;
    return std::ranges::any_of(read.checkIns, [&](const Row &checkIn) {
        return text(checkIn, "person"_L1) == incoming
            && domain::instant(checkIn, "checked_at"_L1) >= shiftAt - kCheckInBefore;
    });
}

/// Since they took it over; where nobody signed for that, by the roster.
std::optional<Instant> sinceOf(const Reading &read, const Row &handover, Instant shiftAt)
{
    const QString outgoing = text(handover, "outgoing"_L1);
    const QString scope = text(handover, "scope"_L1);
    for (const Row &before : read.handovers) {
        const auto ended = domain::instant(before, "ended_at"_L1);
        if (text(before, "scope"_L1) == scope && text(before, "incoming"_L1) == outgoing
            && domain::isPassedState(text(before, "state"_L1)) && ended
            && *ended > shiftAt - kStaysOn)
            return ended;
    }
    const auto foreseen = handoversOf(read.duty, scope, shiftAt, shiftAt + 1us);
    if (!foreseen.isEmpty() && foreseen.first().handover.outgoing == outgoing)
        return foreseen.first().outgoingSince;
    return outgoingDuty(read.duty, scope, outgoing, shiftAt).from;
}

WatchedHandover watched(const Reading &read, const Row &row)
{
    const Instant shiftAt = domain::instant(row, "shift_at"_L1).value_or(Instant());
    return {.id = domain::uuid(row, "id"_L1),
        .scope = text(row, "scope"_L1),
        .label = text(row, "label"_L1),
        .outgoing = text(row, "outgoing"_L1),
        .incoming = text(row, "incoming"_L1),
        .shiftAt = shiftAt,
        .live = domain::isLive(row),
        .there = isThere(read, row, shiftAt),
        .since = sinceOf(read, row, shiftAt)};
}

/// The first foreseen one whose time is not over and that nobody made.
std::optional<NewHandover> nextOf(const Reading &read, Instant now)
{
    const auto foreseen =
        handoversOf(read.duty, QString(domain::kDesk), now - kOverdueAfter + 1us, now + kLookAhead);
    for (const DutyHandover &one : foreseen) {
        const bool made = std::ranges::any_of(read.handovers, [&one](const Row &row) {
            return text(row, "scope"_L1) == one.handover.scope
                && domain::instant(row, "shift_at"_L1) == one.handover.shiftAt;
        });
        if (!one.gap && !made)
            return one.handover;
    }
    return std::nullopt;
}

} // namespace

QList<HandoverDue> dueHandovers(const HandoverFacts &facts, Instant now)
{
    QList<HandoverDue> all;
    if (isBeginDue(facts, now))
        all.append({.kind = HandoverDue::Kind::Begin,
            .id = domain::handoverId(facts.next->scope, facts.next->shiftAt, facts.next->attempt),
            .code = u"handover_opened"_s,
            .params = {},
            .at = facts.next->shiftAt - kMadeBefore});
    for (const WatchedHandover &handover : facts.watched) {
        if (handover.live)
            addLive(all, facts, handover, now);
        const auto overtime = overtimeOf(handover);
        if (overtime && *overtime <= now && now < handover.shiftAt + kStaysOn)
            all.append(due(handover,
                {u"overtime"_s, u"handover_overtime"_s,
                    {{kTold, QJsonArray{u"command"_s}}, {u"hours"_s, qint64(kLongWatch.count())}}},
                *overtime));
    }
    return all;
}

std::optional<Instant> nextHandover(const HandoverFacts &facts, Instant now)
{
    std::optional<Instant> next;
    const auto consider = [&](const std::optional<Instant> &at) {
        if (at && *at > now && (!next || *at < *next))
            next = at;
    };
    if (facts.next) {
        consider(facts.next->shiftAt - kMadeBefore);
        consider(facts.next->shiftAt + kOverdueAfter);
    }
    for (const WatchedHandover &handover : facts.watched) {
        consider(overtimeOf(handover));
        consider(handover.shiftAt + kStaysOn);
        if (!handover.live)
            continue;
        for (const auto after : {-kFirstReminder, -kLastReminder, kLateAfter, kOverdueAfter})
            consider(handover.shiftAt + after);
        consider(expiryOf(facts, handover));
    }
    return next;
}

Result<HandoverFacts> readHandoverFacts(store::Reader &reader, Instant now)
{
    const auto read = readAll(reader, now);
    if (!read)
        return tl::unexpected(read.error());
    HandoverFacts facts{.next = nextOf(*read, now)};
    QStringList seen;
    for (const Row &row : read->handovers) {
        const QString scope = text(row, "scope"_L1);
        const bool last = !seen.contains(scope);
        seen.append(scope);
        const bool passed = domain::isPassedState(text(row, "state"_L1));
        if (domain::isLive(row) || (last && !passed))
            facts.watched.append(watched(*read, row));
    }
    return facts;
}

} // namespace watchroom::handover
