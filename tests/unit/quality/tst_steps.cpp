// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quality/backoff.h"
#include "app/quality/steps.h"

#include <QTest>

using namespace watchroom::quality;

class TestSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shortSpansUseTheScrapeInterval();
    void longSpansUseThePixels();
    void pointsStandStillWhileTheViewMoves();
    void longRangesAreSplitWithoutAHole();
    void backoffGrowsToHalfAMinute();
};

void TestSteps::shortSpansUseTheScrapeInterval()
{
    const StepPlan plan = planSteps(0, 900'000, 600, 15'000);
    QCOMPARE(plan.step, 15'000);
    QVERIFY(!plan.folded);
}

void TestSteps::longSpansUseThePixels()
{
    const StepPlan plan = planSteps(0, 86'400'000, 600, 15'000);
    QCOMPARE(plan.step, 144'000);
    QVERIFY(plan.folded);
}

void TestSteps::pointsStandStillWhileTheViewMoves()
{
    for (qint64 shift = 0; shift < 100'000; shift += 777) {
        const StepPlan plan = planSteps(1'000'000 + shift, 4'600'000 + shift, 300, 5'000);
        QCOMPARE(plan.from % plan.step, 0);
        QCOMPARE(plan.to % plan.step, 0);
        QVERIFY(plan.from <= 1'000'000 + shift);
    }
}

void TestSteps::longRangesAreSplitWithoutAHole()
{
    const StepPlan plan{0, 1000 * 25'000, 1000, false};
    const std::vector<Span> pieces = splitSpan(plan);
    QCOMPARE(pieces.size(), std::size_t{3});
    qint64 next = plan.from;
    for (const Span &piece : pieces) {
        QCOMPARE(piece.from, next);
        QVERIFY((piece.to - piece.from) / plan.step + 1 <= 10'900);
        next = piece.to + plan.step;
    }
    QCOMPARE(pieces.back().to, plan.to);
    QCOMPARE(splitSpan({5, 4, 1, false}).size(), std::size_t{0});
}

void TestSteps::backoffGrowsToHalfAMinute()
{
    Backoff backoff;
    QVERIFY(backoff.mayTry(0));
    const qint64 expected[] = {1000, 2000, 4000, 8000, 16000, 30000, 30000, 30000};
    for (const qint64 wait : expected) {
        backoff.failed(0, 0.5);
        QCOMPARE(backoff.until(), wait);
    }
    QVERIFY(!backoff.mayTry(29'999));
    QVERIFY(backoff.mayTry(30'000));
    backoff.failed(0, 0);
    QCOMPARE(backoff.until(), 24'000);
    backoff.succeeded();
    QVERIFY(backoff.mayTry(0));
    backoff.failed(0, 0.999);
    QVERIFY(backoff.until() >= 1'190 && backoff.until() <= 1'200);
}

QTEST_GUILESS_MAIN(TestSteps)
#include "tst_steps.moc"
