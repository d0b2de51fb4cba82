// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quality/bookseries.h"

#include "app/quality/seriesbook.h"

#include <algorithm>

namespace watchroom::ui {

using widgets::Sample;
using widgets::Span;

BookSeries::BookSeries(const quality::SeriesBook &book, const QString &metric)
    : m_book(book)
    , m_metric(metric)
{
}

const quality::Series *BookSeries::series() const
{
    return m_book.series(m_metric);
}

qsizetype BookSeries::count(qint64 from, qint64 to) const
{
    const quality::Series *line = series();
    if (!line || to <= from)
        return 0;
    return static_cast<qsizetype>(line->indexFrom(to) - line->indexFrom(from));
}

void BookSeries::samples(qint64 from, qint64 to, std::vector<Sample> &into) const
{
    into.clear();
    const quality::Series *line = series();
    if (!line)
        return;
    const std::size_t first = line->indexFrom(from);
    const std::size_t end = std::min(line->size(), line->indexFrom(to) + 1);
    for (std::size_t i = first > 0 ? first - 1 : 0; i < end; ++i)
        into.push_back({line->time(i), line->value(i)});
}

void BookSeries::spans(qint64 from, qint64 to, int columns, std::vector<Span> &into) const
{
    into.assign(static_cast<std::size_t>(std::max(0, columns)), Span{});
    const quality::Series *line = series();
    if (!line)
        return;
    for (const quality::PixelColumn &column : line->columns(from, to, columns)) {
        into[static_cast<std::size_t>(column.x)] = {
            column.first, column.last, column.min, column.max, 1};
    }
}

std::optional<Sample> BookSeries::at(qint64 at) const
{
    const quality::Series *line = series();
    const std::size_t after = line ? line->indexFrom(at + 1) : 0;
    if (after == 0)
        return std::nullopt;
    return Sample{line->time(after - 1), line->value(after - 1)};
}

} // namespace watchroom::ui
