// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quality/ruleengine.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;
using namespace watchroom;
using namespace watchroom::quality;
using domain::Level;

namespace {

constexpr qint64 kSecond = 1000;
// Far from zero, and a multiple of every step: instants in the tests are seconds after it.
constexpr qint64 kStart = 1'700'000'000'000 / 60'000 * 60'000;

domain::Rule rule(domain::Rule::Direction direction = domain::Rule::Direction::Above)
{
    domain::Rule made;
    made.name = u"test"_s;
    made.metric = u"rtt"_s;
    made.group = u"network"_s;
    made.direction = direction;
    made.stepSeconds = 5;
    made.noDataSeconds = 60;
    return made;
}

domain::Rule single()
{
    domain::Rule made = rule();
    made.levels[2] = domain::RuleLevel{100, 90, 30, 60};
    return made;
}

domain::Rule two()
{
    domain::Rule made = rule();
    made.levels[1] = domain::RuleLevel{150, 135, 30, 60};
    made.levels[2] = domain::RuleLevel{200, 180, 10, 60};
    return made;
}

/// The engine with one series, fed by seconds.
class Bench
{
public:
    explicit Bench(const domain::Rule &rule)
        : engine({rule}, u"prometheus"_s, 5 * kSecond)
        , m_handle(engine.series(u"site"_s, u"rtt"_s))
    {
        engine.start(kStart - 3600 * kSecond);
    }

    void sample(qint64 second, double value)
    {
        engine.observe(m_handle, kStart + second * kSecond, value, events);
        tick(second);
    }
    void samples(qint64 from, qint64 to, double value)
    {
        for (qint64 second = from; second <= to; second += 5)
            sample(second, value);
    }
    void tick(qint64 second) { engine.tick(kStart + second * kSecond, events); }
    void ticks(qint64 from, qint64 to)
    {
        for (qint64 second = from; second <= to; second += 5)
            tick(second);
    }
    /// "30:red 160:-": when the level changed and to what; "?" missing data, "!" heard again.
    [[nodiscard]] QString story() const
    {
        QStringList parts;
        for (const Transition &event : events) {
            QString what = event.to ? QString(codeOf(*event.to)) : u"-"_s;
            if (event.rule != "test"_L1)
                what = event.rule + u'=' + what;
            else if (event.from == event.to)
                what = event.noData ? u"?"_s : u"!"_s;
            parts.append(u"%1:%2"_s.arg((event.time - kStart) / kSecond).arg(what));
        }
        return parts.join(u' ');
    }

    RuleEngine engine;
    RuleEngine::Transitions events;

private:
    RuleEngine::Handle m_handle;
};

} // namespace

class TestRuleEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The vectors of the specification: on 100, off 90, for 30 s, clear 60 s, a sample each 5 s.
    void vectorA_firesWhenHeldForLongEnough();
    void vectorB_fallingBelowOnBeginsAnew();
    void vectorC_clearsOnlyBelowOff();
    void vectorD_missingSamples();
    void vectorE_silenceHoldsTheLevel();
    void vectorF_levels();
    void vectorG_limitsThemselves();
    void vectorH_noNumbers();
    void vectorI_clock();
    void timersStandStillOverAGap();
    void lowerLevelsAreHeldForTheirOwnTime();
    void belowDirection();
    void sampleTimeIsFloored();
    void graceAfterStart();
    void graceAfterSleep();
    void aTargetNeverHeard();
    void sourceDownIsOneAlert();
    void restoredAlertsNeitherBeginNorEnd();
    void flatTargetsAreApart();
    void statusKeepsDataApartFromLevel();
};

void TestRuleEngine::vectorA_firesWhenHeldForLongEnough()
{
    Bench bench(single());
    bench.samples(0, 25, 101);
    QCOMPARE(bench.story(), QString());
    bench.sample(30, 101);
    QCOMPARE(bench.story(), u"30:red"_s);
    const Transition &event = bench.events.front();
    QCOMPARE(event.rule, u"test"_s);
    QCOMPARE(event.target, u"site"_s);
    QCOMPARE(event.group, u"network"_s);
    QCOMPARE(event.startsAt, kStart + 30 * kSecond);
    QCOMPARE(event.value, 101.0);
    QCOMPARE(event.limit, 100.0);
    QVERIFY(!event.from);
}

