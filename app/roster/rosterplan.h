// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/roster/rosterstate.h"

#include <QDate>
#include <QTimeZone>

namespace watchroom::roster {

/// A shift as the plan shows it: over the days from its first to its last one.
struct PlanShift
{
    domain::Shift shift; ///< `person` empty: nobody
    QString change = {}; ///< kind of what made it so; empty: the rotation
    bool uncovered = false; ///< no shift at all where somebody is needed
    bool twice = false; ///< its person is at another position too
    int first = 0; ///< columns; below zero or past the last one where it goes beyond the plan
    int last = 0;
    int lane = 0; ///< within its row
    friend bool operator==(const PlanShift &, const PlanShift &) = default;
};

/// The shifts of one slot of a position. The slot is empty for what belongs to none.
struct PlanRow
{
    QString position;
    QString slot;
    bool leads = true; ///< the first row of its position
    int lanes = 1; ///< rows of shifts that lie over each other
    QList<PlanShift> shifts = {}; ///< by begin

    /// Those that are shown in this column, by lane.
    [[nodiscard]] QList<PlanShift> at(int column) const;
    friend bool operator==(const PlanRow &, const PlanRow &) = default;
};

/// The roster over some days of a zone, ready to be drawn. A shift belongs to the day on which it
/// begins, and to one more for each full day that it lasts. A value.
struct Plan
{
    QDate first;
    int days = 0;
    QTimeZone zone;
    QList<PlanRow> rows; ///< positions in their order, each with its slots by time of day

    [[nodiscard]] QDate day(int column) const { return first.addDays(column); }
    [[nodiscard]] int column(const QDate &day) const { return int(first.daysTo(day)); }
};

[[nodiscard]] Plan planOf(
    const RosterState &state, const QDate &first, int days, const QTimeZone &zone);

/// When a day of the zone begins.
[[nodiscard]] base::Instant beginOf(const QDate &day, const QTimeZone &zone);
[[nodiscard]] QDate dayOf(base::Instant instant, const QTimeZone &zone);
/// The Monday of its week.
[[nodiscard]] QDate mondayOf(const QDate &day);

} // namespace watchroom::roster
