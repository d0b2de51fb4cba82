// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/roster/sheetdates.h"

#include <QDate>
#include <QList>

namespace watchroom::roster {

/// What dates are completed with.
struct DateContext
{
    MonthText title = {}; ///< of the sheet, or as somebody named it
    QDate today;
};

struct ResolvedDates
{
    QList<std::optional<QDate>> dates; ///< nothing: no such day, or a day of no known month
    bool monthMissing = false;
    bool turns = false; ///< days without a month went on into the next one
};

/// The dates in their order. A year comes from the title, else it is the one that brings them
/// nearest to today; a row that goes over the turn of a year or month goes on.
[[nodiscard]] ResolvedDates resolveDates(const QList<DateText> &dates, const DateContext &context);

} // namespace watchroom::roster
