// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/domain/roster.h"

#include <QByteArray>

#include <functional>

namespace watchroom::roster {

/// What a calendar file says, in the language of whoever asks for it.
struct CalendarWords
{
    QString name; ///< of the calendar
    std::function<QString(const domain::Shift &)> summary; ///< one line: what the shift is
};

struct CalendarChoice
{
    QString person = {}; ///< login; empty: everybody
    bool gaps = false; ///< shifts that nobody has too
};

/// Those that begin in [from, until), so that two files that follow each other share none.
[[nodiscard]] QList<domain::Shift> shiftsBegunIn(
    const domain::Roster &roster, base::Instant from, base::Instant until);

/// The shifts as an iCalendar file (RFC 5545), times in UTC. The same shift has the same UID in
/// every file, whoever has it; where several are at one position from the same moment on, each
/// person's has its own, so give all shifts and choose by `choice`. No shift: a calendar without
/// events, which some readers refuse. Any thread.
[[nodiscard]] QByteArray toICalendar(const QList<domain::Shift> &shifts,
    const CalendarChoice &choice, const CalendarWords &words, const base::Clock &clock);

} // namespace watchroom::roster
