// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/roster/rostercells.h"
#include "app/roster/sheetdates.h"

namespace watchroom::roster {

/// The plain texts of a sheet and those among them that may be dates. A value.
class PlainSheet
{
public:
    explicit PlainSheet(const Grid &cells);

    [[nodiscard]] const Grid &cells() const { return m_cells; }
    [[nodiscard]] const DateText *date(const Cell &cell) const;

private:
    Grid m_cells;
    QHash<Cell, DateText> m_dates;
};

/// A sheet seen so that its dates go down the side: either as it lies or turned round. Lines are
/// what goes down, columns what goes across. The sheet outlives it.
class SheetView
{
public:
    SheetView(const PlainSheet &sheet, bool turned);

    [[nodiscard]] bool isTurned() const { return m_turned; }
    [[nodiscard]] qsizetype lines() const { return m_lines; }
    [[nodiscard]] qsizetype columns() const { return m_columns; }
    [[nodiscard]] Cell cell(qsizetype line, qsizetype column) const;
    [[nodiscard]] QString at(qsizetype line, qsizetype column) const;
    [[nodiscard]] QString text(const Cell &cell) const;
    [[nodiscard]] const DateText *date(qsizetype line, qsizetype column) const;
    [[nodiscard]] bool isBlank(qsizetype line, qsizetype column) const;

private:
    const PlainSheet &m_sheet;
    bool m_turned;
    qsizetype m_lines;
    qsizetype m_columns;
};

/// Where the dates of a sheet are.
struct DateAxis
{
    bool turned = false;
    QList<qsizetype> columns; ///< of the view that is turned so; empty: there are none
};

[[nodiscard]] DateAxis findDates(const PlainSheet &sheet);

} // namespace watchroom::roster
