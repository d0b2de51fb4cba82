// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/roster/rostericalendar.h"
#include "app/roster/rosterimport.h"
#include "app/words/phrases.h"

namespace watchroom::roster {

// Spreadsheets and calendars of the roster in words, in the language that is on.

/// "没有叫“钱七”的在岗人员；这些班次没有导入。": why it was not taken, or what is in doubt.
[[nodiscard]] QString problemSentence(const SheetProblem &problem);
/// "B2、C2 等 5 处": where to look.
[[nodiscard]] QString cellWords(const SheetProblem &problem);
/// "12 个班次：张三、李四；03-16 至 03-31".
[[nodiscard]] QString importSentence(
    const RosterImport &import, const words::Names &names, const QTimeZone &zone);
/// What the events of a calendar say; `named`: who has each shift too.
[[nodiscard]] CalendarWords calendarWords(const words::Names &names, bool named);

} // namespace watchroom::roster
