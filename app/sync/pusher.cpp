// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sync/pusher.h"

#include "app/base/json.h"
#include "app/base/log.h"
#include "app/domain/limits.h"

#include <QElapsedTimer>
#include <QHash>

#include <algorithm>
#include <utility>

namespace watchroom::sync {

using namespace Qt::StringLiterals;
using base::Error;
namespace limits = domain::limits;

namespace {

remote::OutgoingOperation outgoing(const store::Envelope &envelope)
{
    return {.seq = envelope.seq,
        .body = envelope.body,
        .session = envelope.session,
        .proof = envelope.proof,
        .releaseSession = envelope.releaseSession,
        .releaseProof = envelope.releaseProof};
}

constexpr qsizetype kBacklog = 50; // operations a batch
constexpr int kShrinkage = 4;
constexpr int kGrowth = 2;
constexpr qint64 kQuick = 3000; // ms; twice as many stay well within a deadline

/// Whether the result names the operation in the envelope, as far as the server could read it.
bool isOf(const domain::OperationResult &result, const store::Envelope &envelope)
{
    const QString op = base::readJson(envelope.body)["op"_L1].toString();
    return QUuid::fromString(op) == result.op || domain::unreadableId(envelope.body) == result.op;
}

/// Every operation must have its result, else it would be sent for ever; and nothing else has one.
bool answersAll(const QList<store::Envelope> &batch, const remote::Applied &applied)
{
    if (applied.results.size() != batch.size() || applied.lastOp < batch.constLast().seq)
        return false;
    QHash<qint64, const domain::OperationResult *> answered;
    for (const domain::OperationResult &result : applied.results)
        answered.insert(result.seq, &result);
    return std::ranges::all_of(batch, [&](const store::Envelope &envelope) {
        const auto *result = answered.value(envelope.seq);
        return result && isOf(*result, envelope);
    });
}

} // namespace

Pusher::Pusher(SyncSession &session)
    : m_session(session)
    , m_mostOps(limits::kCallOperations)
{
}

base::Result<qint64> Pusher::step()
{
    const Batch batch = take();
    if (!batch)
        return tl::unexpected(batch.error());
    if (batch->isEmpty()) {
        if (const auto kept = awaitKept(); !kept)
            return tl::unexpected(kept.error());
        return qint64(0);
    }
    // A backlog: the store reads on while the server works.
    if (batch->size() >= kBacklog)
        m_next = read(batch->constLast().seq);
    QElapsedTimer timer;
    timer.start();
    if (const auto sent = send(*batch); !sent) {
        forgetNext();
        shrink(sent.error());
        return tl::unexpected(sent.error());
    }
    m_unanswered = 0;
    if (timer.elapsed() < kQuick)
        m_mostOps = std::min(m_mostOps * kGrowth, int(limits::kCallOperations));
    return batch->size();
}

QFuture<Pusher::Batch> Pusher::read(qint64 after) const
{
    return m_session.store.batch(after, m_mostOps, limits::kCallBytes);
}

Pusher::Batch Pusher::take()
{
    if (m_next) {
        Batch next = await(*std::exchange(m_next, std::nullopt));
        if (!next || !next->isEmpty())
            return next;
    }
    // The store works in turn: what it is still storing results of is not read again.
    return await(read(0));
}

base::Result<> Pusher::send(const QList<store::Envelope> &batch)
{
    QList<remote::OutgoingOperation> operations;
    operations.reserve(batch.size());
    std::ranges::transform(batch, std::back_inserter(operations), outgoing);
    m_session.sent = std::max(m_session.sent, batch.constLast().seq);
    const auto applied =
        m_session.remote.applyChanges(m_session.client, kSchema, m_session.epoch, operations);
    if (!applied)
        return tl::unexpected(applied.error());
    if (!answersAll(batch, *applied) || applied->lastOp > m_session.sent)
        return base::failure(Error::Kind::Corrupt, u"results of other operations"_s);
    // The others first: our own disk is not in their way.
    m_session.remote.notifyOthers();
    m_session.lastOp = std::max(m_session.lastOp, applied->lastOp);
    auto kept = awaitKept();
    m_keeping = m_session.store.storeResults(applied->results, applied->lastOp);
    return kept;
}

base::Result<> Pusher::awaitKept()
{
    return m_keeping ? await(*std::exchange(m_keeping, std::nullopt)) : base::Result<>{};
}

void Pusher::shrink(const Error &error)
{
    // The server ends a call a little before our deadline (57014): as many would not get through
    // the next time either.
    const bool tooSlow = error.code == "timed_out"_L1 || error.detail.startsWith("57014"_L1);
    const bool unanswered = error.kind == Error::Kind::Offline && error.code.isEmpty();
    if (error.code == "too_large"_L1)
        m_mostOps = 1;
    else if (tooSlow || (unanswered && ++m_unanswered >= 2))
        m_mostOps = std::max(m_mostOps / kShrinkage, 1);
    else
        return;
    qCInfo(base::lcSync) << "push: at most" << m_mostOps << "a call after" << error.detail;
}

} // namespace watchroom::sync
