// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/level.h"
#include "ui/widgets/seriessource.h"

#include <QList>
#include <QString>

#include <memory>

namespace watchroom::widgets {

/// A limit drawn across a chart: yellow long dashes, red dots, blue short dashes.
struct Threshold
{
    style::Level level = style::Level::Yellow;
    double value = 0;
    bool above = true; ///< crossed when the value is above it (MOS: below)
};

/// A period in which an alert was on, tinted; `label` stands above its start.
struct AlertBand
{
    qint64 from = 0; ///< ms since 1970 UTC
    qint64 to = 0;
    style::Level level = style::Level::Yellow;
    QString label; ///< "#1392"; may be empty
};

/// What one chart shows; the items of its scene read it while painting. UI thread.
struct ChartData
{
    QList<std::shared_ptr<const SeriesSource>> series;
    QList<Threshold> thresholds;
    QList<AlertBand> bands;
    qint64 from = 0; ///< the window, ms since 1970 UTC
    qint64 to = 3'600'000;
    double low = 0; ///< of the value axis
    double high = 1;
    qint64 maxGap = 60'000; ///< ms; a longer distance of two samples is missing data

    [[nodiscard]] double share(qint64 at) const
    {
        return static_cast<double>(at - from) / static_cast<double>(to - from);
    }
    /// The worst level whose limit the value crosses.
    [[nodiscard]] std::optional<style::Level> levelOf(double value) const;
};

} // namespace watchroom::widgets
