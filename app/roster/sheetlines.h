// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/roster/sheetblocks.h"
#include "app/roster/sheetcalendar.h"
#include "app/roster/sheetledger.h"

namespace watchroom::roster {

/// A line of a block from its first date on.
struct SheetLine
{
    qsizetype line = 0;
    std::optional<QDate> date = {}; ///< nothing: its cells are read already, as lost or as notes
    bool own = false; ///< the date stands in it; else it is carried on from the line before
};

/// The dated lines of every block. What has no date goes to the ledger.
[[nodiscard]] QList<QList<SheetLine>> datedLines(const SheetView &view,
    const QList<SheetBlock> &blocks, const SheetTables &tables, const HeadBook &heads,
    SheetLedger &ledger);

/// Doubts weekdays that their dates do not have: the year may be another one.
void checkWeekdays(const SheetView &view, const SheetBlock &block, const QList<SheetLine> &lines,
    SheetLedger &ledger);

} // namespace watchroom::roster
