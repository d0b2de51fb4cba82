// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quality/prometheussource.h"

#include "app/base/whendone.h"
#include "app/quality/steps.h"

#include <QPromise>
#include <QRandomGenerator>

#include <cmath>

namespace watchroom::quality {

using namespace Qt::StringLiterals;
using base::Error;
using base::failure;

/// One poll on its way: the answers of its queries by their text.
struct PrometheusSource::Gathering
{
    qint64 at = 0;
    QPromise<base::Result<Poll>> promise;
    QHash<QString, base::Result<QueryAnswer>> answers;
    qsizetype left = 0;
};

namespace {

/// What ails the source as a whole, not one query.
bool isOfTheSource(const Error &error)
{
    return error.kind == Error::Kind::Offline || error.kind == Error::Kind::Denied
        || error.kind == Error::Kind::Corrupt;
}

/// Largest and smallest of each step, one after the other half a step apart.
RangeData interleave(
    const LabeledSamples &low, const LabeledSamples &high, double scale, qint64 step)
{
    RangeData data;
    data.step = step;
    data.times.reserve(2 * low.times.size());
    data.values.reserve(2 * low.times.size());
    std::size_t h = 0;
    for (std::size_t l = 0; l < low.times.size(); ++l) {
        while (h < high.times.size() && high.times[h] < low.times[l])
            ++h;
        const bool both = h < high.times.size() && high.times[h] == low.times[l];
        // The window of a point ends at it: its samples lie in the step before.
        data.times.push_back(low.times[l] - step / 2);
        data.values.push_back(static_cast<float>(low.values[l] * scale));
        data.times.push_back(low.times[l]);
        data.values.push_back(static_cast<float>((both ? high : low).values[both ? h : l] * scale));
    }
    return data;
}

RangeData plainRange(const LabeledSamples &samples, double scale, qint64 step)
{
    RangeData data;
    data.step = step;
    data.times = samples.times;
    data.values.reserve(samples.values.size());
    for (const double value : samples.values)
        data.values.push_back(static_cast<float>(value * scale));
    return data;
}

LabeledSamples firstOf(QueryAnswer &answer)
{
    return answer.series.empty() ? LabeledSamples{} : std::move(answer.series.front());
}

} // namespace

PrometheusSource::PrometheusSource(const QString &key, Mapping mapping, SourceSettings settings)
    : m_key(key)
    , m_mapping(std::move(mapping))
    , m_client(settings, this)
    , m_withheld(std::move(settings.withheld))
{
    for (auto it = m_mapping.labels.cbegin(); it != m_mapping.labels.cend(); ++it)
        m_targetOfLabel.insert(it.value(), it.key());
}

QStringList PrometheusSource::metricCodes() const
{
    QStringList codes;
    for (const MetricQuery &query : m_mapping.metrics)
        codes.append(query.metric);
    return codes;
}

QString PrometheusSource::targetOf(const LabeledSamples &series) const
{
    const QString label = series.label(m_mapping.targetLabel);
    return m_targetOfLabel.value(label, label);
}

void PrometheusSource::setAuthorization(const base::Result<QByteArray> &header)
{
    m_withheld = header ? std::nullopt : std::optional(header.error());
    m_client.setAuthorization(header.value_or(QByteArray()));
    // What was refused with the old one is asked again at once.
    m_lastError.reset();
    m_backoff.succeeded();
}

QFuture<base::Result<Poll>> PrometheusSource::poll(qint64 at)
{
    auto gathering = std::make_shared<Gathering>();
    gathering->at = at;
    gathering->promise.start();
    QFuture<base::Result<Poll>> future = gathering->promise.future();
    if (m_withheld) {
        gathering->promise.addResult(tl::unexpected(*m_withheld));
        gathering->promise.finish();
        return future;
    }
    if (m_lastError && !m_backoff.mayTry(at)) {
        gathering->promise.addResult(tl::unexpected(*m_lastError));
        gathering->promise.finish();
        return future;
    }
    ask(gathering);
    return future;
}

void PrometheusSource::ask(const std::shared_ptr<Gathering> &gathering)
{
    QStringList queries;
    for (const MetricQuery &query : m_mapping.metrics)
        queries << m_mapping.valueQuery(query) << m_mapping.freshQuery(query);
    queries.removeDuplicates(); // one question of age mostly serves all metrics
    queries.removeAll(QString());
    gathering->left = queries.size();
    for (const QString &query : std::as_const(queries)) {
        base::whenDone(m_client.instant(query, gathering->at), this,
            [this, gathering, query](const base::Result<QueryAnswer> &answer) {
                gathering->answers.insert(query, answer);
                if (--gathering->left == 0)
                    conclude(*gathering);
            });
    }
}

void PrometheusSource::conclude(Gathering &gathering)
{
    Poll poll{.at = gathering.at};
    const qint64 oldest = gathering.at - m_mapping.interval.count() * 1000 * 5 / 2;
    std::optional<Error> whole;
    for (const MetricQuery &query : std::as_const(m_mapping.metrics)) {
        const auto answer = gathering.answers.value(m_mapping.valueQuery(query));
        if (!answer) {
            poll.problems.emplaceBack(query.metric, answer.error());
            if (!whole && isOfTheSource(answer.error()))
                whole = answer.error();
            continue;
        }
        poll.warnings.append(answer->warnings);
        QHash<QString, qint64> taken;
        const auto fresh = gathering.answers.constFind(m_mapping.freshQuery(query));
        const bool aged = fresh != gathering.answers.constEnd() && *fresh;
        if (aged) {
            for (const LabeledSamples &series : (*fresh)->series)
                taken.insert(targetOf(series), std::llround(series.values.front() * 1000.0));
        }
        for (const LabeledSamples &series : answer->series) {
            const QString target = targetOf(series);
            const qint64 time = aged ? taken.value(target, 0) : gathering.at;
            // A look-back of five minutes repeats the last value: only its age tells.
            if (!target.isEmpty() && time >= oldest)
                poll.readings.push_back(
                    {target, query.metric, time, series.values.front() * query.scale});
        }
    }
    poll.warnings.removeDuplicates();
    m_lastError = whole;
    if (whole) {
        m_backoff.failed(gathering.at, QRandomGenerator::global()->generateDouble());
        gathering.promise.addResult(tl::unexpected(*whole));
    } else {
        m_backoff.succeeded();
        gathering.promise.addResult(std::move(poll));
    }
    gathering.promise.finish();
}

QFuture<base::Result<RangeData>> PrometheusSource::range(const RangeRequest &request)
{
    auto promise = std::make_shared<QPromise<base::Result<RangeData>>>();
    promise->start();
    const auto answer = [promise](base::Result<RangeData> result) {
        promise->addResult(std::move(result));
        promise->finish();
    };
    if (m_withheld) {
        answer(tl::unexpected(*m_withheld));
        return promise->future();
    }
    const MetricQuery *query = m_mapping.query(request.metric);
    if (!query) {
        answer(failure(Error::Kind::NotFound, u"the mapping has no such metric"_s,
            u"metric_unknown"_s, {{u"metric"_s, request.metric}}));
        return promise->future();
    }
    const qint64 interval = m_mapping.interval.count() * 1000;
    const StepPlan plan = planSteps(request.from, request.to, request.pixels, interval);
    const QString promql = m_mapping.valueQueryOf(*query, request.target);
    const QString slot = request.target + u'\n' + request.metric;
    const double scale = query->scale;
    if (!plan.folded) {
        base::whenDone(m_client.range(promql, plan, slot), this,
            [answer, scale, plan](base::Result<QueryAnswer> samples) {
                if (!samples)
                    return answer(tl::unexpected(samples.error()));
                RangeData data = plainRange(firstOf(*samples), scale, plan.step);
                data.warnings = samples->warnings;
                answer(std::move(data));
            });
        return promise->future();
    }
    // Plain values at such a step would lose the peaks between them.
    const QString window = u"_over_time((%1)[%2s:%3s])"_s.arg(promql)
                               .arg(plan.step / 1000)
                               .arg(m_mapping.interval.count());
    auto high = m_client.range(u"max"_s + window, plan, slot + u"\nhigh"_s);
    base::whenDone(m_client.range(u"min"_s + window, plan, slot + u"\nlow"_s), this,
        [this, answer, high, scale, plan](base::Result<QueryAnswer> low) mutable {
            base::whenDone(
                high, this, [answer, low, scale, plan](base::Result<QueryAnswer> top) mutable {
                    if (!low || !top)
                        return answer(tl::unexpected(low ? top.error() : low.error()));
                    RangeData data = interleave(firstOf(*low), firstOf(*top), scale, plan.step);
                    data.warnings = low->warnings;
                    answer(std::move(data));
                });
        });
    return promise->future();
}

} // namespace watchroom::quality
