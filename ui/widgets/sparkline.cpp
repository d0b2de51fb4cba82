// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sparkline.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace watchroom::widgets {

void paintSparkline(QPainter &painter, const QRectF &rect, const SeriesSource &source, qint64 from,
    qint64 to, qint64 maxGap, double least, const QColor &colour)
{
    const int columns = static_cast<int>(rect.width());
    if (columns < 2 || to <= from)
        return;
    std::vector<Span> spans;
    source.spans(from, to, columns, spans);
    double low = std::numeric_limits<double>::max();
    double high = std::numeric_limits<double>::lowest();
    for (const Span &span : spans) {
        if (span.count > 0) {
            low = std::min(low, static_cast<double>(span.min));
            high = std::max(high, static_cast<double>(span.max));
        }
    }
    if (low > high)
        return;
    const double height = std::max(high - low, std::max(least, 1e-9));
    const double bridged =
        static_cast<double>(maxGap) / static_cast<double>(to - from) * columns + 1;
    const auto y = [&](float value) {
        return rect.bottom() - (static_cast<double>(value) - low) / height * rect.height();
    };
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1));
    painter.setBrush(Qt::NoBrush);
    QPolygonF run;
    int last = -1;
    for (int i = 0; i < columns; ++i) {
        const Span &span = spans[static_cast<std::size_t>(i)];
        if (span.count == 0)
            continue;
        if (last >= 0 && i - last > bridged) {
            painter.drawPolyline(run);
            run.clear();
        }
        // Both ends of the column, so that a peak inside it stays.
        run.append({rect.left() + i, y(span.min)});
        if (span.max > span.min)
            run.append({rect.left() + i, y(span.max)});
        last = i;
    }
    painter.drawPolyline(run);
    painter.restore();
}

} // namespace watchroom::widgets
