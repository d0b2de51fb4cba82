// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/attachment.h"

#include <QIdentityProxyModel>

namespace watchroom::incidents {
class Directory;
}
namespace watchroom::widgets {
struct TimelinePicture;
}

namespace watchroom::ui {

class Pictures;

/// The record's entries as sentences in the language shown, for TimelineDelegate. UI thread.
class TimelineTexts : public QIdentityProxyModel
{
    Q_OBJECT

public:
    enum Role
    {
        TimeRole = Qt::UserRole + 100, ///< "14:31"
        IconRole, ///< name of an icon
        AuthorRole, ///< the person's or station's name
        TextRole, ///< what happened
        PendingRole, ///< bool
        StruckRole, ///< bool: it was corrected
        NoteRole, ///< a second line: its correction, what it corrects, when it was recorded
        PictureCountRole, ///< how many attachments it has
        PicturesRole, ///< QList<widgets::TimelinePicture> of them; loads those that are not known
    };

    TimelineTexts(
        const incidents::Directory &directory, Pictures &pictures, QObject *parent = nullptr);

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    [[nodiscard]] QString noteOf(const QModelIndex &index) const;
    [[nodiscard]] QString attachmentWords(const domain::Attachment &attachment) const;
    [[nodiscard]] widgets::TimelinePicture pictureOf(const domain::Attachment &attachment) const;
    void showPicture(const QString &hash);

    const incidents::Directory &m_directory;
    Pictures &m_pictures;
};

} // namespace watchroom::ui
