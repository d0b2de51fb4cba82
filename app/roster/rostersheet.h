// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/roster/rosterfile.h"
#include "app/roster/sheetheads.h"
#include "app/roster/sheetproblem.h"
#include "app/roster/teamnames.h"

#include <QDate>
#include <QDateTime>

namespace watchroom::roster {

/// What a sheet is read with. What was not understood is answered here, and the sheet read again:
/// a further name of somebody, a further word of a position, a word for a shift and its hours.
struct SheetTables
{
    QList<TeamMember> team;
    QList<SheetPosition> positions;
    QList<ShiftCode> codes = defaultShiftCodes();
    QDate today;
    QDate month = {}; ///< of days without a month where no title names one; invalid: unknown
};

/// Somebody's shift as the sheet has it, by the wall clock of the team.
struct SheetShift
{
    QDate date; ///< for which it is written; `begins` may be the day after
    QString slot;
    domain::DailyHours hours = {};
    QDateTime begins = {}; ///< marked as UTC: domain::instantOf() makes an instant of it
    QDateTime ends = {};
    QString position; ///< code; empty: no head names one
    QString person; ///< login
    Cell cell;
};

struct SheetOff
{
    QDate date;
    QString person; ///< empty: nobody is named for it
    Cell cell;
};

/// The hours that a slot was read with.
struct SlotHours
{
    enum class By
    {
        Table, ///< as the table of codes has them
        Sheet, ///< a head or a remark says so
        Others, ///< made to fit the other slots of the sheet: `hours_adapted`
    };

    QString slot;
    domain::DailyHours hours;
    bool nextDay = false;
    By by = By::Table;
    qsizetype count = 0; ///< shifts that have them
    Cell cell = {}; ///< the first of these
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
    enum class Year
    {
        Written, ///< in the dates themselves
        Title,
        Today, ///< the nearest
        Asked, ///< SheetTables::month
    };

    QString encoding;
    QChar separator;
    Content content = Content::Unknown;
    bool datesAcross = false; ///< along the top; else down the side
    Year year = Year::Written;
    QList<SheetShift> shifts = {}; ///< in the order of the cells
    QList<SheetOff> off = {};
    QList<SlotHours> slotHours = {};
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
