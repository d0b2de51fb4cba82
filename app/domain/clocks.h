// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/policy.h"
#include "app/domain/row.h"

#include <optional>

namespace watchroom::domain {

enum class ClockState
{
    None, ///< closed, or a stage without a limit
    Running,
    Warning, ///< 80 % of the limit is used
    Breached, ///< the deadline has come
    Waiting, ///< on a third party; the clock stands and that time is counted apart
};

/// A stage's clock as it reads at one instant.
struct StageClock
{
    ClockState state = ClockState::None;
    base::Instant dueAt{}; ///< while waiting: as if the wait ended now
    base::Seconds remaining{}; ///< negative after a breach; stands while waiting
    double used = 0; ///< share of the limit: 0.8 warns, 1 is breached
    base::Seconds waited{}; ///< all of it, the present wait included
};

/// Reads the clock of the incident's present stage.
[[nodiscard]] StageClock stageClock(const Row &incident, base::Instant now);
/// When the clock turns to Warning; nothing for no clock and while waiting.
[[nodiscard]] std::optional<base::Instant> warnsAt(const Row &incident);

/// When the incident's acknowledgement lapses: the lease of its level after the last activity of
/// whoever acknowledged, any log entry of theirs on the incident. Nothing: not acknowledged, or
/// past Recovery: what works again may rest for days without a word.
[[nodiscard]] std::optional<base::Instant> acknowledgementLapses(
    const Row &incident, const std::optional<base::Instant> &lastActivity, const Policy &policy);
/// Until when somebody must acknowledge: the limit after the level became what it is (`levelSince`:
/// the last `level_raised` entry), else after the opening. Nothing: acknowledged, closed.
[[nodiscard]] std::optional<base::Instant> acknowledgementDue(
    const Row &incident, const std::optional<base::Instant> &levelSince, const Policy &policy);

/// What comes first on an incident: the one line "next due".
struct NextDue
{
    enum class What
    {
        Stage,
        Acknowledge,
        Lapse
    };
    What what = What::Stage;
    base::Instant at;
};
[[nodiscard]] std::optional<NextDue> nextDue(const Row &incident,
    const std::optional<base::Instant> &lastActivity,
    const std::optional<base::Instant> &levelSince, const Policy &policy);

} // namespace watchroom::domain
