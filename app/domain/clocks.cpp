// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/clocks.h"

#include <algorithm>
#include <array>

namespace watchroom::domain {

using namespace Qt::StringLiterals;
using base::Instant;
using std::chrono::microseconds;

namespace {

bool isClosed(const Row &incident)
{
    return text(incident, "stage"_L1) == codeOf(Stage::Closed);
}

const LevelPolicy &levelPolicy(const Row &incident, const Policy &policy)
{
    return policy.of(levelFrom(text(incident, "level"_L1)).value_or(Level::Red));
}

/// The row's own numbers of its clock, with a wait that goes on until `now` added.
struct Span
{
    Instant from; ///< entry plus what was waited
    Instant due;
    microseconds waiting{}; ///< of the present wait
};

std::optional<Span> spanOf(const Row &incident, Instant now)
{
    const auto due = instant(incident, "due_at"_L1);
    const auto entered = instant(incident, "stage_entered_at"_L1);
    if (!due || !entered || isClosed(incident))
        return std::nullopt;
    microseconds waiting{};
    if (const auto since = instant(incident, "waiting_since"_L1))
        waiting = std::max(now - *since, microseconds{0});
    const base::Seconds waited{integer(incident, "waited_s"_L1)};
    return Span{*entered + waited + waiting, *due + waiting, waiting};
}

// In whole numbers, so that exactly 80 % warns: 5 * used >= 4 * limit.
bool isWarning(microseconds used, microseconds limit)
{
    return used * 5 >= limit * 4;
}

double share(microseconds used, microseconds limit)
{
    if (limit <= microseconds{0})
        return 1.0;
    return static_cast<double>(used.count()) / static_cast<double>(limit.count());
}

} // namespace

StageClock stageClock(const Row &incident, Instant now)
{
    const auto span = spanOf(incident, now);
    if (!span)
        return {};
    const microseconds limit = span->due - span->from;
    const microseconds used = now - span->from;
    StageClock clock;
    clock.dueAt = span->due;
    clock.remaining = std::chrono::floor<base::Seconds>(span->due - now);
    clock.used = share(used, limit);
    clock.waited = base::Seconds{integer(incident, "waited_s"_L1)}
        + std::chrono::floor<base::Seconds>(span->waiting);
    if (instant(incident, "waiting_since"_L1))
        clock.state = ClockState::Waiting;
    else if (now >= span->due)
        clock.state = ClockState::Breached;
    else
        clock.state = isWarning(used, limit) ? ClockState::Warning : ClockState::Running;
    return clock;
}

std::optional<Instant> warnsAt(const Row &incident)
{
    if (instant(incident, "waiting_since"_L1))
        return std::nullopt;
    const auto span = spanOf(incident, Instant{});
    if (!span)
        return std::nullopt;
    const microseconds limit = std::max(span->due - span->from, microseconds{0});
    // Rounded up, so that stageClock() says Warning at this very instant.
    return span->from + (limit * 4 + microseconds{4}) / 5;
}

std::optional<Instant> acknowledgementLapses(
    const Row &incident, const std::optional<Instant> &lastActivity, const Policy &policy)
{
    const auto acknowledged = instant(incident, "acknowledged_at"_L1);
    const auto stage = stageFrom(text(incident, "stage"_L1));
    if (!acknowledged || !optionalText(incident, "acknowledged_by"_L1) || stage > Stage::Recovery)
        return std::nullopt;
    const base::Seconds lease{levelPolicy(incident, policy).acknowledgeLeaseSeconds};
    return std::max(*acknowledged, lastActivity.value_or(*acknowledged)) + lease;
}

std::optional<Instant> acknowledgementDue(
    const Row &incident, const std::optional<Instant> &levelSince, const Policy &policy)
{
    const auto opened = instant(incident, "opened_at"_L1);
    if (!opened || optionalText(incident, "acknowledged_by"_L1) || isClosed(incident))
        return std::nullopt;
    const base::Seconds limit{levelPolicy(incident, policy).acknowledgeSeconds};
    return std::max(*opened, levelSince.value_or(*opened)) + limit;
}

std::optional<NextDue> nextDue(const Row &incident, const std::optional<Instant> &lastActivity,
    const std::optional<Instant> &levelSince, const Policy &policy)
{
    const bool waiting = instant(incident, "waiting_since"_L1).has_value();
    const auto stage =
        waiting || isClosed(incident) ? std::nullopt : instant(incident, "due_at"_L1);
    const std::array<std::pair<NextDue::What, std::optional<Instant>>, 3> all{{
        {NextDue::What::Acknowledge, acknowledgementDue(incident, levelSince, policy)},
        {NextDue::What::Stage, stage},
        {NextDue::What::Lapse, acknowledgementLapses(incident, lastActivity, policy)},
    }};
    std::optional<NextDue> next;
    for (const auto &[what, at] : all)
        if (at && (!next || *at < next->at))
            next = NextDue{what, *at};
    return next;
}

} // namespace watchroom::domain
