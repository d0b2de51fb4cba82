// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/handover/handoveritemsmodel.h"

#include <QStyledItemDelegate>

namespace watchroom::style {
class Theme;
}

namespace watchroom::ui {

/// A cell of what is handed over; rows that still want something are raised. UI thread.
class ItemDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit ItemDelegate(const style::Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;

private:
    void paintGround(
        QPainter &painter, const QStyleOptionViewItem &option, int column, bool wanting) const;
    void paintLevel(QPainter &painter, const QRectF &cell, const handover::SheetItem &item) const;
    void paintTitle(QPainter &painter, QRectF cell, const handover::SheetItem &item,
        const QString &words) const;
    void paintState(QPainter &painter, const QRectF &cell, const handover::HandoverItem &item,
        const QString &words) const;

    const style::Theme &m_theme;
};

} // namespace watchroom::ui
