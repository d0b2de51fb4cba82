// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/roster/rostereffect.h"
#include "app/roster/rosterplan.h"
#include "app/words/phrases.h"

namespace watchroom::roster {

// The roster in words, in the language that is on and by the wall clock of `zone`.

/// "08:00–20:00"; with days where it lasts longer than one.
[[nodiscard]] QString hours(base::Instant from, base::Instant until, const QTimeZone &zone);
/// "03-18 周三 08:00–20:00".
[[nodiscard]] QString span(base::Instant from, base::Instant until, const QTimeZone &zone);
/// "03-18 周三".
[[nodiscard]] QString dayWords(const QDate &day);
/// "网络 · 夜班"; the position alone where the slot has no name.
[[nodiscard]] QString dutyWords(
    const QString &position, const QString &slot, const words::Names &names);
[[nodiscard]] QString nobody(); ///< 无人值班 / Nobody on duty
/// What made a shift what it is: 替班 / Cover; empty for the rotation.
[[nodiscard]] QString changeWord(QStringView kind);
/// One character or a short word of the same: 替 / cover.
[[nodiscard]] QString changeMark(QStringView kind);
/// "陈思远替李泽：网络，03-18 周三 08:00–20:00".
[[nodiscard]] QString changeSentence(
    const NewChange &change, const words::Names &names, const QTimeZone &zone);
/// "网络无人值班：03-18 周三 08:00–20:00".
[[nodiscard]] QString problemSentence(
    const Problem &problem, const words::Names &names, const QTimeZone &zone);
/// "每 2 天一轮：李泽 → 罗晨；20:00–08:00；自 2026-03-18 周三".
[[nodiscard]] QString rotationSentence(const domain::Rotation &rotation, const words::Names &names);
/// What a change does: whom it affects, and what it mends, a line each.
[[nodiscard]] QStringList effectLines(
    const RosterEffect &effect, const words::Names &names, const QTimeZone &zone);
/// The gaps and double duties it makes, a line each.
[[nodiscard]] QStringList harmLines(
    const RosterEffect &effect, const words::Names &names, const QTimeZone &zone);
/// Of the team's names in its two languages; a code nobody listed is worded as the trade does.
[[nodiscard]] QString positionName(const RosterState &state, const QString &code, bool english);
/// Everything a cell shows, for a screen reader.
[[nodiscard]] QString spoken(const PlanShift &shift, const words::Names &names,
    const QTimeZone &zone, base::Instant now, const QString &me);

} // namespace watchroom::roster
