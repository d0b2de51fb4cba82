// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <limits>
#include <span>
#include <vector>

namespace watchroom::quality {

/// What one pixel column of a chart shows (M4: Jugel et al., VLDB 2014).
struct PixelColumn
{
    float first = 0;
    float last = 0;
    float min = 0;
    float max = 0;
    qint64 time = 0; ///< of the last sample, ms
    int x = 0;
    bool broken = false; ///< the line is not drawn from the column before to this one
};

/// The newest samples of one line: a ring of times and values with minima and maxima of 64 and of
/// 4096 samples, so that any span is asked for at the price of its pixels. Belongs to one thread.
class Series
{
public:
    /// Rounded up to a power of two of at least 4096.
    explicit Series(std::size_t capacity = 4096);

    /// False, and counted, when `ms` is not after the last. NaN and infinities are kept as a gap.
    bool append(qint64 ms, float value);
    /// Older samples found later (history): joined with what is here; of equal times the one here
    /// stays. Both must be in order.
    void merge(std::span<const qint64> times, std::span<const float> values);
    void clear();

    [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(m_end - m_begin); }
    [[nodiscard]] bool isEmpty() const { return m_begin == m_end; }
    [[nodiscard]] std::size_t capacity() const { return m_times.size(); }
    /// 0 is the oldest.
    [[nodiscard]] qint64 time(std::size_t index) const { return m_times[slot(m_begin + index)]; }
    [[nodiscard]] float value(std::size_t index) const { return m_values[slot(m_begin + index)]; }
    [[nodiscard]] qint64 refused() const { return m_refused; }

    /// The index of the first sample at or after `ms`; size() when there is none.
    [[nodiscard]] std::size_t indexFrom(qint64 ms) const;

    /// Times further apart than this are a gap; 0: none is.
    void setMaxGap(qint64 ms) { m_maxGap = ms; }
    [[nodiscard]] qint64 maxGap() const { return m_maxGap; }

    /// The non-empty ones of `width` columns over [from, to), left to right.
    [[nodiscard]] std::vector<PixelColumn> columns(qint64 from, qint64 to, int width) const;
    /// Smallest and largest value in [from, to); false when there is none.
    [[nodiscard]] bool range(qint64 from, qint64 to, float &min, float &max) const;

private:
    struct Extent
    {
        float min = std::numeric_limits<float>::infinity();
        float max = -std::numeric_limits<float>::infinity();
        void add(float value);
        void add(const Extent &other);
        [[nodiscard]] bool isEmpty() const { return min > max; }
    };

    [[nodiscard]] std::size_t slot(quint64 index) const { return index & m_mask; }
    [[nodiscard]] quint64 lowerBound(qint64 ms, quint64 from) const;
    [[nodiscard]] quint64 lowerBound(qint64 ms, quint64 from, quint64 to) const;
    [[nodiscard]] quint64 lowerBoundNear(qint64 ms, quint64 from, quint64 guess) const;
    [[nodiscard]] Extent extent(quint64 begin, quint64 end) const;
    bool column(quint64 begin, quint64 end, PixelColumn &column) const;
    void put(qint64 ms, float value);

    std::vector<qint64> m_times;
    std::vector<float> m_values;
    std::vector<Extent> m_fine; ///< of 64
    std::vector<Extent> m_coarse; ///< of 4096
    std::size_t m_mask;
    quint64 m_begin = 0; ///< counts from the first sample ever appended
    quint64 m_end = 0;
    qint64 m_maxGap = 0;
    qint64 m_refused = 0;
};

} // namespace watchroom::quality
