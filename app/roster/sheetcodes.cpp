// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roster/sheetduties.h"

#include <algorithm>

namespace watchroom::roster {

using namespace Qt::StringLiterals;

namespace {

using Body = QList<std::pair<SheetLine, Cell>>;

/// One column after the other: whose it is, then what their cells say.
class CodeColumns
{
public:
    CodeColumns(const DutyBlock &block, Duties &duties)
        : m_block(block)
        , m_duties(duties)
        , m_position(block.block.position)
    {
    }

    void read(qsizetype column);

private:
    [[nodiscard]] bool isAside(const QList<Label> &labels, const Body &body) const;
    [[nodiscard]] const Label *nameIn(const QList<Label> &labels) const;
    [[nodiscard]] QString positionIn(const QList<Label> &labels, const Label *name);
    void readEmpty(const QList<Label> &labels);
    void readBody(const Body &body, const QString &person, const QString &position);
    void lose(const Body &body, const Label *name, const QStringList &logins);

    const DutyBlock &m_block;
    Duties &m_duties;
    QString m_position; ///< of a title that stands over what follows
};

/// A remark, a sum; "早班人数" and numbers.
bool CodeColumns::isAside(const QList<Label> &labels, const Body &body) const
{
    const bool numbers = std::ranges::all_of(
        body, [this](const auto &cell) { return isNumeric(m_block.view.text(cell.second)); });
    return std::ranges::any_of(labels, [&](const Label &label) {
        if (label.isAside || !m_duties.books.team.match(label.text).isEmpty())
            return false;
        const HeadText head = m_duties.books.heads.read(label.text);
        const bool isShift = head.shift || m_duties.books.codes.isOff(label.text);
        return head.kind == HeadText::Kind::Aside || (isShift && numbers);
    });
}

/// Whoever of the team is named, else the text that stands where names do.
const Label *CodeColumns::nameIn(const QList<Label> &labels) const
{
    const Label *name = nullptr;
    for (const Label &label : labels) {
        if (label.isAside || isNumeric(label.text))
            continue;
        if (!m_duties.books.team.match(label.text).isEmpty())
            return &label;
        const bool isPosition = !m_duties.books.heads.position(label.text).isEmpty();
        if (!isPosition && (!name || label.ofPeople || !name->ofPeople))
            name = &label;
    }
    return name;
}

QString CodeColumns::positionIn(const QList<Label> &labels, const Label *name)
{
    QString position;
    for (const Label &label : labels) {
        if (&label == name || label.isAside || isNumeric(label.text))
            continue;
        const QString code = m_duties.books.heads.position(label.text);
        if (code.isEmpty())
            m_duties.ledger.doubtOnce(u"position_unknown"_s, label.cell, label.text);
        position = code.isEmpty() ? position : code;
    }
    return position.isEmpty() ? m_position : position;
}

/// Somebody without a shift, the title of a group, a remark.
void CodeColumns::readEmpty(const QList<Label> &labels)
{
    for (const Label &label : labels) {
        if (!label.own)
            continue;
        const QString position = m_duties.books.heads.position(label.text);
        const bool isKnown =
            !position.isEmpty() || !m_duties.books.team.match(label.text).isEmpty();
        if (!position.isEmpty() && labels.size() == 1)
            m_position = position;
        m_duties.ledger.mark(label.cell, isKnown ? CellUse::Label : CellUse::Note);
    }
}

void CodeColumns::lose(const Body &body, const Label *name, const QStringList &logins)
{
    for (const auto &[line, cell] : body) {
        if (!name)
            m_duties.ledger.lose(u"name_missing"_s, body.front().second, cell, {});
        else if (logins.isEmpty())
            m_duties.ledger.lose(u"name_unknown"_s, name->cell, cell, name->text);
        else
            m_duties.ledger.lose(u"name_ambiguous"_s, name->cell, cell, name->text);
    }
}

void CodeColumns::readBody(const Body &body, const QString &person, const QString &position)
{
    for (const auto &[line, cell] : body) {
        const QString text = m_block.view.text(cell);
        const auto shifts = m_duties.books.codes.shifts(text);
        if (!shifts) {
            m_duties.ledger.lose(u"code_unknown"_s, cell, cell, text);
            continue;
        }
        m_duties.ledger.mark(cell, shifts->isEmpty() ? CellUse::Off : CellUse::Shift);
        for (const ShiftText &shift : *shifts)
            m_duties.shifts.append({{.date = *line.date,
                                        .slot = shift.slot,
                                        .position = position,
                                        .person = person,
                                        .cell = cell},
                shift});
    }
}

void CodeColumns::read(qsizetype column)
{
    const QList<Label> labels = m_block.labels.value(column);
    const Body body = bodyOf(m_block, column);
    if (body.isEmpty())
        return readEmpty(labels);
    const bool aside = isAside(labels, body);
    for (const Label &label : labels)
        m_duties.ledger.mark(label.cell, aside ? CellUse::Note : CellUse::Label);
    if (aside) {
        for (const auto &[line, cell] : body)
            m_duties.ledger.mark(cell, CellUse::Note);
        return;
    }
    const Label *name = nameIn(labels);
    const QStringList logins = name ? m_duties.books.team.match(name->text) : QStringList();
    if (logins.size() == 1)
        readBody(body, logins.front(), positionIn(labels, name));
    else
        lose(body, name, logins);
}

} // namespace

QList<std::pair<SheetLine, Cell>> bodyOf(const DutyBlock &block, qsizetype column)
{
    QList<std::pair<SheetLine, Cell>> body;
    for (const SheetLine &line : block.lines) {
        if (!block.view.isBlank(line.line, column))
            body.append({line, block.view.cell(line.line, column)});
    }
    return body;
}

void readCodes(const DutyBlock &block, Duties &duties)
{
    CodeColumns columns(block, duties);
    for (qsizetype column = block.block.first; column <= block.block.last; ++column) {
        if (block.block.isData(column))
            columns.read(column);
    }
}

} // namespace watchroom::roster
