// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chartlayer.h"
#include "ui/widgets/crosshairgroup.h"
#include "ui/widgets/timeserieschart.h"
#include "ui/widgets/valuescale.h"

#include <QApplication>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace Qt::Literals::StringLiterals;
using namespace watchroom::style;
using namespace watchroom::widgets;

namespace {

constexpr qint64 kStep = 1'000; // ms

std::shared_ptr<SampleVector> flat(int count, float value)
{
    auto made = std::make_shared<SampleVector>();
    for (int i = 0; i < count; ++i)
        made->append({i * kStep, value});
    return made;
}

/// The layer alone on white, in black, 200 x 100 px.
QImage drawn(const ChartData &data)
{
    QImage image(200, 100, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    ChartLayer layer(data, nullptr);
    layer.setPlot(QRectF(0, 0, 200, 100));
    layer.setColours(Qt::black, Qt::red);
    layer.paint(&painter, nullptr, nullptr);
    return image;
}

int darkIn(const QImage &image, const QRect &part)
{
    int found = 0;
    for (int y = part.top(); y <= part.bottom(); ++y) {
        for (int x = part.left(); x <= part.right(); ++x)
            found += image.pixelColor(x, y).lightness() < 100 && image.pixelColor(x, y).red() < 100;
    }
    return found;
}

} // namespace

/// The chart: no zoom hides a peak, nothing is drawn where nothing was measured.
class TestChart : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qobject_cast<QApplication *>(qApp)); }
    void spansKeepPeaks();
    void spansLeaveGapsEmpty();
    void samplesReachBothNeighbours();
    void onePeakOfManyIsPainted();
    void gapBreaksTheLineAndIsHatched();
    void staleTailIsHatched();
    void outsideIsDrawnOnTheEdge();
    void levels();
    void scales_data();
    void scales();
    void headerShowsTheNewestOrTheCrosshair();
    void crosshairByKeyboardIsShared();
    void describedForReaders();

private:
    Theme m_theme;
};

