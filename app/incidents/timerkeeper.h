// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/incidents/duetimers.h"
#include "app/store/store.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <optional>

namespace watchroom::incidents {

/// Knows the clocks of the open incidents, and writes their decisions (warnings, breaches, lapses,
/// who must be told) into the log for as long as this station holds the lease. It looks at the
/// incidents that changed, and once a second at those whose next instant has come, so thousands
/// that stand still cost nothing. Lives on its maker's thread.
class TimerKeeper : public QObject
{
    Q_OBJECT

public:
    TimerKeeper(store::Store &store, const base::Clock &clock);

    /// The lease's fence while it is ours (a standalone workspace: 1); nothing: decide nothing.
    void setFence(std::optional<qint64> fence);
    /// Looks now; it does so by itself too.
    void look();
    /// Of an open incident that was looked at; else all are empty.
    [[nodiscard]] IncidentClocks clocksOf(const QUuid &incident) const;
    /// The acknowledgement has gone silent and is asked again.
    [[nodiscard]] bool hasLapsed(const QUuid &incident) const;

Q_SIGNALS:
    /// Clocks moved or fell due.
    void clocksChanged();
    /// A look is over; `decided` entries were written.
    void looked(int decided);
    void failed(const watchroom::base::Error &error);

private:
    void rowsChanged(const QString &table, const QList<QUuid> &ids);
    /// Which incidents are open, and which the changed entries belong to.
    void findIncidents();
    void lookAtSome();
    void write(const QList<QUuid> &incidents, const TimerLook &look);
    void finish(const base::Result<> &ended);

    store::Store &m_store;
    const base::Clock &m_clock;
    std::optional<qint64> m_fence;
    QTimer m_timer;
    QTimer m_soon; ///< after a change
    bool m_looking = false;
    bool m_undecided = false; ///< something fell due without the lease
    int m_decided = 0;
    bool m_atAll = true; ///< all open incidents are to be looked at
    QSet<QUuid> m_incidents; ///< to be looked at
    QSet<QUuid> m_entries; ///< so are theirs
    QHash<QUuid, IncidentClocks> m_clocks;
};

} // namespace watchroom::incidents
