// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/incidents/duetimers.h"

#include "app/base/ids.h"
#include "app/domain/derivedids.h"

#include <QJsonArray>

namespace watchroom::incidents {

using namespace Qt::StringLiterals;
using base::Instant;
using base::Result;
using domain::Row;

namespace {

struct Step
{
    QString kind; ///< of the decision's id
    QString step;
    QString code;
};

TimerDue decide(const Row &incident, const Step &step, Instant at, QJsonObject params)
{
    const QUuid id = domain::uuid(incident, "id"_L1);
    const domain::TimerDecision decision{
        id, domain::integer(incident, "stage_n"_L1), step.kind, step.step, at};
    params.insert(u"due_at"_s, base::toIso(at));
    return {domain::timerEntryId(decision), id, step.code, params, at};
}

/// The newest policy stands in for a version this replica does not have.
domain::Policy policyOf(const Row &incident, const QList<Row> &policies)
{
    const qint64 wanted = domain::integer(incident, "policy_version"_L1);
    std::optional<Row> best;
    for (const Row &policy : policies) {
        const qint64 version = domain::integer(policy, "version"_L1);
        if (!best || version == wanted
            || (domain::integer(*best, "version"_L1) != wanted
                && version > domain::integer(*best, "version"_L1)))
            best = policy;
    }
    if (best) {
        if (const auto policy = domain::parsePolicy(best->value("doc"_L1).toObject()))
            return *policy;
    }
    return domain::defaultPolicy();
}

/// When the newest of these entries was recorded; one not sent yet counts as it happened.
Result<std::optional<Instant>> newest(
    store::Reader &reader, const QString &where, const QVariantList &values)
{
    const auto rows = reader.query(
        u"SELECT max(coalesce(recorded_at, happened_at)) AS at FROM log_entry WHERE "_s + where,
        values);
    if (!rows)
        return tl::unexpected(rows.error());
    return rows->isEmpty() ? std::nullopt : domain::instant(rows->first(), "at"_L1);
}

Result<TimerContext> contextOf(store::Reader &reader, const Row &incident)
{
    const QString id = domain::text(incident, "id"_L1);
    TimerContext context;
    const QString by = domain::text(incident, "acknowledged_by"_L1);
    if (!by.isEmpty()) {
        const auto activity = newest(reader, u"incident = ? AND author = ?"_s, {id, by});
        if (!activity)
            return tl::unexpected(activity.error());
        context.lastActivity = *activity;
    }
    const auto risen = newest(reader, u"incident = ? AND code = ?"_s, {id, u"level_raised"_s});
    if (!risen)
        return tl::unexpected(risen.error());
    context.levelSince = *risen;
    return context;
}

} // namespace

QList<TimerDue> dueTimers(
    const Row &incident, const TimerContext &context, const domain::Policy &policy, Instant now)
{
    QList<TimerDue> due;
    const QString stage = domain::text(incident, "stage"_L1);
    const domain::StageClock clock = domain::stageClock(incident, now);
    const bool breached = clock.state == domain::ClockState::Breached;
    const auto warns = domain::warnsAt(incident);
    // After a breach its warning is no news.
    if (warns && *warns <= now && !breached)
        due.append(decide(incident, {u"stage"_s, u"warning"_s, u"clock_warning"_s}, *warns,
            {{u"stage"_s, stage}}));
    if (breached)
        due.append(decide(incident, {u"stage"_s, u"breach"_s, u"clock_breached"_s}, clock.dueAt,
            {{u"stage"_s, stage}}));
    const auto overdue = domain::acknowledgementDue(incident, context.levelSince, policy);
    const QString level = domain::text(incident, "level"_L1);
    if (overdue && *overdue <= now) {
        const auto known = domain::levelFrom(level).value_or(domain::Level::Red);
        due.append(
            decide(incident, {u"acknowledge"_s, u"overdue"_s, u"acknowledge_overdue"_s}, *overdue,
                {{u"level"_s, level},
                    {u"parties"_s, QJsonArray::fromStringList(policy.of(known).unacknowledged)}}));
    }
    const auto lapses = domain::acknowledgementLapses(incident, context.lastActivity, policy);
    if (lapses && *lapses <= now)
        due.append(decide(incident, {u"acknowledge"_s, u"lapse"_s, u"acknowledge_lapsed"_s},
            *lapses, {{u"person"_s, domain::text(incident, "acknowledged_by"_L1)}}));
    return due;
}

std::optional<Instant> nextTimer(
    const Row &incident, const TimerContext &context, const domain::Policy &policy, Instant now)
{
    const domain::StageClock clock = domain::stageClock(incident, now);
    const bool runs =
        clock.state == domain::ClockState::Running || clock.state == domain::ClockState::Warning;
    std::optional<Instant> next;
    for (const auto &at :
        {domain::warnsAt(incident), runs ? std::optional(clock.dueAt) : std::nullopt,
            domain::acknowledgementDue(incident, context.levelSince, policy),
            domain::acknowledgementLapses(incident, context.lastActivity, policy)}) {
        if (at && *at > now && (!next || *at < *next))
            next = at;
    }
    return next;
}

Result<TimerLook> lookAtTimers(store::Reader &reader, const QList<QUuid> &incidents, Instant now)
{
    const auto policies = reader.rows(u"policy");
    if (!policies)
        return tl::unexpected(policies.error());
    TimerLook look;
    for (const QUuid &id : incidents) {
        const auto incident = reader.row(u"incident", id);
        if (!incident)
            return tl::unexpected(incident.error());
        if (!*incident || domain::text(**incident, "stage"_L1) == "closed"_L1)
            continue;
        const auto context = contextOf(reader, **incident);
        if (!context)
            return tl::unexpected(context.error());
        const domain::Policy policy = policyOf(**incident, *policies);
        for (const TimerDue &timer : dueTimers(**incident, *context, policy, now)) {
            const auto entry = reader.row(u"log_entry", timer.entry);
            if (!entry)
                return tl::unexpected(entry.error());
            if (!*entry)
                look.due.append(timer);
        }
        look.clocks.insert(id,
            {domain::nextDue(**incident, context->lastActivity, context->levelSince, policy),
                domain::acknowledgementLapses(**incident, context->lastActivity, policy),
                nextTimer(**incident, *context, policy, now)});
    }
    return look;
}

} // namespace watchroom::incidents
