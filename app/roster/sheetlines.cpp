// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roster/sheetlines.h"

#include <QRegularExpression>

#include <vector>

namespace watchroom::roster {

using namespace Qt::StringLiterals;

namespace {

/// What a line is until its date is known.
struct RawLine
{
    enum class Kind
    {
        Blank,
        Date,
        Carried, ///< no date of its own: a merged one
        Aside, ///< a remark, a sum
        Unknown,
    };

    qsizetype line = 0;
    Kind kind = Kind::Blank;
};

/// Dates one block: first what its lines are, then, with the blocks before it, which days.
class BlockDates
{
public:
    BlockDates(const SheetView &view, const SheetBlock &block, const HeadBook &heads)
        : m_view(view)
        , m_block(block)
        , m_heads(heads)
    {
        findTitle();
        findLines();
    }

    [[nodiscard]] const MonthText &title() const { return m_title; }
    [[nodiscard]] const QList<DateText> &marks() const { return m_marks; }
    /// `resolved` begins with this block's marks, which are taken from it.
    [[nodiscard]] QList<SheetLine> lines(ResolvedDates &resolved, SheetLedger &ledger) const;
    void doubtMonth(SheetLedger &ledger) const
    {
        ledger.doubtOnce(u"month_assumed"_s, m_titleCell, m_view.text(m_titleCell));
    }

private:
    void findTitle();
    void findLines();
    [[nodiscard]] RawLine::Kind kindOf(qsizetype line, RawLine::Kind before) const;
    template <class Is>
    [[nodiscard]] bool anyData(qsizetype line, Is &&is) const;
    [[nodiscard]] Cell firstOf(qsizetype line) const;
    void leave(qsizetype line, const QString &code, const Cell &where, SheetLedger &ledger) const;

