// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/requeue.h"

#include "app/base/ids.h"

namespace watchroom::store {

using namespace Qt::StringLiterals;

Requeue::Requeue(Rows &rows, SyncStateTable &state, const base::Clock &clock)
    : m_state(state)
    , m_clock(clock)
    , m_outbox(rows.database())
    , m_overlay(rows)
{
}

EpochMet Requeue::meetEpoch(const QString &epoch, qint64 lastOp)
{
    const QList<Queued> lost = m_outbox.requeueAbove(lastOp);
    for (const Queued &queued : lost)
        remain(queued);
    m_state.set(SyncState{{state::kEpoch, epoch}, {state::kLastOp, QString::number(lastOp)},
        {state::kCursor, {}}, {state::kFill, u"core"_s}, {state::kRepair, u"epoch"_s}});
    EpochMet met{.requeued = lost.size(), .newClient = !m_outbox.followsOn(lastOp)};
    if (met.newClient)
        becomeNewClient();
    return met;
}

void Requeue::becomeNewClient()
{
    // An operation is applied once whoever carries it; what the other copy sent is answered.
    const auto renumbered = m_outbox.renumber();
    for (const auto &[from, to] : renumbered)
        m_overlay.renumber(from, to);
    m_state.set(SyncState{
        {state::kClient, base::toText(base::newId(m_clock.now()))}, {state::kLastOp, {}}});
}

qint64 Requeue::resend(const QList<QUuid> &ops, Resend ground, const Author &author)
{
    qint64 sent = 0;
    const QList<Queued> held = m_outbox.heldAmong(ops);
    for (Queued queued : held) {
        Envelope &envelope = queued.envelope;
        const QByteArray hash = domain::bodyHash(envelope.body);
        if (ground == Resend::Signed) {
            if (queued.actor != author.login)
                continue;
            envelope.session = author.session;
            envelope.proof = domain::proof(author.sessionKey, queued.op, hash);
        } else if (ground == Resend::Released) {
            envelope.releaseSession = author.session;
            envelope.releaseProof = domain::releaseProof(author.sessionKey, queued.op, hash);
        }
        m_overlay.renumber(envelope.seq, m_outbox.sendAgain(queued));
        ++sent;
    }
    return sent;
}

qint64 Requeue::discard(const QList<QUuid> &ops)
{
    qint64 left = 0;
    const QList<Queued> waiting = m_outbox.refusedAmong(ops);
    for (const Queued &queued : waiting) {
        m_outbox.discard(queued.op, base::toIso(m_clock.now()));
        m_overlay.withdraw(queued.envelope.seq);
        ++left;
    }
    return left;
}

void Requeue::remain(const Queued &queued)
{
    const auto operation = domain::fromBody(queued.envelope.body);
    if (!operation)
        return;
    const bool creates = operation->kind == domain::OperationKind::Insert
        || operation->kind == domain::OperationKind::Append;
    domain::Row set = operation->set;
    if (operation->kind == domain::OperationKind::Delete)
        set.insert(u"deleted"_s, true);
    m_overlay.remain(queued.envelope.seq, queued.table, queued.row, creates, set);
}

} // namespace watchroom::store
