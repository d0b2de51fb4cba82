// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/handover/duehandovers.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <optional>

namespace watchroom::handover {

/// What a console says when a step of a handover has come: a banner, a desktop notification.
struct HandoverReminder
{
    QUuid handover;
    QString scope;
    QString label;
    QString outgoing;
    QString incoming;
    QString
        code; ///< of the entry: handover_reminder, _no_show, _late, _overdue, _expired, _overtime
    QJsonObject params; ///< of the entry, for its sentence
    base::Instant shiftAt;
    qint64 minutes = 0; ///< until the shift begins, when it fell due; negative: after it
};

/// Makes the desk's handovers an hour before their shift, reminds, and ends what nobody accepted:
/// every console knows what is due, and the one with the lease writes it down, as the station. A
/// look reads the replica, but only when a row changed or the next instant has come. Lives on its
/// maker's thread; reads on the reader's.
class HandoverKeeper : public QObject
{
    Q_OBJECT

public:
    HandoverKeeper(store::Store &store, const base::Clock &clock);

    /// The lease's fence while it is ours (a standalone workspace: 1); nothing: decide nothing.
    void setFence(std::optional<qint64> fence);
    /// Looks now, whatever changed; it does so by itself too.
    void look();
    /// As they were at the last look.
    [[nodiscard]] const HandoverFacts &facts() const { return m_facts; }

Q_SIGNALS:
    /// Once for each step, whoever writes it down, as long as it holds.
    void reminderDue(const watchroom::handover::HandoverReminder &reminder);
    /// A look is over; so many steps were written down.
    void looked(int decided);
    void failed(const watchroom::base::Error &error);

private:
    struct Look
    {
        HandoverFacts facts;
        QList<HandoverDue> due;
        QList<HandoverDue> unwritten;
    };

    [[nodiscard]] static base::Result<Look> lookAt(store::Reader &reader, base::Instant now);
    void tick();
    void take(const Look &look);
    void announce(const QList<HandoverDue> &due);
    void writeNext();
    [[nodiscard]] store::Draft draftOf(const HandoverDue &due) const;
    void finish(const base::Result<> &ended);

    store::Store &m_store;
    const base::Clock &m_clock;
    std::optional<qint64> m_fence;
    QTimer m_timer;
    QTimer m_soon; ///< after a change
    bool m_looking = false;
    bool m_changed = true; ///< a row did
    bool m_undecided = false; ///< something fell due without the lease
    int m_decided = 0;
    std::optional<base::Instant> m_next; ///< when there is something else to say
    HandoverFacts m_facts;
    QList<HandoverDue> m_toWrite;
    QSet<QUuid> m_announced; ///< of what holds
};

} // namespace watchroom::handover

Q_DECLARE_METATYPE(watchroom::handover::HandoverReminder)
