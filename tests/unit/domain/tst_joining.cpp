// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/joining.h"

#include <QTest>

using namespace watchroom::domain;
using namespace Qt::StringLiterals;
namespace base = watchroom::base;
using namespace std::chrono_literals;

namespace {

const base::Instant kNow{std::chrono::seconds{1'773'844'361}};

Row target(const QString &key, const QString &parent)
{
    return {{u"key"_s, key}, {u"parent"_s, parent.isEmpty() ? QJsonValue() : QJsonValue(parent)}};
}

const QList<Row> kTargets{target(u"prom"_s, {}), target(u"east"_s, u"prom"_s),
    target(u"ct2"_s, u"east"_s), target(u"r1"_s, u"ct2"_s), target(u"r2"_s, u"ct2"_s)};

const Row kAlert{{u"target"_s, u"r1"_s}, {u"tech_group"_s, u"network"_s}};

Row incident(const QString &id, const QString &key, base::Instant opened = kNow - 5min)
{
    return {{u"id"_s, id}, {u"target"_s, key}, {u"tech_group"_s, u"network"_s},
        {u"stage"_s, u"assessment"_s}, {u"drill"_s, false}, {u"opened_at"_s, base::toIso(opened)}};
}

QString joined(const QList<Row> &incidents, const Row &alert = kAlert)
{
    const auto found = incidentToJoin(alert, incidents, TargetTree(kTargets), kNow);
    return found ? text(*found, "id"_L1) : QString();
}

class TestJoining : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void one_data()
    {
        QTest::addColumn<Row>("row");
        QTest::addColumn<bool>("joins");
        const auto with = [](const QString &column, const QJsonValue &value) {
            Row row = incident(u"a"_s, u"r1"_s);
            row.insert(column, value);
            return row;
        };
        QTest::newRow("same target") << incident(u"a"_s, u"r1"_s) << true;
        QTest::newRow("parent") << incident(u"a"_s, u"ct2"_s) << true;
        QTest::newRow("root") << incident(u"a"_s, u"prom"_s) << true;
        QTest::newRow("sibling") << incident(u"a"_s, u"r2"_s) << false;
        QTest::newRow("no target") << with(u"target"_s, QJsonValue()) << false;
        QTest::newRow("other group") << with(u"tech_group"_s, u"system"_s) << false;
        QTest::newRow("no group") << with(u"tech_group"_s, QJsonValue()) << false;
        QTest::newRow("closed") << with(u"stage"_s, u"closed"_s) << false;
        QTest::newRow("drill") << with(u"drill"_s, true) << false;
        QTest::newRow("deleted") << with(u"deleted"_s, true) << false;
        QTest::newRow("just inside the window")
            << incident(u"a"_s, u"r1"_s, kNow - 30min + 1us) << true;
        QTest::newRow("30 minutes") << incident(u"a"_s, u"r1"_s, kNow - 30min) << false;
    }

    void one()
    {
        QFETCH(Row, row);
        QFETCH(bool, joins);
        QCOMPARE(joined({row}), joins ? u"a"_s : QString());
    }

    void belowIsAnotherIncident()
    {
        Row alert = kAlert;
        alert.insert("target"_L1, u"ct2"_s);
        QCOMPARE(joined({incident(u"a"_s, u"r1"_s)}, alert), QString());
    }

    void nearestThenEarliestThenSmallest()
    {
        const Row root = incident(u"a"_s, u"prom"_s, kNow - 20min);
        const Row near = incident(u"b"_s, u"r1"_s, kNow - 1min);
        QCOMPARE(joined({root, near}), u"b"_s);
        const Row earlier = incident(u"c"_s, u"r1"_s, kNow - 2min);
        QCOMPARE(joined({root, near, earlier}), u"c"_s);
        const Row twin = incident(u"bb"_s, u"r1"_s, kNow - 2min);
        QCOMPARE(joined({root, near, earlier, twin}), u"bb"_s);
        QCOMPARE(joined({twin, earlier, near, root}), u"bb"_s);
    }

    void damagedTreeEnds()
    {
        const TargetTree tree({target(u"a"_s, u"b"_s), target(u"b"_s, u"a"_s)});
        QCOMPARE(tree.upwards(u"a"_s), (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(tree.upwards(u"stranger"_s), QStringList{u"stranger"_s});
        QVERIFY(tree.upwards({}).isEmpty());
    }
};

} // namespace

QTEST_GUILESS_MAIN(TestJoining)
#include "tst_joining.moc"