void TestChart::spansKeepPeaks()
{
    std::vector<Sample> samples;
    for (int i = 0; i < 100'000; ++i)
        samples.push_back({i, std::sin(static_cast<float>(i))});
    samples[34'567].value = 50;
    samples[70'001].value = -20;
    const SampleVector source(samples);
    for (const int columns : {1, 7, 333, 1900}) {
        std::vector<Span> spans;
        source.spans(0, 100'000, columns, spans);
        QCOMPARE(static_cast<int>(spans.size()), columns);
        float most = 0;
        float least = 0;
        int count = 0;
        for (const Span &span : spans) {
            most = std::max(most, span.max);
            least = std::min(least, span.min);
            count += span.count;
        }
        QCOMPARE(most, 50.0F);
        QCOMPARE(least, -20.0F);
        QCOMPARE(count, 100'000);
    }
}

void TestChart::spansLeaveGapsEmpty()
{
    SampleVector source;
    source.append({0, 1});
    source.append({1'000, std::numeric_limits<float>::quiet_NaN()});
    source.append({9'999, 3});
    std::vector<Span> spans;
    source.spans(0, 10'000, 10, spans);
    QCOMPARE(spans.at(0).count, 1);
    for (std::size_t i = 1; i < 9; ++i)
        QCOMPARE(spans.at(i).count, 0);
    QCOMPARE(spans.at(9).max, 3.0F);
}

void TestChart::samplesReachBothNeighbours()
{
    const auto source = flat(10, 1);
    std::vector<Sample> samples;
    source->samples(3'000, 5'000, samples);
    QCOMPARE(samples.front().at, 2'000);
    QCOMPARE(samples.back().at, 5'000);
    QVERIFY(!source->at(-1));
    QCOMPARE(source->at(4'500)->at, 4'000);
}

void TestChart::onePeakOfManyIsPainted()
{
    auto source = std::make_shared<SampleVector>();
    for (int i = 0; i < 10'000; ++i)
        source->append({i * kStep, i == 5'025 ? 9.5F : 1.0F});
    ChartData data;
    data.series = {source};
    data.to = 10'000 * kStep;
    data.high = 10;
    const QImage image = drawn(data);
    // Column 100 rises from 10 % to 95 % of the height.
    QVERIFY(darkIn(image, QRect(100, 5, 1, 85)) >= 80);
    QCOMPARE(darkIn(image, QRect(0, 0, 90, 80)), 0);
}

void TestChart::gapBreaksTheLineAndIsHatched()
{
    auto source = std::make_shared<SampleVector>();
    for (int i = 0; i < 100; ++i) {
        if (i < 40 || i >= 60)
            source->append({i * kStep, 0.495F}); // in the middle of a row of pixels
    }
    ChartData data;
    data.series = {source};
    data.to = 100 * kStep;
    data.maxGap = 3 * kStep;
    const QImage image = drawn(data);
    QVERIFY(darkIn(image, QRect(10, 45, 50, 10)) > 20);
    QCOMPARE(darkIn(image, QRect(84, 45, 30, 10)), 0);
    ChartLayer layer(data, nullptr);
    layer.setPlot(QRectF(0, 0, 200, 100));
    const auto gaps = layer.gaps();
    QCOMPARE(gaps.size(), 1U);
    QVERIFY(std::abs(gaps.front().from - 79) <= 2);
    QVERIFY(std::abs(gaps.front().to - 120) <= 2);
    // A longer allowed distance bridges it.
    data.maxGap = 30 * kStep;
    QVERIFY(layer.gaps().empty());
}

void TestChart::staleTailIsHatched()
{
    ChartData data;
    data.series = {flat(50, 0.5F)};
    data.to = 100 * kStep;
    data.maxGap = 5 * kStep;
    ChartLayer layer(data, nullptr);
    layer.setPlot(QRectF(0, 0, 200, 100));
    const auto gaps = layer.gaps();
    QCOMPARE(gaps.size(), 1U);
    QCOMPARE(gaps.front().to, 200.0);
    QCOMPARE(darkIn(drawn(data), QRect(110, 40, 90, 20)), 0);
}

void TestChart::outsideIsDrawnOnTheEdge()
{
    ChartData data;
    data.series = {flat(2'000, 99)};
    data.to = 2'000 * kStep;
    data.high = 10;
    QVERIFY(darkIn(drawn(data), QRect(0, 0, 200, 3)) >= 190);
}

void TestChart::levels()
{
    ChartData data;
    data.thresholds = {{Level::Red, 4, true}, {Level::Yellow, 2, true}};
    QVERIFY(!data.levelOf(1.9));
    QCOMPARE(data.levelOf(2), Level::Yellow); // as the rules: the limit itself counts
    QCOMPARE(data.levelOf(3), Level::Yellow);
    QCOMPARE(data.levelOf(4), Level::Red);
    QCOMPARE(data.levelOf(7), Level::Red);
    data.thresholds = {{Level::Yellow, 3.8, false}, {Level::Red, 3.2, false}};
    QCOMPARE(data.levelOf(3.0), Level::Red);
    QVERIFY(!data.levelOf(4.2));
}

void TestChart::scales_data()
{
    QTest::addColumn<double>("least");
    QTest::addColumn<double>("most");
    QTest::newRow("loss") << 0.0 << 7.9;
    QTest::newRow("delay") << 0.0 << 189.0;
    QTest::newRow("MOS") << 2.6 << 4.4;
    QTest::newRow("tiny") << 0.0 << 0.00031;
    QTest::newRow("flat") << 5.0 << 5.0;
    QTest::newRow("below zero") << -12.0 << 30.0;
}

void TestChart::scales()
{
    QFETCH(double, least);
    QFETCH(double, most);
    const ValueScale scale = roundScale(least, most);
    QVERIFY(scale.low <= least + 1e-9);
    QVERIFY(scale.high >= most - 1e-9);
    QVERIFY(scale.ticks >= 2 && scale.ticks <= 6);
    // Every label reads as the value it stands for.
    const double step = (scale.high - scale.low) / (scale.ticks - 1);
    for (int i = 0; i < scale.ticks; ++i) {
        const double value = scale.low + i * step;
        QVERIFY(
            std::abs(QString::number(value, 'f', scale.decimals).toDouble() - value) < step / 100);
    }
}

void TestChart::headerShowsTheNewestOrTheCrosshair()
{
    CrosshairGroup group;
    TimeSeriesChart chart(m_theme, group);
    auto source = std::make_shared<SampleVector>();
    for (int i = 0; i < 60; ++i)
        source->append({i * kStep, static_cast<float>(i)});
    QCOMPARE(chart.valueText(), u"—"_s);
    chart.setWindow(0, 60 * kStep);
    chart.setMaxGap(2 * kStep);
    chart.setSeries({source});
    QCOMPARE(chart.valueText(), u"59.0"_s);
    group.setTime(10 * kStep);
    QCOMPARE(chart.valueText(), u"10.0"_s);
    // Where nothing was measured there is no value.
    chart.setWindow(0, 100 * kStep);
    group.setTime(90 * kStep);
    QCOMPARE(chart.valueText(), u"—"_s);
}

void TestChart::crosshairByKeyboardIsShared()
{
    CrosshairGroup group;
    TimeSeriesChart one(m_theme, group);
    TimeSeriesChart two(m_theme, group);
    for (TimeSeriesChart *chart : {&one, &two}) {
        chart->resize(340, 240);
        chart->setWindow(0, 60 * kStep);
        chart->setMaxGap(2 * kStep);
        chart->setSeries({flat(60, 3)});
    }
    QSignalSpy moved(&group, &CrosshairGroup::timeChanged);
    QTest::keyClick(&one, Qt::Key_Left);
    QCOMPARE(moved.count(), 1);
    QVERIFY(*group.time() < 60 * kStep);
    QTest::keyClick(&one, Qt::Key_Home);
    QCOMPARE(*group.time(), 0);
    QTest::keyClick(&one, Qt::Key_Left);
    QCOMPARE(*group.time(), 0); // not out of the window
    QTest::keyClick(&two, Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(*group.time() > 0);
    QCOMPARE(two.valueText(), u"3.0"_s);
    QTest::keyClick(&two, Qt::Key_Escape);
    QVERIFY(!group.time());
}

void TestChart::describedForReaders()
{
    CrosshairGroup group;
    TimeSeriesChart chart(m_theme, group);
    chart.setTitle(u"Loss"_s, u"%"_s);
    chart.setWindow(0, 60 * kStep);
    auto source = flat(60, 7);
    source->append({59'500, 7.9F});
    source->append({59'900, 6.5F});
    chart.setSeries({source});
    chart.setThresholds({{Level::Red, 4, true}});
    chart.setLevel(Level::Red, u"Red"_s);
    chart.setStale(u"3 min ago"_s);
    QCOMPARE(chart.accessibleName(), u"Loss"_s);
    QCOMPARE(chart.accessibleDescription(),
        u"Red, latest 6.5 %, 3 min ago, lowest 6.5 %, highest 7.9 %, Red limit 4.0 %"_s);
}

QTEST_MAIN(TestChart)
#include "tst_chart.moc"
