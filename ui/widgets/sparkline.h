// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/seriessource.h"

#include <QColor>
#include <QRectF>

class QPainter;

namespace watchroom::widgets {

/// A line without axes, as high as its own lowest and highest value allow; for rows of a tree.
/// `least` is the smallest height in the series' unit, so that noise does not look like a storm.
void paintSparkline(QPainter &painter, const QRectF &rect, const SeriesSource &source, qint64 from,
    qint64 to, qint64 maxGap, double least, const QColor &colour);

} // namespace watchroom::widgets
