// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sheets/handovernames.h"

#include "app/words/terms.h"
#include "app/words/times.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace watchroom::sheets {

using namespace Qt::StringLiterals;

QString HandoverNames::person(const QString &login) const
{
    return m_sheet.names.value(login, m_end.names.value(login, login));
}

QString HandoverNames::people(const QStringList &logins) const
{
    QStringList names;
    for (const QString &login : logins)
        names.append(person(login));
    return words::list(names);
}

QString HandoverNames::personAndLogin(const QString &login) const
{
    //: A person who signs: %1 name, %2 login.
    return QCoreApplication::translate("sheet", "%1 (%2)").arg(person(login), login);
}

QString HandoverNames::position(const QString &code) const
{
    const auto found =
        std::ranges::find(m_sheet.positions, code, &handover::SheetPosition::position);
    return found == m_sheet.positions.end() || found->name.isEmpty() ? words::position(code)
                                                                     : found->name;
}

QString HandoverNames::when(const std::optional<base::Instant> &at) const
{
    if (!at)
        return u"–"_s;
    return day(*at) == day(m_sheet.frozenAt) ? words::hourMinute(*at, m_zone)
                                             : words::dateTime(*at, m_zone);
}

QString HandoverNames::whole(base::Instant at) const
{
    return words::date(at, m_zone) + u' ' + words::timeOfDay(at, m_zone);
}

QString HandoverNames::hours(const handover::SheetSide &side) const
{
    // Nobody's roster says when it begins and ends: the moment the watch is passed.
    if (side.from == side.until)
        return words::hourMinute(side.from, m_zone);
    const qint64 days = day(side.from).daysTo(day(side.until));
    QString until =
        days == 0 ? words::hourMinute(side.until, m_zone) : words::dateTime(side.until, m_zone);
    if (days == 1)
        until = QCoreApplication::translate("sheet", "next day %1")
                    .arg(words::hourMinute(side.until, m_zone));
    return words::hourMinute(side.from, m_zone) + u'–' + until;
}

QDate HandoverNames::day(base::Instant at) const
{
    const auto seconds = std::chrono::floor<base::Seconds>(at.time_since_epoch());
    return QDateTime::fromSecsSinceEpoch(seconds.count(), m_zone).date();
}

} // namespace watchroom::sheets
