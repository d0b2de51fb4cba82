// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/workerthread.h"
#include "app/domain/attachment.h"

#include <QCache>
#include <QFuture>
#include <QImage>
#include <QObject>
#include <QSet>
#include <QSize>

namespace watchroom::incidents {
class Attachments;
}

namespace watchroom::ui {

/// What an attachment looks like.
struct Picture
{
    enum class State
    {
        Absent, ///< its bytes are not here yet
        Unreadable, ///< they are no image and no PDF that can be read
        Ready
    };
    State state = State::Absent;
    QImage image = {};
    int pages = 1; ///< of a PDF
};

/// Decodes and copies attachments on a thread of its own. Images by Qt, at most kMostPixels; pages
/// of a PDF by poppler's pdftoppm: what breaks a reader breaks a program that is not this one. UI
/// thread.
class Pictures : public QObject
{
    Q_OBJECT

public:
    explicit Pictures(incidents::Attachments &attachments, QObject *parent = nullptr);
    ~Pictures() override;

    static constexpr qint64 kMostPixels = 60'000'000;

    /// One that fits into `box` (device pixels). `page` from 1.
    [[nodiscard]] QFuture<Picture> load(
        const domain::Attachment &attachment, int page, const QSize &box);
    /// A small one, if it was loaded; else null, and changed() follows. One that is not here is
    /// asked for. Of what is in sight only: kMostKept are kept.
    [[nodiscard]] const Picture *small(const domain::Attachment &attachment);
    /// The same, and nothing is loaded.
    [[nodiscard]] const Picture *known(const domain::Attachment &attachment) const
    {
        return m_small.object(attachment.hash);
    }
    /// The bytes of a pasted image as PNG.
    [[nodiscard]] QFuture<QByteArray> encode(const QImage &image);
    /// A copy of the attachment as a file; answers its path. Errors: see exports::saveFile();
    /// Invalid `file_unreadable {file}`.
    [[nodiscard]] QFuture<base::Result<QString>> save(
        const domain::Attachment &attachment, const QString &to);

    static constexpr QSize kSmall{192, 128}; ///< device pixels
    static constexpr int kMostKept = 200; ///< small ones, 96 KB each

Q_SIGNALS:
    /// small() would answer something else.
    void changed(const QString &hash);

private:
    incidents::Attachments &m_attachments;
    QCache<QString, Picture> m_small; ///< by hash
    QSet<QString> m_loading;
    base::WorkerThread m_thread;
};

} // namespace watchroom::ui
