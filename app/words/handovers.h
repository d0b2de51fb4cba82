// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace watchroom::words {

// The words of a handover by their code words, in the language that is on. An unknown code comes
// back as it is: a team's own name of a shift. Any thread.

[[nodiscard]] QString slot(QStringView code); ///< early, day, night: 白班 / Day shift
[[nodiscard]] QString checkResult(QStringView code); ///< of a system: ok, failed, unchecked
[[nodiscard]] QString sourceState(QStringView code); ///< ok, down, no_data
[[nodiscard]] QString signedAs(QStringView code); ///< handed_over, taken_over: 交班 / Handed over
[[nodiscard]] QString signedHow(QStringView code); ///< password, offline, paper

} // namespace watchroom::words
