// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quality/seriesbook.h"

#include "app/base/whendone.h"

#include <algorithm>

namespace watchroom::quality {

namespace {

constexpr qint64 kShortestStep = 1000;
constexpr std::size_t kMostSamples = 1 << 17;

/// Room for a span at one sample a second, within reason.
std::size_t capacityFor(qint64 span, int pixels)
{
    const auto wanted = static_cast<std::size_t>(span / kShortestStep + 4 * std::max(pixels, 1));
    return std::min(wanted, kMostSamples);
}

} // namespace

SeriesBook::SeriesBook(QualityService &service, QObject *parent)
    : QObject(parent)
    , m_service(service)
{
    connect(&service, &QualityService::updated, this, &SeriesBook::take);
}

void SeriesBook::watch(
    const QString &target, const QStringList &metrics, qint64 now, qint64 span, int pixels)
{
    ++m_generation;
    m_target = target;
    m_lines.clear();
    for (const QString &metric : metrics) {
        m_lines.emplace(metric, Line{Series(capacityFor(span, pixels)), span});
        base::whenDone(m_service.range({target, metric, now - span, now, pixels}), this,
            [this, metric, generation = m_generation](
                const base::Result<RangeData> &data) { fill(metric, generation, data); });
    }
}

const Series *SeriesBook::series(const QString &metric) const
{
    const auto found = m_lines.find(metric);
    return found == m_lines.end() ? nullptr : &found->second.series;
}

std::optional<base::Error> SeriesBook::error(const QString &metric) const
{
    const auto found = m_lines.find(metric);
    return found == m_lines.end() ? std::nullopt : found->second.error;
}

void SeriesBook::fill(
    const QString &metric, quint64 generation, const base::Result<RangeData> &data)
{
    const auto found = m_lines.find(metric);
    if (generation != m_generation || found == m_lines.end())
        return;
    Line &line = found->second;
    if (data) {
        line.error.reset();
        line.series.merge(data->times, data->values);
        line.series.setMaxGap(data->step * 5 / 2);
    } else {
        line.error = data.error();
    }
    Q_EMIT seriesChanged(metric);
}

void SeriesBook::take(const QualityUpdate &update)
{
    for (const Reading &reading : update.readings) {
        if (reading.target != m_target)
            continue;
        const auto found = m_lines.find(reading.metric);
        if (found == m_lines.end())
            continue;
        if (found->second.series.append(reading.time, static_cast<float>(reading.value)))
            Q_EMIT seriesChanged(reading.metric);
    }
}

} // namespace watchroom::quality
