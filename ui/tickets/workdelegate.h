// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/instant.h"

#include <QStyledItemDelegate>

#include <functional>

namespace watchroom::style {
class Theme;
}
namespace watchroom::tickets {
struct Work;
}

namespace watchroom::ui {

/// Draws a row of tickets or pending items; what nobody owns or is offered to somebody stands out.
/// UI thread.
class WorkDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    WorkDelegate(
        const style::Theme &theme, std::function<base::Instant()> now, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;

private:
    void paintBackground(QPainter &painter, const QStyleOptionViewItem &option,
        const QModelIndex &index, const tickets::Work &work) const;
    void paintLevel(QPainter &painter, const QRectF &cell, const tickets::Work &work) const;
    void paintTitle(QPainter &painter, QRectF cell, const tickets::Work &work) const;
    void paintOwner(QPainter &painter, const QRectF &cell, const QModelIndex &index) const;
    void paintDue(QPainter &painter, const QRectF &cell, const tickets::Work &work,
        const QString &time) const;

    const style::Theme &m_theme;
    std::function<base::Instant()> m_now;
};

} // namespace watchroom::ui
