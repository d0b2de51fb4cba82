// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/roster/rostersheet.h"
#include "app/roster/rosterstate.h"

#include <QTimeZone>

namespace watchroom::roster {

/// What a spreadsheet is read against.
struct ImportNeeds
{
    const RosterState &state;
    QList<TeamMember> team; ///< active people; their logins are names too
    QTimeZone zone; ///< of the sheet's wall clock
    base::Instant now;
    QString source = {}; ///< the file's name, for the reason of each shift
    QString position = {}; ///< code, for what the sheet names no position; empty: not taken
    MonthText month = {}; ///< of dates without one where no title names one
};

/// One shift that was understood.
struct ImportShift
{
    NewChange change;
    QString slot;
    Cell cell;
    bool stands = false; ///< it is in the roster already
};

/// What an import would do. Nothing is saved by it.
struct RosterImport
{
    QString encoding;
    QList<ImportShift> shifts = {}; ///< in the order of their cells
    QList<SheetProblem> problems = {}; ///< what was not taken, and doubts, in the same order

    /// What is to be saved: one temporary shift each, none that stands.
    [[nodiscard]] QList<NewChange> fresh() const;
    [[nodiscard]] qsizetype lost() const; ///< problems of what was not taken
};

/// Codes mean the hours that the rotations of that name have, unless the sheet says others. What
/// cannot be a temporary shift is a problem: `position_missing`, `hours_cross` (others have a part
/// of the same time at this position in this sheet), `long_past`. Errors of readRosterFile(). Any
/// thread.
[[nodiscard]] base::Result<RosterImport> planImport(
    const QByteArray &bytes, const ImportNeeds &needs);

} // namespace watchroom::roster
