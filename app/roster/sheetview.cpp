// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roster/sheetview.h"

#include "app/roster/sheetheads.h"

#include <QDate>

#include <algorithm>
#include <set>
#include <tuple>

namespace watchroom::roster {

using namespace Qt::StringLiterals;

namespace {

/// How likely a column holds the dates of a sheet; greater is likelier.
struct Likelihood
{
    enum Rank
    {
        None,
        Single, ///< one date, which may stand anywhere
        Numbers, ///< numbers in the order of days
        Dates,
    };

    Rank rank = None;
    qsizetype count = 0;

    /// Few dates may be hours written as 8-16 where there are many numbers.
    [[nodiscard]] qsizetype weight() const
    {
        return rank == Dates ? 4 * count : rank == Numbers ? count : 0;
    }
    friend bool operator<(const Likelihood &a, const Likelihood &b)
    {
        return std::pair(a.weight(), a.rank) < std::pair(b.weight(), b.rank);
    }
};

/// What a column has that may be dates.
struct Found
{
    QList<DateText> dates;
    qsizetype named = 0; ///< more than a number
    qsizetype filled = 0; ///< cells that are not blank from the first date to the last
    bool serial = false;
};

/// Whether a number goes on in a row of dates that one with a month began.
bool goesOn(const DateText &from, int day)
{
    return day > from.day ? day - from.day <= 7 : from.day >= 25 && day <= 7;
}

bool isPossible(const DateText &date)
{
    return date.month == 0 || QDate::isValid(2024, date.month, date.day);
}

Found foundIn(const SheetView &view, qsizetype column)
{
    Found found;
    qsizetype since = 0;
    for (qsizetype line = 0; line < view.lines(); ++line) {
        if (view.isBlank(line, column))
            continue;
        const DateText *date = view.date(line, column);
        found.serial = found.serial || isSerialHead(view.at(line, column));
        const bool counts = date && date->bare
            && (found.serial || (found.named > 0 && !goesOn(found.dates.last(), date->day)));
        if (date && !counts && isPossible(*date)) {
            found.named += date->bare ? 0 : 1;
            found.dates.append(*date);
            found.filled += found.dates.size() == 1 ? 1 : since + 1;
            since = 0;
        } else {
            ++since;
        }
    }
    return found;
}

bool goesBack(const DateText &from, const DateText &to)
{
    if (from.month > 0 && to.month > 0)
        return std::tie(to.month, to.day) < std::tie(from.month, from.day)
            && !(from.month >= 11 && to.month <= 2);
    return to.day < from.day && from.day - to.day < 14;
}

Likelihood likelihoodOf(const SheetView &view, qsizetype column)
{
    const Found found = foundIn(view, column);
    const qsizetype count = found.dates.size();
    if (count == 0)
        return {};
    std::set<std::pair<int, int>> distinct;
    qsizetype back = 0;
    for (qsizetype i = 0; i < count; ++i) {
        distinct.insert({found.dates.at(i).month, found.dates.at(i).day});
        back += i > 0 && goesBack(found.dates.at(i - 1), found.dates.at(i)) ? 1 : 0;
    }
    const auto different = static_cast<qsizetype>(distinct.size());
    // A wrong date among many is a slip of the pen, and a day may have several lines of its own.
    const bool inOrder = back <= count / 10 + (found.named > 1 ? 1 : 0) && different * 6 >= count;
    const bool dense = count * 10 >= found.filled * 6;
    const bool enough = found.named == count ? different > 1 : count > 3;
    if (found.named > 0 && enough && inOrder && dense)
        return {Likelihood::Dates, count};
    if (found.named == 0 && different > 2 && inOrder && dense)
        return {Likelihood::Numbers, count};
    return {found.named > 0 ? Likelihood::Single : Likelihood::None, count};
}

struct Candidates
{
    Likelihood best;
    QList<qsizetype> columns;
};

Candidates candidatesOf(const SheetView &view)
{
    QList<Likelihood> all;
    qsizetype filled = 0;
    for (qsizetype column = 0; column < view.columns(); ++column) {
        all.append(likelihoodOf(view, column));
        bool blank = true;
        for (qsizetype line = 0; line < view.lines() && blank; ++line)
            blank = view.isBlank(line, column);
        filled += blank ? 0 : 1;
    }
    Candidates found;
    for (const Likelihood &one : std::as_const(all))
        found.best = std::max(found.best, one);
    for (qsizetype column = 0; column < all.size(); ++column) {
        const bool first = found.best.rank != Likelihood::Single || found.columns.isEmpty();
        if (found.best.rank != Likelihood::None && all.at(column).rank == found.best.rank && first)
            found.columns.append(column);
    }
    // Where dates are everywhere they are hours written as 8-16.
    if (found.columns.size() * 2 > filled && found.columns.size() > 1)
        return {};
    return found;
}

bool standsUnderDateHead(const SheetView &lying, qsizetype column)
{
    for (qsizetype line = 1; line < lying.lines(); ++line) {
        if (lying.date(line, column)) {
            static const QStringList heads{u"日期"_s, u"日"_s, u"date"_s, u"day"_s};
            return heads.contains(squeezed(lying.at(line - 1, column)));
        }
    }
    return false;
}

} // namespace

PlainSheet::PlainSheet(const Grid &cells)
{
    m_cells.columns = cells.columns;
    for (const QStringList &row : cells.rows) {
        QStringList texts;
        for (const QString &text : row) {
            texts.append(plain(text));
            if (const auto date = readDate(texts.last()))
                m_dates.insert({m_cells.rows.size(), texts.size() - 1}, *date);
        }
        m_cells.rows.append(texts);
    }
}

const DateText *PlainSheet::date(const Cell &cell) const
{
    const auto found = m_dates.constFind(cell);
    return found == m_dates.constEnd() ? nullptr : &*found;
}

SheetView::SheetView(const PlainSheet &sheet, bool turned)
    : m_sheet(sheet)
    , m_turned(turned)
    , m_lines(turned ? sheet.cells().columns : sheet.cells().rows.size())
    , m_columns(turned ? sheet.cells().rows.size() : sheet.cells().columns)
{
}

Cell SheetView::cell(qsizetype line, qsizetype column) const
{
    return m_turned ? Cell{column, line} : Cell{line, column};
}

QString SheetView::at(qsizetype line, qsizetype column) const
{
    return text(cell(line, column));
}

QString SheetView::text(const Cell &cell) const
{
    return m_sheet.cells().at(cell.row, cell.column);
}

const DateText *SheetView::date(qsizetype line, qsizetype column) const
{
    return m_sheet.date(cell(line, column));
}

bool SheetView::isBlank(qsizetype line, qsizetype column) const
{
    return at(line, column).isEmpty();
}

DateAxis findDates(const PlainSheet &sheet)
{
    const SheetView lying(sheet, false);
    const Candidates down = candidatesOf(lying);
    const Candidates across = candidatesOf(SheetView(sheet, true));
    bool turned = down.best < across.best;
    // Numbers down the side count the people, and a single date may stand anywhere, unless a head
    // says otherwise.
    const bool isDoubtful =
        down.best.rank == Likelihood::Numbers || down.best.rank == Likelihood::Single;
    if (isDoubtful && across.best.rank >= down.best.rank)
        turned = !standsUnderDateHead(lying, down.columns.front());
    return {turned, turned ? across.columns : down.columns};
}

} // namespace watchroom::roster
