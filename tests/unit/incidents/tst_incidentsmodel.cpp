// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/clock.h"
#include "app/incidents/boardcolumnmodel.h"
#include "app/incidents/directory.h"
#include "app/incidents/incidentcommands.h"
#include "app/incidents/incidentsmodel.h"
#include "app/incidents/stagehistory.h"
#include "app/incidents/timelinemodel.h"
#include "app/store/store.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace watchroom;
using namespace watchroom::incidents;
using namespace Qt::StringLiterals;

/// The board's models over a real standalone workspace.
class TestIncidentsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void followsRowsByDifference();
    void closedIncidentLeavesTheBoard();
    void redComesFirstThenTheNearestDeadline();
    void filterAsksForAllWords();
    void secondClaimIsToldWhoHasIt();
    void timelineShowsGuardsAndPeople();
    void historyKeepsEachPassage();
    void jsonHasTheShapeOfTheCommandLine();

private:
    QUuid open(const QString &title, const QString &level);
    void done(SavedFuture future);

    std::unique_ptr<QTemporaryDir> m_dir;
    base::CorrectedClock m_clock;
    QString m_login;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<Directory> m_directory;
    std::unique_ptr<IncidentCommands> m_commands;
    std::unique_ptr<IncidentsModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestIncidentsModel::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    auto store = store::Store::open(m_dir->path(), store::Store::Mode::Standalone, m_clock);
    QVERIFY(store.has_value());
    m_store = std::move(*store);
    auto set = m_store->setUpStandalone({.login = u"chen"_s, .name = u"陈思远"_s}, {});
    set.waitForFinished();
    QVERIFY(set.result().has_value());
    m_login = *set.result();
    m_directory = std::make_unique<Directory>(*m_store);
    m_commands = std::make_unique<IncidentCommands>(*m_store, m_clock,
        [this] { return store::Author{.login = m_login, .session = {}, .sessionKey = {}}; });
    m_model = std::make_unique<IncidentsModel>(*m_store, *m_directory, IncidentsModel::Scope::Open);
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get());
    QTRY_VERIFY(m_model->isLoaded());
    QTRY_COMPARE(m_directory->personName(u"chen"_s), u"陈思远"_s);
}

void TestIncidentsModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_commands.reset();
    m_directory.reset();
    m_store.reset();
}

void TestIncidentsModel::done(SavedFuture future)
{
    future.waitForFinished();
    const auto saved = future.result();
    QVERIFY2(saved.has_value(), saved ? "" : qPrintable(saved.error().code));
}

QUuid TestIncidentsModel::open(const QString &title, const QString &level)
{
    NewIncident fresh;
    fresh.title = title;
    fresh.level = level;
    fresh.group = u"network"_s;
    auto future = m_commands->open(fresh);
    future.waitForFinished();
    const auto saved = future.result();
    return saved ? domain::uuid(saved->rows.first(), "id"_L1) : QUuid();
}

void TestIncidentsModel::followsRowsByDifference()
{
    QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    QSignalSpy inserts(m_model.get(), &QAbstractItemModel::rowsInserted);
    QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
    const QUuid id = open(u"上行丢包"_s, u"red"_s);
    QTRY_COMPARE(m_model->rowCount(), 1);
    QCOMPARE(inserts.size(), 1);
    changes.clear();
    done(m_commands->claim(id));
    QTRY_COMPARE(m_model->find(id)->owner, u"chen"_s);
    QVERIFY(!changes.isEmpty());
    QCOMPARE(m_model->indexOf(id).data(IncidentsModel::OwnerNameRole).toString(), u"陈思远"_s);
    QCOMPARE(resets.size(), 0);
}

void TestIncidentsModel::closedIncidentLeavesTheBoard()
{
    const QUuid id = open(u"重复告警"_s, u"yellow"_s);
    const QUuid other = open(u"抖动"_s, u"yellow"_s);
    QTRY_COMPARE(m_model->rowCount(), 2);
    done(m_commands->claim(id));
    Advance step;
    step.to = u"closed"_s;
    step.reason = u"duplicate"_s;
    done(m_commands->advance(id, step));
    QTRY_COMPARE(m_model->rowCount(), 1);
    QVERIFY(m_model->find(other));
    IncidentsModel closed(*m_store, *m_directory, IncidentsModel::Scope::Closed);
    QTRY_COMPARE(closed.rowCount(), 1);
    QCOMPARE(closed.incidents().first().id, id);
}

void TestIncidentsModel::redComesFirstThenTheNearestDeadline()
{
    const QUuid blue = open(u"蓝"_s, u"blue"_s);
    const QUuid yellow = open(u"黄"_s, u"yellow"_s);
    const QUuid red = open(u"红"_s, u"red"_s);
    BoardColumnModel column(u"detection"_s);
    column.setSourceModel(m_model.get());
    QAbstractItemModelTester tester(&column);
    QTRY_COMPARE(column.rowCount(), 3);
    const auto at = [&column](int row) {
        return column.index(row, 0).data(IncidentsModel::IdRole).toUuid();
    };
    QCOMPARE(at(0), red);
    QCOMPARE(at(1), yellow); // 15 minutes are nearer than 60
    QCOMPARE(at(2), blue);
}

