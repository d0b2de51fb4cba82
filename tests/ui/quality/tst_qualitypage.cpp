// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quality/alertrecorder.h"
#include "app/quality/simulator.h"
#include "tests/ui/quality/qualitybench.h"
#include "ui/widgets/levelmark.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"

#include <QApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

#include <set>

using namespace watchroom;
using namespace watchroom::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::Level;
using quality::TargetsModel;

/// What somebody sees and does on the page while the source answers.
class TestQualityPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theFirstTargetIsDrawn();
    void theWorstTargetIsChosenFirst();
    void theDemosSourceFillsAllSix();
    void limitsAreTheRulesInForce();
    void bandsFollowTheRecord();
    void oneCrosshairForAll();
    void heldAndLiveAgain();
    void aMomentCanBeShown();
    void rangesAskAgainAndKeepTheOldLines();
    void theFilterFindsInBothLanguages();
    void theTreeKeepsItsKeysAndLeavesTheRest();
    void theIncidentLeadsToTheBoard();
    void anotherTargetByName();

private:
    void record(std::optional<Level> level);
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);

    std::unique_ptr<QualityBench> m_bench;
};

void TestQualityPage::init()
{
    m_bench = std::make_unique<QualityBench>();
}

void TestQualityPage::cleanup()
{
    m_bench.reset();
}

