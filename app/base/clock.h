// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/instant.h"

#include <atomic>

namespace watchroom::base {

/// Where "now" comes from; injected everywhere, so that tests decide it. Any thread.
class Clock
{
public:
    Clock() = default;
    Clock(const Clock &) = delete;
    Clock &operator=(const Clock &) = delete;
    virtual ~Clock() = default;

    [[nodiscard]] virtual Instant now() const = 0;
};

/// The station's corrected time: CLOCK_BOOTTIME plus the offset of the last contact with the
/// server, so that neither a changed wall clock nor suspend moves it. Until the first contact the
/// wall clock at construction stands in for the server's. Any thread.
class CorrectedClock final : public Clock
{
public:
    CorrectedClock();

    [[nodiscard]] Instant now() const override;

    /// The server said `server` at about this moment.
    void correct(Instant server);
    /// How far the wall clock stands ahead of the corrected time.
    [[nodiscard]] std::chrono::microseconds wallOffset() const;

private:
    std::atomic<std::int64_t> m_offset; ///< microseconds from CLOCK_BOOTTIME to UTC
};

} // namespace watchroom::base
