// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roster/sheetduties.h"

#include <algorithm>

namespace watchroom::roster {

using namespace Qt::StringLiterals;

namespace {

using Body = QList<std::pair<SheetLine, Cell>>;
using Kind = HeadText::Kind;

/// What a column, or a line beside its date, says about the names in it.
struct Duty
{
    std::optional<ShiftText> shift = {};
    QString position = {};
    Cell where = {};
    QString text = {};
    bool isBroken = false; ///< what it says is not understood
};

/// First the columns that say what the lines are, then the names.
class NameColumns
{
public:
    NameColumns(const DutyBlock &block, Duties &duties)
        : m_block(block)
        , m_duties(duties)
        , m_title(block.block.position)
    {
    }

    /// Whether the column is about the lines: 班次, 岗位, or shifts without any head.
    [[nodiscard]] bool readLineLabels(qsizetype column);
    void readNamesOf(qsizetype column);

private:
    [[nodiscard]] bool has(const QList<Label> &labels, Kind kind) const;
    [[nodiscard]] bool areDuties(const Body &body) const;
    [[nodiscard]] Duty dutyOf(const QList<Label> &labels);
    void readLine(const SheetLine &line, const Cell &cell, Kind kind);
    void readEmpty(const QList<Label> &labels);
    void readCell(const SheetLine &line, const Cell &cell, const Duty &column);
    [[nodiscard]] std::optional<ShiftText> wholeDay(const Duty &column) const;

