// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/instant.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace watchroom::base;
using std::chrono::microseconds;

namespace {

class TestInstant : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Microseconds by `date -u -d TEXT +%s%6N`.
    void goesThereAndBack_data()
    {
        QTest::addColumn<qint64>("micros");
        QTest::addColumn<QString>("text");
        QTest::newRow("epoch") << qint64{0} << u"1970-01-01T00:00:00.000000Z"_s;
        QTest::newRow("micros") << qint64{1'773'844'361'123'456}
                                << u"2026-03-18T14:32:41.123456Z"_s;
        QTest::newRow("before 1970") << qint64{-1} << u"1969-12-31T23:59:59.999999Z"_s;
        QTest::newRow("long ago") << qint64{-2'208'988'800'000'000}
                                  << u"1900-01-01T00:00:00.000000Z"_s;
        QTest::newRow("leap day") << qint64{1'709'164'800'000'000}
                                  << u"2024-02-29T00:00:00.000000Z"_s;
    }

    void goesThereAndBack()
    {
        QFETCH(qint64, micros);
        QFETCH(QString, text);
        QCOMPARE(toIso(Instant{microseconds{micros}}), text);
        const auto read = fromIso(text);
        QVERIFY(read);
        QCOMPARE(qint64{read->time_since_epoch().count()}, micros);
    }

    void readsOtherSpellings_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("same");
        QTest::newRow("no fraction")
            << u"2026-03-18T14:32:41Z"_s << u"2026-03-18T14:32:41.000000Z"_s;
        QTest::newRow("one decimal")
            << u"2026-03-18T14:32:41.5Z"_s << u"2026-03-18T14:32:41.500000Z"_s;
        QTest::newRow("nine decimals")
            << u"2026-03-18T14:32:41.123456789Z"_s << u"2026-03-18T14:32:41.123456Z"_s;
        QTest::newRow("east") << u"2026-03-18T22:32:41.25+08:00"_s
                              << u"2026-03-18T14:32:41.250000Z"_s;
        QTest::newRow("west") << u"2026-03-18T09:02:41-05:30"_s << u"2026-03-18T14:32:41.000000Z"_s;
        QTest::newRow("over midnight")
            << u"2026-03-19T01:00:00+08:00"_s << u"2026-03-18T17:00:00.000000Z"_s;
    }

    void readsOtherSpellings()
    {
        QFETCH(QString, text);
        QFETCH(QString, same);
        const auto read = fromIso(text);
        QVERIFY(read);
        QCOMPARE(toIso(*read), same);
    }

    void refusesGarbage_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
            {"", "Z", "now", "2026-03-18", "2026-03-18T14:32:41", "2026-03-18T14:32:41.Z",
                "2026-13-18T14:32:41Z", "2026-02-30T14:32:41Z", "2026-03-18T25:00:00Z",
                "2026-03-18T14:32:41.123", "2026-03-18 14:32:41.x", "1773844361", "....", "+",
                "-----------", "2026-03-18T14:32:41.5.5Z", "2026-03-18T14:32:41,5Z"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }

    void refusesGarbage()
    {
        QFETCH(QString, text);
        QVERIFY(!fromIso(text));
    }

    void textsSortByTime()
    {
        const Instant base{microseconds{1'773'844'361'999'999}};
        QVERIFY(toIso(base) < toIso(base + microseconds{1}));
        QVERIFY(toIso(base - std::chrono::hours{24 * 400}) < toIso(base));
    }
};

} // namespace

QTEST_GUILESS_MAIN(TestInstant)
#include "tst_instant.moc"
