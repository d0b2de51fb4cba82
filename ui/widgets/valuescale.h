// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace watchroom::widgets {

/// The range of a value axis in round steps.
struct ValueScale
{
    double low = 0;
    double high = 1;
    int ticks = 2;
    int decimals = 0; ///< that its labels need
};

/// The smallest range of 3 to 5 steps of 1, 2, 2.5 or 5 times a power of ten that holds both.
[[nodiscard]] ValueScale roundScale(double least, double most);

} // namespace watchroom::widgets
