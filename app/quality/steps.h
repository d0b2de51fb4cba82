// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace watchroom::quality {

/// The grid a range query runs on. All in milliseconds.
struct StepPlan
{
    qint64 from = 0; ///< a multiple of step, so that points stand still while the view moves
    qint64 to = 0;
    qint64 step = 0;
    bool folded = false; ///< a step holds several samples: smallest and largest are asked for
};

/// step = the larger of the scrape interval and span / pixels, in whole seconds.
[[nodiscard]] StepPlan planSteps(qint64 from, qint64 to, int pixels, qint64 interval);

struct Span
{
    qint64 from = 0;
    qint64 to = 0;
};

/// Prometheus refuses more than 11,000 points a series: pieces of at most `most` points.
[[nodiscard]] std::vector<Span> splitSpan(const StepPlan &plan, qint64 most = 10'900);

[[nodiscard]] constexpr qint64 floorTo(qint64 time, qint64 step)
{
    const qint64 rest = time % step;
    return time - (rest < 0 ? rest + step : rest);
}

} // namespace watchroom::quality
