// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/instant.h"

#include <QDate>
#include <QString>
#include <QTimeZone>

namespace watchroom::words {

// Durations, clocks and dates in the language that is on; dates in the team's zone.

/// A running clock without its sign: "18:31" up to 99 minutes, then "2:38:09", from 24 hours
/// "1 天 19 时" / "1 d 19 h". Equal widths: the digits only change where time does.
[[nodiscard]] QString clock(base::Seconds length);
/// The limit beside a running clock: like clock(), but whole days as "3 天" / "3 d".
[[nodiscard]] QString limit(base::Seconds length);
/// A limit or a length in words: "45 秒", "30 分", "1 时 30 分", "3 天" / "30 min", "3 d".
[[nodiscard]] QString duration(base::Seconds length);
/// A limit counted in working days: "次日" / "next day" for 1, "5 工作日" / "5 working days".
[[nodiscard]] QString workingDays(int count);
/// "剩 18:31" / "18:31 left", or "超时 04:31" / "Over 04:31" when it is negative.
[[nodiscard]] QString remaining(base::Seconds left);
/// How old something is: "2 秒前" / "2 s ago".
[[nodiscard]] QString age(base::Seconds length);

[[nodiscard]] QString timeOfDay(base::Instant instant, const QTimeZone &zone); ///< 14:32:41
[[nodiscard]] QString hourMinute(base::Instant instant, const QTimeZone &zone); ///< 14:32
/// A month as parts are called, "2026-03": "2026 年 3 月" / "Mar 2026".
[[nodiscard]] QString month(QStringView part);
[[nodiscard]] QString date(base::Instant instant, const QTimeZone &zone); ///< 2026-03-18 周三
[[nodiscard]] QString weekday(const QDate &day); ///< 周三 / Wed
[[nodiscard]] QString shortDate(const QDate &day); ///< 03-18 / 18 Mar
[[nodiscard]] QString fullDate(const QDate &day); ///< 2026-03-18 周三 / Wed 18 Mar 2026
[[nodiscard]] QString dateTime(base::Instant instant, const QTimeZone &zone); ///< 03-19 18:00
[[nodiscard]] QString dateTimeSeconds(
    base::Instant instant, const QTimeZone &zone); ///< 03-19 18:00:05
/// A limit that is a date: "截至 03-19 18:00" / "until 19 Mar 18:00".
[[nodiscard]] QString until(base::Instant instant, const QTimeZone &zone);

} // namespace watchroom::words
