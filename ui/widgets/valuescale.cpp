// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/valuescale.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace watchroom::widgets {

ValueScale roundScale(double least, double most)
{
    constexpr int kMostSteps = 5;
    constexpr std::array kFactors{1.0, 2.0, 2.5, 5.0, 10.0};
    if (!(most > least))
        most = least + 1;
    const double rough = (most - least) / kMostSteps;
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double factor : kFactors) {
        const double step = factor * power;
        const double low = std::floor(least / step + 1e-9) * step;
        const double high = std::ceil(most / step - 1e-9) * step;
        const int steps = static_cast<int>(std::lround((high - low) / step));
        if (steps > kMostSteps)
            continue;
        int decimals = std::max(0, -static_cast<int>(std::floor(std::log10(step) + 1e-9)));
        if (factor == 2.5)
            ++decimals;
        return {low, high, steps + 1, factor == 2.5 && power >= 10 ? 0 : decimals};
    }
    return {least, most, 2, 1};
}

} // namespace watchroom::widgets
