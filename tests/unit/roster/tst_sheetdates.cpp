// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roster/sheetcalendar.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace watchroom::roster;

namespace {

const QDate kToday(2026, 3, 10);

/// "2026-3-18 Wednesday" as "2026-3-18/3", with "?" where a number is a day only among others.
QString shown(const std::optional<DateText> &date)
{
    if (!date)
        return u"-"_s;
    QString text = u"%1-%2-%3"_s.arg(date->year).arg(date->month).arg(date->day);
    if (date->weekday > 0)
        text += u"/%1"_s.arg(date->weekday);
    return date->bare ? text + u'?' : text;
}

QList<DateText> marks(const QString &dates)
{
    QList<DateText> all;
    const QStringList texts = dates.split(u',');
    for (const QString &text : texts)
        all.append(*readDate(text));
    return all;
}

/// "2026-03-18 2026-03-19"; "-" where a day is none.
QString resolved(const QString &dates, const DateContext &context)
{
    QStringList shown;
    const auto all = resolveDates(marks(dates), context).dates;
    for (const auto &date : all)
        shown.append(date ? date->toString(Qt::ISODate) : u"-"_s);
    return shown.join(u' ');
}

} // namespace

class TestSheetDates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dates_data();
    void dates();
    void weekdays();
    void months();
    void years_data();
    void years();
};

void TestSheetDates::dates_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("date");
    const auto row = [](const QString &text, const QString &date) {
        QTest::newRow(qPrintable(text)) << text << date;
    };
    row(u"18"_s, u"0-0-18?"_s);
    row(u"18 三"_s, u"0-0-18/3?"_s);
    row(u"15 日"_s, u"0-0-15/7?"_s);
    row(u"15日"_s, u"0-0-15"_s);
    row(u"15日(日)"_s, u"0-0-15/7"_s);
    row(u"18号"_s, u"0-0-18"_s);
    row(u"3/18"_s, u"0-3-18"_s);
    row(u"3-18"_s, u"0-3-18"_s);
    row(u"03.18"_s, u"0-3-18"_s);
    row(u"3月18日"_s, u"0-3-18"_s);
    row(u"3月18"_s, u"0-3-18"_s);
    row(u"3月18日 星期三"_s, u"0-3-18/3"_s);
    row(u"3/18(三)"_s, u"0-3-18/3"_s);
    row(u"3/18(周三)"_s, u"0-3-18/3"_s);
    row(u"3/18\n三"_s, u"0-3-18/3"_s);
    row(u"周三 3/18"_s, u"0-3-18/3"_s);
    row(u"3/15(日)"_s, u"0-3-15/7"_s);
    row(u"3/15(天)"_s, u"0-3-15/7"_s);
    row(u"2026/3/18"_s, u"2026-3-18"_s);
    row(u"2026-03-18"_s, u"2026-3-18"_s);
    row(u"2026.3.18"_s, u"2026-3-18"_s);
    row(u"2026年3月18日"_s, u"2026-3-18"_s);
    row(u"20260318"_s, u"2026-3-18"_s);
    row(u"2026/3/18 0:00"_s, u"2026-3-18"_s);
    row(u"2026-03-18 00:00:00"_s, u"2026-3-18"_s);
    row(u"3/18/2026"_s, u"2026-3-18"_s);
    row(u"18-Mar"_s, u"0-3-18"_s);
    row(u"18-Mar-26"_s, u"2026-3-18"_s);
    row(u"Mar 18, 2026"_s, u"2026-3-18"_s);
    row(u"Wed 18 March"_s, u"0-3-18/3"_s);
    for (const auto &none : {u"32"_s, u"0"_s, u"3/32"_s, u"0/5"_s, u"40/18"_s, u"早"_s, u"18人"_s,
             u"3/18-3/22"_s, u"3月"_s, u"13800138000"_s, u"8:00-16:00"_s, u"20261318"_s, u""_s,
             u"2026年3月18日制表"_s, u"18.5.1"_s})
        row(none, u"-"_s);
}

void TestSheetDates::dates()
{
    QFETCH(const QString, text);
    QFETCH(const QString, date);
    QCOMPARE(shown(readDate(text)), date);
}

void TestSheetDates::weekdays()
{
    const QStringList words{
        u"一"_s, u"星期二"_s, u"周三"_s, u"(四)"_s, u"礼拜五"_s, u"Sat"_s, u"sunday"_s};
    for (int day = 1; day <= 7; ++day)
        QCOMPARE(readWeekday(words.at(day - 1)), day);
    QCOMPARE(readWeekday(u"日"_s), 7);
    for (const auto &none : {u""_s, u"八"_s, u"早"_s, u"星期"_s, u"18 三"_s, u"一二"_s})
        QCOMPARE(readWeekday(none), 0);
}