    const DutyBlock &m_block;
    Duties &m_duties;
    QString m_title; ///< position of a title that stands over what follows
    QHash<qsizetype, Duty> m_lines;
    bool m_hasShifts = false; ///< a column says which shift each line is
};

bool NameColumns::has(const QList<Label> &labels, Kind kind) const
{
    return std::ranges::any_of(labels, [&](const Label &label) {
        return !label.isAside && m_duties.books.heads.read(label.text).kind == kind;
    });
}

bool NameColumns::areDuties(const Body &body) const
{
    return !body.isEmpty() && std::ranges::all_of(body, [this](const auto &cell) {
        return m_duties.books.heads.read(m_block.view.text(cell.second)).kind == Kind::Duty;
    });
}

void NameColumns::readLine(const SheetLine &line, const Cell &cell, Kind kind)
{
    Duty &duty = m_lines[line.line];
    const QString text = m_block.view.text(cell);
    const HeadText head = m_duties.books.heads.read(text);
    m_duties.ledger.mark(cell, CellUse::Label);
    if (head.shift)
        duty.shift = head.shift;
    if (!head.position.isEmpty())
        duty.position = head.position;
    if (head.kind == Kind::Duty)
        return;
    if (kind == Kind::PositionWords)
        return m_duties.ledger.doubtOnce(u"position_unknown"_s, cell, text);
    duty.isBroken = true;
    duty.where = cell;
    duty.text = text;
}

bool NameColumns::readLineLabels(qsizetype column)
{
    const QList<Label> labels = m_block.labels.value(column);
    const Body body = bodyOf(m_block, column);
    const bool ofShifts = has(labels, Kind::ShiftWords);
    const bool ofPositions = has(labels, Kind::PositionWords);
    if (!ofShifts && !ofPositions && (has(labels, Kind::Duty) || !areDuties(body)))
        return false;
    m_hasShifts = m_hasShifts || ofShifts;
    for (const Label &label : labels)
        m_duties.ledger.mark(label.cell, CellUse::Label);
    Duty last;
    for (const SheetLine &line : m_block.lines) {
        const Cell cell = m_block.view.cell(line.line, column);
        if (!m_block.view.text(cell).isEmpty()) {
            readLine(line, cell, ofPositions ? Kind::PositionWords : Kind::ShiftWords);
        } else if (!line.own) {
            // A merged cell over the lines of one date.
            Duty &duty = m_lines[line.line];
            duty.shift = duty.shift ? duty.shift : last.shift;
            duty.position = duty.position.isEmpty() ? last.position : duty.position;
            if (last.isBroken && !duty.shift)
                duty = last;
        }
        last = m_lines.value(line.line);
    }
    return true;
}

Duty NameColumns::dutyOf(const QList<Label> &labels)
{
    Duty duty;
    bool isKnown = false;
    QList<Label> unknown;
    for (const Label &label : labels) {
        const HeadText head = m_duties.books.heads.read(label.text);
        if (label.isAside || (head.kind == Kind::Unknown && isNumeric(label.text)))
            continue;
        duty.where = label.cell;
        duty.text = label.text;
        isKnown = isKnown || head.kind != Kind::Unknown;
        if (head.shift)
            duty.shift = head.shift;
        if (!head.position.isEmpty())
            duty.position = head.position;
        if (head.kind == Kind::Unknown)
            unknown.append(label);
    }
    duty.isBroken = !isKnown;
    for (const Label &label : std::as_const(unknown)) {
        if (isKnown)
            m_duties.ledger.doubtOnce(u"position_unknown"_s, label.cell, label.text);
    }
    return duty;
}

void NameColumns::readEmpty(const QList<Label> &labels)
{
    for (const Label &label : labels) {
        const HeadText head = m_duties.books.heads.read(label.text);
        const bool isTitle = m_block.view.isTurned() && labels.size() == 1 && label.own;
        if (isTitle && !head.shift && !head.position.isEmpty())
            m_title = head.position;
        m_duties.ledger.mark(
            label.cell, head.kind == Kind::Unknown ? CellUse::Note : CellUse::Label);
    }
}

/// The shift of a position that no shift is named for.
std::optional<ShiftText> NameColumns::wholeDay(const Duty &column) const
{
    auto whole = m_duties.books.codes.shift(u"值班"_s);
    if (whole)
        m_duties.ledger.doubtOnce(u"hours_assumed"_s, column.where, column.text);
    return whole;
}

void NameColumns::readCell(const SheetLine &line, const Cell &cell, const Duty &column)
{
    const QString text = m_block.view.text(cell);
    const Duty ofLine = m_lines.value(line.line);
    SheetLedger &ledger = m_duties.ledger;
    if (m_duties.books.codes.isOff(text))
        return ledger.mark(cell, CellUse::Off);
    if (!column.shift && ofLine.isBroken)
        return ledger.lose(u"code_unknown"_s, ofLine.where, cell, ofLine.text);
    auto shift = column.shift ? column.shift : ofLine.shift;
    if (!shift && !m_hasShifts)
        shift = wholeDay(column);
    if (!shift)
        return ledger.lose(u"head_missing"_s, cell, cell, {});
    const QList<NamePiece> pieces = m_duties.books.team.split(text);
    if (pieces.isEmpty())
        return ledger.lose(u"name_unknown"_s, cell, cell, text);
    const QString position = !column.position.isEmpty() ? column.position
        : !ofLine.position.isEmpty()                    ? ofLine.position
                                                        : m_title;
    for (const NamePiece &piece : pieces) {
        if (piece.logins.isEmpty())
            ledger.lose(u"name_unknown"_s, cell, cell, piece.text);
        else if (piece.logins.size() > 1)
            ledger.lose(u"name_ambiguous"_s, cell, cell, piece.text);
        if (piece.logins.size() != 1)
            continue;
        ledger.mark(cell, CellUse::Shift);
        m_duties.shifts.append({{.date = *line.date,
                                    .slot = shift->slot,
                                    .position = position,
                                    .person = piece.logins.front(),
                                    .cell = cell},
            *shift});
    }
}

void NameColumns::readNamesOf(qsizetype column)
{
    const QList<Label> labels = m_block.labels.value(column);
    const Body body = bodyOf(m_block, column);
    if (body.isEmpty())
        return readEmpty(labels);
    const bool aside = has(labels, Kind::Aside);
    for (const Label &label : labels)
        m_duties.ledger.mark(label.cell, aside ? CellUse::Note : CellUse::Label);
    const Duty duty = aside ? Duty() : dutyOf(labels);
    for (const auto &[line, cell] : body) {
        if (aside)
            m_duties.ledger.mark(cell, CellUse::Note);
        else if (duty.isBroken && duty.text.isEmpty())
            m_duties.ledger.lose(u"head_missing"_s, body.front().second, cell, {});
        else if (duty.isBroken)
            m_duties.ledger.lose(u"head_unknown"_s, duty.where, cell, duty.text);
        else
            readCell(line, cell, duty);
    }
}

} // namespace

void readNames(const DutyBlock &block, Duties &duties)
{
    NameColumns columns(block, duties);
    QList<qsizetype> ofNames;
    for (qsizetype column = block.block.first; column <= block.block.last; ++column) {
        if (block.block.isData(column) && !columns.readLineLabels(column))
            ofNames.append(column);
    }
    for (const qsizetype column : std::as_const(ofNames))
        columns.readNamesOf(column);
}

} // namespace watchroom::roster
