// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace watchroom::bench {

/// Nearest rank; `share` from 0 to 1. 0 where there is nothing.
[[nodiscard]] double percentile(QList<double> values, double share);

/// One line "name value" on stdout, which run.sh gathers.
void tell(const QString &name, double value);

/// Ends the program with what failed: a figure of half a run is none.
void demand(bool fine, const QString &what);

} // namespace watchroom::bench
