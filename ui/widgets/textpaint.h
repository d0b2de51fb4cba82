// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QRectF>
#include <QString>

class QPainter;

namespace watchroom::widgets {

// One line of text as the visual specification wants it: the separator "·" drawn in 0.6 em (the
// font gives it a whole em), digits of equal width in every font, cut with "…" where it ends.

[[nodiscard]] double textWidth(const QFont &font, const QString &text);
[[nodiscard]] QString elidedText(const QFont &font, const QString &text, double width);

/// Draws one line, centred vertically; answers the width used.
double paintText(QPainter &painter, const QRectF &rect, const QFont &font, const QColor &colour,
    const QString &text, Qt::Alignment alignment = Qt::AlignLeft);

/// Draws at most `lines` lines of `lineHeight`, broken at words or Hanzi, the last one cut.
void paintWrapped(QPainter &painter, const QRectF &rect, const QFont &font, const QColor &colour,
    const QString &text, int lines, double lineHeight);

} // namespace watchroom::widgets
