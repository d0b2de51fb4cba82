// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace watchroom::style {
class Theme;
}

namespace watchroom::ui {

struct ContactLine;

/// Draws a row of contacts: who, by which way, and what the last call by it said, or when they were
/// last reached. UI thread.
class ContactDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit ContactDelegate(const style::Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    /// Two lines, one above the other.
    void paintPair(QPainter &painter, const QRectF &cell, const QString &first, bool bold,
        const QString &second) const;
    void paintState(QPainter &painter, const QRectF &cell, const ContactLine &line) const;

    const style::Theme &m_theme;
};

} // namespace watchroom::ui
