// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sheets/sheetnames.h"

#include "app/words/times.h"

namespace watchroom::sheets {

using namespace Qt::StringLiterals;
using domain::Row;

QString SheetNames::person(const QString &login) const
{
    return m_file.people.value(login, login);
}

QString SheetNames::place(const QString &key) const
{
    const Row target = m_file.places.value(key);
    const QString name = domain::text(target, m_english ? "name_en"_L1 : "name"_L1);
    const QString other = domain::text(target, "name"_L1);
    return !name.isEmpty() ? name : other.isEmpty() ? key : other;
}

QString SheetNames::when(const Row &row, QLatin1StringView column) const
{
    const auto at = domain::instant(row, column);
    return at ? words::dateTimeSeconds(*at, m_zone) : QString();
}

QString SheetNames::dateAndTime(const Row &row, QLatin1StringView column) const
{
    const auto at = domain::instant(row, column);
    return at ? words::date(*at, m_zone) + u' ' + words::timeOfDay(*at, m_zone) : QString();
}

words::Names SheetNames::names() const
{
    return {.person = [this](const QString &login) { return person(login); },
        .target = [this](const QString &key) { return place(key); }};
}

} // namespace watchroom::sheets
