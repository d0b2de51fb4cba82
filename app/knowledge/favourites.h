// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/base/workerthread.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QUuid>

namespace watchroom::knowledge {

/// The articles each person of this station keeps at hand, in a file beside the replica; nothing of
/// them travels. UI thread; the file on a thread of its own.
class Favourites : public QObject
{
    Q_OBJECT

public:
    explicit Favourites(const QString &workspaceDir, QObject *parent = nullptr);
    ~Favourites() override; ///< what was set is on the disk

    /// Empty until they are read.
    [[nodiscard]] QSet<QUuid> of(const QString &login) const { return m_known.value(login); }
    /// They have changed once it is kept.
    void set(const QString &login, const QUuid &article, bool favourite);

Q_SIGNALS:
    void changed();
    /// Internal, code `disk_full` or `file_unwritable`: they are as they were.
    void failed(const watchroom::base::Error &error);

private:
    using Known = QHash<QString, QSet<QUuid>>; ///< by login
    void take(const base::Result<Known> &known);

    Known m_known;
    Known m_kept; ///< on the thread's side: what the file holds
    const QString m_path;
    base::WorkerThread m_thread;
};

} // namespace watchroom::knowledge
