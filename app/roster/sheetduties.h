// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/roster/sheetlabels.h"
#include "app/roster/sheetlines.h"

namespace watchroom::roster {

/// A block with everything that is known about its lines and columns.
struct DutyBlock
{
    const SheetView &view;
    const SheetBlock &block;
    QList<SheetLine> lines;
    QHash<qsizetype, QList<Label>> labels;
};

/// A shift whose hours are not settled yet: those of others in the sheet decide about them too.
struct UnsettledShift
{
    SheetShift shift;
    ShiftText text;
};

/// What the readers of columns find, and where they say what they did not understand.
struct Duties
{
    const SheetBooks &books;
    SheetLedger &ledger;
    QList<UnsettledShift> shifts = {};
};

/// The cells of a column at its dated lines that are not blank.
[[nodiscard]] QList<std::pair<SheetLine, Cell>> bodyOf(const DutyBlock &block, qsizetype column);

/// Columns of people, their shifts in the cells by code.
void readCodes(const DutyBlock &block, Duties &duties);
/// Columns of shifts and positions, the people in the cells by name.
void readNames(const DutyBlock &block, Duties &duties);

/// Settles the hours of all shifts and puts them into the sheet: what stands in the sheet itself
/// goes over the table, and what is not sure there is made to fit the other slots.
void settleHours(
    const Duties &duties, const QList<ShiftCode> &codes, SheetLedger &ledger, RosterSheet &into);

} // namespace watchroom::roster
