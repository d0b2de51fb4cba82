// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/clocks.h"
#include "app/store/reader.h"

#include <QHash>

#include <optional>

namespace watchroom::incidents {

/// What a clock has come to, as the log entry it becomes.
struct TimerDue
{
    QUuid entry; ///< deterministic: whoever decides it, it is one entry
    QUuid incident;
    QString code; ///< clock_warning, clock_breached, acknowledge_overdue, acknowledge_lapsed
    QJsonObject params;
    base::Instant at; ///< when it fell due
};

/// What else is known of an incident besides its row.
struct TimerContext
{
    std::optional<base::Instant> lastActivity; ///< of whoever acknowledged
    std::optional<base::Instant> levelSince; ///< the last rise
};

/// Everything that has fallen due on one incident by `now`. Pure. Parameters: clock_* {stage,
/// due_at}, acknowledge_overdue {level, parties, due_at}, acknowledge_lapsed {person, due_at}.
[[nodiscard]] QList<TimerDue> dueTimers(const domain::Row &incident, const TimerContext &context,
    const domain::Policy &policy, base::Instant now);
/// The earliest instant after `now` at which dueTimers() has more to say. Pure.
[[nodiscard]] std::optional<base::Instant> nextTimer(const domain::Row &incident,
    const TimerContext &context, const domain::Policy &policy, base::Instant now);

/// The clocks of one open incident; they stand until its row or an entry moves them.
struct IncidentClocks
{
    std::optional<domain::NextDue> due; ///< what comes first, or came first and is overdue
    std::optional<base::Instant> lapses; ///< the acknowledgement, unless there is activity
    std::optional<base::Instant> next; ///< when dueTimers() has more to say
};

/// The clocks of some incidents as the replica has them.
struct TimerLook
{
    QList<TimerDue> due; ///< fallen due and not in the log yet
    QHash<QUuid, IncidentClocks> clocks; ///< closed ones are left out
};
[[nodiscard]] base::Result<TimerLook> lookAtTimers(
    store::Reader &reader, const QList<QUuid> &incidents, base::Instant now);

} // namespace watchroom::incidents
