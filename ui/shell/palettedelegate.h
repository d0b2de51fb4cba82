// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/paletteline.h"

#include <QStyledItemDelegate>

namespace watchroom::style {
class Theme;
}

namespace watchroom::ui {

/// Paints a line of the search over everything: a heading, or icon, title, what it is, and where
/// it was found. UI thread.
class PaletteDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit PaletteDelegate(const style::Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintHeading(QPainter &painter, const QRect &row, const PaletteLine &line) const;
    void paintLine(QPainter &painter, const QRectF &content, const PaletteLine &line) const;

    const style::Theme &m_theme;
};

} // namespace watchroom::ui
