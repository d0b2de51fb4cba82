// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quality/metrics.h"
#include "app/quality/ruleengine.h"
#include "app/quality/rulesfile.h"
#include "app/quality/simulator.h"

#include <QSet>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace watchroom;
using namespace watchroom::quality;

namespace {

constexpr qint64 kNow = 1'773'800'000'000;
constexpr qint64 kHour = 3'600'000;

} // namespace

class TestSimulator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twoOfOneSeedAgree();
    void historyAndNewestAgree();
    void farViewsKeepThePeaks();
    void valuesStayInTheirBounds();
    void somethingHappens();
    void mostIsCalm();
};

void TestSimulator::twoOfOneSeedAgree()
{
    Simulator a(7);
    Simulator b(7);
    Simulator other(8);
    bool differs = false;
    for (qint64 time = kNow; time < kNow + kHour; time += 60'000) {
        const double value = a.value(u"huashan"_s, u"rtt"_s, time);
        QVERIFY(value == b.value(u"huashan"_s, u"rtt"_s, time) || std::isnan(value));
        differs = differs || value != other.value(u"huashan"_s, u"rtt"_s, time);
    }
    QVERIFY(differs);
}

void TestSimulator::historyAndNewestAgree()
{
    Simulator simulator(7);
    const auto range =
        simulator.range({u"huashan"_s, u"loss"_s, kNow - 600'000, kNow, 1000}).result();
    QVERIFY(range);
    QCOMPARE(range->step, 5000);
    QVERIFY(range->times.size() > 60);
    const auto poll = simulator.poll(range->times.back()).result();
    QVERIFY(poll);
    const auto same = std::ranges::find_if(poll->readings,
        [](const Reading &r) { return r.target == "huashan"_L1 && r.metric == "loss"_L1; });
    QVERIFY(same != poll->readings.end());
    QCOMPARE(static_cast<float>(same->value), range->values.back());
}

void TestSimulator::farViewsKeepThePeaks()
{
    Simulator simulator(7);
    const auto near = simulator.range({u"huashan"_s, u"loss"_s, kNow - kHour, kNow, 5000}).result();
    const auto far = simulator.range({u"huashan"_s, u"loss"_s, kNow - kHour, kNow, 60}).result();
    QVERIFY(near && far);
    QVERIFY(far->times.size() < near->times.size() / 4);
    QVERIFY(std::ranges::is_sorted(far->times));
    QVERIFY(std::ranges::max(far->values) >= std::ranges::max(near->values) - 1e-5F);
}

void TestSimulator::valuesStayInTheirBounds()
{
    Simulator simulator(3);
    for (qint64 time = kNow; time < kNow + 6 * kHour; time += 15'000) {
        const auto poll = simulator.poll(time).result();
        QVERIFY(poll);
        for (const Reading &reading : poll->readings) {
            const Metric *metric = findMetric(reading.metric);
            QVERIFY(metric);
            QVERIFY(reading.value >= metric->floor);
            QVERIFY(metric->ceiling == 0 || reading.value <= metric->ceiling);
        }
    }
}

void TestSimulator::somethingHappens()
{
    Simulator simulator(2026);
    RuleEngine engine(defaultRules(5), u"demo"_s, 5000);
    RuleEngine::Transitions transitions;
    for (qint64 time = kNow; time < kNow + 2 * kHour; time += 5000) {
        const auto poll = simulator.poll(time).result();
        for (const Reading &r : poll->readings)
            engine.observe(engine.series(r.target, r.metric), r.time, r.value, transitions);
        engine.tick(time, transitions);
    }
    QSet<QString> begun;
    bool red = false;
    bool ended = false;
    for (const Transition &transition : transitions) {
        begun.insert(transition.target);
        red = red || transition.to == domain::Level::Red;
        ended = ended || !transition.to;
    }
    QVERIFY(begun.size() >= 4);
    QVERIFY(red);
    QVERIFY(ended);
}

void TestSimulator::mostIsCalm()
{
    Simulator simulator(2026);
    qint64 bad = 0;
    qint64 all = 0;
    for (qint64 time = kNow; time < kNow + 12 * kHour; time += 30'000) {
        const auto poll = simulator.poll(time).result();
        for (const Reading &r : poll->readings) {
            ++all;
            bad += (r.metric == "loss"_L1 && r.value >= 1)
                || (r.metric == "rtt"_L1 && r.value >= 150)
                || (r.metric == "mos"_L1 && r.value <= 3.6);
        }
    }
    QVERIFY(bad > 0);
    QVERIFY(bad * 20 < all);
}

QTEST_GUILESS_MAIN(TestSimulator)
#include "tst_simulator.moc"
