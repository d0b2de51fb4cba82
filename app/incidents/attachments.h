// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/workerthread.h"
#include "app/store/blobfolder.h"

#include <QFuture>
#include <QObject>

namespace watchroom::incidents {

/// Files of log entries: read, kept and copied on a thread of its own. They travel when an entry
/// that names them is saved, not before. UI thread.
class Attachments : public QObject
{
    Q_OBJECT

public:
    using Kept = base::Result<domain::Attachment>;

    explicit Attachments(const QString &workspaceDir, QObject *parent = nullptr);
    ~Attachments() override;

    /// Keeps a copy of the file. Invalid: `file_unreadable {file}`, `attachment_refused`.
    [[nodiscard]] QFuture<Kept> add(const QString &path);
    /// The same of bytes that are in no file.
    [[nodiscard]] QFuture<Kept> add(const QByteArray &bytes, const QString &name);

    /// Where its bytes are once they are here.
    [[nodiscard]] QString path(const domain::Attachment &attachment) const;
    /// Somebody looks at it, and it is not here.
    void want(const domain::Attachment &attachment) { Q_EMIT wanted(attachment); }
    /// An entry that names some was saved.
    void send() { Q_EMIT added(); }
    void noteArrival(const QString &hash) { Q_EMIT arrived(hash); }

    /// Blocks; any thread but the screen's. See add().
    [[nodiscard]] static Kept keep(const store::BlobFolder &folder, const QString &path);

Q_SIGNALS:
    void wanted(const watchroom::domain::Attachment &attachment);
    void added();
    void arrived(const QString &hash);

private:
    store::BlobFolder m_folder;
    base::WorkerThread m_thread;
};

} // namespace watchroom::incidents
