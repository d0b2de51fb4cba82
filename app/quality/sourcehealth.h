// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/quality/qualityservice.h"

#include <optional>

namespace watchroom::quality {

/// Whether a source that answers says anything that can be used: queries it refuses and answers
/// without one finite value would else pass for "live". A value; one thread.
class SourceHealth
{
public:
    /// What ails it after this update, if anything: a query's own error, or Invalid
    /// `source_empty` once two answers in a row held no value.
    [[nodiscard]] std::optional<base::Error> take(
        const QualityUpdate &update, const SourceState &state);

private:
    int m_empty = 0; ///< answers in a row
    std::optional<base::Error> m_problem;
};

} // namespace watchroom::quality
