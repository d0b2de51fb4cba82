// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/domain/policy.h"
#include "app/store/store.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace watchroom::quality {

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

/// Writes the decisions of the clocks (warnings, breaches, lapses, who must be told) into the log,
/// once a second, for as long as this station holds the lease. Lives on its maker's thread.
class TimerKeeper : public QObject
{
    Q_OBJECT

public:
    TimerKeeper(store::Store &store, const base::Clock &clock);

    /// The lease's fence while it is ours (a standalone workspace: 1); nothing: decide nothing.
    void setFence(std::optional<qint64> fence);
    /// Looks now; setFence() starts doing so by itself.
    void look();

Q_SIGNALS:
    /// A look is over; `decided` entries were written.
    void looked(int decided);
    void failed(const watchroom::base::Error &error);

private:
    void write(const QList<TimerDue> &due);
    void finish(int decided);

    store::Store &m_store;
    const base::Clock &m_clock;
    std::optional<qint64> m_fence;
    QTimer m_timer;
    bool m_looking = false;
};

} // namespace watchroom::quality