    const SheetView &m_view;
    const SheetBlock &m_block;
    const HeadBook &m_heads;
    MonthText m_title;
    Cell m_titleCell;
    QList<RawLine> m_lines;
    QList<DateText> m_marks;
};

void BlockDates::findTitle()
{
    static const QRegularExpression ofRoster(
        u"班|表|排|roster|schedule|duty|rota"_s, QRegularExpression::CaseInsensitiveOption);
    int year = 0;
    bool sure = false;
    for (qsizetype column = m_block.first; column <= m_block.last; ++column) {
        for (qsizetype line = 0; line < m_view.lines() && !sure; ++line) {
            const QString text = m_view.at(line, column);
            if (text.isEmpty() || !m_block.isTitle(line, column))
                continue;
            const MonthText month = readMonth(text);
            year = year > 0 ? year : month.year;
            if (month.month == 0)
                continue;
            sure = text.contains(ofRoster);
            if (sure || m_title.month == 0) {
                m_title = month;
                m_titleCell = m_view.cell(line, column);
            }
        }
    }
    if (m_title.year == 0)
        m_title.year = year;
}

template <class Is>
bool BlockDates::anyData(qsizetype line, Is &&is) const
{
    for (qsizetype column = m_block.first; column <= m_block.last; ++column) {
        if (m_block.isData(column) && !m_view.isBlank(line, column) && is(m_view.at(line, column)))
            return true;
    }
    return false;
}

RawLine::Kind BlockDates::kindOf(qsizetype line, RawLine::Kind before) const
{
    using Kind = RawLine::Kind;
    const QString text = m_view.at(line, m_block.dates);
    const bool hasData = anyData(line, [](const QString &) { return true; });
    if (m_view.date(line, m_block.dates))
        return Kind::Date;
    if (text.isEmpty() && !hasData)
        return Kind::Blank;
    if (text.isEmpty())
        return before == Kind::Date || before == Kind::Carried ? Kind::Carried : Kind::Unknown;
    const HeadText head = m_heads.read(text);
    const bool isSum = head.shift && !head.shift->hours // so many early shifts
        && !anyData(line, [](const QString &cell) { return !isNumeric(cell); });
    const bool isAside = !hasData || head.kind == HeadText::Kind::Aside;
    return isSum || isAside ? Kind::Aside : Kind::Unknown;
}

void BlockDates::findLines()
{
    RawLine::Kind before = RawLine::Kind::Blank;
    for (qsizetype line = m_block.top; line < m_view.lines(); ++line) {
        before = kindOf(line, before);
        m_lines.append({line, before});
        if (before == RawLine::Kind::Date)
            m_marks.append(*m_view.date(line, m_block.dates));
    }
}

Cell BlockDates::firstOf(qsizetype line) const
{
    qsizetype column = m_block.dates;
    while (m_view.isBlank(line, column) && column < m_block.last)
        ++column;
    return m_view.cell(line, column);
}

/// A line without a date: lost, or without a code no more than a remark.
void BlockDates::leave(
    qsizetype line, const QString &code, const Cell &where, SheetLedger &ledger) const
{
    for (qsizetype column = m_block.first; column <= m_block.last; ++column) {
        const Cell cell = m_view.cell(line, column);
        if (m_view.isBlank(line, column) || !(m_block.isData(column) || column == m_block.dates))
            continue;
        if (code.isEmpty())
            ledger.mark(cell, CellUse::Note);
        else
            ledger.lose(code, where, cell, m_view.text(where));
    }
}

QList<SheetLine> BlockDates::lines(ResolvedDates &resolved, SheetLedger &ledger) const
{
    QList<SheetLine> result;
    SheetLine last;
    QString code;
    Cell where;
    qsizetype mark = 0;
    for (const RawLine &raw : m_lines) {
        if (raw.kind == RawLine::Kind::Date) {
            const DateText &text = m_marks.at(mark++);
            where = m_view.cell(raw.line, m_block.dates);
            last = {.line = raw.line, .date = resolved.dates.takeFirst(), .own = true};
            const bool isUnknown = text.month == 0 && resolved.monthMissing;
            code = isUnknown ? u"month_unknown"_s : u"date_invalid"_s;
            ledger.mark(where, CellUse::Label);
        } else if (raw.kind == RawLine::Kind::Carried) {
            last = {.line = raw.line, .date = last.date};
        } else {
            const bool isLost = raw.kind == RawLine::Kind::Unknown;
            leave(raw.line, isLost ? u"date_unknown"_s : QString(), firstOf(raw.line), ledger);
            continue;
        }
        if (last.date)
            result.append(last);
        else
            leave(raw.line, code, where, ledger);
    }
    return result;
}

bool beginsTheSame(const QList<DateText> &a, const QList<DateText> &b)
{
    return !a.isEmpty() && !b.isEmpty() && a.front().month == b.front().month
        && a.front().day == b.front().day;
}

} // namespace

QList<QList<SheetLine>> datedLines(const SheetView &view, const QList<SheetBlock> &blocks,
    const SheetTables &tables, const HeadBook &heads, SheetLedger &ledger)
{
    std::vector<BlockDates> all;
    for (const SheetBlock &block : blocks)
        all.emplace_back(view, block, heads);
    QList<QList<SheetLine>> result;
    DateContext context{.title = tables.month, .today = tables.today};
    for (std::size_t first = 0, next = 0; first < all.size(); first = next) {
        QList<DateText> marks;
        // What has no title of its own goes on, unless it is the same days of another group.
        do {
            marks += all.at(next++).marks();
        } while (next < all.size() && all.at(next).title().month == 0
            && !beginsTheSame(all.at(next).marks(), all.at(next - 1).marks()));
        if (const MonthText &title = all.at(first).title(); title.month > 0 || title.year > 0)
            context.title = {title.year > 0 ? title.year : context.title.year, title.month};
        ResolvedDates resolved = resolveDates(marks, context);
        if (resolved.turns && all.at(first).title().month > 0)
            all.at(first).doubtMonth(ledger);
        for (std::size_t block = first; block < next; ++block)
            result.append(all.at(block).lines(resolved, ledger));
    }
    return result;
}

void checkWeekdays(const SheetView &view, const SheetBlock &block, const QList<SheetLine> &lines,
    SheetLedger &ledger)
{
    QList<qsizetype> columns = block.weekdays;
    columns.append(block.dates);
    for (const SheetLine &line : lines) {
        for (const qsizetype column : std::as_const(columns)) {
            const DateText *date = line.own ? view.date(line.line, column) : nullptr;
            const Cell cell = view.cell(line.line, column);
            const int weekday = date ? date->weekday : readWeekday(view.text(cell));
            if (weekday > 0 && weekday != line.date->dayOfWeek())
                ledger.doubt(
                    u"weekday_differs"_s, cell, view.text(cell), line.date->toString(Qt::ISODate));
        }
    }
}

} // namespace watchroom::roster
