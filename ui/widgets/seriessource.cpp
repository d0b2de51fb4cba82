// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/seriessource.h"

#include <algorithm>
#include <cmath>

namespace watchroom::widgets {

namespace {

auto firstNotBefore(const std::vector<Sample> &samples, qint64 at)
{
    return std::lower_bound(samples.begin(), samples.end(), at,
        [](const Sample &sample, qint64 time) { return sample.at < time; });
}

void take(Span &span, float value)
{
    if (span.count == 0) {
        span = {value, value, value, value, 1};
        return;
    }
    span.last = value;
    span.min = std::min(span.min, value);
    span.max = std::max(span.max, value);
    ++span.count;
}

} // namespace

SampleVector::SampleVector(std::vector<Sample> samples)
    : m_samples(std::move(samples))
{
}

void SampleVector::append(Sample sample)
{
    m_samples.push_back(sample);
}

qsizetype SampleVector::count(qint64 from, qint64 to) const
{
    return firstNotBefore(m_samples, to) - firstNotBefore(m_samples, from);
}

void SampleVector::samples(qint64 from, qint64 to, std::vector<Sample> &into) const
{
    auto begin = firstNotBefore(m_samples, from);
    auto end = firstNotBefore(m_samples, to);
    if (begin != m_samples.begin())
        --begin;
    if (end != m_samples.end())
        ++end;
    into.assign(begin, end);
}

void SampleVector::spans(qint64 from, qint64 to, int columns, std::vector<Span> &into) const
{
    into.assign(static_cast<std::size_t>(std::max(columns, 0)), Span{});
    if (columns <= 0 || to <= from)
        return;
    const double perColumn = static_cast<double>(columns) / static_cast<double>(to - from);
    const auto end = firstNotBefore(m_samples, to);
    for (auto it = firstNotBefore(m_samples, from); it != end; ++it) {
        if (std::isnan(it->value))
            continue;
        const auto column =
            static_cast<std::size_t>(static_cast<double>(it->at - from) * perColumn);
        take(into[std::min(column, into.size() - 1)], it->value);
    }
}

std::optional<Sample> SampleVector::at(qint64 at) const
{
    const auto after = firstNotBefore(m_samples, at + 1);
    if (after == m_samples.begin())
        return std::nullopt;
    return *std::prev(after);
}

} // namespace watchroom::widgets
