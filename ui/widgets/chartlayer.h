// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/chartdata.h"

#include <QColor>
#include <QGraphicsItem>
#include <QPolygonF>

#include <vector>

namespace watchroom::widgets {

/// A run of pixels without data.
struct PixelGap
{
    double from = 0;
    double to = 0;
};

/// All live series of one chart in one item: an anti-aliased line of 1 px while there is at most
/// one sample a pixel, else the span of each column from its lowest to its highest value, so that
/// no zoom hides a peak and the cost is bound by pixels. Gaps break the line and are hatched.
/// Formulae and figures: M4, Jugel et al., VLDB 2014. UI thread.
class ChartLayer final : public QGraphicsItem
{
public:
    ChartLayer(const ChartData &data, QGraphicsItem *parent);

    void setPlot(const QRectF &plot);
    void setColours(const QColor &series, const QColor &hatching);
    /// The samples or the window are others now.
    void refresh();

    [[nodiscard]] QRectF boundingRect() const override { return m_plot; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

    /// Where no series has data, in pixels of the plot.
    [[nodiscard]] std::vector<PixelGap> gaps() const;

private:
    void paintSpans(QPainter &painter, const SeriesSource &source, double ratio) const;
    void paintLine(QPainter &painter, const SeriesSource &source) const;
    [[nodiscard]] double yOf(float value) const;
    [[nodiscard]] double xOf(qint64 at) const;

    const ChartData &m_data;
    QRectF m_plot;
    QColor m_series;
    QColor m_hatching;
    mutable std::vector<Span> m_spans; ///< kept for their memory
    mutable std::vector<Sample> m_samples;
    mutable std::vector<QRect> m_rects;
};

} // namespace watchroom::widgets
