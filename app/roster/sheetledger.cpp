// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roster/sheetledger.h"

namespace watchroom::roster {

namespace {

constexpr qsizetype kLongestText = 200;

} // namespace

SheetLedger::SheetLedger(RosterSheet &into)
    : m_sheet(into)
{
    for (const QStringList &row : std::as_const(into.cells.rows))
        into.uses.append(QList<CellUse>(row.size(), CellUse::Blank));
}

bool SheetLedger::isRead(const Cell &cell) const
{
    return m_sheet.use(cell) != CellUse::Blank;
}

void SheetLedger::mark(const Cell &cell, CellUse use)
{
    if (m_sheet.cells.at(cell.row, cell.column).isEmpty())
        return;
    CellUse &known = m_sheet.uses[cell.row][cell.column];
    known = std::max(known, use);
}

qsizetype SheetLedger::problem(const QString &code, const QString &text)
{
    const QString shown = text.left(kLongestText);
    const QString key = code + u'\n' + shown;
    const auto known = m_problems.constFind(key);
    if (known != m_problems.constEnd())
        return *known;
    m_sheet.problems.append({.code = code, .text = shown});
    return *m_problems.insert(key, m_sheet.problems.size() - 1);
}

void SheetLedger::add(const Cell &cell, qsizetype problem)
{
    if (m_named.contains({problem, cell}))
        return;
    m_named.insert({problem, cell});
    m_sheet.problems[problem].cells.append(cell);
}

void SheetLedger::lose(
    const QString &code, const Cell &where, const Cell &cell, const QString &text)
{
    const qsizetype lost = problem(code, text);
    m_sheet.problems[lost].lost = true;
    for (const Cell &one : {where, cell}) {
        add(one, lost);
        mark(one, CellUse::Lost);
    }
}

void SheetLedger::doubt(
    const QString &code, const Cell &cell, const QString &text, const QString &other)
{
    m_sheet.problems.append(
        {.code = code, .text = text.left(kLongestText), .cells = {cell}, .other = other});
}

void SheetLedger::doubtOnce(const QString &code, const Cell &cell, const QString &text)
{
    add(cell, problem(code, text));
}

void SheetLedger::loseUnread(const QString &code)
{
    for (qsizetype row = 0; row < m_sheet.uses.size(); ++row) {
        for (qsizetype column = 0; column < m_sheet.uses.at(row).size(); ++column) {
            const Cell cell{row, column};
            if (!isRead(cell) && !m_sheet.cells.at(row, column).isEmpty())
                lose(code, cell, cell, {});
        }
    }
}

} // namespace watchroom::roster
