// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/articles/order.h"

#include <algorithm>

namespace watchroom::articles {

namespace {

enum class Move : char
{
    Row,
    Column,
    Both,
};

} // namespace

Pairs bestInOrder(size_t rows, size_t columns, const std::function<double(size_t, size_t)> &weight)
{
    const size_t width = columns + 1;
    std::vector<double> best((rows + 1) * width, 0);
    std::vector<Move> moves(best.size(), Move::Row);
    // From the end, so that the way back runs forwards and takes the first of equals.
    for (size_t row = rows; row-- > 0;) {
        for (size_t column = columns; column-- > 0;) {
            const size_t here = row * width + column;
            const double down = best[here + width];
            const double right = best[here + 1];
            const double own = weight(row, column);
            const double both = own > 0 ? own + best[here + width + 1] : 0;
            best[here] = std::max({down, right, both});
            if (own > 0 && both >= std::max(down, right))
                moves[here] = Move::Both;
            else
                moves[here] = down >= right ? Move::Row : Move::Column;
        }
    }
    Pairs pairs;
    for (size_t row = 0, column = 0; row < rows && column < columns;) {
        const Move move = moves[row * width + column];
        if (move == Move::Both)
            pairs.emplace_back(row, column);
        row += move == Move::Column ? 0 : 1;
        column += move == Move::Row ? 0 : 1;
    }
    return pairs;
}

} // namespace watchroom::articles
