// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/tokens.h"

#include <QPainterPath>
#include <QRectF>

class QPainter;

namespace watchroom::style {

/// Solid: still happening. Hollow: recovered, not closed.
enum class ShapeFill
{
    Solid,
    Hollow
};

inline constexpr double kSmallestShape = 12.0; ///< px; smaller ones cannot be told apart
inline constexpr double kGlyphFrom = 20.0; ///< px; from here the glyph is drawn

/// The outline on the 16-unit box, scaled into `box`: circle, triangle, diamond.
[[nodiscard]] QPainterPath levelPath(Level level, const QRectF &box);
/// What stands inside from 20 px on: i, !, !.
[[nodiscard]] QPainterPath levelGlyph(Level level, const QRectF &box);
/// Draws the shape into the largest square centred in `box`.
void paintLevel(QPainter &painter, const QRectF &box, Level level, const Tokens &tokens,
    ShapeFill fill = ShapeFill::Solid);

} // namespace watchroom::style
