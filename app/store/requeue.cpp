// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/requeue.h"

#include "app/base/ids.h"

namespace watchroom::store {

using namespace Qt::StringLiterals;

namespace {

/// The counter in an incident's label ("A3-7"); 0 where there is none.
qint64 numberOf(const domain::Row &set)
{
    return domain::text(set, "label"_L1).section(u'-', -1).toLongLong();
}

bool creates(domain::OperationKind kind)
{
    return kind == domain::OperationKind::Insert || kind == domain::OperationKind::Append;
}

} // namespace

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

void Requeue::takeOver(const LogContents &lost)
{
    SyncState known = lost.state;
    // The rows are gone: everything is fetched anew.
    known.remove(state::kCursor);
    known.remove(state::kMode);
    m_state.set(known);
    m_outbox.continueAfter(lost.highestSeq);
    for (const Queued &queued : lost.operations) {
        const qint64 seq = m_outbox.add(queued);
        const auto operation = domain::fromBody(queued.envelope.body);
        if (!operation)
            continue;
        m_state.atLeast(state::kNextLabel, numberOf(operation->set) + 1);
        const bool waits = queued.state == "pending"_L1 || queued.state == "held"_L1;
        if (waits)
            m_overlay.remember(
                seq, queued.table, queued.row, creates(operation->kind), operation->set);
    }
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
    domain::Row set = operation->set;
    if (operation->kind == domain::OperationKind::Delete)
        set.insert(u"deleted"_s, true);
    m_overlay.remain(queued.envelope.seq, queued.table, queued.row, creates(operation->kind), set);
}

} // namespace watchroom::store