void TestRuleEngine::vectorB_fallingBelowOnBeginsAnew()
{
    Bench bench(single());
    bench.samples(0, 25, 101);
    bench.sample(30, 95);
    bench.samples(35, 100, 101);
    QCOMPARE(bench.story(), u"65:red"_s);
}

void TestRuleEngine::vectorC_clearsOnlyBelowOff()
{
    Bench never(single());
    never.samples(0, 30, 101);
    never.samples(35, 3600, 95);
    QCOMPARE(never.story(), u"30:red"_s);

    Bench clears(single());
    clears.samples(0, 95, 101);
    clears.samples(100, 200, 89);
    QCOMPARE(clears.story(), u"30:red 160:-"_s);
    QCOMPARE(clears.events.back().startsAt, kStart + 30 * kSecond);

    Bench again(single());
    again.samples(0, 95, 101);
    again.samples(100, 150, 89);
    again.sample(155, 91);
    again.samples(160, 230, 89);
    QCOMPARE(again.story(), u"30:red 220:-"_s);
}

void TestRuleEngine::vectorD_missingSamples()
{
    Bench one(single());
    one.samples(0, 25, 101);
    one.tick(30);
    one.samples(35, 60, 101);
    QCOMPARE(one.story(), u"35:red"_s);

    Bench many(single());
    many.samples(0, 25, 101);
    many.ticks(30, 60);
    many.samples(65, 120, 101);
    QCOMPARE(many.story(), u"95:red"_s);
}

void TestRuleEngine::vectorE_silenceHoldsTheLevel()
{
    Bench bench(single());
    bench.samples(0, 30, 101);
    bench.ticks(35, 630);
    // Shown after three intervals of silence, an alert of its own after 60 s, and never resolved.
    QCOMPARE(bench.story(), u"30:red 45:? 90:no_data=yellow"_s);
    QVERIFY(bench.events[1].noData);
    QCOMPARE(bench.engine.active().size(), std::size_t{2});
    bench.samples(635, 700, 80);
    QCOMPARE(bench.story(), u"30:red 45:? 90:no_data=yellow 635:! 635:no_data=- 695:-"_s);
}

void TestRuleEngine::vectorF_levels()
{
    Bench bench(two());
    bench.samples(0, 5, 160);
    bench.samples(10, 60, 210);
    QCOMPARE(bench.story(), u"20:red"_s);
    bench.samples(65, 300, 160);
    QCOMPARE(bench.story(), u"20:red 125:yellow"_s);
    QCOMPARE(bench.events.back().startsAt, kStart + 20 * kSecond);
    bench.samples(305, 400, 100);
    QCOMPARE(bench.story(), u"20:red 125:yellow 365:-"_s);
}

void TestRuleEngine::vectorG_limitsThemselves()
{
    Bench bench(single());
    bench.samples(0, 30, 100);
    bench.samples(35, 600, 90);
    QCOMPARE(bench.story(), u"30:red"_s);
}

void TestRuleEngine::vectorH_noNumbers()
{
    constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    Bench bench(single());
    bench.sample(0, kInfinity);
    bench.samples(5, 55, kInfinity);
    QCOMPARE(bench.story(), QString());
    bench.samples(60, 90, 101);
    QCOMPARE(bench.story(), u"90:red"_s);
    bench.sample(95, kNaN);
    QCOMPARE(bench.story(), u"90:red"_s);
    const SeriesStatus status = bench.engine.statuses().front();
    QCOMPARE(status.data, DataState::NoData);
    QCOMPARE(status.level, Level::Red);
    QCOMPARE(status.value, 101.0);
}

