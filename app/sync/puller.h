// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sync/syncsession.h"

namespace watchroom::sync {

/// Brings the others' changes since the cursor into the replica. Lives on the remote's thread.
class Puller
{
public:
    explicit Puller(SyncSession &session);

    void setCursor(const QString &cursor) { m_cursor = cursor; }
    [[nodiscard]] bool hasCursor() const { return !m_cursor.isEmpty(); }

    /// Returns how many rows came. Conflict `epoch_changed` when the server is not the one the
    /// cursor is of, `far_behind` when filling is quicker.
    [[nodiscard]] base::Result<qint64> step();

private:
    SyncSession &m_session;
    QString m_cursor;
};

} // namespace watchroom::sync
