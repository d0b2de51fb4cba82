// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/roster/rostersheet.h"

#include <QSet>

namespace watchroom::roster {

/// Keeps what became of each cell of a sheet, so that nothing is passed over without a word.
class SheetLedger
{
public:
    /// `into` outlives it and has its cells.
    explicit SheetLedger(RosterSheet &into);

    /// What was lost stays lost.
    void mark(const Cell &cell, CellUse use);
    [[nodiscard]] bool isRead(const Cell &cell) const;
    /// `cell` is not taken because of what stands at `where`. One problem for each text.
    void lose(const QString &code, const Cell &where, const Cell &cell, const QString &text);
    void doubt(const QString &code, const Cell &cell, const QString &text, const QString &other);
    /// The same, once for each text.
    void doubtOnce(const QString &code, const Cell &cell, const QString &text);
    /// What nobody read is lost.
    void loseUnread(const QString &code);

private:
    qsizetype problem(const QString &code, const QString &text);
    void add(const Cell &cell, qsizetype problem);

    RosterSheet &m_sheet;
    QHash<QString, qsizetype> m_problems; ///< by code and text
    QSet<std::pair<qsizetype, Cell>> m_named; ///< problem and one of its cells
};

} // namespace watchroom::roster
