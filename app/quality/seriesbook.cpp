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
    const QString &target, const QStringList &metrics, qint64 to, qint64 span, int pixels)
{
    ++m_generation;
    if (target != m_target)
        m_lines.clear();
    m_target = target;
    m_capacity = capacityFor(span, pixels);
    std::erase_if(m_lines, [&metrics](const auto &line) { return !metrics.contains(line.first); });
    for (const QString &metric : metrics) {
        m_lines[metric].loading = true;
        base::whenDone(m_service.range({target, metric, to - span, to, pixels}), this,
            [this, metric, generation = m_generation](
                const base::Result<RangeData> &data) { fill(metric, generation, data); });
    }
}

void SeriesBook::clear()
{
    ++m_generation;
    m_lines.clear();
    m_target.clear();
}

const SeriesBook::Line *SeriesBook::line(const QString &metric) const
{
    const auto found = m_lines.find(metric);
    return found == m_lines.end() ? nullptr : &found->second;
}

const Series *SeriesBook::series(const QString &metric) const
{
    const Line *found = line(metric);
    return found ? &found->series : nullptr;
}

bool SeriesBook::isLoading(const QString &metric) const
{
    const Line *found = line(metric);
    return found && found->loading;
}

std::optional<base::Error> SeriesBook::error(const QString &metric) const
{
    const Line *found = line(metric);
    return found ? found->error : std::nullopt;
}

void SeriesBook::fill(
    const QString &metric, quint64 generation, const base::Result<RangeData> &data)
{
    const auto found = m_lines.find(metric);
    if (generation != m_generation || found == m_lines.end())
        return;
    Line &line = found->second;
    line.loading = false;
    if (data) {
        line.error.reset();
        Series fresh(m_capacity);
        fresh.merge(data->times, data->values);
        fresh.setMaxGap(data->step * 5 / 2);
        // What the updates brought since the question was asked.
        const qint64 known = fresh.isEmpty() ? 0 : fresh.time(fresh.size() - 1) + 1;
        for (std::size_t i = line.series.indexFrom(known); i < line.series.size(); ++i)
            fresh.append(line.series.time(i), line.series.value(i));
        line.series = std::move(fresh);
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
