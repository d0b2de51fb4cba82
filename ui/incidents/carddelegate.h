// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/incidents/cardcontent.h"

#include <QStyledItemDelegate>

#include <functional>

namespace watchroom::style {
class Theme;
}

namespace watchroom::ui {

/// Draws an incident as a card of the board: 148 high, or 72 when the column is full. UI thread.
class CardDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    CardDelegate(
        const style::Theme &theme, std::function<base::Instant()> now, QObject *parent = nullptr);

    void setCompact(bool compact) { m_compact = compact; }
    [[nodiscard]] bool isCompact() const { return m_compact; }
    /// Height of one card with the gap below it, in either form.
    [[nodiscard]] int rowHeight(bool compact) const;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem &option, const QModelIndex &index) const override;

Q_SIGNALS:
    /// The inline word 认领 was pressed.
    void claimPressed(const QModelIndex &index);

protected:
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
        const QModelIndex &index) override;

private:
    struct Draw; ///< a painter with the theme's fonts and colours
    [[nodiscard]] CardContent contentOf(const QModelIndex &index) const;
    [[nodiscard]] QRect claimRect(const QRect &card) const;
    void paintFull(const Draw &draw, const QRect &card, const CardContent &content) const;
    void paintCompact(const Draw &draw, const QRect &card, const CardContent &content) const;

    const style::Theme &m_theme;
    std::function<base::Instant()> m_now;
    bool m_compact = false;
};

} // namespace watchroom::ui
