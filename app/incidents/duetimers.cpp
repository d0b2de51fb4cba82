// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/incidents/duetimers.h"

#include "app/base/ids.h"
#include "app/domain/derivedids.h"

#include <QJsonArray>
#include <QMap>

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

/// The policies by version, each read once.
class Policies
{
public:
    explicit Policies(const QList<Row> &rows)
    {
        for (const Row &row : rows) {
            if (const auto policy = domain::parsePolicy(row.value("doc"_L1).toObject()))
                m_policies.insert(domain::integer(row, "version"_L1), *policy);
        }
    }
    /// The newest stands in for a version this replica does not have.
    [[nodiscard]] const domain::Policy &of(const Row &incident) const
    {
        const auto found = m_policies.find(domain::integer(incident, "policy_version"_L1));
        if (found != m_policies.end())
            return *found;
        return m_policies.isEmpty() ? m_default : m_policies.last();
    }

private:
    QMap<qint64, domain::Policy> m_policies;
    domain::Policy m_default = domain::defaultPolicy();
};

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
    const auto rows = reader.rows(u"policy");
    if (!rows)
        return tl::unexpected(rows.error());
    const Policies policies(*rows);
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
        const domain::Policy &policy = policies.of(**incident);
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
