// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/rule.h"
#include "app/quality/metricsource.h"

#include <QByteArray>
#include <QJsonArray>
#include <QList>

#include <optional>
#include <vector>

namespace watchroom::quality {

/// A span in which an alert stood at one level. What comes after it at another is the next one.
struct Episode
{
    QString rule;
    QString target;
    domain::Level level = domain::Level::Blue;
    qint64 from = 0; ///< ms
    std::optional<qint64> to = {}; ///< nothing: not over when the samples end
};

/// Samples as CSV with the head line `time,target,metric,value`: ISO-8601 or epoch seconds; an
/// empty or NaN value is a missing one. In order of time afterwards.
/// Error: Invalid, `samples_invalid {line, problem}`, problem head, fields, time, metric or value.
[[nodiscard]] base::Result<std::vector<Reading>> readSamples(const QByteArray &csv);

/// What the rules would have done: the engine that runs live, fed with what was.
[[nodiscard]] QList<Episode> replay(
    const QList<domain::Rule> &rules, const std::vector<Reading> &samples);

/// As `watchroomctl rules replay` prints it.
[[nodiscard]] QJsonArray toJson(const QList<Episode> &episodes);

} // namespace watchroom::quality
