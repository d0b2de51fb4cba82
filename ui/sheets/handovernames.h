// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/handover/sheetend.h"

#include <QTimeZone>

namespace watchroom::sheets {

/// How the people and instants of a handover are said on paper: times are those of its zone, or
/// the system's. Keeps references to both.
class HandoverNames
{
public:
    HandoverNames(const handover::HandoverSheet &sheet, const handover::SheetEnd &end)
        : m_sheet(sheet)
        , m_end(end)
        , m_zone(sheet.zone)
    {
        if (!m_zone.isValid())
            m_zone = QTimeZone::systemTimeZone();
    }

    [[nodiscard]] const QTimeZone &zone() const { return m_zone; }
    [[nodiscard]] QString person(const QString &login) const;
    [[nodiscard]] QString people(const QStringList &logins) const;
    /// "Chen Siyuan (chen)": of those who sign.
    [[nodiscard]] QString personAndLogin(const QString &login) const;
    /// As the team calls it.
    [[nodiscard]] QString position(const QString &code) const;
    /// The hour and minute; with the date where it is another day than that of the freeze. "–" for
    /// none.
    [[nodiscard]] QString when(const std::optional<base::Instant> &at) const;
    /// With the date and the seconds.
    [[nodiscard]] QString whole(base::Instant at) const;
    /// "08:00–20:00", "20:00–next day 08:00".
    [[nodiscard]] QString hours(const handover::SheetSide &side) const;

private:
    [[nodiscard]] QDate day(base::Instant at) const;

    const handover::HandoverSheet &m_sheet;
    const handover::SheetEnd &m_end;
    QTimeZone m_zone;
};

} // namespace watchroom::sheets
