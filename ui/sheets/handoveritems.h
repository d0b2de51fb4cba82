// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sheets/handovernames.h"
#include "ui/sheets/sheettext.h"

#include <QCoreApplication>

namespace watchroom::sheets {

/// The work that is handed over: a table of incidents and tickets or of pending items, and what the
/// incoming lead said of the most urgent ones. Keeps references.
class HandoverItems
{
    Q_DECLARE_TR_FUNCTIONS(HandoverItems)

public:
    HandoverItems(const handover::HandoverSheet &sheet, const HandoverNames &names)
        : m_sheet(sheet)
        , m_names(names)
    {
    }

    /// `pending`: the pending items, else all others.
    [[nodiscard]] QList<QList<Cell>> rows(bool pending) const;
    void writeItems(SheetText &text, bool pending) const;
    void writeReadBack(SheetText &text) const;

private:
    [[nodiscard]] QList<Cell> row(const handover::SheetItem &item, qsizetype n) const;
    [[nodiscard]] Cell what(const handover::SheetItem &item) const;
    [[nodiscard]] Cell due(const handover::SheetItem &item) const;
    [[nodiscard]] Cell receiver(const handover::SheetItem &item) const;
    [[nodiscard]] Cell confirmed(const handover::SheetItem &item) const;
    /// What the sheet has where the answer has something else.
    [[nodiscard]] QString differences(
        const handover::SheetReadBack &said, const handover::SheetItem &item) const;
    [[nodiscard]] QList<Cell> answer(const handover::SheetReadBack &said, qsizetype n) const;

    const handover::HandoverSheet &m_sheet;
    const HandoverNames &m_names;
};

} // namespace watchroom::sheets
