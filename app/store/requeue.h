// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/store/outbox.h"
#include "app/store/outboxlog.h"
#include "app/store/overlay.h"
#include "app/store/syncstate.h"

namespace watchroom::store {

/// Operations that go to the server once more: after it went back in time, after this replica was
/// cloned, when the replica was lost, and when a person decides about what it did not take. On the writer's thread, inside the
/// transaction under way.
class Requeue
{
public:
    Requeue(Rows &rows, SyncStateTable &state, const base::Clock &clock);

    /// Another epoch: what it lost of mine waits again, under the same numbers where they follow
    /// on, else as a new client; the replica is to be compared with it from the beginning.
    [[nodiscard]] EpochMet meetEpoch(const QString &epoch, qint64 lastOp);
    /// What outbox.log still held of a lost replica is queued again, under the same numbers.
    void takeOver(const LogContents &lost);
    /// A new client id; what waits gets new numbers.
    void becomeNewClient();
    /// Held operations, in their order, under new numbers and this proof. Returns how many.
    [[nodiscard]] qint64 resend(const QList<QUuid> &ops, Resend ground, const Author &author);
    /// A person leaves them: what they predicted goes, the operations are kept for 90 days.
    [[nodiscard]] qint64 discard(const QList<QUuid> &ops);

private:
    void remain(const Queued &queued);

    SyncStateTable &m_state;
    const base::Clock &m_clock;
    Outbox m_outbox;
    Overlay m_overlay;
};

} // namespace watchroom::store
