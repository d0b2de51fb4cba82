// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/theme.h"
#include "ui/widgets/chartdata.h"

#include <QGraphicsItem>

namespace watchroom::widgets {

/// The crosshair of one chart, an item of its own, so that moving it repaints two columns and
/// not the series. UI thread.
class ChartCrosshair final : public QGraphicsItem
{
public:
    ChartCrosshair(const style::Theme &theme, const ChartData &data, QGraphicsItem *parent);

    void setPlot(const QRectF &plot);
    void setTime(std::optional<qint64> time);

    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    const style::Theme &m_theme;
    const ChartData &m_data;
    QRectF m_plot;
    std::optional<qint64> m_time;
};

} // namespace watchroom::widgets