/// A loss alert at the egress, as the recorder writes it.
void TestQualityPage::record(std::optional<Level> level)
{
    static constexpr qint64 kBefore = 120'000;
    quality::AlertRecorder recorder(*m_bench->space.store, m_bench->space.clock,
        [](const quality::Transition &, const domain::Row &) { return u"上行丢包"_s; });
    recorder.setFence(1);
    quality::Transition found{.rule = u"loss_high"_s, .target = u"egress"_s, .metric = u"loss"_s};
    found.group = u"network"_s;
    found.to = level;
    found.time = m_bench->now();
    found.startsAt = m_bench->now() - (level ? kBefore : kBefore + 60'000);
    found.value = 6.8;
    QSignalSpy settled(&recorder, &quality::AlertRecorder::settled);
    recorder.take({found});
    QTRY_VERIFY(!settled.isEmpty());
}

/// Pressed where the focus would be after the page was opened.
void TestQualityPage::key(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(m_bench->child<QTreeView>(u"targetTree"_s), key, modifiers);
}

void TestQualityPage::theFirstTargetIsDrawn()
{
    m_bench->steering->setValue(u"rtt"_s, 42);
    m_bench->start();
    QCOMPARE(m_bench->page->target(), u"egress"_s);
    QTRY_COMPARE(QApplication::focusWidget(), m_bench->child<QTreeView>(u"targetTree"_s));
    QTRY_VERIFY(m_bench->cell(u"rtt"_s).isChartShown());
    m_bench->pass();
    // The newest value is what came live; history is half of it.
    QTRY_COMPARE(m_bench->chart(u"rtt"_s).valueText(), u"42"_s);
    QVERIFY2(m_bench->spoken(u"rtt"_s).contains(u"lowest 21 ms"_s),
        qPrintable(m_bench->spoken(u"rtt"_s)));
    QVERIFY(m_bench->spoken(u"rtt"_s).contains(u"Normal"_s));
    QTRY_COMPARE(m_bench->chart(u"rtt"_s).data().to, m_bench->now());
    QCOMPARE(m_bench->chart(u"rtt"_s).data().from, m_bench->now() - 3'600'000);
    // Nothing is missing between history and what came live.
    QVERIFY(m_bench->chart(u"rtt"_s).layer().gaps().empty());
}

void TestQualityPage::theWorstTargetIsChosenFirst()
{
    auto rules = quality::defaultRules(1);
    for (domain::Rule &rule : rules) {
        for (auto &limit : rule.levels)
            limit->forSeconds = 0;
    }
    m_bench->service.setRules(rules);
    m_bench->steering->setValue(u"loss"_s, 9);
    m_bench->start();
    m_bench->pass();
    QTRY_VERIFY(m_bench->spoken(u"loss"_s).startsWith(u"Red"_s));
    auto *level = m_bench->child<widgets::LevelMark>(u"targetLevel"_s);
    QVERIFY(level->isVisible());
    QCOMPARE(level->accessibleName(), u"Red"_s);
    QTRY_COMPARE(
        m_bench->child<widgets::TextLabel>(u"targetSums"_s)->text(), u"3 target(s) · abnormal 3"_s);
    auto *tree = m_bench->child<QTreeView>(u"targetTree"_s);
    const QModelIndex region = tree->model()->index(0, 0, tree->rootIndex());
    QCOMPARE(region.data(Qt::AccessibleTextRole).toString(), u"华东, Red 2"_s);
    const QModelIndex egress = tree->model()->index(0, 0, region);
    QCOMPARE(egress.data(Qt::AccessibleTextRole).toString(), u"上海电信出口, Red, Loss 9.0 %"_s);
    // Whoever opens the page later begins with a red one.
    QualityPage later(m_bench->theme, {m_bench->service, m_bench->periods, m_bench->space.clock});
    later.setTargetRows(fakes::SteeredSource(m_bench->steering).targets());
    m_bench->pass();
    QCOMPARE(later.target(), u"egress"_s);
}

void TestQualityPage::theDemosSourceFillsAllSix()
{
    m_bench->setSource([] { return std::make_unique<quality::Simulator>(7); });
    for (const QString &metric : ChartGrid::metrics()) {
        QTRY_VERIFY2(m_bench->cell(metric).isChartShown(), qPrintable(metric));
        QTRY_VERIFY2(m_bench->chart(metric).valueText() != u"—"_s, qPrintable(metric));
    }
    QCOMPARE(m_bench->chart(u"mos"_s).data().low, 1.0);
    QCOMPARE(m_bench->chart(u"mos"_s).data().high, 5.0);
}

void TestQualityPage::limitsAreTheRulesInForce()
{
    m_bench->start();
    const auto limits = [&](const QString &metric) {
        std::set<std::pair<Level, double>> found;
        for (const auto &limit : m_bench->chart(metric).data().thresholds)
            found.emplace(limit.level, limit.value);
        return found;
    };
    QCOMPARE(limits(u"loss"_s),
        (std::set<std::pair<Level, double>>{
            {Level::Blue, 1}, {Level::Yellow, 3}, {Level::Red, 5}}));
    QVERIFY(!m_bench->chart(u"mos"_s).data().thresholds.first().above);
    // A new version of the rules takes their place.
    auto rules = quality::defaultRules(1);
    for (domain::Rule &rule : rules) {
        if (rule.metric == "loss"_L1)
            rule.levels = {std::nullopt, std::nullopt, domain::RuleLevel{8, 7, 20, 120}};
    }
    m_bench->page->setRules(rules);
    QCOMPARE(limits(u"loss"_s), (std::set<std::pair<Level, double>>{{Level::Red, 8}}));
}

void TestQualityPage::bandsFollowTheRecord()
{
    m_bench->start();
    record(Level::Red);
    auto bands = [&](const QString &metric) { return m_bench->chart(metric).data().bands; };
    QTRY_COMPARE(bands(u"loss"_s).size(), 1);
    QTRY_COMPARE(bands(u"loss"_s).first().label, u"#1"_s);
    QCOMPARE(bands(u"loss"_s).first().level, Level::Red);
    QCOMPARE(bands(u"loss"_s).first().from, m_bench->now() - 120'000);
    QCOMPARE(bands(u"loss"_s).first().to, m_bench->now()); // it goes on to the window's end
    QVERIFY(bands(u"rtt"_s).isEmpty());
    const qint64 ended = m_bench->now() + 60'000;
    m_bench->pass(60s);
    record({});
    m_bench->pass(30s);
    QTRY_COMPARE(bands(u"loss"_s).first().to, ended);
}

void TestQualityPage::oneCrosshairForAll()
{
    m_bench->steering->setValue(u"rtt"_s, 42);
    m_bench->start();
    m_bench->pass();
    QTRY_COMPARE(m_bench->chart(u"rtt"_s).valueText(), u"42"_s);
    QTRY_COMPARE(m_bench->chart(u"loss"_s).data().to, m_bench->now());
    QTest::keyClick(&m_bench->chart(u"loss"_s), Qt::Key_Home);
    QCOMPARE(*m_bench->grid().crosshair().time(), m_bench->now() - 3'600'000);
    // History under it, in every chart.
    QCOMPARE(m_bench->chart(u"rtt"_s).valueText(), u"21"_s);
    QCOMPARE(m_bench->chart(u"jitter"_s).valueText(), u"1"_s); // a half, rounded as shown
    key(Qt::Key_Right, Qt::ShiftModifier);
    const auto ten = m_bench->grid().crosshair().time();
    QVERIFY(*ten > m_bench->now() - 3'600'000);
    key(Qt::Key_Left);
    QVERIFY(m_bench->grid().crosshair().time() < ten);
    key(Qt::Key_Escape);
    QVERIFY(!m_bench->grid().crosshair().time());
    // A narrower window leaves it behind.
    QTest::keyClick(&m_bench->chart(u"loss"_s), Qt::Key_Home);
    key(Qt::Key_1);
    QVERIFY(!m_bench->grid().crosshair().time());
    key(Qt::Key_2);
    QCOMPARE(m_bench->chart(u"rtt"_s).valueText(), u"42"_s);
}

void TestQualityPage::heldAndLiveAgain()
{
    m_bench->start();
    QTRY_VERIFY(m_bench->cell(u"loss"_s).isChartShown());
    auto *live = m_bench->child<QPushButton>(u"live"_s);
    QVERIFY(live->isChecked());
    key(Qt::Key_Space);
    QVERIFY(!m_bench->page->isLive());
    QVERIFY(!live->isChecked());
    QVERIFY(m_bench->child<QWidget>(u"pausedAt"_s)->isVisible());
    const qint64 held = m_bench->now();
    m_bench->pass(); // brings the value of the instant it was held at
    m_bench->steering->setValue(u"loss"_s, 0.7);
    for (int i = 0; i < 3; ++i)
        m_bench->pass();
    QTRY_COMPARE(m_bench->chart(u"loss"_s).data().to, held);
    QCOMPARE(m_bench->chart(u"loss"_s).valueText(), u"1.0"_s);
    // What came meanwhile is there when it goes on.
    live->click();
    QTRY_COMPARE(m_bench->chart(u"loss"_s).data().to, m_bench->now());
    QTRY_COMPARE(m_bench->chart(u"loss"_s).valueText(), u"0.7"_s);
    std::vector<widgets::Sample> samples;
    m_bench->chart(u"loss"_s).data().series.first()->samples(held + 1, m_bench->now() + 1, samples);
    QVERIFY(samples.size() >= 3);
    QVERIFY(!m_bench->child<QWidget>(u"pausedAt"_s)->isVisible());
}

void TestQualityPage::aMomentCanBeShown()
{
    m_bench->start();
    const qint64 before = m_bench->now() - 7'200'000;
    m_bench->page->showMoment(before);
    QVERIFY(!m_bench->page->isLive());
    QTRY_COMPARE(m_bench->chart(u"loss"_s).data().to, before);
    QTRY_COMPARE(m_bench->chart(u"loss"_s).valueText(), u"0.5"_s);
}

void TestQualityPage::rangesAskAgainAndKeepTheOldLines()
{
    m_bench->start();
    m_bench->pass();
    QTRY_COMPARE(m_bench->chart(u"loss"_s).valueText(), u"1.0"_s);
    m_bench->steering->hold();
    const auto asked = m_bench->steering->requests().size();
    key(Qt::Key_5);
    QCOMPARE(m_bench->child<widgets::SegmentedControl>(u"range"_s)->current(), 4);
    QTRY_COMPARE(m_bench->steering->requests().size(), asked + ChartGrid::metrics().size());
    const auto request = m_bench->steering->requests().last();
    QCOMPARE(request.to - request.from, 7 * 86'400'000LL);
    QTRY_COMPARE(m_bench->chart(u"loss"_s).data().from, m_bench->now() - 7 * 86'400'000LL);
    // Not answered yet: the old hour is still drawn, at the right end of the week.
    QVERIFY(m_bench->cell(u"loss"_s).isChartShown());
    const auto &series = *m_bench->chart(u"loss"_s).data().series.first();
    QVERIFY(series.count(m_bench->now() - 3'600'000, m_bench->now()) > 100);
    QCOMPARE(series.count(0, m_bench->now() - 86'400'000), 0);
    m_bench->steering->release();
    QTRY_VERIFY(series.count(0, m_bench->now() - 86'400'000) > 100);
    // The segments say the same as the keys.
    auto *range = m_bench->child<widgets::SegmentedControl>(u"range"_s);
    QTest::mouseClick(range, Qt::LeftButton, {}, range->segmentRect(0).center());
    QTRY_COMPARE(m_bench->chart(u"loss"_s).data().from, m_bench->now() - 900'000);
}

void TestQualityPage::theFilterFindsInBothLanguages()
{
    m_bench->start();
    auto *tree = m_bench->child<QTreeView>(u"targetTree"_s);
    auto *filter = m_bench->child<widgets::SearchField>(u"targetFilter"_s);
    const auto visible = [tree] {
        QStringList keys;
        for (QModelIndex row = tree->model()->index(0, 0, tree->rootIndex()); row.isValid();
             row = tree->indexBelow(row))
            keys.append(row.data(TargetsModel::KeyRole).toString());
        return keys;
    };
    const QStringList all{u"east"_s, u"egress"_s, u"site"_s, u"south"_s, u"elsewhere"_s};
    QCOMPARE(visible(), all);
    m_bench->page->focusFilter();
    QTest::keyClicks(filter, u"guangzhou"_s);
    QCOMPARE(visible(), (QStringList{u"south"_s, u"elsewhere"_s}));
    // What is drawn stays what was chosen.
    QCOMPARE(m_bench->page->target(), u"egress"_s);
    filter->setText(u"华山"_s);
    QCOMPARE(visible(), (QStringList{u"east"_s, u"egress"_s, u"site"_s}));
    filter->setText(u"nowhere"_s);
    QVERIFY(m_bench->child<QWidget>(u"noTargets"_s)->isVisible());
    QTest::keyClick(filter, Qt::Key_Escape);
    QVERIFY(!m_bench->child<QWidget>(u"noTargets"_s)->isVisible());
    QCOMPARE(visible(), all);
    QCOMPARE(tree->currentIndex().data(TargetsModel::KeyRole).toString(), u"egress"_s);
}

void TestQualityPage::theTreeKeepsItsKeysAndLeavesTheRest()
{
    m_bench->start();
    auto *tree = m_bench->child<QTreeView>(u"targetTree"_s);
    key(Qt::Key_Down);
    QCOMPARE(m_bench->page->target(), u"site"_s);
    key(Qt::Key_Down); // a region: folds, but is nothing to draw
    QCOMPARE(m_bench->page->target(), u"site"_s);
    const QModelIndex south = tree->currentIndex();
    QCOMPARE(south.data(TargetsModel::KeyRole).toString(), u"south"_s);
    key(Qt::Key_Left);
    QVERIFY(!tree->isExpanded(south));
    QVERIFY(!m_bench->grid().crosshair().time());
    key(Qt::Key_Right);
    QVERIFY(tree->isExpanded(south));
    key(Qt::Key_Down);
    QCOMPARE(m_bench->page->target(), u"elsewhere"_s);
    key(Qt::Key_1);
    QCOMPARE(m_bench->page->range(), 0);
    key(Qt::Key_Left);
    QVERIFY(m_bench->grid().crosshair().time());
}

void TestQualityPage::theIncidentLeadsToTheBoard()
{
    m_bench->start();
    auto *link = m_bench->child<QPushButton>(u"targetIncident"_s);
    QVERIFY(!link->isVisible());
    record(Level::Red);
    QTRY_VERIFY(link->isVisible());
    QCOMPARE(link->text(), u"#1"_s);
    m_bench->page->tick();
    QCOMPARE(m_bench->child<widgets::TextLabel>(u"targetDuration"_s)->text(), u"for 00:00"_s);
    m_bench->pass(61s);
    m_bench->page->tick();
    QCOMPARE(m_bench->child<widgets::TextLabel>(u"targetDuration"_s)->text(), u"for 01:01"_s);
    QSignalSpy asked(m_bench->page.get(), &QualityPage::incidentRequested);
    link->click();
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().toUuid(),
        domain::uuid(m_bench->space.rows(u"incident"_s).first(), "id"_L1));
}

void TestQualityPage::anotherTargetByName()
{
    m_bench->start();
    QVERIFY(!m_bench->page->showTarget(u"gone"_s));
    QCOMPARE(m_bench->page->target(), u"egress"_s);
    QVERIFY(m_bench->page->showTarget(u"south"_s)); // a region: what is measured in it
    QCOMPARE(m_bench->page->target(), u"elsewhere"_s);
    m_bench->child<widgets::SearchField>(u"targetFilter"_s)->setText(u"guangzhou"_s);
    QVERIFY(m_bench->page->showTarget(u"site"_s)); // though the filter hides it
    QCOMPARE(m_bench->page->target(), u"site"_s);
    QCOMPARE(m_bench->child<widgets::TextLabel>(u"targetName"_s)->text(), u"华山院区"_s);
    QTRY_VERIFY(!m_bench->steering->requests().isEmpty()
        && m_bench->steering->requests().last().target == u"site"_s);
}

QTEST_MAIN(TestQualityPage)
#include "tst_qualitypage.moc"
