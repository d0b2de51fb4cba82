// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/roster/sheetblocks.h"

namespace watchroom::roster {

/// One text that says what a column is about.
struct Label
{
    QString text;
    Cell cell;
    bool own = true; ///< else it stands in a column before: a merged cell as exports leave it
    bool ofPeople = false; ///< names of people stand at its level
    bool isAside = false; ///< the corner says that its level is nothing about duty: 序号, 电话
};

/// The labels of each column of a block, from the outermost; none: nothing says what it is.
/// A label is carried on over blanks until another one, or a new label above it, comes; a name only
/// where nothing else is said, so that it is never carried from one group into the next, and a
/// remark's head not at all.
[[nodiscard]] QHash<qsizetype, QList<Label>> labelsOf(
    const SheetView &view, const SheetBlock &block, const SheetBooks &books);

} // namespace watchroom::roster
