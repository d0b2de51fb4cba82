// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quality/alertperiodsmodel.h"
#include "app/quality/alertrecorder.h"
#include "tests/unit/quality/qualityfixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace watchroom;
using namespace watchroom::quality;
using namespace std::chrono_literals;

/// The record of a target, as the recorder writes it into a real standalone workspace.
class TestAlertPeriods : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aFiringAlertHasNoEnd();
    void followsRiseAndEnd();
    void onlyOfTheTargetAndTheTime();
    void theIncidentOfItsAlertsIsShown();
    void anIncidentOnTheTargetItself();
    void theWorstThatGoesOnComesFirst();
    void anotherTargetShowsNothingOfTheFirst();

private:
    void alert(const QString &target, std::optional<Level> to, const QString &rule = u"loss"_s);

    std::unique_ptr<Workspace> m_space;
    std::unique_ptr<AlertRecorder> m_recorder;
    std::unique_ptr<AlertPeriodsModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    qint64 m_begin = 0;
};

void TestAlertPeriods::init()
{
    m_space = std::make_unique<Workspace>();
    m_recorder = std::make_unique<AlertRecorder>(*m_space->store, m_space->clock,
        [](const Transition &found, const Row &) { return found.metric; });
    m_recorder->setFence(1);
    m_model = std::make_unique<AlertPeriodsModel>(*m_space->store);
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_begin = m_space->clock.ms();
    m_model->watch(u"site"_s, m_begin - 3'600'000);
}

void TestAlertPeriods::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_recorder.reset();
    m_space.reset();
}

/// Begins, changes or (without a level) ends it, now.
void TestAlertPeriods::alert(const QString &target, std::optional<Level> to, const QString &rule)
{
    Transition made{.rule = rule, .target = target, .metric = u"loss"_s};
    made.group = u"network"_s;
    made.to = to;
    made.time = m_space->clock.ms();
    made.startsAt = m_begin;
    made.value = 6.8;
    QSignalSpy settled(m_recorder.get(), &AlertRecorder::settled);
    m_recorder->take({made});
    QTRY_VERIFY(!settled.isEmpty());
}

void TestAlertPeriods::aFiringAlertHasNoEnd()
{
    alert(u"site"_s, Level::Yellow);
    QTRY_COMPARE(m_model->rowCount(), 1);
    const QModelIndex row = m_model->index(0);
    QCOMPARE(row.data(AlertPeriodsModel::MetricRole).toString(), u"loss"_s);
    QCOMPARE(row.data(AlertPeriodsModel::LevelRole).toString(), u"yellow"_s);
    QCOMPARE(row.data(AlertPeriodsModel::FromRole).toLongLong(), m_begin);
    QCOMPARE(row.data(AlertPeriodsModel::ToRole).toLongLong(), 0);
    QVERIFY(!m_model->periods().first().to);
}

void TestAlertPeriods::followsRiseAndEnd()
{
    alert(u"site"_s, Level::Yellow);
    QTRY_COMPARE(m_model->rowCount(), 1);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
    m_space->clock.advance(2min);
    alert(u"site"_s, Level::Red);
    QTRY_COMPARE(m_model->periods().first().level, Level::Red);
    m_space->clock.advance(3min);
    alert(u"site"_s, {});
    QTRY_VERIFY(m_model->periods().first().to);
    QCOMPARE(*m_model->periods().first().to, m_begin + 300'000);
    QVERIFY(!changed.isEmpty());
    QCOMPARE(removed.size(), 0);
}

void TestAlertPeriods::onlyOfTheTargetAndTheTime()
{
    alert(u"elsewhere"_s, Level::Red);
    alert(u"site"_s, Level::Yellow);
    m_space->clock.advance(10min);
    alert(u"site"_s, {});
    QTRY_VERIFY(m_model->rowCount() == 1 && m_model->periods().first().to);
    // It ended before this window begins.
    m_model->watch(u"site"_s, m_begin + 660'000);
    QTRY_COMPARE(m_model->rowCount(), 0);
    m_model->watch(u"site"_s, m_begin + 540'000);
    QTRY_COMPARE(m_model->rowCount(), 1);
}

void TestAlertPeriods::theIncidentOfItsAlertsIsShown()
{
    alert(u"egress"_s, Level::Red);
    m_space->clock.advance(1min);
    alert(u"site"_s, Level::Yellow); // joins the incident above it
    QTRY_VERIFY(m_model->incident());
    const Row incident = m_space->rows(u"incident"_s).first();
    QCOMPARE(m_model->incident()->id, domain::uuid(incident, "id"_L1));
    QCOMPARE(m_model->incident()->level, Level::Red);
    QCOMPARE(m_model->incident()->reference,
        u'#' + QString::number(domain::integer(incident, "number"_L1)));
    QTRY_COMPARE(m_model->index(0).data(AlertPeriodsModel::ReferenceRole).toString(),
        m_model->incident()->reference);
}

void TestAlertPeriods::anIncidentOnTheTargetItself()
{
    const QUuid id = m_space->open(u"blue"_s);
    QVERIFY(!m_model->incident());
    m_space->change(id, {{u"target"_s, u"site"_s}});
    QTRY_VERIFY(m_model->incident());
    QCOMPARE(m_model->incident()->id, id);
    QCOMPARE(m_model->rowCount(), 0);
}

void TestAlertPeriods::theWorstThatGoesOnComesFirst()
{
    const QUuid blue = m_space->open(u"blue"_s);
    const QUuid red = m_space->open(u"red"_s);
    m_space->change(blue, {{u"target"_s, u"site"_s}});
    m_space->change(red, {{u"target"_s, u"site"_s}});
    QTRY_VERIFY(m_model->incident() && m_model->incident()->id == red);
    // A red one that has recovered no longer hides a blue one that goes on.
    m_space->change(red, {{u"recovered_at"_s, base::toIso(m_space->clock.now())}});
    QTRY_COMPARE(m_model->incident()->id, blue);
}

void TestAlertPeriods::anotherTargetShowsNothingOfTheFirst()
{
    alert(u"site"_s, Level::Red);
    QTRY_COMPARE(m_model->rowCount(), 1);
    m_model->watch(u"elsewhere"_s, m_begin - 3'600'000);
    QCOMPARE(m_model->rowCount(), 0); // at once, before anything is read
    QVERIFY(!m_model->incident());
}

QTEST_GUILESS_MAIN(TestAlertPeriods)
#include "tst_alertperiods.moc"