void TestRuleEngine::vectorI_clock()
{
    Bench bench(single());
    bench.samples(0, 25, 101);
    bench.sample(25, 20); // twice the same instant
    bench.sample(10, 20); // backwards
    QCOMPARE(bench.engine.ignored(), 2);
    bench.sample(30, 101);
    QCOMPARE(bench.story(), u"30:red"_s);
}

void TestRuleEngine::timersStandStillOverAGap()
{
    Bench bench(single());
    bench.samples(0, 10, 101);
    bench.tick(15);
    bench.samples(20, 60, 101); // 5 s were not heard, so they do not count
    QCOMPARE(bench.story(), u"35:red"_s);
}

void TestRuleEngine::lowerLevelsAreHeldForTheirOwnTime()
{
    domain::Rule rule = two();
    rule.levels[1]->clearSeconds = 120;
    Bench bench(rule);
    bench.samples(0, 10, 210);
    bench.samples(15, 200, 50);
    QCOMPARE(bench.story(), u"10:red 75:yellow 135:-"_s);
}

void TestRuleEngine::belowDirection()
{
    domain::Rule mos = rule(domain::Rule::Direction::Below);
    mos.levels[0] = domain::RuleLevel{3.6, 3.8, 10, 10};
    mos.levels[2] = domain::RuleLevel{2.6, 2.8, 10, 10};
    Bench bench(mos);
    bench.samples(0, 30, 3.61);
    bench.samples(35, 50, 3.6); // reached counts
    bench.samples(55, 70, 2.0);
    bench.samples(75, 100, 2.8); // not beyond off
    bench.samples(105, 120, 3.0);
    bench.samples(125, 150, 4.0);
    QCOMPARE(bench.story(), u"45:blue 65:red 115:blue 135:-"_s);
    QCOMPARE(bench.events.front().limit, 3.6);
}

void TestRuleEngine::sampleTimeIsFloored()
{
    RuleEngine engine({single()}, u"prometheus"_s, 5 * kSecond);
    engine.start(kStart - 3600 * kSecond);
    const auto handle = engine.series(u"site"_s, u"rtt"_s);
    RuleEngine::Transitions events;
    for (qint64 second = 0; second <= 30; second += 5)
        engine.observe(handle, kStart + second * kSecond + 4321, 101, events);
    QCOMPARE(events.size(), std::size_t{1});
    QCOMPARE(events.front().startsAt, kStart + 30 * kSecond);
}

void TestRuleEngine::graceAfterStart()
{
    RuleEngine engine({single()}, u"prometheus"_s, 5 * kSecond);
    RuleEngine::Transitions events;
    [[maybe_unused]] const auto handle = engine.series(u"site"_s, u"rtt"_s);
    for (qint64 second = 0; second <= 65; second += 5)
        engine.tick(kStart + second * kSecond, events);
    QVERIFY(events.empty()); // 60 s and two intervals
    engine.tick(kStart + 70 * kSecond, events);
    QCOMPARE(events.size(), std::size_t{1});
    QCOMPARE(events.front().rule, kNoDataRule);
    QCOMPARE(events.front().target, u"site"_s);
}

void TestRuleEngine::graceAfterSleep()
{
    Bench bench(single());
    bench.samples(0, 30, 20);
    bench.tick(3600); // the lid was closed for an hour
    bench.ticks(3605, 3665);
    QCOMPARE(bench.story(), QString());
    bench.tick(3670);
    QCOMPARE(bench.story(), u"3670:no_data=yellow"_s);
}

void TestRuleEngine::aTargetNeverHeard()
{
    RuleEngine engine({single()}, u"prometheus"_s, 5 * kSecond);
    engine.expectTargets({u"dark"_s});
    RuleEngine::Transitions events;
    for (qint64 second = 0; second <= 120; second += 5)
        engine.tick(kStart + second * kSecond, events);
    QCOMPARE(events.size(), std::size_t{1});
    QCOMPARE(events.front().target, u"dark"_s);
    QVERIFY(events.front().noData);
    const auto handle = engine.series(u"dark"_s, u"rtt"_s);
    engine.observe(handle, kStart + 125 * kSecond, 20, events);
    engine.tick(kStart + 125 * kSecond, events);
    QCOMPARE(events.size(), std::size_t{2});
    QVERIFY(!events.back().to);
}

