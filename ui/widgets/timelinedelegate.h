// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/theme.h"

#include <QStyledItemDelegate>

namespace watchroom::widgets {

/// One line of a timeline: time, icon, who, what; an entry that is not on the server yet has an
/// hourglass at its end, one that was corrected is struck through. Reads display texts from the
/// roles given to it. UI thread.
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
    };

    TimelineDelegate(const style::Theme &theme, Roles roles, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const style::Theme &m_theme;
    Roles m_roles;
};

} // namespace watchroom::widgets
