// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chartbackdrop.h"

#include "ui/style/levelshape.h"
#include "ui/widgets/textpaint.h"

#include <QDateTime>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace watchroom::widgets {

using namespace Qt::Literals::StringLiterals;
using style::Level;

namespace {
constexpr double kBandOpacity = 0.20; // of the level's shape colour over the panel
constexpr int kLabelStep = 72; // px a time label needs
constexpr int kLabelShape = 12;
constexpr qint64 kDay = 86'400'000;
} // namespace

ChartBackdrop::ChartBackdrop(
    const style::Theme &theme, const ChartData &data, QGraphicsItem *parent)
    : QGraphicsItem(parent)
    , m_theme(theme)
    , m_data(data)
    , m_zone(QTimeZone::systemTimeZone())
{
}

void ChartBackdrop::setPlot(const QRectF &plot)
{
    prepareGeometryChange();
    m_plot = plot;
}

void ChartBackdrop::setTimeZone(const QTimeZone &zone)
{
    m_zone = zone;
    update();
}

QRectF ChartBackdrop::boundingRect() const
{
    const int label = m_theme.scaled(kLabelRoom);
    const int axis = m_theme.scaled(kAxisRoom);
    return m_plot.adjusted(-label * 2, -label, m_theme.scaled(kShapeRoom), axis);
}

void ChartBackdrop::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    painter->save();
    paintBands(*painter);
    paintThresholds(*painter);
    paintTimes(*painter);
    painter->restore();
}

void ChartBackdrop::paintBands(QPainter &painter) const
{
    const style::Tokens &t = m_theme.tokens();
    for (const AlertBand &band : m_data.bands) {
        if (band.to <= m_data.from || band.from >= m_data.to)
            continue;
        const double left = m_plot.left() + std::max(0.0, m_data.share(band.from)) * m_plot.width();
        const double right = m_plot.left() + std::min(1.0, m_data.share(band.to)) * m_plot.width();
        QColor tint = t.level(band.level).shape;
        tint.setAlphaF(static_cast<float>(kBandOpacity));
        painter.fillRect(
            QRectF(left, m_plot.top(), std::max(1.0, right - left), m_plot.height()), tint);
        if (band.label.isEmpty() || band.from < m_data.from)
            continue;
        const double side = m_theme.scaled(kLabelShape);
        const double room = m_theme.scaled(kLabelRoom);
        painter.setPen(QPen(t.t2, 1, Qt::DotLine));
        painter.drawLine(QPointF(left, m_plot.top() - 3), QPointF(left, m_plot.bottom()));
        const QFont font = m_theme.font(style::FontRole::Key);
        const double text = textWidth(font, band.label);
        // The label turns to the left where the plot ends.
        const bool turned = left + side + text > m_plot.right() + m_theme.scaled(kShapeRoom);
        style::paintLevel(painter,
            QRectF(left - side / 2, m_plot.top() - room + (room - side) / 2 - 1, side, side),
            band.level, t);
        const double x = turned ? left - side / 2 - 3 - text : left + side / 2 + 3;
        paintText(
            painter, QRectF(x, m_plot.top() - room - 1, text + 1, room), font, t.t1, band.label);
    }
}

void ChartBackdrop::paintThresholds(QPainter &painter) const
{
    const style::Tokens &t = m_theme.tokens();
    for (const Threshold &threshold : m_data.thresholds) {
        const double share = (threshold.value - m_data.low) / (m_data.high - m_data.low);
        if (share < 0 || share > 1)
            continue;
        const double y = std::round(m_plot.bottom() - share * m_plot.height()) + 0.5;
        QPen pen(t.level(threshold.level).edge, 1.2);
        pen.setCapStyle(Qt::FlatCap);
        switch (threshold.level) {
        case Level::Red:
            pen.setDashPattern({1.5, 3});
            pen.setWidthF(1.5);
            break;
        case Level::Yellow:
            pen.setDashPattern({6, 4});
            break;
        case Level::Blue:
            pen.setDashPattern({3, 3});
            break;
        }
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(pen);
        painter.drawLine(QPointF(m_plot.left(), y), QPointF(m_plot.right(), y));
        const double side = m_theme.scaled(kLabelShape);
        style::paintLevel(painter,
            QRectF(
                m_plot.right() + (m_theme.scaled(kShapeRoom) - side) / 2, y - side / 2, side, side),
            threshold.level, t);
    }
}

void ChartBackdrop::paintTimes(QPainter &painter) const
{
    const QFont font = m_theme.font(style::FontRole::Key);
    const int steps =
        std::clamp(static_cast<int>(m_plot.width()) / m_theme.scaled(kLabelStep), 1, 4);
    const qint64 span = m_data.to - m_data.from;
    const QString format = span > kDay ? u"MM-dd"_s : (span < 300'000 ? u"HH:mm:ss"_s : u"HH:mm"_s);
    for (int i = 0; i <= steps; ++i) {
        const qint64 at = m_data.from + span * i / steps;
        const QString text = QDateTime::fromMSecsSinceEpoch(at, m_zone).toString(format);
        const double width = textWidth(font, text);
        double x = m_plot.left() + m_plot.width() * i / steps - width / 2;
        if (i == 0)
            x = m_plot.left();
        else if (i == steps)
            x = m_plot.right() - width + m_theme.scaled(4);
        paintText(painter, QRectF(x, m_plot.bottom() + 2, width + 1, m_theme.scaled(kAxisRoom) - 2),
            font, m_theme.tokens().t3, text);
    }
}

} // namespace watchroom::widgets
