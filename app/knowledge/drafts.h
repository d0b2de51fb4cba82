// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/base/workerthread.h"
#include "app/knowledge/articledraft.h"

#include <QFuture>
#include <QHash>
#include <QObject>
#include <QTimer>

namespace watchroom::knowledge {

/// The drafts of this station, each a file in `drafts/` beside the replica, written whole soon
/// after it changed: what was typed a second ago outlives the program, however it ends.
/// Nothing of them travels. UI thread; files on a thread of its own.
class Drafts : public QObject
{
    Q_OBJECT

public:
    explicit Drafts(const QString &workspaceDir, QObject *parent = nullptr);
    ~Drafts() override; ///< writes what waits

    /// As it is now; written half a second after the first change that is not written.
    void keep(const ArticleDraft &draft);
    void remove(const QUuid &draft);
    /// Writes what waits; answers when it is on the disk.
    QFuture<base::Result<>> flush();

    /// Those of a person, the newest first. What cannot be read is left where it is.
    [[nodiscard]] QFuture<QList<ArticleDraft>> of(const QString &login);
    /// Those of anybody that were handed on and are not settled.
    [[nodiscard]] QFuture<QList<ArticleDraft>> sent();
    /// That of an article; of several the newest.
    [[nodiscard]] QFuture<std::optional<ArticleDraft>> find(
        const QString &login, const QUuid &article);

Q_SIGNALS:
    /// They are on the disk as they were kept.
    void written();
    /// Internal, code `disk_full` or none: what is kept is tried again at the next change.
    void failed(const watchroom::base::Error &error);

private:
    QString m_folder;
    QHash<QUuid, ArticleDraft> m_waiting;
    QTimer m_soon;
    base::WorkerThread m_thread;
};

} // namespace watchroom::knowledge
