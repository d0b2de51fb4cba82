// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/theme.h"
#include "ui/widgets/chartdata.h"

#include <QGraphicsItem>
#include <QTimeZone>

namespace watchroom::widgets {

/// What stands behind and beside the series: alert bands, limits with their shapes at the right
/// end, labels of the time axis in the team's zone. UI thread.
class ChartBackdrop final : public QGraphicsItem
{
public:
    ChartBackdrop(const style::Theme &theme, const ChartData &data, QGraphicsItem *parent);

    void setPlot(const QRectF &plot);
    void setTimeZone(const QTimeZone &zone);

    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

    static constexpr int kShapeRoom = 20; ///< px right of the plot
    static constexpr int kLabelRoom = 20; ///< px above the plot
    static constexpr int kAxisRoom = 20; ///< px below the plot

private:
    void paintBands(QPainter &painter) const;
    void paintThresholds(QPainter &painter) const;
    void paintTimes(QPainter &painter) const;

    const style::Theme &m_theme;
    const ChartData &m_data;
    QTimeZone m_zone;
    QRectF m_plot;
};

} // namespace watchroom::widgets
