// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/theme.h"

#include <QFont>
#include <QList>
#include <QRectF>

#include <utility>

class QPainter;

namespace watchroom::widgets {

/// What of a text was searched for: from where, how many UTF-16 units.
using Marks = QList<std::pair<int, int>>;

/// Draws a text with its hits bold in the accent on its tint, underlined: one line centred in
/// `rect` and cut with "…", or at most `lines` from its top.
void paintMarked(QPainter &painter, const QRectF &rect, const style::Theme &theme,
    const QFont &font, const QColor &colour, const QString &text, const Marks &marks, int lines,
    int lineHeight);

} // namespace watchroom::widgets
