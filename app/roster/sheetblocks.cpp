// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roster/sheetblocks.h"

#include <algorithm>
#include <set>

namespace watchroom::roster {

namespace {

qsizetype firstDate(const SheetView &view, qsizetype column)
{
    for (qsizetype line = 0; line < view.lines(); ++line) {
        if (view.date(line, column))
            return line;
    }
    return view.lines();
}

/// Tells columns and lines of one block apart.
class BlockFinder
{
public:
    BlockFinder(const SheetView &view, const SheetBooks &books)
        : m_view(view)
        , m_books(books)
    {
    }

    [[nodiscard]] bool isPlainDates(qsizetype column, qsizetype top) const;
    [[nodiscard]] bool hasBody(qsizetype column, qsizetype top) const;
    [[nodiscard]] bool isWeekdays(qsizetype column, qsizetype top) const;
    void findTop(SheetBlock &block) const;
    void findHeads(SheetBlock &block) const;
    void findPosition(SheetBlock &block) const;

private:
    template <class Is>
    [[nodiscard]] bool all(qsizetype column, qsizetype top, Is &&is) const;
    [[nodiscard]] QStringList labels(const SheetBlock &block, qsizetype line) const;
    [[nodiscard]] bool isUpperHead(const SheetBlock &block, qsizetype line) const;
    [[nodiscard]] bool isBody(const SheetBlock &block, qsizetype line, bool ofNames) const;
    [[nodiscard]] bool hasName(const QString &text) const;

