// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/levelshape.h"

#include <QPainter>
#include <QTransform>

#include <algorithm>

namespace watchroom::style {

namespace {

constexpr double kUnits = 16.0;
constexpr double kHollowStroke = 2.0; // px at 16 px, and never thinner

QPainterPath unitPath(Level level)
{
    QPainterPath path;
    switch (level) {
    case Level::Blue:
        path.addEllipse(QPointF(8, 8), 6.3, 6.3);
        break;
    case Level::Yellow:
        path.addPolygon(QPolygonF({{8, 1.6}, {15, 14}, {1, 14}}));
        path.closeSubpath();
        break;
    case Level::Red:
        path.addPolygon(QPolygonF({{8, 0.7}, {15.3, 8}, {8, 15.3}, {0.7, 8}}));
        path.closeSubpath();
        break;
    }
    return path;
}

QPainterPath unitGlyph(Level level)
{
    // Bars and dots 1.7 units wide; the triangle's centre of mass lies lower than its box's.
    QPainterPath path;
    if (level == Level::Blue) {
        path.addRoundedRect(QRectF(7.15, 7.0, 1.7, 4.6), 0.4, 0.4);
        path.addEllipse(QPointF(8, 5.2), 1.05, 1.05);
        return path;
    }
    const double top = level == Level::Yellow ? 5.6 : 4.2;
    path.addRoundedRect(QRectF(7.15, top, 1.7, 4.4), 0.4, 0.4);
    path.addEllipse(QPointF(8, top + 6.2), 1.05, 1.05);
    return path;
}

QPainterPath scaled(const QPainterPath &unit, const QRectF &box)
{
    const double side = std::min(box.width(), box.height());
    const QPointF origin = box.center() - QPointF(side / 2, side / 2);
    return QTransform::fromTranslate(origin.x(), origin.y())
        .scale(side / kUnits, side / kUnits)
        .map(unit);
}

} // namespace

QPainterPath levelPath(Level level, const QRectF &box)
{
    return scaled(unitPath(level), box);
}

QPainterPath levelGlyph(Level level, const QRectF &box)
{
    return scaled(unitGlyph(level), box);
}

void paintLevel(
    QPainter &painter, const QRectF &box, Level level, const Tokens &tokens, ShapeFill fill)
{
    const LevelTokens &colours = tokens.level(level);
    const double side = std::min(box.width(), box.height());
    const QPainterPath shape = levelPath(level, box);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (fill == ShapeFill::Hollow) {
        // The stroke is kept inside the outline, so that solid and hollow have one size.
        const double stroke = std::max(kHollowStroke, side * kHollowStroke / kUnits);
        painter.setClipPath(shape);
        painter.setPen(QPen(colours.edge, 2 * stroke, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(shape);
    } else {
        const bool edged = colours.edge != colours.shape;
        painter.setPen(edged ? QPen(colours.edge, std::max(1.0, side / kUnits)) : Qt::NoPen);
        painter.setBrush(colours.shape);
        painter.drawPath(shape);
        if (side >= kGlyphFrom) {
            // On the light theme's yellow the dark of the two stands out.
            painter.setPen(Qt::NoPen);
            painter.setBrush(edged ? tokens.inv : tokens.onInv);
            painter.drawPath(levelGlyph(level, box));
        }
    }
    painter.restore();
}

} // namespace watchroom::style
