// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRectF>
#include <QTextFormat>

class QTextDocument;

namespace watchroom::sheets {

/// What a page shows of a document that is laid out in one piece.
struct PageSlice
{
    double top = 0;
    double bottom = 0;
    QRectF head; ///< of the table that goes on here, shown again above it; or empty
};

/// Of a block's format: what may not be parted from it.
inline constexpr int kKeep = QTextFormat::UserProperty + 2;
enum class Keep
{
    WithNext = 1, ///< the line or the table's first row that follows
    ToTheEnd, ///< all that follows, where it fits on a page
};

/// Cuts a document into pages of this height, at least one: never through a line, and through a row
/// only where it is higher than a page. Any thread.
[[nodiscard]] QList<PageSlice> pageSlices(const QTextDocument &document, double height);

} // namespace watchroom::sheets
