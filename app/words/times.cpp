// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/times.h"

#include <QCoreApplication>
#include <QDateTime>

#include <array>

namespace watchroom::words {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMinute = 60;
constexpr qint64 kHour = 60 * kMinute;
constexpr qint64 kDay = 24 * kHour;

// By hand and not by QLocale: the names must follow Watchroom's language, not the system's.
constexpr std::array kWeekdays{
    QT_TRANSLATE_NOOP("date", "Mon"),
    QT_TRANSLATE_NOOP("date", "Tue"),
    QT_TRANSLATE_NOOP("date", "Wed"),
    QT_TRANSLATE_NOOP("date", "Thu"),
    QT_TRANSLATE_NOOP("date", "Fri"),
    QT_TRANSLATE_NOOP("date", "Sat"),
    QT_TRANSLATE_NOOP("date", "Sun"),
};
constexpr std::array kMonths{
    QT_TRANSLATE_NOOP("date", "Jan"),
    QT_TRANSLATE_NOOP("date", "Feb"),
    QT_TRANSLATE_NOOP("date", "Mar"),
    QT_TRANSLATE_NOOP("date", "Apr"),
    QT_TRANSLATE_NOOP("date", "May"),
    QT_TRANSLATE_NOOP("date", "Jun"),
    QT_TRANSLATE_NOOP("date", "Jul"),
    QT_TRANSLATE_NOOP("date", "Aug"),
    QT_TRANSLATE_NOOP("date", "Sep"),
    QT_TRANSLATE_NOOP("date", "Oct"),
    QT_TRANSLATE_NOOP("date", "Nov"),
    QT_TRANSLATE_NOOP("date", "Dec"),
};

QString two(qint64 number)
{
    return u"%1"_s.arg(number, 2, 10, QChar(u'0'));
}

QString days(qint64 count)
{
    return QCoreApplication::translate("duration", "%1 d").arg(count);
}

QString hours(qint64 count)
{
    return QCoreApplication::translate("duration", "%1 h").arg(count);
}

QString minutes(qint64 count)
{
    return QCoreApplication::translate("duration", "%1 min").arg(count);
}

QString seconds(qint64 count)
{
    return QCoreApplication::translate("duration", "%1 s").arg(count);
}

/// Two units next to each other; the smaller is left out when it is nothing.
QString pair(const QString &large, qint64 rest, QString (*small)(qint64))
{
    return rest == 0 ? large : large + u' ' + small(rest);
}

QDateTime local(base::Instant instant, const QTimeZone &zone)
{
    const auto millis = std::chrono::floor<std::chrono::milliseconds>(instant.time_since_epoch());
    return QDateTime::fromMSecsSinceEpoch(millis.count(), Qt::UTC).toTimeZone(zone);
}

/// %1 year, %2 month as two digits, %3 day as two digits, %4 day, %5 month's name, %6 weekday.
QString fillDate(const QString &pattern, const QDate &day)
{
    const auto month = static_cast<std::size_t>(day.month() - 1);
    const auto weekday = static_cast<std::size_t>(day.dayOfWeek() - 1);
    QString text = pattern;
    text.replace("%1"_L1, QString::number(day.year()));
    text.replace("%2"_L1, two(day.month()));
    text.replace("%3"_L1, two(day.day()));
    text.replace("%4"_L1, QString::number(day.day()));
    text.replace("%5"_L1, QCoreApplication::translate("date", kMonths.at(month)));
    text.replace("%6"_L1, QCoreApplication::translate("date", kWeekdays.at(weekday)));
    return text;
}

} // namespace

QString clock(base::Seconds length)
{
    const qint64 total = std::abs(length.count());
    if (total >= kDay)
        return days(total / kDay) + u' ' + hours(total % kDay / kHour);
    if (total >= 100 * kMinute)
        return u"%1:%2:%3"_s.arg(total / kHour)
            .arg(two(total % kHour / kMinute), two(total % kMinute));
    return two(total / kMinute) + u':' + two(total % kMinute);
}

QString limit(base::Seconds length)
{
    return length.count() % kDay == 0 && length.count() > 0 ? days(length.count() / kDay)
                                                            : clock(length);
}

QString duration(base::Seconds length)
{
    const qint64 total = std::abs(length.count());
    // A whole day is said as 24 hours, as the policy's table does; from two days on as days.
    if (total >= 2 * kDay)
        return pair(days(total / kDay), total % kDay / kHour, hours);
    if (total >= kHour && total != kHour)
        return pair(hours(total / kHour), total % kHour / kMinute, minutes);
    if (total >= kMinute)
        return pair(minutes(total / kMinute), total % kMinute, seconds);
    return seconds(total);
}

QString workingDays(int count)
{
    if (count == 1)
        return QCoreApplication::translate("duration", "next day");
    return QCoreApplication::translate("duration", "%n working day(s)", nullptr, count);
}

QString remaining(base::Seconds left)
{
    if (left.count() < 0)
        return QCoreApplication::translate("duration", "Over %1").arg(clock(left));
    return QCoreApplication::translate("duration", "%1 left").arg(clock(left));
}

QString age(base::Seconds length)
{
    return QCoreApplication::translate("duration", "%1 ago").arg(duration(length));
}

QString timeOfDay(base::Instant instant, const QTimeZone &zone)
{
    return local(instant, zone).toString(u"HH:mm:ss");
}

QString hourMinute(base::Instant instant, const QTimeZone &zone)
{
    return local(instant, zone).toString(u"HH:mm");
}

QString month(QStringView part)
{
    const QDate first = QDate::fromString(part.toString() + u"-01"_s, Qt::ISODate);
    if (!first.isValid())
        return part.toString();
    //: A month: %1 year, %2 month, %5 month's name.
    return fillDate(QCoreApplication::translate("date", "%5 %1"), first);
}

QString date(base::Instant instant, const QTimeZone &zone)
{
    return fullDate(local(instant, zone).date());
}

QString weekday(const QDate &day)
{
    return QCoreApplication::translate(
        "date", kWeekdays.at(static_cast<std::size_t>(day.dayOfWeek() - 1)));
}

QString shortDate(const QDate &day)
{
    //: A short date without the year; the numbers mean the same as in the full date.
    return fillDate(QCoreApplication::translate("date", "%4 %5"), day);
}

QString fullDate(const QDate &day)
{
    //: A full date: %1 year, %2 month, %3 day (two digits), %4 day, %5 month's name, %6 weekday.
    return fillDate(QCoreApplication::translate("date", "%6 %4 %5 %1"), day);
}

QString dateTime(base::Instant instant, const QTimeZone &zone)
{
    return shortDate(local(instant, zone).date()) + u' ' + hourMinute(instant, zone);
}

QString dateTimeSeconds(base::Instant instant, const QTimeZone &zone)
{
    return shortDate(local(instant, zone).date()) + u' ' + timeOfDay(instant, zone);
}

QString until(base::Instant instant, const QTimeZone &zone)
{
    return QCoreApplication::translate("date", "until %1").arg(dateTime(instant, zone));
}

} // namespace watchroom::words
