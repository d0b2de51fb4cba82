// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/seriessource.h"

#include <QString>

namespace watchroom::quality {
class Series;
class SeriesBook;
} // namespace watchroom::quality

namespace watchroom::ui {

/// One metric of the book, as a chart asks for it; what the book does not hold is empty. UI thread.
class BookSeries final : public widgets::SeriesSource
{
public:
    BookSeries(const quality::SeriesBook &book, const QString &metric);

    [[nodiscard]] qsizetype count(qint64 from, qint64 to) const override;
    void samples(qint64 from, qint64 to, std::vector<widgets::Sample> &into) const override;
    void spans(
        qint64 from, qint64 to, int columns, std::vector<widgets::Span> &into) const override;
    [[nodiscard]] std::optional<widgets::Sample> at(qint64 at) const override;

private:
    [[nodiscard]] const quality::Series *series() const;

    const quality::SeriesBook &m_book;
    QString m_metric;
};

} // namespace watchroom::ui
