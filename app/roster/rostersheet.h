// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/roster/rosterfile.h"
#include "app/roster/sheetdates.h"
#include "app/roster/sheetheads.h"
#include "app/roster/sheetproblem.h"
#include "app/roster/teamnames.h"

#include <QDate>
#include <QDateTime>

namespace watchroom::roster {

/// What a sheet is read with.
struct SheetTables
{
    QList<TeamMember> team;
    QList<SheetPosition> positions;
    QList<ShiftCode> codes = defaultShiftCodes();
    QDate today;
    MonthText month = {}; ///< of dates without one where no title names one; 0: unknown
};

/// Somebody's shift as the sheet has it, by the wall clock of the team.
struct SheetShift
{
    QDate date; ///< for which it is written; `begins` may be the day after
    QString slot;
    QDateTime begins = {}; ///< marked as UTC: domain::instantOf() makes an instant of it
    QDateTime ends = {};
    QString position; ///< code; empty: no head names one
    QString person; ///< login
    Cell cell;
};

/// What was understood of a sheet, and everything else that stands in it.
struct RosterSheet
{
    enum class Content
    {
        Unknown,
        Codes, ///< a person's shifts by their codes
        Names, ///< a shift's or position's people by their names
    };
    QString encoding;
    Content content = Content::Unknown;
    QList<SheetShift> shifts = {}; ///< in the order of the cells
    QList<SheetProblem> problems = {}; ///< in the order of their first cells
    Grid cells = {};
    QList<QList<CellUse>> uses = {}; ///< of each cell of `cells`

    [[nodiscard]] CellUse use(const Cell &cell) const
    {
        return uses.value(cell.row).value(cell.column, CellUse::Blank);
    }
};

/// Reads the two ways in which duty teams keep their roster, either way round: people and codes, or
/// shifts and names, against dates. Nothing is guessed, and every cell that is not blank is in
/// `uses`, lost ones with a problem that names them. Any thread.
[[nodiscard]] RosterSheet readRosterSheet(const RosterFile &file, const SheetTables &tables);

} // namespace watchroom::roster
