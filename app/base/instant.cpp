// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/instant.h"

#include <QDateTime>
#include <QTimeZone>

namespace watchroom::base {

using namespace Qt::StringLiterals;
using namespace std::chrono;

QString toIso(Instant instant)
{
    const auto whole = floor<seconds>(instant);
    const auto micros = (instant - whole).count();
    const auto day = floor<days>(whole);
    const year_month_day date{day};
    const hh_mm_ss time{whole - day};
    return QString::asprintf("%04d-%02u-%02uT%02d:%02d:%02d.%06dZ", int(date.year()),
        unsigned(date.month()), unsigned(date.day()), int(time.hours().count()),
        int(time.minutes().count()), int(time.seconds().count()), int(micros));
}

std::optional<Instant> fromIso(QStringView text)
{
    // Qt keeps milliseconds only, so the fraction is read apart.
    if (text.contains(u','))
        return std::nullopt;
    const qsizetype dot = text.indexOf(u'.');
    microseconds fraction{0};
    QString whole = text.toString();
    if (dot >= 0) {
        qint64 scale = 100'000;
        qsizetype end = dot + 1;
        for (; end < text.size() && text[end].isDigit(); ++end) {
            fraction += microseconds{text[end].digitValue() * scale};
            scale /= 10;
        }
        // Qt would read a second fraction in what is left.
        if (end == dot + 1 || text.mid(end).contains(u'.'))
            return std::nullopt;
        whole = text.left(dot).toString() + text.mid(end).toString();
    }
    const bool zoned =
        whole.endsWith(u'Z') || whole.indexOf(u'+') > 0 || whole.lastIndexOf(u'-') > 9;
    if (!zoned || whole.size() < 17)
        return std::nullopt;
    const QDateTime read = QDateTime::fromString(whole, Qt::ISODate);
    if (!read.isValid())
        return std::nullopt;
    return Instant{seconds{read.toSecsSinceEpoch()}} + fraction;
}

} // namespace watchroom::base
