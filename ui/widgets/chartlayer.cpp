// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chartlayer.h"

#include "ui/widgets/paint.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace watchroom::widgets {

std::optional<style::Level> ChartData::levelOf(double value) const
{
    std::optional<style::Level> worst;
    for (const Threshold &threshold : thresholds) {
        // At the limit, as the rules have it.
        const bool crossed = threshold.above ? value >= threshold.value : value <= threshold.value;
        if (crossed && (!worst || *worst < threshold.level))
            worst = threshold.level;
    }
    return worst;
}

ChartLayer::ChartLayer(const ChartData &data, QGraphicsItem *parent)
    : QGraphicsItem(parent)
    , m_data(data)
{
}

void ChartLayer::setPlot(const QRectF &plot)
{
    prepareGeometryChange();
    m_plot = plot;
}

void ChartLayer::setColours(const QColor &series, const QColor &hatching)
{
    m_series = series;
    m_hatching = hatching;
    update();
}

void ChartLayer::refresh()
{
    update();
}

double ChartLayer::yOf(float value) const
{
    const double share = (static_cast<double>(value) - m_data.low) / (m_data.high - m_data.low);
    // What lies outside is drawn on the edge, so that it is seen.
    return m_plot.bottom() - std::clamp(share, 0.0, 1.0) * m_plot.height();
}

double ChartLayer::xOf(qint64 at) const
{
    return m_plot.left() + m_data.share(at) * m_plot.width();
}

void ChartLayer::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    painter->save();
    painter->setClipRect(m_plot.adjusted(0, -1, 0, 1), Qt::IntersectClip);
    for (const PixelGap &gap : gaps()) {
        paintHatching(*painter, QRectF(gap.from, m_plot.top(), gap.to - gap.from, m_plot.height()),
            m_hatching);
    }
    const double ratio = painter->device()->devicePixelRatioF();
    for (const auto &source : m_data.series) {
        const bool dense =
            static_cast<double>(source->count(m_data.from, m_data.to)) > m_plot.width() * ratio;
        if (dense)
            paintSpans(*painter, *source, ratio);
        else
            paintLine(*painter, *source);
    }
    painter->restore();
}

void ChartLayer::paintSpans(QPainter &painter, const SeriesSource &source, double ratio) const
{
    const int columns = static_cast<int>(m_plot.width() * ratio);
    source.spans(m_data.from, m_data.to, columns, m_spans);
    m_rects.clear();
    const double left = m_plot.left() * ratio;
    const Span *before = nullptr;
    int beforeColumn = 0;
    const int bridged = static_cast<int>(std::ceil(static_cast<double>(m_data.maxGap)
        / static_cast<double>(m_data.to - m_data.from) * columns));
    for (int column = 0; column < columns; ++column) {
        const Span &span = m_spans[static_cast<std::size_t>(column)];
        if (span.count == 0)
            continue;
        float low = span.min;
        float high = span.max;
        // Neighbours touch: the column reaches to where the one before it ended.
        int from = column;
        if (before != nullptr && column - beforeColumn <= bridged) {
            low = std::min(low, before->last);
            high = std::max(high, before->last);
            from = beforeColumn + 1;
        }
        const int top = static_cast<int>(std::floor(yOf(high) * ratio));
        const int bottom = std::max(top + 1, static_cast<int>(std::ceil(yOf(low) * ratio)));
        const int x = static_cast<int>(left) + column;
        if (from < column) {
            const int y = static_cast<int>(yOf(before->last) * ratio);
            m_rects.emplace_back(static_cast<int>(left) + from, y, column - from, 1);
        }
        m_rects.emplace_back(x, top, 1, bottom - top);
        before = &span;
        beforeColumn = column;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.scale(1 / ratio, 1 / ratio);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_series);
    painter.drawRects(m_rects.data(), static_cast<int>(m_rects.size()));
    painter.restore();
}

void ChartLayer::paintLine(QPainter &painter, const SeriesSource &source) const
{
    source.samples(m_data.from, m_data.to, m_samples);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    QPolygonF run;
    const auto flush = [&] {
        if (run.size() == 1) {
            painter.setPen(QPen(m_series, 2, Qt::SolidLine, Qt::RoundCap));
            painter.drawPoint(run.first());
        } else if (run.size() > 1) {
            painter.setPen(QPen(m_series, 1));
            painter.drawPolyline(run);
        }
        run.clear();
    };
    const Sample *before = nullptr;
    for (const Sample &sample : m_samples) {
        if (std::isnan(sample.value)) {
            flush();
            before = nullptr;
            continue;
        }
        if (before != nullptr && sample.at - before->at > m_data.maxGap)
            flush();
        run.append({xOf(sample.at), yOf(sample.value)});
        before = &sample;
    }
    flush();
}

std::vector<PixelGap> ChartLayer::gaps() const
{
    const int columns = std::max(1, static_cast<int>(m_plot.width()));
    const double span = static_cast<double>(m_data.to - m_data.from);
    const auto bridged = static_cast<double>(m_data.maxGap) / span * columns;
    std::vector<bool> filled(static_cast<std::size_t>(columns), false);
    for (const auto &source : m_data.series) {
        source->spans(m_data.from, m_data.to, columns, m_spans);
        for (std::size_t i = 0; i < m_spans.size(); ++i)
            filled[i] = filled[i] || m_spans[i].count > 0;
    }
    std::vector<PixelGap> found;
    int last = 0;
    for (int i = 0; i <= columns; ++i) {
        if (i < columns && !filled[static_cast<std::size_t>(i)])
            continue;
        if (i - last > bridged + 1)
            found.push_back({m_plot.left() + last, m_plot.left() + i});
        last = i + 1;
    }
    return found;
}

} // namespace watchroom::widgets
