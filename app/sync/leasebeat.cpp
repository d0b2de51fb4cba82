// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sync/leasebeat.h"

#include <QRandomGenerator>

#include <algorithm>

namespace watchroom::sync {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

std::optional<Lease> LeaseBeat::take(const remote::Beat &beat)
{
    const Lease now{.holder = beat.leaseHolder, .fence = beat.fence, .mine = beat.mine};
    if (now == m_lease)
        return std::nullopt;
    m_lease = now;
    return now;
}

std::optional<Lease> LeaseBeat::lose()
{
    if (!m_lease.mine)
        return std::nullopt;
    m_lease.mine = false;
    return m_lease;
}

milliseconds LeaseBeat::next(const remote::Beat &beat) const
{
    if (beat.mine)
        return 2000ms;
    if (m_isWall)
        return 5000ms;
    if (!m_wants)
        return 15000ms;
    const auto left = std::chrono::duration_cast<milliseconds>(beat.leaseEnds - beat.now);
    const milliseconds jitter(QRandomGenerator::global()->bounded(500));
    return std::clamp(left, 1500ms, 15000ms) + jitter;
}

} // namespace watchroom::sync
