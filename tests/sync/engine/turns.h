// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>

namespace watchroom::test {

/// Turns of this thread's event loop, as a window would have them.
class Turns
{
public:
    Turns()
    {
        m_timer.callOnTimeout([this] {
            ++m_count;
            m_longest = std::max(m_longest, m_since.restart());
        });
        m_since.start();
        m_timer.start(std::chrono::milliseconds(2));
    }
    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] qint64 longest() const { return m_longest; } ///< ms away from its events

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    int m_count = 0;
    qint64 m_longest = 0;
};

} // namespace watchroom::test
