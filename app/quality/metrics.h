// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QStringView>

#include <span>

namespace watchroom::quality {

/// Which way a metric gets worse.
enum class Worse
{
    Higher,
    Lower
};

/// One thing that is measured. Values are in `unit` everywhere behind the mapping.
struct Metric
{
    QLatin1StringView code; ///< the word in rules, mappings, rows and files
    QLatin1StringView unit; ///< as shown; empty: a bare number
    Worse worse = Worse::Higher;
    int decimals = 0; ///< as shown
    double floor = 0; ///< no smaller value exists; axes begin here
    double ceiling = 0; ///< no larger value exists; 0: unbounded
};

/// All metrics in the order in which screens show them.
[[nodiscard]] std::span<const Metric> metrics();
[[nodiscard]] const Metric *findMetric(QStringView code);

} // namespace watchroom::quality
