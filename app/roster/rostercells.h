// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace watchroom::roster {

/// A place in a spreadsheet, counted from 0.
struct Cell
{
    qsizetype row = 0;
    qsizetype column = 0;

    [[nodiscard]] QString name() const; ///< as a spreadsheet says it: C7
    friend bool operator==(const Cell &, const Cell &) = default;
};

[[nodiscard]] inline size_t qHash(const Cell &cell, size_t seed = 0)
{
    return qHashMulti(seed, cell.row, cell.column);
}

/// The texts of a spreadsheet; a row ends with its last cell that is not blank.
struct Grid
{
    QList<QStringList> rows;
    qsizetype columns = 0; ///< of the longest row

    [[nodiscard]] QString at(qsizetype row, qsizetype column) const
    {
        return row < rows.size() ? rows.at(row).value(column) : QString();
    }
};

/// The text as it is compared: full-width letters, digits, blanks and signs as the ordinary ones,
/// every dash "-", blanks one by one, nothing invisible; line breaks within a cell stay.
[[nodiscard]] QString plain(const QString &text);

/// plain() without blanks and in lower case: equal means the same word.
[[nodiscard]] QString squeezed(const QString &text);

} // namespace watchroom::roster
