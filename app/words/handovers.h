// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace watchroom::words {

// The words of a handover by their code words, in the language that is on. An unknown code comes
// back as it is: a team's own name of a shift. Any thread.

[[nodiscard]] QString slot(QStringView code); ///< early, day, night: 白班 / Day shift
[[nodiscard]] QString checkResult(QStringView code); ///< of a system: ok, failed, unchecked
/// sound, hotline, backup_line, wall; one that the team added is called as it was written.
[[nodiscard]] QString keySystem(QStringView code);
[[nodiscard]] QString sourceState(QStringView code); ///< ok, down, no_data
/// handed_over, taken_over, witnessed: 交班 / Handed over
[[nodiscard]] QString signedAs(QStringView code);
[[nodiscard]] QString signedHow(QStringView code); ///< password, offline, paper
[[nodiscard]] QString handoverState(QStringView code); ///< draft, out_signed, accepted, ...

} // namespace watchroom::words
