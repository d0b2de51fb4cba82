// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quality/simulator.h"

#include "app/quality/metrics.h"
#include "app/quality/steps.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

namespace watchroom::quality {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kStep = 5'000;
constexpr qint64 kSlot = 300'000; ///< something begins in each of these
constexpr qint64 kRamp = 20'000;
constexpr double kDay = 86'400'000;

/// SplitMix64: one well mixed number of several.
quint64 mix(quint64 a, quint64 b, quint64 c = 0)
{
    quint64 z = a * 0x9E3779B97F4A7C15ULL + b * 0xBF58476D1CE4E5B9ULL + c * 0x94D049BB133111EBULL;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

/// In [0, 1).
double unit(quint64 number)
{
    return static_cast<double>(number >> 11) * 0x1.0p-53;
}

/// About -1 ... 1 with a soft middle.
double noise(quint64 seed, quint64 time)
{
    return unit(mix(seed, time, 1)) + unit(mix(seed, time, 2)) - 1.0;
}

/// Slow drift: values every two minutes, joined smoothly.
double drift(quint64 seed, qint64 time)
{
    constexpr qint64 kPace = 120'000;
    const qint64 left = floorTo(time, kPace);
    const double share = static_cast<double>(time - left) / kPace;
    const double smooth = share * share * (3 - 2 * share);
    const double a = noise(seed, static_cast<quint64>(left));
    const double b = noise(seed, static_cast<quint64>(left + kPace));
    return a + (b - a) * smooth;
}

/// What a metric is like at rest, and how the kinds of trouble move it at full strength.
struct Shape
{
    QLatin1StringView metric;
    double calm;
    double spread; ///< of noise and drift
    double day; ///< added at the busiest hour
    double congestion;
    double codec; ///< of audio and video alone
};

constexpr std::array kShapes{
    Shape{"rtt"_L1, 42, 5, 14, 260, 4},
    Shape{"jitter"_L1, 7, 3, 3, 55, 6},
    Shape{"loss"_L1, 0.25, 0.2, 0.15, 6.5, 0.1},
    Shape{"video_freeze"_L1, 0.5, 0.4, 0.4, 8, 11},
    Shape{"audio_freeze"_L1, 0.3, 0.3, 0.2, 5, 7},
    Shape{"mos"_L1, 4.3, 0.06, -0.05, -1.3, -1.0},
    Shape{"fps"_L1, 25, 0.8, -0.5, -9, -17},
    Shape{"bitrate"_L1, 1900, 140, -90, -900, -600},
};

struct Place
{
    QLatin1StringView key;
    QLatin1StringView parent;
    QLatin1StringView kind;
    const char16_t *name;
    const char16_t *nameEn;
};

constexpr std::array kPlaces{
    Place{"east"_L1, ""_L1, "region"_L1, u"华东", u"East"},
    Place{"east-sh-ct"_L1, "east"_L1, "egress"_L1, u"上海电信出口", u"Shanghai Telecom egress"},
    Place{"huashan"_L1, "east-sh-ct"_L1, "site"_L1, u"华山院区", u"Huashan campus"},
    Place{"songjiang"_L1, "east-sh-ct"_L1, "site"_L1, u"松江分院", u"Songjiang branch"},
    Place{"east-hz-cu"_L1, "east"_L1, "egress"_L1, u"杭州联通出口", u"Hangzhou Unicom egress"},
    Place{"prov-room3"_L1, "east-hz-cu"_L1, "site"_L1, u"省人民医院会诊室 3",
        u"Provincial Hospital, room 3"},
    Place{"south"_L1, ""_L1, "region"_L1, u"华南", u"South"},
    Place{"south-gz-cu"_L1, "south"_L1, "egress"_L1, u"广州联通出口", u"Guangzhou Unicom egress"},
    Place{"guangzhou"_L1, "south-gz-cu"_L1, "site"_L1, u"广州院区", u"Guangzhou campus"},
    Place{"southwest"_L1, ""_L1, "region"_L1, u"西南", u"Southwest"},
    Place{"sw-cd-cm"_L1, "southwest"_L1, "egress"_L1, u"成都移动出口", u"Chengdu Mobile egress"},
    Place{"sw-centre"_L1, "sw-cd-cm"_L1, "site"_L1, u"西南会诊中心",
        u"Southwest consultation centre"},
    Place{"county-07"_L1, "sw-cd-cm"_L1, "site"_L1, u"县医院 07", u"County hospital 07"},
    Place{"north"_L1, ""_L1, "region"_L1, u"华北", u"North"},
    Place{"north-bj-cu"_L1, "north"_L1, "egress"_L1, u"北京联通出口", u"Beijing Unicom egress"},
    Place{"north-centre"_L1, "north-bj-cu"_L1, "site"_L1, u"华北会诊中心",
        u"North consultation centre"},
    Place{"county-16"_L1, "north-bj-cu"_L1, "site"_L1, u"县医院 16", u"County hospital 16"},
};

} // namespace

/// How strongly each kind of trouble holds a place at one time, 0 ... 1.
struct Simulator::Trouble
{
    double congestion = 0;
    double codec = 0;
    bool silent = false;
};

Simulator::Simulator(quint32 seed, const QString &key)
    : m_key(key)
    , m_seed(seed)
{
    m_targets.append({key, {}, u"source"_s, u"演示数据"_s, u"Demo data"_s});
    for (const Place &place : kPlaces) {
        const QString parent = place.parent.isEmpty() ? key : QString(place.parent);
        m_targets.append({place.key, parent, place.kind, QString::fromUtf16(place.name),
            QString::fromUtf16(place.nameEn)});
        if (place.kind == "region"_L1)
            continue;
        m_indexOf.insert(place.key, static_cast<std::size_t>(m_measured.size()));
        m_measured.append(place.key);
        if (place.kind == "site"_L1)
            m_egressOf.insert(place.key, place.parent);
    }
}

QStringList Simulator::metricCodes() const
{
    QStringList codes;
    for (const Shape &shape : kShapes)
        codes.append(shape.metric);
    return codes;
}

Simulator::Trouble Simulator::trouble(std::size_t site, qint64 time) const
{
    Trouble trouble;
    const qint64 slot = floorTo(time, kSlot) / kSlot;
    // What began in the slot before may still go on.
    for (const qint64 number : {slot - 1, slot}) {
        const quint64 dice = mix(m_seed, static_cast<quint64>(number), 77);
        if (dice % static_cast<quint64>(m_measured.size()) != site)
            continue;
        const qint64 begin = number * kSlot + static_cast<qint64>(dice / 64 % 120) * 1000;
        const qint64 length = 120'000 + static_cast<qint64>(dice / 8192 % 180) * 1000;
        const qint64 into = time - begin;
        if (into < 0 || into > length)
            continue;
        const double edge = static_cast<double>(std::min(into, length - into)) / kRamp;
        const double height = 0.35 + 0.65 * unit(mix(dice, 5));
        const double strength = height * std::min(1.0, edge);
        const quint64 kind = dice / 1'048'576 % 10;
        if (kind < 5)
            trouble.congestion = std::max(trouble.congestion, strength);
        else if (kind < 9)
            trouble.codec = std::max(trouble.codec, strength);
        else
            trouble.silent = true;
    }
    return trouble;
}

double Simulator::value(const QString &target, const QString &metric, qint64 time) const
{
    constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();
    const auto index = m_indexOf.constFind(target);
    const auto shape = std::ranges::find(kShapes, metric, &Shape::metric);
    if (index == m_indexOf.constEnd() || shape == kShapes.end())
        return kNothing;
    time = floorTo(time, kStep);
    Trouble trouble = this->trouble(*index, time);
    if (const auto egress = m_egressOf.constFind(target); egress != m_egressOf.constEnd()) {
        // A site feels what its egress suffers, somewhat less.
        const double above = this->trouble(m_indexOf.value(*egress), time).congestion;
        trouble.congestion = std::max(trouble.congestion, 0.85 * above);
    }
    if (trouble.silent)
        return kNothing;
    const quint64 own = mix(m_seed, *index, static_cast<quint64>(shape - kShapes.begin()) + 1);
    // Busiest at ten in the morning by China's clock (02:00 UTC).
    const double phase = 2 * std::numbers::pi * (static_cast<double>(time) / kDay - 2.0 / 24);
    const double busy = 0.5 + 0.5 * std::cos(phase);
    const double base = shape->calm * (0.85 + 0.3 * unit(mix(own, 3)));
    const double wobble =
        shape->spread * (0.6 * drift(own, time) + 0.4 * noise(own, static_cast<quint64>(time)));
    const double shaken = 1 + 0.15 * noise(own + 9, static_cast<quint64>(time));
    const double pushed =
        (shape->congestion * trouble.congestion + shape->codec * trouble.codec) * shaken;
    const Metric *limits = findMetric(metric);
    const double raw =
        (metric == "mos"_L1 ? shape->calm : base) + shape->day * busy + wobble + pushed;
    const double top = limits->ceiling > 0 ? limits->ceiling : raw;
    return std::clamp(raw, std::min(limits->floor, top), std::max(limits->floor, top));
}

QFuture<base::Result<Poll>> Simulator::poll(qint64 at)
{
    Poll poll{.at = floorTo(at, kStep)};
    for (const QString &target : std::as_const(m_measured)) {
        for (const Shape &shape : kShapes) {
            const double number = value(target, shape.metric, poll.at);
            if (std::isfinite(number))
                poll.readings.push_back({target, shape.metric, poll.at, number});
        }
    }
    return QtFuture::makeReadyFuture(base::Result<Poll>(std::move(poll)));
}

QFuture<base::Result<RangeData>> Simulator::range(const RangeRequest &request)
{
    const StepPlan plan = planSteps(request.from, request.to, request.pixels, kStep);
    RangeData data;
    data.step = plan.step;
    if (!plan.folded) {
        for (qint64 time = plan.from; time <= plan.to; time += plan.step) {
            const double number = value(request.target, request.metric, time);
            if (!std::isfinite(number))
                continue;
            data.times.push_back(time);
            data.values.push_back(static_cast<float>(number));
        }
        return QtFuture::makeReadyFuture(base::Result<RangeData>(std::move(data)));
    }
    // At most 24 looks a step: the shape of a week is not worth a million of them.
    const qint64 pace = std::max(kStep, floorTo(plan.step / 24, kStep));
    for (qint64 time = plan.from; time <= plan.to; time += plan.step) {
        double low = std::numeric_limits<double>::infinity();
        double high = -low;
        for (qint64 inner = time - plan.step + pace; inner <= time; inner += pace) {
            const double number = value(request.target, request.metric, inner);
            low = std::min(low, std::isfinite(number) ? number : low);
            high = std::max(high, std::isfinite(number) ? number : high);
        }
        if (low > high)
            continue;
        data.times.insert(data.times.end(), {time - plan.step / 2, time});
        data.values.insert(data.values.end(), {static_cast<float>(low), static_cast<float>(high)});
    }
    return QtFuture::makeReadyFuture(base::Result<RangeData>(std::move(data)));
}

} // namespace watchroom::quality
