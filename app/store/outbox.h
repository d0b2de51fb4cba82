// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/database.h"
#include "app/store/store.h"

namespace watchroom::store {

/// An operation as it was queued: its envelope and what finds it again.
struct Queued
{
    Envelope envelope;
    QUuid op;
    QUuid group;
    QString table;
    QUuid row;
    QString kind;
    QString at;
    QString actor;
    QString state = QStringLiteral("pending");
};

inline const auto kDiscarded = QStringLiteral("discarded");

/// The queue of this client's operations on the writer's connection. It adds, hands out, and
/// settles; a body is never changed, a sequence number never given twice, and nothing leaves the
/// queue but what was acknowledged 7 days, or left by a person 90 days ago.
class Outbox
{
public:
    explicit Outbox(Database &database);

    /// Returns the sequence number. `queued.envelope.seq` 0: the next one.
    qint64 add(const Queued &queued);
    /// My latest operation on this row that no result has settled: it follows the one before it,
    /// and so on, so that it alone stands for all of them.
    [[nodiscard]] std::optional<QUuid> lastUnsettled(const QString &table, const QUuid &row) const;
    /// The unsettled operation that inserts the row with this id, whatever its table.
    [[nodiscard]] std::optional<QUuid> insertOf(const QUuid &row) const;
    /// Oldest unanswered operations with numbers above `after`, in whole groups.
    [[nodiscard]] QList<Envelope> batch(qint64 after, int maxOps, qint64 maxBytes) const;
    /// False where no such operation waits for a result.
    bool settle(const domain::OperationResult &result, const QString &now);
    /// Held operations among these, oldest first.
    [[nodiscard]] QList<Queued> heldAmong(const QList<QUuid> &ops) const;
    /// A held one waits again, under a new number and this envelope's session, proof and release.
    qint64 sendAgain(const Queued &queued);
    /// Held, conflicting and rejected ones among these, oldest first.
    [[nodiscard]] QList<Queued> refusedAmong(const QList<QUuid> &ops) const;
    void discard(const QUuid &op, const QString &now);
    /// The server went back in time and lost what it had said of operations above its `lastOp`:
    /// they wait again, whatever it had said. Returns them, oldest first.
    QList<Queued> requeueAbove(qint64 lastOp);
    /// Whether every number above `lastOp` that was ever given is waiting to be sent.
    [[nodiscard]] bool followsOn(qint64 lastOp) const;
    /// What waits to be sent gets new numbers, in its order; bodies and proofs stay. Returns old
    /// and new ones.
    QList<std::pair<qint64, qint64>> renumber();
    void forgetAcknowledgedBefore(const QString &instant);
    void forgetDiscardedBefore(const QString &instant);

    [[nodiscard]] OutboxCounts counts() const;
    /// Everything not acknowledged, oldest first.
    [[nodiscard]] QList<Queued> open() const;
    [[nodiscard]] qint64 highestSeq() const;
    /// The next number given is above `seq`.
    void continueAfter(qint64 seq);

private:
    [[nodiscard]] QList<Queued> select(const QString &condition, const QVariantList &values) const;

    Database &m_database;
};

} // namespace watchroom::store
