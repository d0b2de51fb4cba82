// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/quality/metricsource.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <chrono>

namespace watchroom::quality {

/// How one metric is asked for.
struct MetricQuery
{
    QString metric;
    QString promql; ///< as written; `$label` and `$rate` are filled in by valueQuery()
    double scale = 1; ///< the answer times this is in the metric's unit
    QString fresh = {}; ///< plain selector whose sample time tells the value's age; may be empty
    QString definition = {}; ///< what is counted ("w3c", "500ms"): never mixed in one line
};

/// What a Prometheus-compatible source is asked: the metrics by PromQL, and the targets.
struct Mapping
{
    QString profile;
    QString targetLabel; ///< the label that tells one target from another
    std::chrono::seconds interval{15}; ///< of scraping
    QList<MetricQuery> metrics;
    QList<TargetInfo> targets; ///< may be empty: then they come from rows
    QHash<QString, QString> labels; ///< target key -> value of targetLabel, where they differ

    /// The value of every target, worst first aggregated: two series of one target (a changed job
    /// or instance) never make two lines.
    [[nodiscard]] QString valueQuery(const MetricQuery &query) const;
    /// When the samples behind it were taken, in seconds; empty when that cannot be asked.
    [[nodiscard]] QString freshQuery(const MetricQuery &query) const;
    /// valueQuery() of one target alone.
    [[nodiscard]] QString valueQueryOf(const MetricQuery &query, const QString &target) const;
    [[nodiscard]] QString labelOf(const QString &target) const;
    [[nodiscard]] const MetricQuery *query(QStringView metric) const;
};

/// Errors: Invalid, code `mapping_invalid`, params {where, problem}: where is the member's path
/// ("metrics.rtt.promql"); problem is one of missing, not_text, not_number, not_object, unknown,
/// out_of_range, duplicate, too_long, not_json, loop.
[[nodiscard]] base::Result<Mapping> readMapping(const QJsonObject &json);
[[nodiscard]] base::Result<Mapping> readMapping(const QByteArray &file);

/// A profile that is shipped: blackbox, jvb, livekit. NotFound otherwise.
[[nodiscard]] base::Result<QJsonObject> shippedProfile(const QString &name);
[[nodiscard]] QStringList shippedProfiles();

} // namespace watchroom::quality
