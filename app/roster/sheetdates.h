// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace watchroom::roster {

/// A date as a cell writes it; what it leaves out is 0.
struct DateText
{
    int year = 0;
    int month = 0;
    int day = 0;
    int weekday = 0; ///< 1 Monday ... 7 Sunday
    bool bare = false; ///< a number alone: a day only among others
};

struct MonthText
{
    int year = 0;
    int month = 0;
};

// Of plain() text; nothing where the text is something else or says more than that.
[[nodiscard]] std::optional<DateText> readDate(const QString &text);
[[nodiscard]] int readWeekday(const QString &text); ///< 0: none
/// What a title says somewhere: "2026年3月值班表", "三月排班", "Roster March 2026".
[[nodiscard]] MonthText readMonth(const QString &title);

} // namespace watchroom::roster
