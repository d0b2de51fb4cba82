// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <limits>
#include <optional>
#include <vector>

namespace watchroom::widgets {

/// One sample: milliseconds since 1970 UTC. NaN says that it is known to be missing.
struct Sample
{
    qint64 at = 0;
    float value = std::numeric_limits<float>::quiet_NaN();
};

/// What one column of pixels shows of a series (M4): nothing when `count` is 0.
struct Span
{
    float first = 0;
    float last = 0;
    float min = 0;
    float max = 0;
    int count = 0;
};

/// What a chart asks of whoever keeps the samples. UI thread; answers from memory at once.
class SeriesSource
{
public:
    SeriesSource() = default;
    SeriesSource(const SeriesSource &) = delete;
    SeriesSource &operator=(const SeriesSource &) = delete;
    virtual ~SeriesSource() = default;

    /// Samples in [from, to), a guess is enough: it chooses between a line and spans.
    [[nodiscard]] virtual qsizetype count(qint64 from, qint64 to) const = 0;
    /// The samples in [from, to) and the one before and after, in order of time.
    virtual void samples(qint64 from, qint64 to, std::vector<Sample> &into) const = 0;
    /// [from, to) in `columns` equal parts.
    virtual void spans(qint64 from, qint64 to, int columns, std::vector<Span> &into) const = 0;
    /// The newest sample at or before `at`.
    [[nodiscard]] virtual std::optional<Sample> at(qint64 at) const = 0;
};

/// Samples in a vector: for small charts, trials and tests. UI thread.
class SampleVector final : public SeriesSource
{
public:
    SampleVector() = default;
    explicit SampleVector(std::vector<Sample> samples);
    void append(Sample sample); ///< not older than the last one

    [[nodiscard]] qsizetype count(qint64 from, qint64 to) const override;
    void samples(qint64 from, qint64 to, std::vector<Sample> &into) const override;
    void spans(qint64 from, qint64 to, int columns, std::vector<Span> &into) const override;
    [[nodiscard]] std::optional<Sample> at(qint64 at) const override;

private:
    std::vector<Sample> m_samples;
};

} // namespace watchroom::widgets
