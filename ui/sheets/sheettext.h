// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QTextCharFormat>
#include <QTextCursor>

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
    };
    QString text;
    Look look = Look::Plain;
};

/// Lines of a cell, each of pieces.
using Cell = QList<QList<Piece>>;

/// Writes headings, lines and tables one under another into a document of sheetpages.h, in paper's
/// few sizes. Any thread.
class SheetText
{
public:
    explicit SheetText(QTextDocument &document);

    void title(const QString &text);
    void heading(const QString &text);
    void line(const QList<Piece> &pieces);
    /// The head is repeated on every page. `widths`: shares of the page.
    void table(
        const QStringList &head, const QList<double> &widths, const QList<QList<Cell>> &rows);
    /// Names and what they stand for, two pairs a row.
    void facts(const QList<std::pair<QString, QString>> &facts);

private:
    [[nodiscard]] QTextCharFormat formatOf(Piece::Look look, double points) const;
    void block(double before, double after);
    void endTable();
    void write(QTextCursor cursor, const Cell &cell, double points);

    QTextCursor m_cursor;
    bool m_begun = false; ///< the line the cursor is in has been written
};

} // namespace watchroom::sheets
