// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/roster/sheetheads.h"
#include "app/roster/sheetview.h"
#include "app/roster/teamnames.h"

namespace watchroom::roster {

/// What texts are understood by.
struct SheetBooks
{
    const CodeBook &codes;
    const HeadBook &heads;
    const TeamNames &team;
};

/// A column of dates and the columns that belong to it, in a view. A sheet has several where its
/// weeks stand under each other or its half months side by side.
struct SheetBlock
{
    qsizetype first = 0;
    qsizetype last = 0;
    qsizetype dates = 0; ///< the column of dates
    qsizetype data = 0; ///< the first column that may hold shifts; titles stand before it
    qsizetype top = 0; ///< the line of the first date
    QList<qsizetype> heads = {}; ///< lines above it that say what the columns are, from the top
    QList<qsizetype> weekdays = {}; ///< columns
    QString position = {}; ///< code: a title names it

    [[nodiscard]] bool isHelper(qsizetype column) const
    {
        return column == dates || weekdays.contains(column);
    }
    [[nodiscard]] bool isData(qsizetype column) const
    {
        return column >= data && !isHelper(column);
    }
    /// Titles and the corner over the dates.
    [[nodiscard]] bool isTitle(qsizetype line, qsizetype column) const
    {
        return (column < data && !isHelper(column))
            || (line < top && (column == dates || !heads.contains(line)));
    }
};

[[nodiscard]] QList<SheetBlock> findBlocks(
    const SheetView &view, const DateAxis &axis, const SheetBooks &books);

/// No letters: a number, a telephone number.
[[nodiscard]] bool isNumeric(const QString &text);

} // namespace watchroom::roster
