// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chartcrosshair.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace watchroom::widgets {

namespace {
constexpr double kDot = 4; // px, radius
}

ChartCrosshair::ChartCrosshair(
    const style::Theme &theme, const ChartData &data, QGraphicsItem *parent)
    : QGraphicsItem(parent)
    , m_theme(theme)
    , m_data(data)
{
}

void ChartCrosshair::setPlot(const QRectF &plot)
{
    prepareGeometryChange();
    m_plot = plot;
}

void ChartCrosshair::setTime(std::optional<qint64> time)
{
    prepareGeometryChange();
    m_time = time;
    update();
}

QRectF ChartCrosshair::boundingRect() const
{
    if (!m_time || *m_time < m_data.from || *m_time > m_data.to)
        return {};
    const double x = m_plot.left() + m_data.share(*m_time) * m_plot.width();
    return {x - kDot - 2, m_plot.top() - kDot, 2 * kDot + 4, m_plot.height() + 2 * kDot};
}

void ChartCrosshair::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    if (!m_time || *m_time < m_data.from || *m_time > m_data.to)
        return;
    const style::Tokens &t = m_theme.tokens();
    const double x = m_plot.left() + m_data.share(*m_time) * m_plot.width();
    const double line = std::floor(x) + 0.5;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(t.t1, 1));
    painter->drawLine(QPointF(line, m_plot.top()), QPointF(line, m_plot.bottom()));
    painter->setPen(QPen(t.t1, 1.5));
    painter->setBrush(t.panel);
    for (const auto &source : m_data.series) {
        const auto sample = source->at(*m_time);
        if (!sample || std::isnan(sample->value) || *m_time - sample->at > m_data.maxGap)
            continue;
        const double share =
            (static_cast<double>(sample->value) - m_data.low) / (m_data.high - m_data.low);
        painter->drawEllipse(
            QPointF(line, m_plot.bottom() - std::clamp(share, 0.0, 1.0) * m_plot.height()), kDot,
            kDot);
    }
    painter->restore();
}

} // namespace watchroom::widgets
