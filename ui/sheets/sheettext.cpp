// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sheets/sheettext.h"

#include "ui/sheets/sheetpages.h"

#include <QTextDocument>
#include <QTextTable>

namespace watchroom::sheets {

using namespace Qt::StringLiterals;

namespace {

constexpr double kTitle = 16; // points
constexpr double kHeading = 11;
constexpr double kBody = 9;
constexpr double kHead = 8;

QTextTableFormat tableFormat(const QList<double> &widths)
{
    QTextTableFormat format;
    QList<QTextLength> lengths;
    for (const double share : widths)
        lengths.append(QTextLength(QTextLength::PercentageLength, share * 100));
    format.setColumnWidthConstraints(lengths);
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    format.setBorder(0);
    format.setCellSpacing(0);
    format.setCellPadding(millimetres(0.9));
    format.setTopMargin(0);
    format.setBottomMargin(0);
    return format;
}

/// A thin rule below, as tables on screen have it.
QTextTableCellFormat cellFormat(bool head)
{
    QTextTableCellFormat format;
    format.setBottomBorder(millimetres(head ? 0.25 : 0.1));
    format.setBottomBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setBottomBorderBrush(QColor(head ? 0x3f4952 : 0xbec5cb));
    return format;
}

} // namespace

SheetText::SheetText(QTextDocument &document)
    : m_cursor(&document)
{
}

QTextCharFormat SheetText::formatOf(Piece::Look look, double points) const
{
    QTextCharFormat format;
    format.setFont(paperFont(points, look == Piece::Look::Strong));
    format.setForeground(Qt::black);
    if (look == Piece::Look::Quiet)
        format.setForeground(QColor(0x3f4952));
    if (look == Piece::Look::Struck) {
        format.setFontStrikeOut(true);
        format.setForeground(QColor(0x525c65));
    }
    return format;
}

void SheetText::block(double before, double after)
{
    QTextBlockFormat format;
    format.setTopMargin(millimetres(before));
    format.setBottomMargin(millimetres(after));
    if (std::exchange(m_begun, true))
        m_cursor.insertBlock(format);
    else
        m_cursor.setBlockFormat(format);
}

void SheetText::title(const QString &text)
{
    block(1, 1);
    m_cursor.insertText(text, formatOf(Piece::Look::Strong, kTitle));
}

void SheetText::heading(const QString &text)
{
    block(5, 1);
    m_cursor.insertText(text, formatOf(Piece::Look::Strong, kHeading));
}

void SheetText::line(const QList<Piece> &pieces)
{
    block(1, 1);
    for (const Piece &piece : pieces)
        m_cursor.insertText(piece.text, formatOf(piece.look, kBody));
}

void SheetText::write(QTextCursor cursor, const Cell &cell, double points)
{
    bool first = true;
    for (const QList<Piece> &line : cell) {
        if (!std::exchange(first, false))
            cursor.insertBlock();
        for (const Piece &piece : line)
            cursor.insertText(piece.text, formatOf(piece.look, points));
    }
}

void SheetText::table(
    const QStringList &head, const QList<double> &widths, const QList<QList<Cell>> &rows)
{
    QTextTableFormat format = tableFormat(widths);
    format.setHeaderRowCount(1);
    QTextTable *table = m_cursor.insertTable(int(rows.size()) + 1, int(head.size()), format);
    for (int column = 0; column < head.size(); ++column) {
        QTextTableCell cell = table->cellAt(0, column);
        cell.setFormat(cellFormat(true));
        write(cell.firstCursorPosition(), {{{head[column], Piece::Look::Quiet}}}, kHead);
    }
    for (int row = 0; row < rows.size(); ++row) {
        for (int column = 0; column < head.size(); ++column) {
            QTextTableCell cell = table->cellAt(row + 1, column);
            cell.setFormat(cellFormat(false));
            write(cell.firstCursorPosition(), rows[row].value(column), kBody);
        }
    }
    endTable();
}

void SheetText::facts(const QList<std::pair<QString, QString>> &facts)
{
    constexpr int kColumns = 4;
    const int rows = int(facts.size() + 1) / 2;
    QTextTable *table = m_cursor.insertTable(rows, kColumns, tableFormat({0.15, 0.35, 0.15, 0.35}));
    for (int at = 0; at < facts.size(); ++at) {
        const int row = at / 2;
        const int column = at % 2 * 2;
        for (int i = 0; i < 2; ++i)
            table->cellAt(row, column + i).setFormat(cellFormat(false));
        write(table->cellAt(row, column).firstCursorPosition(),
            {{{facts[at].first, Piece::Look::Quiet}}}, kBody);
        write(table->cellAt(row, column + 1).firstCursorPosition(), {{{facts[at].second}}}, kBody);
    }
    endTable();
}

void SheetText::endTable()
{
    m_cursor.movePosition(QTextCursor::End);
    m_begun = false; // the empty line that Qt keeps behind a table takes what comes next
}

} // namespace watchroom::sheets
