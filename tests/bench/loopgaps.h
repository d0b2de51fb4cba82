// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QList>
#include <QTimer>

namespace watchroom::bench {

/// How long the event loop left a timer of 1 ms waiting, again and again. Lives on the thread whose
/// loop it watches.
class LoopGaps
{
public:
    LoopGaps();

    void start();
    void stop();
    /// Milliseconds between one tick and the next.
    [[nodiscard]] const QList<double> &gaps() const { return m_gaps; }

private:
    void tick();

    QTimer m_timer;
    QElapsedTimer m_since;
    QList<double> m_gaps;
};

} // namespace watchroom::bench
