// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/workerthread.h"
#include "app/store/outbox.h"

#include <QFile>
#include <QTimer>

namespace watchroom::store {

/// What outbox.log still knows when the replica is lost.
struct LogContents
{
    SyncState state; ///< client id, prefix and the like
    QList<Queued> operations; ///< in the order of their numbers
    qint64 highestSeq = 0;
};

/// The second copy of unacknowledged operations: outbox.log, records of length, CRC-32 and JSON.
/// It writes on a thread of its own, so that no save waits for a second disk sync, and syncs once a
/// second. A failure here is logged and never fails a save.
class OutboxLog
{
public:
    explicit OutboxLog(const QString &path);
    ~OutboxLog();
    OutboxLog(const OutboxLog &) = delete;
    OutboxLog &operator=(const OutboxLog &) = delete;

    void append(const QList<Queued> &operations);
    /// Begins anew with this state and what is still open. Any thread, as append().
    void restart(const SyncState &state, qint64 highestSeq, const QList<Queued> &open);

    /// Reads as far as the file is whole; a cut or damaged tail ends it.
    [[nodiscard]] static LogContents read(const QString &path);

private:
    void write(const QByteArray &records);
    void sync();

    QString m_path;
    // Used on m_thread only.
    QFile m_file;
    bool m_unsynced = false;
    base::WorkerThread m_thread;
};

} // namespace watchroom::store
