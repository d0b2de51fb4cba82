// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/figures.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace watchroom::bench {

double percentile(QList<double> values, double share)
{
    if (values.isEmpty())
        return 0;
    std::ranges::sort(values);
    const auto rank = static_cast<qsizetype>(std::ceil(share * double(values.size())));
    return values[std::clamp<qsizetype>(rank - 1, 0, values.size() - 1)];
}

void tell(const QString &name, double value)
{
    std::printf("%s %.3f\n", qPrintable(name), value);
    std::fflush(stdout);
}

void demand(bool fine, const QString &what)
{
    if (!fine)
        qFatal("%s failed", qPrintable(what));
}

} // namespace watchroom::bench
