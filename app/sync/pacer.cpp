// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sync/pacer.h"

#include <QRandomGenerator>

namespace watchroom::sync {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

Pacer::Pacer(milliseconds interval, QObject *parent)
    : QObject(parent)
    , m_interval(interval)
    , m_timer(this)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Pacer::fire);
}

void Pacer::wake()
{
    if (m_timer.isActive())
        return;
    const milliseconds quiet = m_last.isValid() ? milliseconds(m_last.elapsed()) : m_interval;
    if (quiet >= m_interval) {
        fire();
        return;
    }
    const auto jitter =
        QRandomGenerator::global()->bounded(static_cast<qint64>(m_interval.count() / 4 + 1));
    m_timer.start(m_interval - quiet + milliseconds(jitter));
}

void Pacer::stop()
{
    m_timer.stop();
}

void Pacer::fire()
{
    m_last.start();
    Q_EMIT due();
}

} // namespace watchroom::sync
