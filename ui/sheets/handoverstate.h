// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sheets/handovernames.h"
#include "ui/sheets/sheettext.h"

#include <QCoreApplication>

namespace watchroom::sheets {

/// How things stand at the handover: who takes which position, the systems, and what changed since
/// the last one. Keeps references.
class HandoverState
{
    Q_DECLARE_TR_FUNCTIONS(HandoverState)

public:
    HandoverState(const handover::HandoverSheet &sheet, const HandoverNames &names)
        : m_sheet(sheet)
        , m_names(names)
    {
    }

    void writeParties(SheetText &text) const;
    void writeSystems(SheetText &text) const;
    void writeChanges(SheetText &text) const;
    void writeWaivers(SheetText &text) const;

private:
    /// One line of what several things say, or "none".
    [[nodiscard]] static QList<Piece> joined(const QList<Piece> &pieces);
    [[nodiscard]] QList<Piece> side(const handover::SheetSide &side) const;
    [[nodiscard]] QList<Piece> checkedIn() const;
    [[nodiscard]] QList<Piece> positions() const;
    [[nodiscard]] Cell status(const handover::SheetSystem &system) const;
    [[nodiscard]] QString subjectOf(const handover::SheetWaiver &waiver) const;
    [[nodiscard]] QList<Piece> sources() const;
    [[nodiscard]] QList<Piece> silences() const;
    [[nodiscard]] QList<Piece> runs() const;

    const handover::HandoverSheet &m_sheet;
    const HandoverNames &m_names;
};

} // namespace watchroom::sheets