void TestSheetDates::months()
{
    const auto is = [](const MonthText &month, int year, int number) {
        return month.year == year && month.month == number;
    };
    QVERIFY(is(readMonth(u"3月值班表"_s), 0, 3));
    QVERIFY(is(readMonth(u"2026年3月排班"_s), 2026, 3));
    QVERIFY(is(readMonth(u"2026 年 十二月 值班安排"_s), 2026, 12));
    QVERIFY(is(readMonth(u"值班表(2026-03)"_s), 2026, 3));
    QVERIFY(is(readMonth(u"值班表 3月16日-3月22日"_s), 0, 3));
    QVERIFY(is(readMonth(u"Roster March 2026"_s), 2026, 3));
    QVERIFY(is(readMonth(u"2026年值班表"_s), 2026, 0));
    QVERIFY(is(readMonth(u"Marketing"_s), 0, 0));
    QVERIFY(is(readMonth(u"13月"_s), 0, 0));
}

void TestSheetDates::years_data()
{
    QTest::addColumn<QString>("dates");
    QTest::addColumn<DateContext>("context");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &dates, const DateContext &context,
                         const QString &expected) {
        QTest::newRow(name) << dates << context << expected;
    };
    const DateContext today{.today = kToday};
    const auto titled = [](int year, int month) {
        return DateContext{.title = {year, month}, .today = kToday};
    };
    row("written", u"2025/3/18,2025/3/19"_s, titled(2026, 3), u"2025-03-18 2025-03-19"_s);
    row("written once", u"2025/3/31,4/1,4/2"_s, today, u"2025-03-31 2025-04-01 2025-04-02"_s);
    row("title", u"3/18"_s, titled(2024, 3), u"2024-03-18"_s);
    row("title, turn", u"12/31,1/1"_s, titled(2026, 1), u"2025-12-31 2026-01-01"_s);
    row("title of a year, turn", u"12/31,1/1"_s, titled(2026, 0), u"2025-12-31 2026-01-01"_s);
    row("nearest", u"3/18,3/19"_s, today, u"2026-03-18 2026-03-19"_s);
    row("nearest, before", u"12/31"_s, today, u"2025-12-31"_s);
    row("nearest, turn ahead", u"12/30,12/31,1/1"_s, {.today = QDate(2026, 12, 20)},
        u"2026-12-30 2026-12-31 2027-01-01"_s);
    row("nearest, turn behind", u"12/31,1/1,1/2"_s, {.today = QDate(2027, 1, 5)},
        u"2026-12-31 2027-01-01 2027-01-02"_s);
    // Half a year away the two halves of a month would be nearest in two years.
    row("far away together", u"9/5,9/8,9/9,9/12,9/15"_s, today,
        u"2025-09-05 2025-09-08 2025-09-09 2025-09-12 2025-09-15"_s);
    row("days", u"1,2,3"_s, titled(2026, 3), u"2026-03-01 2026-03-02 2026-03-03"_s);
    row("days over the end", u"30,31,1,2"_s, titled(2026, 3),
        u"2026-03-30 2026-03-31 2026-04-01 2026-04-02"_s);
    row("days over the year", u"31,1"_s, titled(2026, 12), u"2026-12-31 2027-01-01"_s);
    row("working days", u"27,30,31,3"_s, titled(2026, 3),
        u"2026-03-27 2026-03-30 2026-03-31 2026-04-03"_s);
    row("a slip of the pen", u"1,2,30,4,5"_s, titled(2026, 3),
        u"2026-03-01 2026-03-02 2026-03-30 2026-03-04 2026-03-05"_s);
    row("a slip back", u"15,16,1,18"_s, titled(2026, 3),
        u"2026-03-15 2026-03-16 2026-03-01 2026-03-18"_s);
    row("a date, then days", u"3/30,31,1"_s, today, u"2026-03-30 2026-03-31 2026-04-01"_s);
    row("no month", u"1,2"_s, today, u"- -"_s);
    row("a month asked for", u"1,2"_s, {.title = {2026, 4}, .today = kToday},
        u"2026-04-01 2026-04-02"_s);
    row("no such day", u"28,29,30"_s, titled(2026, 2), u"2026-02-28 - -"_s);
    row("no such date", u"2/28,2/30,3/1"_s, today, u"2026-02-28 - 2026-03-01"_s);
    row("leap day", u"2/29"_s, today, u"2028-02-29"_s);
}

void TestSheetDates::years()
{
    QFETCH(const QString, dates);
    QFETCH(const DateContext, context);
    QFETCH(const QString, expected);
    QCOMPARE(resolved(dates, context), expected);
}

QTEST_GUILESS_MAIN(TestSheetDates)
#include "tst_sheetdates.moc"
