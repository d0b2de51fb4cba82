// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"

#include <atomic>

namespace watchroom::test {

/// A clock that stands still until it is moved. Any thread.
class StandingClock final : public base::Clock
{
public:
    explicit StandingClock(base::Instant now)
        : m_now(now)
    {
    }
    [[nodiscard]] base::Instant now() const override { return m_now; }
    void set(base::Instant now) { m_now = now; }

private:
    std::atomic<base::Instant> m_now;
};

} // namespace watchroom::test
