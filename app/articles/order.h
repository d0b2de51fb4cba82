// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <utility>
#include <vector>

namespace watchroom::articles {

using Pairs = std::vector<std::pair<size_t, size_t>>;

/// The pairs (row, column), both rising, whose weights add up to the most; a weight of 0 or less
/// is no pair. Asks for each weight once.
[[nodiscard]] Pairs bestInOrder(
    size_t rows, size_t columns, const std::function<double(size_t, size_t)> &weight);

} // namespace watchroom::articles
