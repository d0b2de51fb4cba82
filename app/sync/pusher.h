// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sync/syncsession.h"

namespace watchroom::sync {

/// Carries the outbox to the server, a batch a step. A call without an answer may have happened:
/// its operations stay `sent` and are asked again, byte for byte. Lives on the remote's thread.
class Pusher
{
public:
    explicit Pusher(SyncSession &session);

    /// Returns how many operations were settled; 0: nothing is left to send.
    [[nodiscard]] base::Result<qint64> step();

private:
    [[nodiscard]] base::Result<qint64> send(const QList<store::Envelope> &batch);
    void shrink(const base::Error &error);

    SyncSession &m_session;
    int m_mostOps;
    int m_unanswered = 0; ///< calls without an answer in a row
};

} // namespace watchroom::sync
