// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sync/syncsession.h"

#include <optional>

namespace watchroom::sync {

/// Carries the outbox to the server, a batch a step. A call without an answer may have happened:
/// its operations are asked again, byte for byte. While the server works, the results of the batch
/// before are stored and the next batch is read. Lives on the remote's thread.
class Pusher
{
public:
    explicit Pusher(SyncSession &session);

    /// Returns how many operations were answered; 0: nothing is left to send, and all results are
    /// stored.
    [[nodiscard]] base::Result<qint64> step();
    /// A backlog is under way, its next batch read ahead.
    [[nodiscard]] bool hasNext() const { return m_next.has_value(); }
    /// What was read ahead may get other numbers.
    void forgetNext() { m_next.reset(); }

private:
    using Batch = base::Result<QList<store::Envelope>>;

    [[nodiscard]] QFuture<Batch> read(qint64 after) const;
    [[nodiscard]] Batch take();
    [[nodiscard]] base::Result<> send(const QList<store::Envelope> &batch);
    [[nodiscard]] base::Result<> awaitKept();
    void shrink(const base::Error &error);

    SyncSession &m_session;
    std::optional<QFuture<Batch>> m_next; ///< read ahead
    std::optional<QFuture<base::Result<>>> m_keeping; ///< results on their way to the disk
    int m_mostOps;
    int m_unanswered = 0; ///< calls without an answer in a row
};

} // namespace watchroom::sync
