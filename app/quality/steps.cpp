// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quality/steps.h"

#include <algorithm>

namespace watchroom::quality {

StepPlan planSteps(qint64 from, qint64 to, int pixels, qint64 interval)
{
    constexpr qint64 kSecond = 1000;
    const qint64 span = std::max<qint64>(to - from, 0);
    const qint64 columns = std::max(pixels, 1);
    const qint64 wanted = (span + columns - 1) / columns;
    const qint64 shortest = std::max(interval, kSecond);
    qint64 step = shortest;
    if (wanted > shortest)
        step = (wanted + kSecond - 1) / kSecond * kSecond;
    return {floorTo(from, step), floorTo(to, step), step, step > shortest};
}

std::vector<Span> splitSpan(const StepPlan &plan, qint64 most)
{
    std::vector<Span> pieces;
    for (qint64 at = plan.from; at <= plan.to; at += most * plan.step)
        pieces.push_back({at, std::min(plan.to, at + (most - 1) * plan.step)});
    return pieces;
}

} // namespace watchroom::quality
