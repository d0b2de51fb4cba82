// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QFuture>
#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

#include <chrono>
#include <vector>

namespace watchroom::quality {

/// A node of the tree source > region > egress > site.
struct TargetInfo
{
    QString key; ///< in rows, rules and mappings
    QString parent = {}; ///< key; empty at the top
    QString kind = {}; ///< source, region, egress, site
    QString name = {}; ///< Chinese, or the only one
    QString nameEn = {};
    friend bool operator==(const TargetInfo &, const TargetInfo &) = default;
};

/// The newest value of one metric at one target. `time` is the sample's own, ms.
struct Reading
{
    QString target;
    QString metric;
    qint64 time = 0;
    double value = 0; ///< in the metric's unit; NaN and infinities mean: not measured
};

/// What one look at a source brought.
struct Poll
{
    qint64 at = 0; ///< the instant asked for, ms, floored to the source's step
    std::vector<Reading> readings = {}; ///< stale ones are left out
    QStringList warnings = {};
    QList<std::pair<QString, base::Error>> problems = {}; ///< metrics whose query failed by itself
};

/// One line over a span, for so many pixels.
struct RangeRequest
{
    QString target;
    QString metric;
    qint64 from = 0; ///< ms
    qint64 to = 0;
    int pixels = 0;
};

/// A line's history. Where a step holds several samples, its smallest and largest stand in it one
/// after the other, so that no peak is lost however far the view is.
struct RangeData
{
    std::vector<qint64> times = {};
    std::vector<float> values = {};
    qint64 step = 0; ///< ms between neighbours; further apart than 2.5 of them is a gap
    QStringList warnings = {};
};

/// Where values come from. Lives on the quality thread; each call answers exactly once.
class MetricSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual QString key() const = 0;
    [[nodiscard]] virtual QList<TargetInfo> targets() const = 0;
    [[nodiscard]] virtual QStringList metricCodes() const = 0;
    /// How often it has something new.
    [[nodiscard]] virtual std::chrono::seconds step() const = 0;
    /// Everything it knows at `at`, which the caller has floored to step().
    [[nodiscard]] virtual QFuture<base::Result<Poll>> poll(qint64 at) = 0;
    /// What is said to the source from now on to be let in, or why it is not known yet: until then
    /// nothing is asked, and that error is the answer. Of no meaning to sources that want none.
    virtual void setAuthorization(const base::Result<QByteArray> & /*header*/) { }
    /// A later request for the same target and metric ends an earlier one: Conflict `superseded`.
    [[nodiscard]] virtual QFuture<base::Result<RangeData>> range(const RangeRequest &request) = 0;
};

} // namespace watchroom::quality
