// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quality/sourcehealth.h"

#include <algorithm>
#include <cmath>

namespace watchroom::quality {

using namespace Qt::StringLiterals;
using base::Error;

std::optional<Error> SourceHealth::take(const QualityUpdate &update, const SourceState &state)
{
    // An update without an answer of its own moment says nothing new: the source is only late.
    if (!state.answering || state.lastAnswer != update.at)
        return m_problem;
    m_problem.reset();
    const bool usable = std::ranges::any_of(
        update.readings, [](const Reading &reading) { return std::isfinite(reading.value); });
    m_empty = usable ? 0 : m_empty + 1;
    if (!update.problems.isEmpty()) {
        const auto &[metric, error] = update.problems.first();
        m_problem = error;
        m_problem->params.insert(u"metric"_s, metric);
    } else if (m_empty >= 2) {
        m_problem = Error{Error::Kind::Invalid, u"no finite value"_s, u"source_empty"_s};
    }
    return m_problem;
}

} // namespace watchroom::quality
