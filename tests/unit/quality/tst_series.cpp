// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quality/series.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace watchroom::quality;

namespace {

constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();

/// The same columns the slow way, from all samples that should still be there.
std::vector<PixelColumn> slowColumns(const std::vector<qint64> &times,
    const std::vector<float> &values, qint64 from, qint64 to, int width)
{
    std::vector<PixelColumn> columns;
    for (int x = 0; x < width; ++x) {
        const qint64 left = from + (to - from) * x / width;
        const qint64 right = from + (to - from) * (x + 1) / width;
        PixelColumn column;
        bool any = false;
        for (std::size_t i = 0; i < times.size(); ++i) {
            if (times[i] < left || times[i] >= right || std::isnan(values[i]))
                continue;
            column.min = any ? std::min(column.min, values[i]) : values[i];
            column.max = any ? std::max(column.max, values[i]) : values[i];
            column.first = any ? column.first : values[i];
            column.last = values[i];
            column.time = times[i];
            column.x = x;
            any = true;
        }
        if (any)
            columns.push_back(column);
    }
    return columns;
}

} // namespace

class TestSeries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheNewest();
    void refusesWhatIsNotNewer();
    void columnsEqualTheSlowWay_data();
    void columnsEqualTheSlowWay();
    void noPeakIsLost();
    void gapsBreakTheLine();
    void missingValuesBreakTheLine();
    void historyIsJoined();
    void rangeOfNothing();
};

void TestSeries::keepsTheNewest()
{
    Series series(4096);
    QCOMPARE(series.capacity(), std::size_t{4096});
    for (qint64 i = 0; i < 5000; ++i)
        QVERIFY(series.append(i, static_cast<float>(i)));
    QCOMPARE(series.size(), std::size_t{4096});
    QCOMPARE(series.time(0), 904);
    QCOMPARE(series.value(4095), 4999.0F);
}

void TestSeries::refusesWhatIsNotNewer()
{
    Series series;
    QVERIFY(series.append(10, 1));
    QVERIFY(!series.append(10, 2));
    QVERIFY(!series.append(9, 2));
    QCOMPARE(series.refused(), 2);
    QCOMPARE(series.size(), std::size_t{1});
}

void TestSeries::columnsEqualTheSlowWay_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("width");
    QTest::newRow("few samples") << 50 << 400;
    QTest::newRow("as many") << 4000 << 400;
    QTest::newRow("wrapped") << 10'000 << 37;
    QTest::newRow("wrapped far") << 40'007 << 3;
    QTest::newRow("one column") << 30'000 << 1;
}

void TestSeries::columnsEqualTheSlowWay()
{
    QFETCH(int, count);
    QFETCH(int, width);
    QRandomGenerator random(4711);
    Series series(8192);
    std::vector<qint64> times;
    std::vector<float> values;
    qint64 time = 1'700'000'000'000;
    for (int i = 0; i < count; ++i) {
        time += 1 + random.bounded(9000);
        const bool missing = random.bounded(10) == 0;
        const float value = missing ? kNaN : static_cast<float>(random.bounded(1000.0));
        series.append(time, value);
        times.push_back(time);
        values.push_back(value);
    }
    const auto drop = static_cast<std::ptrdiff_t>(times.size() - series.size());
    times.erase(times.begin(), times.begin() + drop);
    values.erase(values.begin(), values.begin() + drop);
    for (int i = 0; i < 20; ++i) {
        const qint64 span = times.back() - times.front() + 1;
        const qint64 from = times.front() - 1000 + random.bounded(span);
        const qint64 to = from + 1 + random.bounded(span);
        const auto expected = slowColumns(times, values, from, to, width);
        const auto found = series.columns(from, to, width);
        QCOMPARE(found.size(), expected.size());
        for (std::size_t c = 0; c < found.size(); ++c) {
            QCOMPARE(found[c].x, expected[c].x);
            QCOMPARE(found[c].min, expected[c].min);
            QCOMPARE(found[c].max, expected[c].max);
            QCOMPARE(found[c].first, expected[c].first);
            QCOMPARE(found[c].last, expected[c].last);
            QCOMPARE(found[c].time, expected[c].time);
        }
    }
}

void TestSeries::noPeakIsLost()
{
    Series series(1 << 20);
    for (qint64 i = 0; i < 1'000'000; ++i)
        series.append(i * 1000, i == 654'321 ? 250.0F : 5.0F);
    for (const int width : {1, 7, 600, 1900}) {
        const auto columns = series.columns(0, 1'000'000'000, width);
        const auto highest = std::ranges::max(columns, {}, &PixelColumn::max);
        QCOMPARE(highest.max, 250.0F);
    }
}

void TestSeries::gapsBreakTheLine()
{
    Series series;
    series.setMaxGap(2500);
    for (const qint64 second : {0, 1, 2, 6, 7})
        series.append(second * 1000, 1);
    const auto columns = series.columns(0, 8000, 8);
    QCOMPARE(columns.size(), std::size_t{5});
    const bool expected[] = {true, false, false, true, false};
    for (std::size_t i = 0; i < columns.size(); ++i)
        QCOMPARE(columns[i].broken, expected[i]);
}

void TestSeries::missingValuesBreakTheLine()
{
    Series series;
    for (qint64 second = 0; second < 5; ++second)
        series.append(second * 1000, second == 2 ? kNaN : 1.0F);
    const auto columns = series.columns(0, 5000, 5);
    QCOMPARE(columns.size(), std::size_t{4});
    QVERIFY(columns[2].broken);
    QVERIFY(!columns[3].broken);
}

void TestSeries::historyIsJoined()
{
    Series series;
    series.append(5000, 50);
    series.append(6000, 60);
    series.merge(std::vector<qint64>{3000, 4000, 5000, 7000}, std::vector<float>{3, 4, 5, 7});
    QCOMPARE(series.size(), std::size_t{5});
    QCOMPARE(series.time(0), 3000);
    QCOMPARE(series.value(2), 50.0F); // the one that was here stays
    QCOMPARE(series.value(4), 7.0F);
    QVERIFY(series.append(8000, 8));
}

void TestSeries::rangeOfNothing()
{
    Series series;
    float min = 0;
    float max = 0;
    QVERIFY(!series.range(0, 1000, min, max));
    series.append(500, kNaN);
    QVERIFY(!series.range(0, 1000, min, max));
    series.append(600, 3);
    QVERIFY(series.range(0, 1000, min, max));
    QCOMPARE(min, 3.0F);
    QVERIFY(series.columns(0, 0, 10).empty());
    QVERIFY(series.columns(0, 1000, 0).empty());
}

QTEST_GUILESS_MAIN(TestSeries)
#include "tst_series.moc"
