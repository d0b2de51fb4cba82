// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/roster/sheetdates.h"

#include <QDate>
#include <QList>

namespace watchroom::roster {

/// One date of a row or column of dates, and the month that stands over it, if one does.
struct DateMark
{
    DateText text;
    MonthText month = {};
};

/// What dates are completed with.
struct DateContext
{
    MonthText title = {};
    QDate today;
    QDate asked = {}; ///< the month somebody named; invalid: nobody did
};

struct ResolvedDates
{
    QList<std::optional<QDate>> dates; ///< nothing: no such day, or a day of no known month
    bool monthMissing = false;
    bool turns = false; ///< days without a month went on into the next one
    bool yearByTitle = false;
    bool yearByToday = false;
    bool byAsked = false;
};

/// The dates in their order. A year comes from the title, else it is the one that brings them
/// nearest to today; a row that goes over the turn of a year or month goes on. 18/3/2026 is read
/// where no month and day would fit the other way round.
[[nodiscard]] ResolvedDates resolveDates(QList<DateMark> marks, const DateContext &context);

} // namespace watchroom::roster
