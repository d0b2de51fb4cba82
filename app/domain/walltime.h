// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/instant.h"

#include <QDateTime>
#include <QTimeZone>

namespace watchroom::domain {

// Between instants and what a clock on the wall of a zone shows. Not QDateTime(date, time, zone):
// in Qt 6.4 what it makes of a time that a change of the clocks leaves out depends on the platform.

/// Date and time on the wall, marked as UTC so that it can be counted with.
[[nodiscard]] QDateTime wallTime(base::Instant instant, const QTimeZone &zone);

/// When the wall shows this. Of a time that comes twice, the first; a time that is left out counts
/// on with the offset before the change (02:30 of a night without it is 03:30).
[[nodiscard]] base::Instant instantOf(const QDateTime &wall, const QTimeZone &zone);

} // namespace watchroom::domain
