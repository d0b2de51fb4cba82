// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quality/series.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace watchroom::quality {

namespace {

constexpr quint64 kFine = 64;
constexpr quint64 kCoarse = 4096;

} // namespace

void Series::Extent::add(float value)
{
    min = std::min(min, value);
    max = std::max(max, value);
}

void Series::Extent::add(const Extent &other)
{
    min = std::min(min, other.min);
    max = std::max(max, other.max);
}

Series::Series(std::size_t capacity)
{
    // A power of two of at least one coarse block: slots are masked and blocks never straddle.
    const std::size_t size = std::bit_ceil(std::max<std::size_t>(capacity, kCoarse));
    m_times.resize(size);
    m_values.resize(size);
    m_fine.resize(size / kFine);
    m_coarse.resize(size / kCoarse);
    m_mask = size - 1;
}

void Series::put(qint64 ms, float value)
{
    const std::size_t at = slot(m_end);
    m_times[at] = ms;
    m_values[at] = value;
    Extent &fine = m_fine[at / kFine];
    Extent &coarse = m_coarse[at / kCoarse];
    if (at % kFine == 0)
        fine = {};
    if (at % kCoarse == 0)
        coarse = {};
    if (std::isfinite(value)) {
        fine.add(value);
        coarse.add(value);
    }
    ++m_end;
    if (m_end - m_begin > m_times.size())
        ++m_begin;
}

bool Series::append(qint64 ms, float value)
{
    if (!isEmpty() && ms <= m_times[slot(m_end - 1)]) {
        ++m_refused;
        return false;
    }
    put(ms, value);
    return true;
}

void Series::clear()
{
    m_begin = m_end = 0;
    m_refused = 0;
}

void Series::merge(std::span<const qint64> times, std::span<const float> values)
{
    const std::size_t mine = size();
    std::vector<qint64> ownTimes(mine);
    std::vector<float> ownValues(mine);
    for (std::size_t i = 0; i < mine; ++i) {
        ownTimes[i] = time(i);
        ownValues[i] = value(i);
    }
    m_begin = m_end = 0;
    const std::size_t theirs = std::min(times.size(), values.size());
    std::size_t a = 0;
    std::size_t b = 0;
    while (a < mine || b < theirs) {
        const bool takeMine = b == theirs || (a < mine && ownTimes[a] <= times[b]);
        if (takeMine && b < theirs && ownTimes[a] == times[b])
            ++b;
        else if (!takeMine && !isEmpty() && times[b] <= m_times[slot(m_end - 1)])
            ++b; // out of order in what was given
        else if (takeMine) {
            put(ownTimes[a], ownValues[a]);
            ++a;
        } else {
            put(times[b], values[b]);
            ++b;
        }
    }
}

std::size_t Series::indexFrom(qint64 ms) const
{
    return static_cast<std::size_t>(lowerBound(ms, m_begin) - m_begin);
}

quint64 Series::lowerBound(qint64 ms, quint64 from) const
{
    return lowerBound(ms, from, m_end);
}

/// Samples mostly come at a steady pace: `guess` is seldom further off than a few of them.
quint64 Series::lowerBoundNear(qint64 ms, quint64 from, quint64 guess) const
{
    constexpr quint64 kReach = 32;
    const quint64 low = std::max(from, guess > kReach ? guess - kReach : 0);
    const quint64 high = std::min(m_end, guess + kReach);
    const bool inside = low < high && (low == from || m_times[slot(low - 1)] < ms)
        && (high == m_end || m_times[slot(high)] >= ms);
    return inside ? lowerBound(ms, low, high) : lowerBound(ms, from, m_end);
}

quint64 Series::lowerBound(qint64 ms, quint64 from, quint64 to) const
{
    quint64 count = to - from;
    while (count > 0) {
        const quint64 half = count / 2;
        if (m_times[slot(from + half)] < ms) {
            from += half + 1;
            count -= half + 1;
        } else {
            count = half;
        }
    }
    return from;
}

Series::Extent Series::extent(quint64 begin, quint64 end) const
{
    Extent sum;
    while (begin < end) {
        if (begin % kCoarse == 0 && end - begin >= kCoarse) {
            sum.add(m_coarse[slot(begin) / kCoarse]);
            begin += kCoarse;
        } else if (begin % kFine == 0 && end - begin >= kFine) {
            sum.add(m_fine[slot(begin) / kFine]);
            begin += kFine;
        } else {
            const float value = m_values[slot(begin)];
            if (std::isfinite(value))
                sum.add(value);
            ++begin;
        }
    }
    return sum;
}

bool Series::column(quint64 begin, quint64 end, PixelColumn &column) const
{
    const Extent all = extent(begin, end);
    if (all.isEmpty())
        return false;
    column.min = all.min;
    column.max = all.max;
    while (!std::isfinite(m_values[slot(begin)])) {
        column.broken = true; // the line ends where nothing is known
        ++begin;
    }
    const quint64 last = [&] {
        quint64 at = end - 1;
        while (!std::isfinite(m_values[slot(at)]))
            --at;
        return at;
    }();
    column.first = m_values[slot(begin)];
    column.last = m_values[slot(last)];
    column.time = m_times[slot(last)];
    const bool hasBefore = begin > m_begin;
    const qint64 since = hasBefore ? m_times[slot(begin)] - m_times[slot(begin - 1)] : 0;
    column.broken = column.broken || !hasBefore || !std::isfinite(m_values[slot(begin - 1)])
        || (m_maxGap > 0 && since > m_maxGap);
    return true;
}

std::vector<PixelColumn> Series::columns(qint64 from, qint64 to, int width) const
{
    std::vector<PixelColumn> columns;
    if (width <= 0 || to <= from || isEmpty())
        return columns;
    columns.reserve(static_cast<std::size_t>(width));
    quint64 begin = lowerBound(from, m_begin);
    quint64 pace = 0; // samples in the column before
    for (int x = 0; x < width && begin < m_end; ++x) {
        const qint64 edge = from + (to - from) * (x + 1) / width;
        if (m_times[slot(begin)] >= edge)
            continue;
        const quint64 end = lowerBoundNear(edge, begin, begin + pace);
        pace = end - begin;
        PixelColumn next;
        next.x = x;
        if (column(begin, end, next))
            columns.push_back(next);
        begin = end;
    }
    return columns;
}

bool Series::range(qint64 from, qint64 to, float &min, float &max) const
{
    const quint64 begin = lowerBound(from, m_begin);
    const Extent all = extent(begin, lowerBound(to, begin));
    min = all.min;
    max = all.max;
    return !all.isEmpty();
}

} // namespace watchroom::quality
