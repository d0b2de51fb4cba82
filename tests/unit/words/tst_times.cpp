// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/language.h"
#include "app/words/times.h"

#include <QTest>

using namespace watchroom;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Clocks, lengths and dates as visual.md writes them.
class TestTimes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsClocks_data();
    void runsClocks();
    void saysWhatIsLeft();
    void saysLengths();
    void saysWorkingDaysWithTheirPlural();
    void writesDatesInTheTeamsZone();

private:
    words::Language m_language;
};

void TestTimes::runsClocks_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("chinese");
    QTest::addColumn<QString>("english");
    QTest::newRow("nothing") << qint64{0} << u"00:00"_s << u"00:00"_s;
    QTest::newRow("minutes") << qint64{18 * 60 + 31} << u"18:31"_s << u"18:31"_s;
    QTest::newRow("99 minutes") << qint64{99 * 60 + 59} << u"99:59"_s << u"99:59"_s;
    QTest::newRow("100 minutes") << qint64{100 * 60} << u"1:40:00"_s << u"1:40:00"_s;
    QTest::newRow("hours") << qint64{2 * 3600 + 38 * 60 + 9} << u"2:38:09"_s << u"2:38:09"_s;
    QTest::newRow("days") << qint64{43 * 3600 + 59} << u"1 天 19 时"_s << u"1 d 19 h"_s;
}

void TestTimes::runsClocks()
{
    QFETCH(qint64, seconds);
    m_language.use(words::Language::Code::Chinese);
    QTEST(words::clock(base::Seconds{seconds}), "chinese");
    m_language.use(words::Language::Code::English);
    QTEST(words::clock(base::Seconds{seconds}), "english");
}

void TestTimes::saysWhatIsLeft()
{
    m_language.use(words::Language::Code::Chinese);
    QCOMPARE(words::remaining(18min + 31s), u"剩 18:31"_s);
    QCOMPARE(words::remaining(-(4min + 31s)), u"超时 04:31"_s);
    QCOMPARE(words::age(2s), u"2 秒前"_s);
    m_language.use(words::Language::Code::English);
    QCOMPARE(words::remaining(-(4min + 31s)), u"Over 04:31"_s);
    QCOMPARE(words::age(2s), u"2 s ago"_s);
}

void TestTimes::saysLengths()
{
    m_language.use(words::Language::Code::Chinese);
    QCOMPARE(words::duration(45s), u"45 秒"_s);
    QCOMPARE(words::duration(10min), u"10 分"_s);
    QCOMPARE(words::duration(1h), u"60 分"_s);
    QCOMPARE(words::duration(8h), u"8 时"_s);
    QCOMPARE(words::duration(90min), u"1 时 30 分"_s);
    QCOMPARE(words::duration(24h), u"24 时"_s);
    QCOMPARE(words::duration(72h), u"3 天"_s);
    m_language.use(words::Language::Code::English);
    QCOMPARE(words::duration(90min), u"1 h 30 min"_s);
}

void TestTimes::saysWorkingDaysWithTheirPlural()
{
    m_language.use(words::Language::Code::Chinese);
    QCOMPARE(words::workingDays(1), u"次日"_s);
    QCOMPARE(words::workingDays(5), u"5 工作日"_s);
    m_language.use(words::Language::Code::English);
    QCOMPARE(words::workingDays(1), u"next day"_s);
    QCOMPARE(words::workingDays(5), u"5 working days"_s);
}

void TestTimes::writesDatesInTheTeamsZone()
{
    const QTimeZone zone("Asia/Shanghai");
    const base::Instant instant = base::fromIso(u"2026-03-18T06:32:41.999999Z").value();
    m_language.use(words::Language::Code::Chinese);
    QCOMPARE(words::timeOfDay(instant, zone), u"14:32:41"_s);
    QCOMPARE(words::hourMinute(instant, zone), u"14:32"_s);
    QCOMPARE(words::date(instant, zone), u"2026-03-18 周三"_s);
    QCOMPARE(words::until(instant, zone), u"截至 03-18 14:32"_s);
    m_language.use(words::Language::Code::English);
    QCOMPARE(words::date(instant, zone), u"Wed 18 Mar 2026"_s);
    QCOMPARE(words::until(instant, zone), u"until 18 Mar 14:32"_s);
    const base::Instant late = base::fromIso(u"2026-03-18T16:00:00Z").value();
    QCOMPARE(words::date(late, zone), u"Thu 19 Mar 2026"_s);
}

QTEST_GUILESS_MAIN(TestTimes)
#include "tst_times.moc"
