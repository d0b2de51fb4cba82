// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quality/alertrecorder.h"

#include "app/base/ids.h"
#include "app/base/log.h"
#include "app/base/whendone.h"
#include "app/domain/derivedids.h"

#include <cmath>

namespace watchroom::quality {

using namespace Qt::StringLiterals;
using base::Result;
using domain::OperationKind;
using domain::Row;

namespace {

base::Instant instantOf(qint64 ms)
{
    return base::Instant{std::chrono::milliseconds{ms}};
}

QJsonValue numberOrNull(double value)
{
    return std::isfinite(value) ? QJsonValue(value) : QJsonValue();
}

/// The alert of a row, as the engine would describe it.
Transition transitionOf(const Row &alert)
{
    Transition transition{.rule = domain::text(alert, "rule"_L1),
        .target = domain::text(alert, "target"_L1),
        .metric = domain::text(alert, "metric"_L1)};
    transition.group = domain::text(alert, "tech_group"_L1);
    transition.from = transition.to = domain::levelFrom(domain::text(alert, "level"_L1));
    const auto starts = domain::instant(alert, "starts_at"_L1).value_or(base::Instant{});
    transition.startsAt = transition.time =
        std::chrono::floor<std::chrono::milliseconds>(starts).time_since_epoch().count();
    transition.value = alert.value("value"_L1).toDouble(std::nan(""));
    transition.noData = domain::boolean(alert, "no_data"_L1);
    return transition;
}

bool isHigher(const std::optional<domain::Level> &level, const Row &incident)
{
    const auto now = domain::levelFrom(domain::text(incident, "level"_L1));
    return level && now && *now < *level;
}

} // namespace

AlertRecorder::AlertRecorder(store::Store &store, const base::Clock &clock, Title title)
    : m_store(store)
    , m_clock(clock)
    , m_title(std::move(title))
{
}

void AlertRecorder::setFence(std::optional<qint64> fence)
{
    m_fence = fence;
    if (!m_fence)
        m_waiting.clear();
}

void AlertRecorder::take(const RuleEngine::Transitions &transitions)
{
    if (!m_fence)
        return;
    m_waiting.insert(m_waiting.end(), transitions.begin(), transitions.end());
    next();
}

QFuture<Result<RuleEngine::Transitions>> AlertRecorder::openAlerts()
{
    return m_store.read<RuleEngine::Transitions>(
        [](store::Reader &reader) -> Result<RuleEngine::Transitions> {
            const auto rows = reader.rows(u"alert", u"state = ?", {u"firing"_s});
            if (!rows)
                return tl::unexpected(rows.error());
            RuleEngine::Transitions alerts;
            for (const Row &row : *rows)
                alerts.push_back(transitionOf(row));
            return alerts;
        });
}

void AlertRecorder::next()
{
    if (m_busy)
        return;
    if (m_waiting.empty()) {
        Q_EMIT settled();
        return;
    }
    m_busy = true;
    const Transition transition = std::move(m_waiting.front());
    m_waiting.pop_front();
    const auto ask = [transition](store::Reader &reader) { return lookUp(reader, transition); };
    base::whenDone(m_store.read<Facts>(ask), this, [this, transition](const Result<Facts> &facts) {
        if (facts && m_fence)
            return write(transition, *facts);
        m_busy = false;
        if (!facts)
            Q_EMIT failed(facts.error());
        next();
    });
}

Result<AlertRecorder::Facts> AlertRecorder::lookUp(
    store::Reader &reader, const Transition &transition)
{
    Facts facts;
    const auto open = reader.rows(u"alert", u"rule = ? AND target = ? AND state = ?",
        {transition.rule, transition.target, u"firing"_s}, u"ORDER BY starts_at");
    const QUuid id =
        domain::alertId(transition.rule, transition.target, instantOf(transition.startsAt));
    const auto recorded = reader.row(u"alert", id);
    const auto opened = reader.row(u"incident", domain::incidentOfAlertId(id));
    const auto targets = reader.rows(u"target");
    const auto incidents = reader.rows(u"incident", u"stage <> ?", {u"closed"_s});
    for (const auto *rows : {&open, &targets, &incidents}) {
        if (!*rows)
            return tl::unexpected(rows->error());
    }
    for (const auto *row : {&recorded, &opened}) {
        if (!*row)
            return tl::unexpected(row->error());
    }
    if (!open->isEmpty())
        facts.open = open->first();
    facts.recorded = recorded->has_value();
    facts.opened = opened->has_value();
    facts.targets = *targets;
    facts.incidents = *incidents;
    for (const Row &target : *targets) {
        if (domain::text(target, "key"_L1) == transition.target)
            facts.target = target;
    }
    if (const auto links = lookUpLinks(reader, facts); !links)
        return tl::unexpected(links.error());
    return facts;
}

/// Which incidents hold the alert, and whether another alert of theirs still fires.
Result<> AlertRecorder::lookUpLinks(store::Reader &reader, Facts &facts)
{
    if (!facts.open)
        return {};
    const QString alert = domain::text(*facts.open, "id"_L1);
    const auto links = reader.rows(u"incident_alert", u"alert = ?", {alert});
    if (!links)
        return tl::unexpected(links.error());
    for (const Row &link : *links) {
        const QString incident = domain::text(link, "incident"_L1);
        for (const Row &row : std::as_const(facts.incidents)) {
            if (domain::text(row, "id"_L1) == incident)
                facts.linked.append(row);
        }
        const auto others = reader.count(u"incident_alert",
            u"incident = ? AND alert <> ? AND alert IN (SELECT id FROM alert WHERE state = ?)",
            {incident, alert, u"firing"_s});
        if (!others)
            return tl::unexpected(others.error());
        if (*others > 0)
            facts.othersFiring.insert(QUuid::fromString(incident));
    }
    return {};
}

store::Draft AlertRecorder::draft(
    const QString &table, const QUuid &id, OperationKind kind, Row set) const
{
    set.insert(u"fence"_s, *m_fence);
    return {.table = table, .id = id, .kind = kind, .set = std::move(set)};
}

void AlertRecorder::write(const Transition &transition, const Facts &facts)
{
    Drafts drafts;
    if (!transition.to)
        drafts = end(transition, facts);
    else if (facts.open)
        drafts = change(transition, facts);
    else if (!facts.recorded)
        drafts = begin(transition, facts);
    if (drafts.isEmpty()) {
        m_busy = false;
        next();
        return;
    }
    base::whenDone(m_store.save(drafts, {}), this, [this](const Result<store::Saved> &saved) {
        m_busy = false;
        if (!saved) {
            qCWarning(base::lcQuality)
                << "an alert was not recorded:" << saved.error().code << saved.error().detail;
            Q_EMIT failed(saved.error());
        }
        next();
    });
}

Row AlertRecorder::alertRow(const Transition &transition) const
{
    return {{u"rule"_s, transition.rule}, {u"target"_s, transition.target},
        {u"metric"_s, transition.metric}, {u"tech_group"_s, transition.group},
        {u"level"_s, QString(codeOf(*transition.to))}, {u"state"_s, u"firing"_s},
        {u"value"_s, numberOrNull(transition.value)}, {u"no_data"_s, transition.noData},
        {u"starts_at"_s, base::toIso(instantOf(transition.startsAt))}};
}

store::Draft AlertRecorder::openIncident(
    const Transition &transition, const QUuid &id, const Facts &facts) const
{
    return draft(u"incident"_s, id, OperationKind::Insert,
        {{u"title"_s, m_title(transition, facts.target.value_or(Row()))},
            {u"level"_s, QString(codeOf(*transition.to))}, {u"target"_s, transition.target},
            {u"tech_group"_s, transition.group}, {u"drill"_s, false}});
}

/// A joined or linked incident rises with its alert, and is no longer recovered.
void AlertRecorder::touchIncident(
    const Row &incident, const Transition &transition, Drafts &drafts) const
{
    Row set;
    if (isHigher(transition.to, incident))
        set.insert(u"level"_s, QString(codeOf(*transition.to)));
    if (domain::instant(incident, "recovered_at"_L1))
        set.insert(u"recovered_at"_s, QJsonValue());
    if (!set.isEmpty())
        drafts.append(
            draft(u"incident"_s, domain::uuid(incident, "id"_L1), OperationKind::Update, set));
}

AlertRecorder::Drafts AlertRecorder::begin(const Transition &transition, const Facts &facts) const
{
    const QUuid alert =
        domain::alertId(transition.rule, transition.target, instantOf(transition.startsAt));
    const Row row = alertRow(transition);
    Drafts drafts{draft(u"alert"_s, alert, OperationKind::Insert, row)};
    const auto joined = domain::incidentToJoin(
        row, facts.incidents, domain::TargetTree(facts.targets), m_clock.now());
    QUuid incident = domain::incidentOfAlertId(alert);
    if (joined) {
        incident = domain::uuid(*joined, "id"_L1);
        touchIncident(*joined, transition, drafts);
    } else if (!facts.opened) {
        drafts.append(openIncident(transition, incident, facts));
    }
    drafts.append(
        draft(u"incident_alert"_s, domain::incidentAlertId(incident, alert), OperationKind::Append,
            {{u"incident"_s, base::toText(incident)}, {u"alert"_s, base::toText(alert)}}));
    return drafts;
}

AlertRecorder::Drafts AlertRecorder::change(const Transition &transition, const Facts &facts) const
{
    const QString level(codeOf(*transition.to));
    const bool same = domain::text(*facts.open, "level"_L1) == level
        && domain::boolean(*facts.open, "no_data"_L1) == transition.noData;
    if (same)
        return {};
    Drafts drafts{draft(u"alert"_s, domain::uuid(*facts.open, "id"_L1), OperationKind::Update,
        {{u"level"_s, level}, {u"value"_s, numberOrNull(transition.value)},
            {u"no_data"_s, transition.noData}})};
    for (const Row &incident : facts.linked)
        touchIncident(incident, transition, drafts);
    return drafts;
}

AlertRecorder::Drafts AlertRecorder::end(const Transition &transition, const Facts &facts) const
{
    if (!facts.open)
        return {};
    const QString ended = base::toIso(instantOf(transition.time));
    Drafts drafts{draft(u"alert"_s, domain::uuid(*facts.open, "id"_L1), OperationKind::Update,
        {{u"state"_s, u"cleared"_s}, {u"value"_s, numberOrNull(transition.value)},
            {u"no_data"_s, false}, {u"ended_at"_s, ended}})};
    for (const Row &incident : facts.linked) {
        const QUuid id = domain::uuid(incident, "id"_L1);
        if (!facts.othersFiring.contains(id) && !domain::instant(incident, "recovered_at"_L1))
            drafts.append(
                draft(u"incident"_s, id, OperationKind::Update, {{u"recovered_at"_s, ended}}));
    }
    return drafts;
}

} // namespace watchroom::quality