void TestIncidentsModel::filterAsksForAllWords()
{
    (void)open(u"上海电信 丢包 6.8%"_s, u"red"_s);
    (void)open(u"上海电信 抖动"_s, u"blue"_s);
    BoardColumnModel column(u"detection"_s);
    column.setSourceModel(m_model.get());
    QTRY_COMPARE(column.rowCount(), 2);
    BoardFilter filter;
    filter.words = {u"上海"_s};
    column.setFilter(filter);
    QCOMPARE(column.rowCount(), 2);
    filter.words = {u"上海"_s, u"丢包"_s};
    column.setFilter(filter);
    QCOMPARE(column.rowCount(), 1);
    filter = {};
    filter.level = u"blue"_s;
    column.setFilter(filter);
    QCOMPARE(column.rowCount(), 1);
    filter = {};
    filter.owner = u"chen"_s;
    column.setFilter(filter);
    QCOMPARE(column.rowCount(), 0);
}

void TestIncidentsModel::secondClaimIsToldWhoHasIt()
{
    const QUuid id = open(u"两人认领"_s, u"red"_s);
    done(m_commands->claim(id));
    auto second = m_commands->claim(id);
    second.waitForFinished();
    const auto refused = second.result();
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, base::Error::Kind::Conflict);
    QCOMPARE(refused.error().code, u"changed"_s);
    QCOMPARE(refused.error().params.value(u"value"_s).toString(), u"chen"_s);
}

void TestIncidentsModel::timelineShowsGuardsAndPeople()
{
    const QUuid id = open(u"时间线"_s, u"red"_s);
    TimelineModel timeline(*m_store, *m_directory);
    QAbstractItemModelTester tester(&timeline);
    timeline.setIncident(id);
    QTRY_COMPARE(timeline.rowCount(), 1); // incident_opened
    NewEntry call;
    call.incident = id;
    call.text = u"已联系运营商"_s;
    call.channel = u"phone"_s;
    done(m_commands->addEntry(call));
    QTRY_COMPARE(timeline.rowCount(), 2);
    const auto entryAt = [&timeline](int row) {
        return timeline.index(row).data(TimelineModel::EntryRole).value<Entry>();
    };
    QCOMPARE(entryAt(0).text, u"已联系运营商"_s);
    QCOMPARE(entryAt(0).kind, u"call"_s);
    QCOMPARE(timeline.index(0).data(TimelineModel::AuthorNameRole).toString(), u"陈思远"_s);
    NewEntry correction;
    correction.incident = id;
    correction.text = u"打给的是电信"_s;
    correction.corrects = entryAt(0).id;
    done(m_commands->addEntry(correction));
    QTRY_COMPARE(timeline.rowCount(), 3);
    QCOMPARE(timeline.index(1).data(TimelineModel::CorrectedRole).toBool(), true);
    QCOMPARE(timeline.index(0).data(TimelineModel::CorrectedRole).toBool(), false);
}

void TestIncidentsModel::historyKeepsEachPassage()
{
    const QUuid id = open(u"阶段"_s, u"red"_s);
    StageHistory history(*m_store);
    history.setIncident(id);
    QTRY_COMPARE(history.passages().size(), 1);
    done(m_commands->claim(id));
    Advance step;
    step.to = u"assessment"_s;
    done(m_commands->advance(id, step));
    Assessment assessment;
    assessment.group = u"network"_s;
    done(m_commands->assessAndAdvance(id, assessment));
    QTRY_COMPARE(history.passages().size(), 3);
    step.reason = u"new_findings"_s;
    done(m_commands->advance(id, step));
    QTRY_COMPARE(history.passages().size(), 4);
    QCOMPARE(history.last(u"assessment")->n, 4);
    QVERIFY(!history.last(u"assessment")->leftAt);
    QVERIFY(history.last(u"diagnosis")->leftAt);
}

void TestIncidentsModel::jsonHasTheShapeOfTheCommandLine()
{
    const QUuid id = open(u"形状"_s, u"blue"_s);
    QTRY_VERIFY(m_model->find(id));
    const QJsonObject json = toJson(*m_model->find(id));
    const QStringList wanted{u"acknowledged_by"_s, u"closed_at"_s, u"drill"_s, u"due_at"_s, u"id"_s,
        u"label"_s, u"level"_s, u"number"_s, u"opened_at"_s, u"owner"_s, u"pending"_s, u"stage"_s,
        u"target"_s, u"title"_s};
    QCOMPARE(json.keys(), wanted);
    QVERIFY(json.value(u"owner"_s).isNull());
    QCOMPARE(json.value(u"number"_s).toInt(), 1);
    QCOMPARE(json.value(u"stage"_s).toString(), u"detection"_s);
}

QTEST_GUILESS_MAIN(TestIncidentsModel)
#include "tst_incidentsmodel.moc"
