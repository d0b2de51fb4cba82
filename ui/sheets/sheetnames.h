// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exports/incidentfile.h"
#include "app/words/phrases.h"

#include <QTimeZone>

namespace watchroom::sheets {

/// How the people, places and instants of a file are said on paper. Keeps references to the file.
class SheetNames
{
public:
    /// `english`: which name of a place. Times are those of the zone, or the system's.
    SheetNames(const exports::IncidentFile &file, bool english, const QByteArray &zone)
        : m_file(file)
        , m_english(english)
        , m_zone(zone)
    {
        if (!m_zone.isValid())
            m_zone = QTimeZone::systemTimeZone();
    }

    [[nodiscard]] const QTimeZone &zone() const { return m_zone; }
    [[nodiscard]] QString person(const QString &login) const;
    [[nodiscard]] QString place(const QString &key) const;
    /// Empty where the row has none.
    [[nodiscard]] QString when(const domain::Row &row, QLatin1StringView column) const;
    /// With year and weekday.
    [[nodiscard]] QString dateAndTime(const domain::Row &row, QLatin1StringView column) const;
    [[nodiscard]] words::Names names() const;

private:
    const exports::IncidentFile &m_file;
    bool m_english;
    QTimeZone m_zone;
};

} // namespace watchroom::sheets
