// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/roster/rostercells.h"

#include <QByteArray>

namespace watchroom::roster {

inline constexpr qsizetype kMostRosterBytes = 4 * 1024 * 1024;
inline constexpr qsizetype kMostRosterRows = 1'000;
inline constexpr qsizetype kMostRosterColumns = 400;

/// A spreadsheet saved as text: values between commas, semicolons or tabs.
struct RosterFile
{
    QString encoding; ///< UTF-8, UTF-16 or GB18030
    QChar separator = u',';
    Grid cells = {}; ///< as they were written, without blanks around them
};

/// Written as its byte order mark says, else as UTF-8 where that is valid, else as GB18030 (of
/// which GBK and GB2312 are parts). Blank rows and columns at the end do not count. Any thread.
/// Errors: Invalid with `roster_empty`, `roster_too_large {bytes}`, `roster_too_many_rows {most}`,
/// `roster_too_many_columns {most}`, `roster_is_workbook` (an .xlsx, .xls or .ods, or what pretends
/// to be one, not saved as CSV) or `roster_not_text`.
[[nodiscard]] base::Result<RosterFile> readRosterFile(const QByteArray &bytes);

} // namespace watchroom::roster
