// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace watchroom::words {

// Names of metrics by the code words of app/quality, and numbers with their units.

[[nodiscard]] QString metric(QStringView code); ///< 往返时延 / Round-trip time
[[nodiscard]] QString metricShort(QStringView code); ///< 时延 / RTT: for rows and titles
/// "91", "6.8", "4.10"; what is not finite was not measured: "no data".
[[nodiscard]] QString number(double value, int decimals);
/// With its unit: "91 ms", "6.8%" in Chinese and "6.8 %" in English; an empty unit adds nothing.
[[nodiscard]] QString quantity(double value, int decimals, QStringView unit);

} // namespace watchroom::words
