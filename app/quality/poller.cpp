// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quality/poller.h"

#include "app/base/log.h"
#include "app/base/whendone.h"
#include "app/quality/steps.h"

#include <algorithm>

namespace watchroom::quality {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

/// A server needs a moment until the samples of an instant can be asked for.
constexpr qint64 kSettle = 250;

/// Of regions nothing is expected: they only hold others.
QStringList measuredTargets(const QList<TargetInfo> &targets)
{
    QStringList keys;
    for (const TargetInfo &target : targets) {
        if (target.kind == "egress"_L1 || target.kind == "site"_L1)
            keys.append(target.key);
    }
    return keys;
}

} // namespace

Poller::Poller(const base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_engine({}, {}, 0)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Poller::look);
}

qint64 Poller::now() const
{
    return std::chrono::floor<milliseconds>(m_clock.now()).time_since_epoch().count();
}

qint64 Poller::step() const
{
    return m_source ? std::max<qint64>(milliseconds{m_source->step()}.count(), 1000) : 1000;
}

void Poller::setSource(std::unique_ptr<MetricSource> source)
{
    ++m_generation;
    m_looking = false;
    m_timer.stop();
    m_source = std::move(source);
    m_lastLook = 0;
    m_state = {};
    if (m_source) {
        m_state.key = m_source->key();
        m_state.step = step();
    }
    renewEngine();
    Q_EMIT targetsChanged(m_source ? m_source->targets() : QList<TargetInfo>());
    Q_EMIT sourceChanged(m_state);
    if (m_source)
        look();
}

void Poller::setAuthorization(const base::Result<QByteArray> &header)
{
    if (!m_source)
        return;
    m_source->setAuthorization(header);
    m_lastLook = 0;
    ++m_generation; // an answer to the old one says nothing
    m_looking = false;
    look();
}

void Poller::setRules(const QList<domain::Rule> &rules)
{
    m_rules = rules;
    renewEngine();
}

void Poller::renewEngine()
{
    const RuleEngine::Transitions firing = m_engine.active();
    m_engine = RuleEngine(m_rules, m_state.key, step());
    m_engine.start(now());
    if (m_source)
        m_engine.expectTargets(measuredTargets(m_source->targets()));
    restore(firing);
}

void Poller::restore(const RuleEngine::Transitions &alerts)
{
    for (const Transition &alert : alerts)
        m_engine.restore(alert);
}

QFuture<base::Result<RangeData>> Poller::range(const RangeRequest &request)
{
    if (m_source)
        return m_source->range(request);
    return QtFuture::makeReadyFuture(base::Result<RangeData>(
        base::failure(base::Error::Kind::NotFound, u"no source is set"_s, u"source_none"_s)));
}

void Poller::scheduleNext()
{
    const qint64 passed = now() - kSettle;
    const qint64 next = floorTo(passed, step()) + step();
    m_timer.start(milliseconds{std::clamp<qint64>(next - passed, 20, step())});
}

void Poller::look()
{
    if (!m_source)
        return;
    scheduleNext();
    const qint64 at = floorTo(now() - kSettle, step());
    if (at == m_lastLook)
        return;
    m_lastLook = at;
    if (m_looking) { // the answer is late; time passes all the same
        RuleEngine::Transitions transitions;
        m_engine.tick(at, transitions);
        finish({.at = at}, transitions);
        return;
    }
    m_looking = true;
    const quint64 generation = m_generation;
    base::whenDone(
        m_source->poll(at), this, [this, at, generation](const base::Result<Poll> &poll) {
            if (generation == m_generation)
                take(poll, at);
        });
}

void Poller::take(const base::Result<Poll> &poll, qint64 at)
{
    m_looking = false;
    RuleEngine::Transitions transitions;
    QualityUpdate update{.at = at};
    if (poll) {
        m_engine.sourceAnswered(at, transitions);
        for (const Reading &reading : poll->readings)
            m_engine.observe(m_engine.series(reading.target, reading.metric), reading.time,
                reading.value, transitions);
        update.readings = poll->readings;
        update.warnings = poll->warnings;
        update.problems = poll->problems;
        m_state.lastAnswer = at;
        m_state.error.reset();
    } else {
        if (m_state.answering)
            qCWarning(base::lcQuality) << "the source fails:" << poll.error().code;
        m_engine.sourceFailed(at);
        m_state.error = poll.error();
    }
    m_state.answering = poll.has_value();
    m_engine.tick(at, transitions);
    Q_EMIT sourceChanged(m_state);
    finish(std::move(update), transitions);
}

void Poller::finish(QualityUpdate update, const RuleEngine::Transitions &transitions)
{
    update.statuses = m_engine.statuses();
    Q_EMIT updated(update);
    if (!transitions.empty())
        Q_EMIT transitioned(transitions);
}

} // namespace watchroom::quality
