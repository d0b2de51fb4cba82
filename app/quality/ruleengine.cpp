// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quality/ruleengine.h"

#include "app/quality/steps.h"

#include <algorithm>
#include <cmath>

namespace watchroom::quality {

using domain::Level;

namespace {

constexpr qint64 kSecond = 1000;
constexpr qint64 kShortestNoData = 60 * kSecond;
constexpr qint64 kGraceSteps = 2;
constexpr qint64 kFlagSteps = 3; ///< a value is shown as missing after so many steps

std::optional<Level> levelOf(int level)
{
    if (level == 0)
        return {};
    return static_cast<Level>(level - 1);
}

int numberOf(const std::optional<Level> &level)
{
    return level ? static_cast<int>(*level) + 1 : 0;
}

constexpr qint64 gapOf(qint64 step)
{
    return step * 5 / 2;
}

} // namespace

RuleEngine::RuleEngine(const QList<domain::Rule> &rules, const QString &source, qint64 sourceStep)
    : m_source(source)
    , m_sourceStep(std::max(sourceStep, kSecond))
{
    for (const domain::Rule &rule : rules) {
        Compiled compiled{.name = rule.name, .metric = rule.metric, .group = rule.group};
        compiled.sign = rule.direction == domain::Rule::Direction::Below ? -1 : 1;
        for (std::size_t i = 0; i < rule.levels.size(); ++i) {
            if (!rule.levels[i])
                continue;
            compiled.has[i] = true;
            compiled.on[i] = rule.levels[i]->on * compiled.sign;
            compiled.off[i] = rule.levels[i]->off * compiled.sign;
            compiled.hold[i] = rule.levels[i]->forSeconds * kSecond;
            compiled.clear[i] = rule.levels[i]->clearSeconds * kSecond;
        }
        compiled.step = std::max(rule.stepSeconds * kSecond, m_sourceStep);
        compiled.maxGap = gapOf(compiled.step);
        compiled.noDataFor =
            std::max({rule.noDataSeconds * kSecond, kShortestNoData, kFlagSteps * compiled.step});
        m_rules.push_back(std::move(compiled));
    }
}

RuleEngine::Handle RuleEngine::series(const QString &target, const QString &metric)
{
    const auto known = m_handles.constFind({target, metric});
    if (known != m_handles.constEnd())
        return *known;
    const Handle handle = m_series.size();
    SeriesEntry entry{.target = target, .metric = metric, .firstState = m_states.size()};
    for (std::size_t i = 0; i < m_rules.size(); ++i) {
        if (m_rules[i].metric != metric)
            continue;
        m_states.emplace_back().rule = static_cast<int>(i);
        ++entry.stateCount;
    }
    m_series.push_back(std::move(entry));
    m_handles.insert({target, metric}, handle);
    m_targets[target].series.push_back(handle);
    return handle;
}

void RuleEngine::expectTargets(const QStringList &targets)
{
    for (const QString &target : targets)
        m_targets[target].expected = true;
}

void RuleEngine::start(qint64 now)
{
    m_graceFrom = now;
    m_lastTick = now;
}

void RuleEngine::observe(Handle handle, qint64 time, double value, Transitions &out)
{
    SeriesEntry &series = m_series[handle];
    if (time <= series.last) {
        ++m_ignored;
        return;
    }
    if (!std::isfinite(value)) {
        series.invalid = true;
        return;
    }
    series.invalid = false;
    series.last = time;
    series.value = value;
    for (std::size_t i = 0; i < series.stateCount; ++i) {
        State &state = m_states[series.firstState + i];
        const qint64 floored = floorTo(time, m_rules[static_cast<std::size_t>(state.rule)].step);
        if (floored > state.last)
            evaluate(series, state, floored, value, out);
    }
}

/// While nothing was heard timers stand still; after too long a gap they begin anew.
void RuleEngine::trackTime(const Compiled &rule, State &state, qint64 time)
{
    const qint64 gap = state.last == kNever ? rule.step : time - state.last;
    state.last = time;
    if (gap <= rule.step)
        return;
    const qint64 unheard = gap - rule.step;
    for (Times *times : {&state.since, &state.below}) {
        for (qint64 &begin : *times) {
            if (gap > rule.maxGap)
                begin = kNever;
            else if (begin != kNever)
                begin += unheard;
        }
    }
}

void RuleEngine::trackValue(const Compiled &rule, State &state, double value)
{
    const auto track = [&](qint64 &begin, bool holds) {
        if (!holds)
            begin = kNever;
        else if (begin == kNever)
            begin = state.last;
    };
    for (std::size_t i = 0; i < kLevelCount; ++i) {
        if (!rule.has[i])
            continue;
        track(state.since[i], value >= rule.on[i]);
        track(state.below[i], value < rule.off[i]);
    }
}

/// The value has been on the good side of the level for its whole clearing time.
bool RuleEngine::passed(const Compiled &rule, const State &state, int level)
{
    const auto i = static_cast<std::size_t>(level - 1);
    return !rule.has[i]
        || (state.below[i] != kNever && state.last - state.below[i] >= rule.clear[i]);
}

int RuleEngine::nextLevel(const Compiled &rule, const State &state)
{
    for (int level = kLevelCount; level > state.level; --level) {
        const auto i = static_cast<std::size_t>(level - 1);
        if (rule.has[i] && state.since[i] != kNever && state.last - state.since[i] >= rule.hold[i])
            return level;
    }
    int level = state.level;
    while (level > 0 && passed(rule, state, level))
        --level;
    return level;
}

void RuleEngine::evaluate(
    SeriesEntry &series, State &state, qint64 time, double value, Transitions &out)
{
    const Compiled &rule = m_rules[static_cast<std::size_t>(state.rule)];
    trackTime(rule, state, time);
    trackValue(rule, state, value * rule.sign);
    state.value = value;
    const int before = state.level;
    const bool wasMissing = std::exchange(state.noData, false);
    const int next = nextLevel(rule, state);
    if (next == before && !(wasMissing && before > 0))
        return;
    if (before == 0)
        state.startsAt = time;
    state.level = next;
    Transition transition = describe(series, state);
    transition.from = levelOf(before);
    out.push_back(std::move(transition));
}

Transition RuleEngine::describe(const SeriesEntry &series, const State &state) const
{
    const Compiled &rule = m_rules[static_cast<std::size_t>(state.rule)];
    Transition transition{.rule = rule.name, .target = series.target, .metric = series.metric};
    transition.group = rule.group;
    transition.from = transition.to = levelOf(state.level);
    transition.time = state.last == kNever ? state.startsAt : state.last;
    transition.startsAt = state.startsAt;
    transition.value = state.value;
    transition.noData = state.noData;
    if (state.level > 0)
        transition.limit = rule.on[static_cast<std::size_t>(state.level - 1)] * rule.sign;
    return transition;
}

qint64 RuleEngine::silence(const Compiled &rule, const State &state, qint64 now) const
{
    return now - std::max(state.last, m_graceFrom + kGraceSteps * rule.step);
}

void RuleEngine::tickState(SeriesEntry &series, State &state, qint64 now, Transitions &out)
{
    const Compiled &rule = m_rules[static_cast<std::size_t>(state.rule)];
    const qint64 floored = floorTo(now, rule.step);
    if (state.noData || silence(rule, state, floored) < kFlagSteps * rule.step)
        return;
    state.noData = true;
    if (state.level == 0)
        return;
    Transition transition = describe(series, state);
    transition.time = floored;
    out.push_back(std::move(transition));
}

void RuleEngine::tickTarget(const QString &key, TargetEntry &target, qint64 now, Transitions &out)
{
    const State *longest = nullptr;
    bool missing = false;
    bool any = false;
    QString metric;
    for (const Handle handle : target.series) {
        SeriesEntry &series = m_series[handle];
        for (std::size_t i = 0; i < series.stateCount; ++i) {
            State &state = m_states[series.firstState + i];
            const Compiled &rule = m_rules[static_cast<std::size_t>(state.rule)];
            any = true;
            tickState(series, state, now, out);
            missing = missing || state.noData;
            if (!longest && silence(rule, state, floorTo(now, rule.step)) >= rule.noDataFor) {
                longest = &state;
                metric = series.metric;
            }
        }
    }
    const bool neverHeard = !any && target.expected;
    const qint64 patience = std::max(kShortestNoData, kFlagSteps * m_sourceStep);
    const bool begins =
        longest || (neverHeard && now - (m_graceFrom + kGraceSteps * m_sourceStep) >= patience);
    if (!target.alerting && begins) {
        target.alerting = true;
        target.startsAt = floorTo(now, m_sourceStep);
        Transition alert = this->missing(kNoDataRule, key, target.startsAt);
        alert.metric = metric;
        alert.group =
            longest ? m_rules[static_cast<std::size_t>(longest->rule)].group : alert.group;
        alert.to = Level::Yellow;
        out.push_back(std::move(alert));
    } else if (target.alerting && !missing && !neverHeard) {
        target.alerting = false;
        Transition alert = this->missing(kNoDataRule, key, floorTo(now, m_sourceStep));
        alert.from = Level::Yellow;
        alert.startsAt = target.startsAt;
        alert.noData = false;
        out.push_back(std::move(alert));
    }
}

Transition RuleEngine::missing(const QString &rule, const QString &target, qint64 now) const
{
    Transition transition{.rule = rule, .target = target, .metric = {}};
    transition.group = QStringLiteral("system");
    transition.time = transition.startsAt = now;
    transition.value = std::numeric_limits<double>::quiet_NaN();
    transition.noData = true;
    return transition;
}

void RuleEngine::tick(qint64 now, Transitions &out)
{
    const qint64 longAway = std::max(10 * m_sourceStep, 30 * kSecond);
    if (m_lastTick == kNever || now - m_lastTick > longAway)
        start(now); // the first call, or the machine slept
    m_lastTick = std::max(m_lastTick, now);
    if (m_downSince == kNever) {
        for (auto it = m_targets.begin(); it != m_targets.end(); ++it)
            tickTarget(it.key(), it.value(), now, out);
        return;
    }
    const qint64 patience = std::max(kShortestNoData, kFlagSteps * m_sourceStep);
    const qint64 since = std::max(m_downSince, m_graceFrom + kGraceSteps * m_sourceStep);
    if (m_downAlerting || now - since < patience)
        return;
    m_downAlerting = true;
    m_downStartsAt = floorTo(now, m_sourceStep);
    Transition alert = missing(kSourceDownRule, m_source, m_downStartsAt);
    alert.to = Level::Yellow;
    out.push_back(std::move(alert));
}

void RuleEngine::sourceFailed(qint64 now)
{
    if (m_downSince == kNever)
        m_downSince = now;
}

void RuleEngine::sourceAnswered(qint64 now, Transitions &out)
{
    if (m_downSince != kNever)
        start(now);
    m_downSince = kNever;
    if (!std::exchange(m_downAlerting, false))
        return;
    Transition alert = missing(kSourceDownRule, m_source, floorTo(now, m_sourceStep));
    alert.from = Level::Yellow;
    alert.startsAt = m_downStartsAt;
    alert.noData = false;
    out.push_back(std::move(alert));
}

void RuleEngine::restore(const Transition &alert)
{
    if (alert.rule == kNoDataRule) {
        TargetEntry &target = m_targets[alert.target];
        target.alerting = true;
        target.startsAt = alert.startsAt;
        return;
    }
    if (alert.rule == kSourceDownRule) {
        m_downAlerting = alert.target == m_source || m_downAlerting;
        m_downStartsAt = m_downAlerting ? alert.startsAt : m_downStartsAt;
        return;
    }
    const SeriesEntry &entry = m_series[series(alert.target, alert.metric)];
    for (std::size_t i = 0; i < entry.stateCount; ++i) {
        State &state = m_states[entry.firstState + i];
        if (m_rules[static_cast<std::size_t>(state.rule)].name != alert.rule || state.level > 0)
            continue;
        state.level = numberOf(alert.to);
        state.startsAt = alert.startsAt;
        state.value = alert.value;
        state.noData = alert.noData;
    }
}

RuleEngine::Transitions RuleEngine::active() const
{
    Transitions alerts;
    for (const SeriesEntry &series : m_series) {
        for (std::size_t i = 0; i < series.stateCount; ++i) {
            const State &state = m_states[series.firstState + i];
            if (state.level > 0)
                alerts.push_back(describe(series, state));
        }
    }
    for (auto it = m_targets.begin(); it != m_targets.end(); ++it) {
        if (it->alerting) {
            alerts.push_back(missing(kNoDataRule, it.key(), it->startsAt));
            alerts.back().from = alerts.back().to = Level::Yellow;
        }
    }
    if (m_downAlerting) {
        alerts.push_back(missing(kSourceDownRule, m_source, m_downStartsAt));
        alerts.back().from = alerts.back().to = Level::Yellow;
    }
    return alerts;
}

std::vector<SeriesStatus> RuleEngine::statuses() const
{
    std::vector<SeriesStatus> all;
    all.reserve(m_series.size());
    for (const SeriesEntry &series : m_series) {
        SeriesStatus status{.target = series.target, .metric = series.metric};
        status.value = series.value;
        status.time = series.last == kNever ? 0 : series.last;
        int level = 0;
        bool silent = series.last == kNever || series.invalid;
        for (std::size_t i = 0; i < series.stateCount; ++i) {
            level = std::max(level, m_states[series.firstState + i].level);
            silent = silent || m_states[series.firstState + i].noData;
        }
        status.level = levelOf(level);
        if (m_downSince != kNever)
            status.data = DataState::SourceDown;
        else if (silent || (m_lastTick - series.last >= kFlagSteps * m_sourceStep))
            status.data = DataState::NoData;
        else if (m_lastTick - series.last > gapOf(m_sourceStep))
            status.data = DataState::Stale;
        all.push_back(std::move(status));
    }
    return all;
}

} // namespace watchroom::quality
