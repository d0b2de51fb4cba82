// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sheets/pageslices.h"

#include <QList>
#include <QString>
#include <QTextCharFormat>
#include <QTextCursor>

class QTextTable;

namespace watchroom::sheets {

/// One piece of text of a cell.
struct Piece
{
    enum class Look
    {
        Plain,
        Strong,
        Quiet,
        Struck, ///< corrected
        Note, ///< small and quiet
        Mark, ///< white on black, so that it is seen first
        Code, ///< drawn as a QR code
    };
    QString text;
    Look look = Look::Plain;
};

/// Lines of a cell, each of pieces.
using Cell = QList<QList<Piece>>;

/// How tightly a sheet is set.
struct Measures
{
    double title = 16; ///< points
    double heading = 11;
    double body = 9;
    double small = 8; ///< of notes and of tables' heads
    double padding = 0.9; ///< mm, of cells
    double aroundLine = 1; ///< mm
    double beforeHeading = 5; ///< mm
    double afterHeading = 1; ///< mm
    double afterTable = 3; ///< mm
    bool ruledHeadings = false;
};

/// Writes headings, lines and tables one under another into a document of sheetpages.h, in paper's
/// few sizes. The document is laid out when this ends, once. Any thread.
class SheetText
{
    Q_DISABLE_COPY_MOVE(SheetText)

public:
    explicit SheetText(QTextDocument &document, const Measures &measures = {});
    ~SheetText() { m_cursor.endEditBlock(); }

    void title(const QString &text, const QString &mark = {});
    void heading(const QString &text, Keep keep = Keep::WithNext);
    void line(const QList<Piece> &pieces);
    /// The head is repeated on every page. `widths`: shares of the page.
    void table(
        const QStringList &head, const QList<double> &widths, const QList<QList<Cell>> &rows);
    /// A table without a head.
    void grid(const QList<double> &widths, const QList<QList<Cell>> &rows);
    /// Names and what they stand for, two pairs a row.
    void facts(const QList<std::pair<QString, QString>> &facts);
    /// What is written until endAside() leaves the rest of the width to `aside`, which begins so
    /// many millimetres lower.
    void beginAside(double width, const Cell &aside, double lower);
    void endAside();

private:
    [[nodiscard]] QTextCharFormat formatOf(Piece::Look look, double points) const;
    void block(double before, double after);
    QTextTable *insertTable(int rows, const QList<double> &widths);
    void fill(QTextTable &table, int from, const QList<QList<Cell>> &rows);
    void endTable(const QTextTable &table);
    void write(QTextCursor cursor, const Cell &cell, double points);

    Measures m_measures;
    QTextCursor m_cursor;
    QTextTable *m_aside = nullptr;
    bool m_begun = false; ///< the line the cursor is in has been written
};

} // namespace watchroom::sheets
