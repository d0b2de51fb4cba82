// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/steeredsource.h"

#include "app/quality/steps.h"

namespace watchroom::fakes {

using namespace Qt::StringLiterals;
using base::Error;
using base::Result;
using quality::Poll;
using quality::RangeData;
using quality::RangeRequest;

namespace {

constexpr qint64 kStep = 1'000;

tl::unexpected<Error> unreachable()
{
    return base::failure(Error::Kind::Offline, u"refused"_s, u"source_unreachable"_s,
        {{u"host"_s, u"prometheus.example"_s}, {u"port"_s, 9090}});
}

} // namespace

void Steering::setMode(Mode mode)
{
    const std::scoped_lock lock(m_mutex);
    m_mode = mode;
}

Steering::Mode Steering::mode() const
{
    const std::scoped_lock lock(m_mutex);
    return m_mode;
}

void Steering::setValue(const QString &metric, double value)
{
    const std::scoped_lock lock(m_mutex);
    m_values.insert(metric, value);
}

double Steering::value(const QString &metric) const
{
    const std::scoped_lock lock(m_mutex);
    return m_values.value(metric, 1);
}

void Steering::hold()
{
    const std::scoped_lock lock(m_mutex);
    m_holding = true;
}

void Steering::release()
{
    std::vector<Held> held;
    {
        const std::scoped_lock lock(m_mutex);
        m_holding = false;
        held.swap(m_held);
    }
    for (const Held &one : held) {
        one.promise->addResult(history(one.request));
        one.promise->finish();
    }
}

QList<RangeRequest> Steering::requests() const
{
    const std::scoped_lock lock(m_mutex);
    return m_requests;
}

QFuture<Result<RangeData>> Steering::answer(const RangeRequest &request)
{
    auto promise = std::make_shared<Range>();
    promise->start();
    auto future = promise->future();
    {
        const std::scoped_lock lock(m_mutex);
        m_requests.append(request);
        if (m_holding) {
            m_held.push_back({request, promise});
            return future;
        }
    }
    promise->addResult(history(request));
    promise->finish();
    return future;
}

/// Half of what it is now, so that a test can tell history from what came live.
Result<RangeData> Steering::history(const RangeRequest &request) const
{
    if (mode() == Mode::Failing)
        return unreachable();
    if (request.metric == "mos"_L1)
        return base::failure(Error::Kind::NotFound, u"not offered"_s, u"metric_unknown"_s,
            {{u"metric"_s, request.metric}});
    const auto plan = quality::planSteps(request.from, request.to, request.pixels, kStep);
    RangeData data;
    data.step = plan.step;
    for (qint64 time = plan.from; time < plan.to; time += plan.step) {
        data.times.push_back(time);
        data.values.push_back(static_cast<float>(value(request.metric) / 2));
    }
    return data;
}

SteeredSource::SteeredSource(std::shared_ptr<Steering> steering)
    : m_steering(std::move(steering))
{
}

QList<quality::TargetInfo> SteeredSource::targets() const
{
    return {{u"steered"_s, {}, u"source"_s, u"试验数据"_s, u"Steered data"_s},
        {u"east"_s, u"steered"_s, u"region"_s, u"华东"_s, u"East"_s},
        {u"egress"_s, u"east"_s, u"egress"_s, u"上海电信出口"_s, u"Shanghai Telecom egress"_s},
        {u"site"_s, u"egress"_s, u"site"_s, u"华山院区"_s, u"Huashan campus"_s},
        {u"south"_s, u"steered"_s, u"region"_s, u"华南"_s, u"South"_s},
        {u"elsewhere"_s, u"south"_s, u"site"_s, u"广州院区"_s, u"Guangzhou campus"_s}};
}

QStringList SteeredSource::metricCodes() const
{
    return {u"rtt"_s, u"jitter"_s, u"loss"_s, u"video_freeze"_s, u"audio_freeze"_s};
}

QFuture<Result<Poll>> SteeredSource::poll(qint64 at)
{
    if (m_steering->mode() == Steering::Mode::Failing)
        return QtFuture::makeReadyFuture(Result<Poll>(unreachable()));
    Poll poll{.at = at};
    if (m_steering->mode() == Steering::Mode::Answering) {
        for (const QString &target : {u"egress"_s, u"site"_s, u"elsewhere"_s}) {
            for (const QString &metric : metricCodes())
                poll.readings.push_back({target, metric, at, m_steering->value(metric)});
        }
    }
    return QtFuture::makeReadyFuture(Result<Poll>(std::move(poll)));
}

QFuture<Result<RangeData>> SteeredSource::range(const RangeRequest &request)
{
    return m_steering->answer(request);
}

} // namespace watchroom::fakes
