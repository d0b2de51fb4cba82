// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quality/timerkeeper.h"

#include "app/base/ids.h"
#include "app/base/log.h"
#include "app/base/whendone.h"
#include "app/domain/clocks.h"
#include "app/domain/derivedids.h"

#include <QJsonArray>

namespace watchroom::quality {

using namespace Qt::StringLiterals;
using base::Instant;
using base::Result;
using domain::Row;

namespace {

constexpr std::chrono::seconds kBeat{1};

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

Result<std::optional<Instant>> newest(store::Reader &reader, const QString &where,
    const QVariantList &values, QLatin1StringView column)
{
    const auto rows =
        reader.rows(u"log_entry", where, values, u"ORDER BY %1 DESC LIMIT 1"_s.arg(column));
    if (!rows)
        return tl::unexpected(rows.error());
    return rows->isEmpty() ? std::nullopt : domain::instant(rows->first(), column);
}

Result<TimerContext> contextOf(store::Reader &reader, const Row &incident)
{
    const QString id = domain::text(incident, "id"_L1);
    TimerContext context;
    const QString by = domain::text(incident, "acknowledged_by"_L1);
    if (!by.isEmpty()) {
        const auto activity =
            newest(reader, u"incident = ? AND author = ?"_s, {id, by}, "recorded_at"_L1);
        if (!activity)
            return tl::unexpected(activity.error());
        context.lastActivity = *activity;
    }
    const auto risen =
        newest(reader, u"incident = ? AND code = ?"_s, {id, u"level_raised"_s}, "recorded_at"_L1);
    if (!risen)
        return tl::unexpected(risen.error());
    context.levelSince = *risen;
    return context;
}

/// What is due on all open incidents and not in the log yet.
Result<QList<TimerDue>> lookUp(store::Reader &reader, Instant now)
{
    const auto incidents = reader.rows(u"incident", u"stage <> ?", {u"closed"_s});
    const auto policies = reader.rows(u"policy");
    for (const auto *rows : {&incidents, &policies}) {
        if (!*rows)
            return tl::unexpected(rows->error());
    }
    QList<TimerDue> open;
    for (const Row &incident : *incidents) {
        const auto context = contextOf(reader, incident);
        if (!context)
            return tl::unexpected(context.error());
        const QList<TimerDue> due =
            dueTimers(incident, *context, policyOf(incident, *policies), now);
        for (const TimerDue &timer : due) {
            const auto entry = reader.row(u"log_entry", timer.entry);
            if (!entry)
                return tl::unexpected(entry.error());
            if (!*entry)
                open.append(timer);
        }
    }
    return open;
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

TimerKeeper::TimerKeeper(store::Store &store, const base::Clock &clock)
    : m_store(store)
    , m_clock(clock)
{
    m_timer.setInterval(kBeat);
    connect(&m_timer, &QTimer::timeout, this, &TimerKeeper::look);
}

void TimerKeeper::setFence(std::optional<qint64> fence)
{
    m_fence = fence;
    if (m_fence && !m_timer.isActive())
        m_timer.start();
    else if (!m_fence)
        m_timer.stop();
}

void TimerKeeper::look()
{
    if (m_looking || !m_fence)
        return;
    m_looking = true;
    base::whenDone(m_store.read<QList<TimerDue>>([now = m_clock.now()](store::Reader &reader) {
        return lookUp(reader, now);
    }),
        this, [this](const Result<QList<TimerDue>> &due) {
            if (due && !due->isEmpty() && m_fence)
                return write(*due);
            if (!due)
                Q_EMIT failed(due.error());
            finish(0);
        });
}

void TimerKeeper::write(const QList<TimerDue> &due)
{
    QList<store::Draft> drafts;
    for (const TimerDue &timer : due) {
        const Row set{{u"incident"_s, base::toText(timer.incident)}, {u"kind"_s, u"timer"_s},
            {u"code"_s, timer.code}, {u"params"_s, timer.params},
            {u"happened_at"_s, base::toIso(timer.at)}, {u"fence"_s, *m_fence}};
        drafts.append({.table = u"log_entry"_s,
            .id = timer.entry,
            .kind = domain::OperationKind::Append,
            .set = set});
    }
    const auto count = static_cast<int>(drafts.size());
    base::whenDone(
        m_store.save(drafts, {}), this, [this, count](const Result<store::Saved> &saved) {
            if (!saved) {
                qCWarning(base::lcQuality) << "timers were not recorded:" << saved.error().code;
                Q_EMIT failed(saved.error());
            }
            finish(saved ? count : 0);
        });
}

void TimerKeeper::finish(int decided)
{
    m_looking = false;
    Q_EMIT looked(decided);
}

} // namespace watchroom::quality
