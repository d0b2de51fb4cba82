// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <utility>
#include <vector>

namespace watchroom::quality {

/// One series of an answer: its labels, and its samples as two vectors of the same length.
/// NaN stands for a missing value; infinities are kept as they came.
struct LabeledSamples
{
    QList<std::pair<QString, QString>> labels;
    std::vector<qint64> times; ///< milliseconds since 1970 UTC
    std::vector<double> values;

    [[nodiscard]] QString label(QStringView name) const;
};

/// What a Prometheus-compatible query API answered: a vector has one sample a series.
struct QueryAnswer
{
    std::vector<LabeledSamples> series;
    QStringList warnings; ///< warnings and infos, to be shown
};

/// Reads the body of /api/v1/query and /api/v1/query_range: a single pass over what Prometheus
/// writes, and the general JSON reader for every other shape.
/// Errors: Corrupt with `source_truncated` (the body ends early) or `source_not_prometheus` (HTML,
/// other JSON); Invalid with `source_bad_query {message}`; Internal with `source_query_failed
/// {message}`; Offline with `source_timeout` or `source_unavailable {message}`.
[[nodiscard]] base::Result<QueryAnswer> parseAnswer(const QByteArray &body);

/// The same by QJsonDocument alone: the fallback, and what the scanner is held against in tests.
[[nodiscard]] base::Result<QueryAnswer> parseAnswerGenerally(const QByteArray &body);

/// The single pass alone; false for any shape it does not know. Nothing is said about why.
[[nodiscard]] bool scanAnswer(const QByteArray &body, QueryAnswer &answer);

} // namespace watchroom::quality
