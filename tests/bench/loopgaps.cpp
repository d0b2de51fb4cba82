// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/loopgaps.h"

namespace watchroom::bench {

LoopGaps::LoopGaps()
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(1);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { tick(); });
}

void LoopGaps::start()
{
    m_gaps.clear();
    m_since.start();
    m_timer.start();
}

void LoopGaps::stop()
{
    m_timer.stop();
}

void LoopGaps::tick()
{
    m_gaps.append(double(m_since.nsecsElapsed()) / 1e6);
    m_since.restart();
}

} // namespace watchroom::bench