    const SheetView &m_view;
    const SheetBooks &m_books;
};

/// Whether there is something from `top` on, and all of it is so.
template <class Is>
bool BlockFinder::all(qsizetype column, qsizetype top, Is &&is) const
{
    bool any = false;
    for (qsizetype line = top; line < m_view.lines(); ++line) {
        if (m_view.isBlank(line, column))
            continue;
        if (!is(line))
            return false;
        any = true;
    }
    return any;
}

bool BlockFinder::hasBody(qsizetype column, qsizetype top) const
{
    for (qsizetype line = top; line < m_view.lines(); ++line) {
        if (!m_view.isBlank(line, column))
            return true;
    }
    return false;
}

bool BlockFinder::isPlainDates(qsizetype column, qsizetype top) const
{
    return all(column, top, [&](qsizetype line) {
        const DateText *date = m_view.date(line, column);
        return date && !date->bare;
    });
}

bool BlockFinder::isWeekdays(qsizetype column, qsizetype top) const
{
    std::set<int> days;
    qsizetype lines = 0;
    qsizetype others = 0;
    for (qsizetype line = top; line < m_view.lines(); ++line) {
        if (m_view.isBlank(line, column))
            continue;
        const int day = readWeekday(m_view.at(line, column));
        ++(day > 0 ? lines : others);
        days.insert(day);
    }
    bool labelled = false;
    for (qsizetype line = 0; line < top; ++line) {
        const QString label = m_view.at(line, column);
        labelled = labelled || m_books.heads.read(label).kind == HeadText::Kind::Dates;
        if (!m_books.team.match(label).isEmpty())
            return false;
    }
    return lines > 0 && others * 4 <= lines && (labelled || days.size() > 1 || lines == 1);
}

/// The texts of a line beside the dates.
QStringList BlockFinder::labels(const SheetBlock &block, qsizetype line) const
{
    QStringList texts;
    for (qsizetype column = block.first; column <= block.last; ++column) {
        if (block.isData(column) && !m_view.isBlank(line, column))
            texts.append(m_view.at(line, column));
    }
    return texts;
}

/// A merged row of positions over the row of shifts, and no title.
bool BlockFinder::isUpperHead(const SheetBlock &block, qsizetype line) const
{
    const QStringList texts = labels(block, line);
    const auto isTitle = [this](const QString &text) {
        return !m_books.team.match(text).isEmpty() || readMonth(text).month > 0;
    };
    const auto isDuty = [this](const QString &text) {
        return m_books.heads.read(text).kind == HeadText::Kind::Duty;
    };
    return !std::ranges::any_of(texts, isTitle)
        && (texts.size() > 1 || std::ranges::any_of(texts, isDuty));
}

/// Names, or codes where the block has no names, for the most part.
bool BlockFinder::isBody(const SheetBlock &block, qsizetype line, bool ofNames) const
{
    const QStringList texts = labels(block, line);
    const auto count = std::ranges::count_if(texts, [&](const QString &text) {
        return ofNames ? hasName(text) : m_books.codes.shifts(text).has_value();
    });
    return count > 0 && count * 2 >= texts.size();
}

bool BlockFinder::hasName(const QString &text) const
{
    return std::ranges::any_of(
        m_books.team.split(text), [](const NamePiece &piece) { return !piece.logins.isEmpty(); });
}

/// Lines whose date is not understood, between the head and the first date that is.
void BlockFinder::findTop(SheetBlock &block) const
{
    QStringList first;
    for (qsizetype line = block.top; line < m_view.lines() && first.isEmpty(); ++line)
        first = labels(block, line);
    const bool ofNames =
        std::ranges::any_of(first, [this](const QString &text) { return hasName(text); });
    // Under the word for dates everything is meant to be one.
    for (qsizetype line = block.top - 1; line >= 0 && !m_view.isTurned(); --line) {
        if (m_view.isBlank(line, block.dates))
            break;
        if (m_books.heads.read(m_view.at(line, block.dates)).kind == HeadText::Kind::Dates) {
            block.top = line + 1;
            return;
        }
    }
    for (; block.top > 0; --block.top) {
        const QString text = m_view.at(block.top - 1, block.dates);
        const auto kind = m_books.heads.read(text).kind;
        const bool isHead = kind != HeadText::Kind::Unknown && kind != HeadText::Kind::Duty;
        if (text.isEmpty() || isHead || !isBody(block, block.top - 1, ofNames))
            return;
    }
}

void BlockFinder::findHeads(SheetBlock &block) const
{
    constexpr qsizetype kMostHeads = 3;
    for (qsizetype line = block.top - 1; line >= 0; --line) {
        const bool blank = labels(block, line).isEmpty();
        if (m_view.isTurned()) {
            if (!blank)
                block.heads.prepend(line);
            continue;
        }
        const bool lowest = block.heads.isEmpty();
        if (lowest && blank)
            continue;
        if (block.heads.size() == kMostHeads || (!lowest && !isUpperHead(block, line)))
            break;
        block.heads.prepend(line);
    }
}

/// Of a title or the corner: "网络组" over a sheet of that group alone.
void BlockFinder::findPosition(SheetBlock &block) const
{
    for (qsizetype line = 0; line < m_view.lines(); ++line) {
        for (qsizetype column = block.first; column <= block.last; ++column) {
            if (block.position.isEmpty() && block.isTitle(line, column))
                block.position = m_books.heads.position(m_view.at(line, column));
        }
    }
}

/// Columns of dates that are there, and those that the first look was too strict for.
QList<qsizetype> allDateColumns(
    const SheetView &view, const DateAxis &axis, const BlockFinder &finder)
{
    if (axis.columns.isEmpty())
        return {};
    const qsizetype top = firstDate(view, axis.columns.front());
    QList<qsizetype> columns = axis.columns;
    for (qsizetype column = axis.columns.front(); column < view.columns(); ++column) {
        if (!columns.contains(column) && finder.isPlainDates(column, top))
            columns.append(column);
    }
    std::ranges::sort(columns);
    return columns;
}

} // namespace

bool isNumeric(const QString &text)
{
    return !text.isEmpty() && std::ranges::none_of(text, [](QChar c) { return c.isLetter(); })
        && std::ranges::any_of(text, [](QChar c) { return c.isDigit(); });
}

QList<SheetBlock> findBlocks(const SheetView &view, const DateAxis &axis, const SheetBooks &books)
{
    const BlockFinder finder(view, books);
    QList<SheetBlock> blocks;
    for (const qsizetype column : allDateColumns(view, axis, finder)) {
        SheetBlock block{.first = blocks.isEmpty() ? 0 : column,
            .last = view.columns() - 1,
            .dates = column,
            .top = firstDate(view, column)};
        if (!blocks.isEmpty()) {
            SheetBlock &before = blocks.last();
            // Titles and weekdays that stand before these dates belong to them.
            while (block.first - 1 > before.dates
                && (!finder.hasBody(block.first - 1, block.top)
                    || finder.isWeekdays(block.first - 1, block.top)))
                --block.first;
            before.last = block.first - 1;
        }
        blocks.append(block);
    }
    QString position;
    for (SheetBlock &block : blocks) {
        block.data = view.isTurned() ? block.dates + 1 : block.first;
        for (qsizetype column = block.first; column <= block.last; ++column) {
            if (column != block.dates && finder.isWeekdays(column, block.top))
                block.weekdays.append(column);
        }
        finder.findTop(block);
        finder.findHeads(block);
        finder.findPosition(block);
        position = block.position.isEmpty() ? position : block.position;
        block.position = position;
    }
    return blocks;
}

} // namespace watchroom::roster
