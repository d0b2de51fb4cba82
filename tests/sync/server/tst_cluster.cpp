// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/pgcluster.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using watchroom::fakes::PgCluster;

/// The private PostgreSQL of the tests itself: what was committed survives each way of ending it.
class TestCluster : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void survivesEachEnd()
    {
        PgCluster cluster;
        QVERIFY2(cluster.start(), cluster.error().constData());
        const int port = cluster.port();
        const QString database = cluster.createDatabase();
        QVERIFY2(!database.isEmpty(), cluster.error().constData());
        const QString admin = cluster.adminConninfo(database);
        QCOMPARE(
            cluster.psql(admin, u"CREATE TABLE t (n int); INSERT INTO t VALUES (1);"_s).exitCode,
            0);

        cluster.stopImmediately();
        QVERIFY(cluster.psql(admin, u"SELECT 1;"_s).exitCode != 0);
        QVERIFY2(cluster.start(), cluster.error().constData());
        QCOMPARE(cluster.psql(admin, u"INSERT INTO t VALUES (2);"_s).exitCode, 0);
        cluster.kill();
        QVERIFY2(cluster.start(), cluster.error().constData());
        QCOMPARE(cluster.port(), port);
        QCOMPARE(cluster.psql(admin, u"SELECT sum(n) FROM t;"_s).out, u"3"_s);

        cluster.pause();
        cluster.resume();
        QCOMPARE(cluster.psql(admin, u"SELECT 1;"_s).out, u"1"_s);
    }

    void wrongPasswordIsRefused()
    {
        PgCluster cluster;
        QVERIFY2(cluster.start(), cluster.error().constData());
        const auto output =
            cluster.psql(cluster.conninfo(u"postgres"_s, u"admin"_s, u"wrong"_s), u"SELECT 1;"_s);
        QVERIFY(output.err.contains(u"password authentication failed"_s));
    }
};

QTEST_GUILESS_MAIN(TestCluster)
#include "tst_cluster.moc"
