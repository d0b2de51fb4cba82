// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIdentityProxyModel>

namespace watchroom::incidents {
class Directory;
}

namespace watchroom::ui {

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
    };

    TimelineTexts(const incidents::Directory &directory, QObject *parent = nullptr);

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    [[nodiscard]] QString noteOf(const QModelIndex &index) const;

    const incidents::Directory &m_directory;
};

} // namespace watchroom::ui
