// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sync/syncsession.h"

#include <optional>

namespace watchroom::sync {

/// Brings the others' changes since the cursor into the replica. Lives on the remote's thread.
class Puller
{
public:
    explicit Puller(SyncSession &session);

    void setCursor(const QString &cursor);
    [[nodiscard]] bool hasCursor() const { return !m_cursor.isEmpty(); }

    /// Returns how many rows came. Conflict `epoch_changed` when the server is not the one the
    /// cursor is of, `far_behind` when filling is quicker. `ahead`: there is more to do meanwhile,
    /// and the rows may still be on their way to the disk; the next step tells if they came there.
    [[nodiscard]] base::Result<qint64> step(bool ahead);

private:
    [[nodiscard]] base::Result<> awaitKept();

    SyncSession &m_session;
    QString m_cursor;
    QString m_kept; ///< the cursor before the page that is on its way
    std::optional<QFuture<base::Result<>>> m_keeping;
};

} // namespace watchroom::sync
