// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/theme.h"

#include <QImage>
#include <QList>
#include <QMetaType>
#include <QStyledItemDelegate>

namespace watchroom::widgets {

/// One of the small pictures below a line: an image, or in its place an icon and two words.
struct TimelinePicture
{
    QImage image = {};
    QString icon = {};
    QString caption = {};
};

/// One line of a timeline: time, icon, who, what; an entry that is not on the server yet has an
/// hourglass at its end, one that was corrected is struck through; below it stand the pictures that
/// belong to it, as many as fit. Reads what it shows from the roles given to it. UI thread.
class TimelineDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    struct Roles
    {
        int time; ///< "14:31"
        int icon; ///< name of an icon
        int author;
        int text;
        int pending; ///< bool
        int struck; ///< bool: what it says was corrected
        int note; ///< a second line below it; empty: none
        int pictureCount; ///< how many pictures; asked of every row, also of those out of sight
        int pictures; ///< QList<TimelinePicture>; asked only of rows in sight
    };

    TimelineDelegate(const style::Theme &theme, Roles roles, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] bool editorEvent(QEvent *event, QAbstractItemModel *model,
        const QStyleOptionViewItem &option, const QModelIndex &index) override;

Q_SIGNALS:
    void picturePressed(const QModelIndex &index, int picture);

private:
    [[nodiscard]] QList<TimelinePicture> picturesOf(const QModelIndex &index) const;
    /// Where the first of them is.
    [[nodiscard]] QRectF pictureRect(const QRect &row, const QModelIndex &index) const;
    void paintPictures(QPainter &painter, const QRect &row, const QModelIndex &index) const;

    const style::Theme &m_theme;
    Roles m_roles;
};

} // namespace watchroom::widgets

Q_DECLARE_METATYPE(watchroom::widgets::TimelinePicture)
