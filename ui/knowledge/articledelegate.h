// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/searchtext.h"

#include <QStyledItemDelegate>

namespace watchroom::style {
class Theme;
}

namespace watchroom::ui {

/// Paints a line of the list of articles: title, kind, and two lines of where it was found. UI
/// thread.
class ArticleDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit ArticleDelegate(const style::Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    /// With its hits in the accent; at most `lines`, the last one cut.
    void paintMarked(QPainter &painter, const QRectF &rect, const QFont &font, const QColor &colour,
        const QString &text, const QList<store::TextRange> &ranges, int lines,
        int lineHeight) const;

    const style::Theme &m_theme;
};

} // namespace watchroom::ui
