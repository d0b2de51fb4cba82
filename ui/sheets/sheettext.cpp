// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sheets/sheettext.h"

#include "ui/sheets/qrobject.h"
#include "ui/sheets/sheetpages.h"

#include <QAbstractTextDocumentLayout>
#include <QTextDocument>
#include <QTextTable>

namespace watchroom::sheets {

using namespace Qt::StringLiterals;

namespace {

constexpr QColor kQuiet(0x3f, 0x49, 0x52);
constexpr double kColumnGap = 1.5; // mm

/// A thin rule below, as tables on screen have it.
QTextTableCellFormat cellFormat(bool head)
{
    QTextTableCellFormat format;
    format.setBottomBorder(millimetres(head ? 0.25 : 0.1));
    format.setBottomBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setBottomBorderBrush(QColor(head ? 0x3f4952 : 0xbec5cb));
    format.setRightPadding(millimetres(kColumnGap));
    return format;
}

} // namespace

SheetText::SheetText(QTextDocument &document, const Measures &measures)
    : m_measures(measures)
    , m_cursor(&document)
{
    QrObject::registerFor(document);
    m_cursor.beginEditBlock();
}

QTextCharFormat SheetText::formatOf(Piece::Look look, double points) const
{
    using enum Piece::Look;
    QTextCharFormat format;
    format.setFont(paperFont(look == Note ? m_measures.small : points, look == Strong));
    format.setForeground(Qt::black);
    if (look == Quiet || look == Note)
        format.setForeground(kQuiet);
    if (look == Struck) {
        format.setFontStrikeOut(true);
        format.setForeground(QColor(0x525c65));
    }
    if (look == Mark) {
        format.setForeground(Qt::white);
        format.setBackground(QColor(0x22282d));
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

void SheetText::title(const QString &text, const QString &mark)
{
    block(1, 1);
    m_cursor.insertText(text, formatOf(Piece::Look::Strong, m_measures.title));
    if (mark.isEmpty())
        return;
    m_cursor.insertText(u"  "_s, formatOf(Piece::Look::Plain, m_measures.title));
    m_cursor.insertText(u' ' + mark + u' ', formatOf(Piece::Look::Mark, m_measures.heading));
}

void SheetText::heading(const QString &text, Keep keep)
{
    block(m_measures.beforeHeading, m_measures.afterHeading);
    QTextBlockFormat format;
    format.setProperty(kKeep, int(keep));
    if (m_measures.ruledHeadings)
        format.setProperty(QTextFormat::BlockTrailingHorizontalRulerWidth,
            QTextLength(QTextLength::PercentageLength, 100));
    m_cursor.mergeBlockFormat(format);
    m_cursor.insertText(text, formatOf(Piece::Look::Strong, m_measures.heading));
}

void SheetText::line(const QList<Piece> &pieces)
{
    block(m_measures.aroundLine, m_measures.aroundLine);
    for (const Piece &piece : pieces)
        m_cursor.insertText(piece.text, formatOf(piece.look, m_measures.body));
}

void SheetText::write(QTextCursor cursor, const Cell &cell, double points)
{
    bool first = true;
    for (const QList<Piece> &line : cell) {
        if (!std::exchange(first, false))
            cursor.insertBlock();
        for (const Piece &piece : line) {
            if (piece.look == Piece::Look::Code)
                QrObject::insert(cursor, piece.text);
            else
                cursor.insertText(piece.text, formatOf(piece.look, points));
        }
    }
}

QTextTable *SheetText::insertTable(int rows, const QList<double> &widths)
{
    QTextTableFormat format;
    QList<QTextLength> lengths;
    for (const double share : widths)
        lengths.append(QTextLength(QTextLength::PercentageLength, share * 100));
    format.setColumnWidthConstraints(lengths);
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    format.setBorder(0);
    format.setCellSpacing(0);
    format.setCellPadding(millimetres(m_measures.padding));
    format.setTopMargin(0);
    format.setBottomMargin(millimetres(m_measures.afterTable));
    return m_cursor.insertTable(rows, int(widths.size()), format);
}

void SheetText::fill(QTextTable &table, int from, const QList<QList<Cell>> &rows)
{
    for (int row = 0; row < rows.size(); ++row) {
        for (int column = 0; column < table.columns(); ++column) {
            QTextTableCell cell = table.cellAt(from + row, column);
            cell.setFormat(cellFormat(false));
            write(cell.firstCursorPosition(), rows[row].value(column), m_measures.body);
        }
    }
    endTable(table);
}

void SheetText::table(
    const QStringList &head, const QList<double> &widths, const QList<QList<Cell>> &rows)
{
    QTextTable *table = insertTable(int(rows.size()) + 1, widths);
    QTextTableFormat format = table->format();
    format.setHeaderRowCount(1);
    table->setFormat(format);
    for (int column = 0; column < head.size(); ++column) {
        QTextTableCell cell = table->cellAt(0, column);
        cell.setFormat(cellFormat(true));
        write(cell.firstCursorPosition(), {{{head[column], Piece::Look::Quiet}}}, m_measures.small);
    }
    fill(*table, 1, rows);
}

void SheetText::grid(const QList<double> &widths, const QList<QList<Cell>> &rows)
{
    fill(*insertTable(int(rows.size()), widths), 0, rows);
}

void SheetText::facts(const QList<std::pair<QString, QString>> &facts)
{
    QList<QList<Cell>> rows;
    for (qsizetype at = 0; at < facts.size(); ++at) {
        if (at % 2 == 0)
            rows.append(QList<Cell>());
        rows.last().append({{{facts[at].first, Piece::Look::Quiet}}});
        rows.last().append({{{facts[at].second}}});
    }
    grid({0.15, 0.35, 0.15, 0.35}, rows);
}

void SheetText::endTable(const QTextTable &table)
{
    m_cursor.setPosition(table.lastPosition() + 1);
    m_begun = false; // the empty line that Qt keeps behind a table takes what comes next
}

void SheetText::beginAside(double width, const Cell &aside, double lower)
{
    m_aside = insertTable(1, {width, 1 - width});
    QTextTableFormat format = m_aside->format();
    format.setCellPadding(0);
    m_aside->setFormat(format);
    QTextTableCell cell = m_aside->cellAt(0, 1);
    QTextTableCellFormat lowered;
    lowered.setTopPadding(millimetres(lower));
    cell.setFormat(lowered);
    QTextBlockFormat right;
    right.setAlignment(Qt::AlignRight);
    cell.firstCursorPosition().setBlockFormat(right);
    write(cell.firstCursorPosition(), aside, m_measures.body);
    m_cursor = m_aside->cellAt(0, 0).firstCursorPosition();
    m_begun = false;
}

void SheetText::endAside()
{
    endTable(*m_aside);
}

} // namespace watchroom::sheets
