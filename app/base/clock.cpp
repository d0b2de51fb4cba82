// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/clock.h"

#include <ctime>

namespace watchroom::base {

using std::chrono::microseconds;

namespace {

microseconds read(clockid_t id)
{
    timespec time{};
    clock_gettime(id, &time);
    return microseconds{time.tv_sec * 1'000'000 + time.tv_nsec / 1'000};
}

} // namespace

CorrectedClock::CorrectedClock()
    : m_offset((read(CLOCK_REALTIME) - read(CLOCK_BOOTTIME)).count())
{
}

Instant CorrectedClock::now() const
{
    return Instant{read(CLOCK_BOOTTIME) + microseconds{m_offset.load()}};
}

void CorrectedClock::correct(Instant server)
{
    m_offset.store((server.time_since_epoch() - read(CLOCK_BOOTTIME)).count());
}

microseconds CorrectedClock::wallOffset() const
{
    return read(CLOCK_REALTIME) - now().time_since_epoch();
}

} // namespace watchroom::base
