// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roster/rostersheet.h"

#include "app/roster/sheetduties.h"

#include <algorithm>
#include <tuple>
#include <vector>

namespace watchroom::roster {

using namespace Qt::StringLiterals;

namespace {

/// How much of a sheet speaks for codes and how much for names.
struct Tally
{
    qsizetype cells = 0;
    qsizetype codes = 0;
    qsizetype names = 0;
    bool peopleAtHead = false;
    bool dutiesAtHead = false;

    [[nodiscard]] RosterSheet::Content content() const
    {
        using Content = RosterSheet::Content;
        if (names > codes)
            return Content::Names;
        if (codes > 0 && (codes * 2 >= cells || peopleAtHead))
            return Content::Codes;
        if (dutiesAtHead)
            return Content::Names;
        return codes > 0 || peopleAtHead ? Content::Codes : Content::Unknown;
    }
};

void tally(const DutyBlock &block, qsizetype column, const SheetBooks &books, Tally &into)
{
    using Kind = HeadText::Kind;
    const QList<Label> labels = block.labels.value(column);
    for (const Label &label : labels) {
        const Kind kind = books.heads.read(label.text).kind;
        const bool isPerson = !books.team.match(label.text).isEmpty();
        into.peopleAtHead = into.peopleAtHead || isPerson;
        into.dutiesAtHead = into.dutiesAtHead || kind == Kind::Duty || kind == Kind::People;
        if (!isPerson
            && (kind == Kind::Aside || kind == Kind::ShiftWords || kind == Kind::PositionWords))
            return;
    }
    const auto body = bodyOf(block, column);
    for (const auto &[line, cell] : body) {
        const QString text = block.view.text(cell);
        const bool isSign = std::ranges::none_of(text, [](QChar c) { return c.isLetter(); });
        const auto shifts = books.codes.shifts(text);
        const auto pieces = books.team.split(text);
        ++into.cells;
        into.codes += shifts && !(shifts->isEmpty() && isSign) ? 1 : 0;
        into.names += std::ranges::any_of(
                          pieces, [](const NamePiece &piece) { return !piece.logins.isEmpty(); })
            ? 1
            : 0;
    }
}

/// Titles, corners, weekdays and months; the columns of data are read apart.
void markHelpers(const SheetView &view, const SheetBlock &block, SheetLedger &ledger)
{
    for (qsizetype column = block.first; column <= block.last; ++column) {
        for (qsizetype line = 0; line < view.lines(); ++line) {
            const Cell cell = view.cell(line, column);
            const bool isCorner = column == block.dates && block.heads.contains(line);
            const bool isHelper = column != block.dates && block.isHelper(column);
            const bool isAbout = line < block.top || readWeekday(view.text(cell)) > 0;
            if (isHelper)
                ledger.mark(cell, isAbout ? CellUse::Label : CellUse::Note);
            else if (block.isTitle(line, column))
                ledger.mark(cell, isCorner ? CellUse::Label : CellUse::Note);
        }
    }
}

/// Nobody is on two shifts at once.
void checkOverlaps(const RosterSheet &sheet, SheetLedger &ledger)
{
    QList<const SheetShift *> shifts;
    for (const SheetShift &shift : sheet.shifts)
        shifts.append(&shift);
    std::ranges::stable_sort(shifts, [](const SheetShift *a, const SheetShift *b) {
        return std::tie(a->person, a->begins) < std::tie(b->person, b->begins);
    });
    const SheetShift *longest = nullptr;
    for (const SheetShift *shift : std::as_const(shifts)) {
        const bool isSamePerson = longest && longest->person == shift->person;
        if (isSamePerson && shift->begins < longest->ends)
            ledger.doubt(u"shifts_overlap"_s, shift->cell,
                sheet.cells.at(shift->cell.row, shift->cell.column), longest->cell.name());
        if (!isSamePerson || longest->ends < shift->ends)
            longest = shift;
    }
}

bool comesBefore(const Cell &a, const Cell &b)
{
    return std::tie(a.row, a.column) < std::tie(b.row, b.column);
}

void readDuties(const SheetView &view, const QList<SheetBlock> &blocks, const SheetTables &tables,
    const SheetBooks &books, SheetLedger &ledger, RosterSheet &into)
{
    const auto lines = datedLines(view, blocks, tables, books.heads, ledger);
    std::vector<DutyBlock> duties;
    Tally total;
    for (qsizetype i = 0; i < blocks.size(); ++i) {
        const SheetBlock &block = blocks.at(i);
        checkWeekdays(view, block, lines.at(i), ledger);
        markHelpers(view, block, ledger);
        duties.push_back({view, block, lines.at(i), labelsOf(view, block, books)});
        for (qsizetype column = block.first; column <= block.last; ++column) {
            if (block.isData(column))
                tally(duties.back(), column, books, total);
        }
    }
    into.content = total.content();
    Duties found{.books = books, .ledger = ledger};
    for (const DutyBlock &block : duties) {
        if (into.content == RosterSheet::Content::Codes)
            readCodes(block, found);
        else if (into.content == RosterSheet::Content::Names)
            readNames(block, found);
    }
    std::ranges::stable_sort(found.shifts, comesBefore, [](const auto &s) { return s.shift.cell; });
    settleHours(found, tables.codes, ledger, into);
}

} // namespace

RosterSheet readRosterSheet(const RosterFile &file, const SheetTables &tables)
{
    const CodeBook codes(tables.codes);
    const HeadBook heads(tables.positions, codes);
    const TeamNames team(tables.team);
    const SheetBooks books{codes, heads, team};
    RosterSheet sheet{.encoding = file.encoding, .cells = file.cells};
    SheetLedger ledger(sheet);
    const PlainSheet texts(file.cells);
    const DateAxis axis = findDates(texts);
    const SheetView view(texts, axis.turned);
    const QList<SheetBlock> blocks = findBlocks(view, axis, books);
    readDuties(view, blocks, tables, books, ledger, sheet);
    checkOverlaps(sheet, ledger);
    const bool isKnown = sheet.content != RosterSheet::Content::Unknown;
    ledger.loseUnread(isKnown ? u"not_read"_s : u"layout_unknown"_s);
    std::ranges::stable_sort(
        sheet.problems, comesBefore, [](const SheetProblem &p) { return p.cells.first(); });
    return sheet;
}

} // namespace watchroom::roster
