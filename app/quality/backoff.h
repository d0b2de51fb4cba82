// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>

namespace watchroom::quality {

/// How long to leave a source alone after it failed: 1, 2, 4 ... 30 s, each up to a fifth shorter
/// or longer, so that the stations of a room do not come back as one. Pure; times in ms.
class Backoff
{
public:
    /// `random` in [0, 1).
    void failed(qint64 now, double random)
    {
        const double plain = static_cast<double>(std::min(kLongest, kFirst << m_failures));
        m_until = now + static_cast<qint64>(plain * (0.8 + 0.4 * random));
        m_failures = std::min(m_failures + 1, 5);
    }
    void succeeded()
    {
        m_failures = 0;
        m_until = 0;
    }
    [[nodiscard]] bool mayTry(qint64 now) const { return now >= m_until; }
    [[nodiscard]] qint64 until() const { return m_until; }

private:
    static constexpr qint64 kFirst = 1000;
    static constexpr qint64 kLongest = 30000;
    int m_failures = 0;
    qint64 m_until = 0;
};

} // namespace watchroom::quality
