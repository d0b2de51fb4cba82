// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/quality/duetimers.h"
#include "app/store/store.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <optional>

namespace watchroom::quality {

/// Writes the decisions of the clocks (warnings, breaches, lapses, who must be told) into the log
/// for as long as this station holds the lease. Once a second it looks at the incidents that
/// changed and at those whose next instant has come, so thousands that stand still cost nothing.
/// Lives on its maker's thread.
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
    bool m_looking = false;
    int m_decided = 0;
    bool m_atAll = true; ///< all open incidents are to be looked at
    QSet<QUuid> m_incidents; ///< to be looked at
    QSet<QUuid> m_entries; ///< so are theirs
    QHash<QUuid, base::Instant> m_next; ///< when an incident's next clock falls due
};

} // namespace watchroom::quality
