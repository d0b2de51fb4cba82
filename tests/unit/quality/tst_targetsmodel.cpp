// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quality/simulator.h"
#include "app/quality/targetsmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace watchroom;
using namespace watchroom::quality;
using domain::Level;

class TestTargetsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isATree();
    void aRefreshKeepsTheTree();
    void orphansStandAtTheTop();
    void levelsAndCounts();
    void whoWasNeverHeardHasNoData();
    void onlyWhatChangedIsTold();
    void sparklineOfTheWorstMetric();
};

namespace {

QList<TargetInfo> tree()
{
    return {{u"hs"_s, u"ct"_s, u"site"_s, u"华山院区"_s, u"Huashan"_s},
        {u"ct"_s, u"east"_s, u"egress"_s, u"上海电信出口"_s, {}},
        {u"east"_s, {}, u"region"_s, u"华东"_s, {}}, {u"lone"_s, {}, u"site"_s, u"独"_s, {}}};
}

SeriesStatus status(const QString &target, std::optional<Level> level,
    DataState data = DataState::Fresh, const QString &metric = u"loss"_s)
{
    return {
        .target = target, .metric = metric, .level = level, .data = data, .value = 6.8, .time = 5};
}

} // namespace

void TestTargetsModel::isATree()
{
    TargetsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTargets(tree());
    QCOMPARE(model.rowCount(), 2);
    const QModelIndex site = model.indexOf(u"hs"_s);
    QCOMPARE(site.data(TargetsModel::NameRole).toString(), u"华山院区"_s);
    QCOMPARE(site.data(TargetsModel::NameEnRole).toString(), u"Huashan"_s);
    QCOMPARE(site.parent().data(TargetsModel::KeyRole).toString(), u"ct"_s);
    QCOMPARE(site.parent().parent().data(TargetsModel::KindRole).toString(), u"region"_s);
    QCOMPARE(site.data(TargetsModel::DataRole).toString(), QString());
    Simulator simulator(1);
    model.setTargets(simulator.targets());
    QCOMPARE(model.rowCount(), 1);
}

void TestTargetsModel::aRefreshKeepsTheTree()
{
    TargetsModel model;
    model.setTargets(tree());
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setTargets(tree());
    QCOMPARE(reset.size(), 0);
}

void TestTargetsModel::orphansStandAtTheTop()
{
    TargetsModel model;
    model.setTargets({{u"a"_s, u"b"_s, u"site"_s, u"a"_s, {}},
        {u"b"_s, u"a"_s, u"site"_s, u"b"_s, {}}, {u"c"_s, u"gone"_s, u"site"_s, u"c"_s, {}}});
    QCOMPARE(model.rowCount(), 2);
    QVERIFY(!model.indexOf(u"c"_s).parent().isValid());
    QVERIFY(model.indexOf(u"b"_s).isValid()); // a loop hides nobody
}

void TestTargetsModel::levelsAndCounts()
{
    TargetsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTargets(tree());
    model.update({.at = 5,
        .statuses = {status(u"hs"_s, {}, DataState::Fresh, u"rtt"_s), status(u"hs"_s, Level::Red),
            status(u"ct"_s, Level::Yellow), status(u"lone"_s, {}, DataState::NoData)}});
    const QModelIndex site = model.indexOf(u"hs"_s);
    QCOMPARE(site.data(TargetsModel::LevelRole).toString(), u"red"_s);
    QCOMPARE(site.data(TargetsModel::MetricRole).toString(), u"loss"_s);
    QCOMPARE(site.data(TargetsModel::ValueRole).toDouble(), 6.8);
    const QModelIndex region = model.indexOf(u"east"_s);
    QCOMPARE(region.data(TargetsModel::LevelRole).toString(), QString());
    QCOMPARE(region.data(TargetsModel::CountsRole).value<QList<int>>(), (QList<int>{1, 1, 0}));
    QCOMPARE(region.data(TargetsModel::NoDataCountRole).toInt(), 0);
    const QModelIndex lone = model.indexOf(u"lone"_s);
    QCOMPARE(lone.data(TargetsModel::DataRole).toString(), u"no_data"_s);
    QCOMPARE(lone.data(TargetsModel::NoDataCountRole).toInt(), 1);
}

void TestTargetsModel::whoWasNeverHeardHasNoData()
{
    TargetsModel model;
    model.setTargets(tree());
    model.update({.at = 5, .statuses = {status(u"hs"_s, {})}});
    QCOMPARE(model.indexOf(u"lone"_s).data(TargetsModel::DataRole).toString(), u"no_data"_s);
    QCOMPARE(model.indexOf(u"hs"_s).data(TargetsModel::DataRole).toString(), u"fresh"_s);
    QCOMPARE(model.indexOf(u"east"_s).data(TargetsModel::DataRole).toString(), QString());
    model.update({.at = 10, .statuses = {status(u"hs"_s, {}), status(u"lone"_s, {})}});
    QCOMPARE(model.indexOf(u"lone"_s).data(TargetsModel::DataRole).toString(), u"fresh"_s);
}

void TestTargetsModel::onlyWhatChangedIsTold()
{
    TargetsModel model;
    model.setTargets(tree());
    const QualityUpdate update{.at = 5, .statuses = {status(u"hs"_s, Level::Red)}};
    model.update(update);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.update(update);
    QCOMPARE(changed.size(), 0);
    model.update({.at = 10, .statuses = {status(u"lone"_s, Level::Blue)}});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].toModelIndex(), model.indexOf(u"lone"_s));
}

void TestTargetsModel::sparklineOfTheWorstMetric()
{
    TargetsModel model;
    model.setTargets(tree());
    for (int i = 0; i < 100; ++i)
        model.update({.at = i,
            .readings = {{u"hs"_s, u"loss"_s, i, 1.0 * i}, {u"hs"_s, u"rtt"_s, i, 40}},
            .statuses = {status(u"hs"_s, Level::Red)}});
    const auto line =
        model.indexOf(u"hs"_s).data(TargetsModel::SparklineRole).value<QList<float>>();
    QCOMPARE(line.size(), 48);
    QCOMPARE(line.last(), 99.0F);
}

QTEST_GUILESS_MAIN(TestTargetsModel)
#include "tst_targetsmodel.moc"
