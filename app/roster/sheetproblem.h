// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/roster/rostercells.h"

namespace watchroom::roster {

/// Something that was not understood, or understood with a doubt. Codes of what is lost:
/// `code_unknown`, `date_invalid`, `date_unknown`, `head_missing`, `head_unknown`,
/// `layout_unknown`, `month_unknown`, `name_ambiguous`, `name_missing`, `name_unknown`, `not_read`;
/// of an import `hours_cross`, `long_past`, `position_missing`; of doubts: `hours_adapted`,
/// `hours_assumed`, `month_assumed`, `night_next_day`, `position_unknown`, `shifts_overlap`,
/// `weekday_differs`.
struct SheetProblem
{
    QString code;
    QString text = {}; ///< as it is written there
    QList<Cell> cells =
        {}; ///< first where to look; of a lost one every cell that was not taken too
    QString other = {}; ///< the date of a weekday; the cell of the other shift
    bool lost = false; ///< something in `cells` was not taken
};

enum class CellUse
{
    Blank,
    Label, ///< says what others mean
    Note, ///< read past: titles, remarks, sums
    Off,
    Shift,
    Lost, ///< not taken, or not wholly: a problem names it
};

} // namespace watchroom::roster
