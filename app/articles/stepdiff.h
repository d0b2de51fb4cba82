// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/articles/step.h"

namespace watchroom::articles {

/// What became of one step between two versions of an article. A value.
struct StepChange
{
    enum class Kind
    {
        Same,
        Changed, ///< its text or detail; it may have been moved too
        Added,
        Removed,
        Moved, ///< as it was, at another place among the others
    };

    Kind kind = Kind::Same;
    QString id;
    int before = 0; ///< its number in the older version; 0: it was not there
    int now = 0; ///< 0: it is no more
    bool moved = false;
    bool critical = false; ///< safety-critical in either version

    friend bool operator==(const StepChange &, const StepChange &) = default;
};

/// Every step of both, by ids and hashes alone: those of `now` in their order, a removed one
/// behind the one it followed. As few as possible count as moved.
[[nodiscard]] QList<StepChange> stepDiff(const Steps &before, const Steps &now);

/// The steps that are not as they were, by their numbers now; those that are no more, by their
/// numbers before.
[[nodiscard]] QList<int> changedNumbers(const QList<StepChange> &diff);
[[nodiscard]] QList<int> removedNumbers(const QList<StepChange> &diff);
/// "2、4", with whatever stands between numbers in the language.
[[nodiscard]] QString numbersText(const QList<int> &numbers, const QString &between);

} // namespace watchroom::articles
