// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/articles/step.h"

namespace watchroom::articles {

/// The number of the highest id of the form "sN"; 0: none.
[[nodiscard]] int highestId(const Steps &steps);

/// `now` with the ids that its steps had in the version before: first those with the same
/// Markdown, then those whose text is similar (kSimilar), each in order first and then wherever
/// they were moved to. The others get the ids after the highest of `previous` and after `used`,
/// the highest the article is known to have had. At worst 0.2 s, for 99 steps of
/// 500 characters of which none is like another.
[[nodiscard]] Steps carryIds(const Steps &previous, Steps now, int used = 0);

} // namespace watchroom::articles