void TestRuleEngine::sourceDownIsOneAlert()
{
    RuleEngine engine({single()}, u"prometheus"_s, 5 * kSecond);
    engine.start(kStart - 3600 * kSecond);
    RuleEngine::Transitions events;
    std::vector<RuleEngine::Handle> handles;
    for (int i = 0; i < 20; ++i)
        handles.push_back(engine.series(u"site %1"_s.arg(i), u"rtt"_s));
    const auto feed = [&](qint64 second, double value) {
        for (const auto handle : handles)
            engine.observe(handle, kStart + second * kSecond, value, events);
        engine.tick(kStart + second * kSecond, events);
    };
    for (qint64 second = 0; second <= 60; second += 5)
        feed(second, 20);
    for (qint64 second = 65; second <= 600; second += 5) {
        engine.sourceFailed(kStart + second * kSecond);
        engine.tick(kStart + second * kSecond, events);
    }
    QCOMPARE(events.size(), std::size_t{1});
    QCOMPARE(events.front().rule, kSourceDownRule);
    QCOMPARE(events.front().target, u"prometheus"_s);
    QCOMPARE(events.front().startsAt, kStart + 125 * kSecond);
    QCOMPARE(engine.statuses().front().data, DataState::SourceDown);
    engine.sourceAnswered(kStart + 605 * kSecond, events);
    feed(605, 20);
    QCOMPARE(events.size(), std::size_t{2});
    QVERIFY(!events.back().to);
    QCOMPARE(events.back().startsAt, kStart + 125 * kSecond);
}

void TestRuleEngine::restoredAlertsNeitherBeginNorEnd()
{
    Bench before(single());
    before.samples(0, 30, 101);
    const RuleEngine::Transitions active = before.engine.active();
    QCOMPARE(active.size(), std::size_t{1});

    Bench after(single());
    after.engine.restore(active.front());
    after.samples(35, 95, 95);
    QCOMPARE(after.story(), QString());
    after.samples(100, 160, 80);
    QCOMPARE(after.story(), u"160:-"_s);
    QCOMPARE(after.events.front().startsAt, kStart + 30 * kSecond);
}

void TestRuleEngine::flatTargetsAreApart()
{
    RuleEngine engine({single()}, u"prometheus"_s, 5 * kSecond);
    engine.start(kStart - 3600 * kSecond);
    const auto bad = engine.series(u"bad"_s, u"rtt"_s);
    const auto good = engine.series(u"good"_s, u"rtt"_s);
    const auto other = engine.series(u"bad"_s, u"loss"_s);
    QCOMPARE(engine.series(u"bad"_s, u"rtt"_s), bad);
    RuleEngine::Transitions events;
    for (qint64 second = 0; second <= 60; second += 5) {
        engine.observe(bad, kStart + second * kSecond, 120, events);
        engine.observe(good, kStart + second * kSecond, 20, events);
        engine.observe(other, kStart + second * kSecond, 1000, events);
    }
    QCOMPARE(events.size(), std::size_t{1});
    QCOMPARE(events.front().target, u"bad"_s);
}

void TestRuleEngine::statusKeepsDataApartFromLevel()
{
    Bench bench(single());
    bench.samples(0, 30, 101);
    QCOMPARE(bench.engine.statuses().front().data, DataState::Fresh);
    bench.engine.tick(kStart + 43 * kSecond, bench.events);
    QCOMPARE(bench.engine.statuses().front().data, DataState::Stale);
    bench.tick(45);
    const SeriesStatus status = bench.engine.statuses().front();
    QCOMPARE(status.data, DataState::NoData);
    QCOMPARE(status.level, Level::Red);
    QCOMPARE(status.time, kStart + 30 * kSecond);
}

QTEST_GUILESS_MAIN(TestRuleEngine)
#include "tst_ruleengine.moc"
