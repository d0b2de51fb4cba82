// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/articles/words.h"

namespace watchroom::articles {

/// Where two texts differ, by words and single Han characters.
struct WordDiff
{
    QList<Range> removed; ///< in the older text
    QList<Range> added; ///< in the newer one
};

/// Neighbouring words are one range. Of two texts too long to compare (2,000 words that differ
/// each) all between what they begin and end with alike.
[[nodiscard]] WordDiff wordDiff(const QString &before, const QString &now);

} // namespace watchroom::articles
