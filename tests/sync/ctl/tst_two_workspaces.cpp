// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/pgcluster.h"
#include "tests/sync/ctl/ctl.h"

#include <QTemporaryDir>
#include <QTest>

using namespace watchroom;
using namespace watchroom::tests;

/// One incident, two workspaces, one server that is killed on the way: nothing is lost, and all
/// three tell the same in the end.
class TestTwoWorkspaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void incidentGoesThroughAllStages();
    void alteredEntryIsFound();

private:
    [[nodiscard]] Ctl ctl(const QString &login) const;
    [[nodiscard]] QString admin() const { return m_cluster.adminConninfo(m_database); }
    void person(const QString &login, const QStringList &rights);
    void workspace(const QString &login);
    [[nodiscard]] static QString stageOf(const Ran &ran)
    {
        return ran.object().value(u"stage"_s).toString();
    }

    QTemporaryDir m_dir;
    fakes::PgCluster m_cluster;
    QString m_database;
};

Ctl TestTwoWorkspaces::ctl(const QString &login) const
{
    return Ctl(m_dir.filePath(login), login, login + u"-secret"_s);
}

void TestTwoWorkspaces::person(const QString &login, const QStringList &rights)
{
    QStringList words{u"server"_s, u"add-person"_s, login, u"--name"_s, login, u"--layer"_s,
        u"technical"_s, u"--group"_s, u"network"_s, u"--password-stdin"_s, u"--server"_s, admin()};
    for (const QString &right : rights)
        words << u"--right"_s << right;
    DONE(Ctl(m_dir.path()).run(words, (login + u"-secret\n"_s).toUtf8()));
}

void TestTwoWorkspaces::workspace(const QString &login)
{
    DONE(ctl(login).run(
        {u"workspace"_s, u"init"_s, u"--server"_s, m_cluster.conninfo(m_database, login, {})}));
    const Ran synced = ctl(login).run({u"sync"_s, u"--wait"_s, u"20"_s});
    QVERIFY2(synced.exitCode == 0, synced.all().constData());
    QCOMPARE(synced.object().value(u"state"_s).toString(), u"synced"_s);
}

void TestTwoWorkspaces::initTestCase()
{
    QVERIFY2(m_cluster.start(), m_cluster.error().constData());
    m_database = m_cluster.createDatabase();
    QVERIFY(!m_database.isEmpty());
    DONE(Ctl(m_dir.path()).run({u"server"_s, u"install"_s, u"--server"_s, admin()}));
    person(u"chen"_s, {u"lead"_s, u"admin"_s});
    person(u"li"_s, {});
    workspace(u"chen"_s);
    workspace(u"li"_s);
}

void TestTwoWorkspaces::incidentGoesThroughAllStages()
{
    const Ctl chen = ctl(u"chen"_s);
    const Ctl li = ctl(u"li"_s);
    const auto sync = [](const Ctl &one) { return one.run({u"sync"_s, u"--wait"_s, u"20"_s}); };

    const Ran opened = chen.run({u"incident"_s, u"open"_s, u"--title"_s, u"上行丢包 6.8%"_s,
        u"--level"_s, u"red"_s, u"--group"_s, u"network"_s});
    QVERIFY2(opened.exitCode == 0, opened.all().constData());
    const QString id = opened.object().value(u"id"_s).toString();

    DONE(sync(li));
    DONE(li.run({u"incident"_s, u"claim"_s, id}));
    // The other has not heard of it yet and is told, not obeyed.
    const Ran late = chen.run({u"incident"_s, u"claim"_s, id});
    QVERIFY2(late.exitCode == 4 || late.exitCode == 1, late.all().constData());
    DONE(sync(chen));
    DONE(li.run({u"incident"_s, u"advance"_s, id}));
    DONE(li.run(
        {u"incident"_s, u"assess"_s, id, u"--level"_s, u"red"_s, u"--group"_s, u"network"_s}));
    DONE(sync(chen));
    const Ran diagnosis = chen.run({u"incident"_s, u"advance"_s, id});
    QVERIFY2(diagnosis.exitCode == 0, diagnosis.all().constData());
    QCOMPARE(stageOf(diagnosis), u"diagnosis"_s);
    DONE(sync(li));

    const Ran taken = chen.run({u"incident"_s, u"take-over"_s, id});
    DONE(taken);
    QCOMPARE(taken.object()[u"owner"_s].toString(), u"chen"_s);
    DONE(sync(li));
    DONE(li.run({u"incident"_s, u"take-over"_s, id}));
    DONE(sync(chen));

    m_cluster.kill();
    const Ran offline =
        li.run({u"incident"_s, u"advance"_s, id, u"--cause"_s, u"运营商节点拥塞"_s});
    QVERIFY2(offline.exitCode == 0, offline.all().constData());
    QCOMPARE(offline.object().value(u"pending"_s), QJsonValue(true));
    DONE(chen.run(
        {u"log"_s, u"add"_s, id, u"电话确认，单号 DX-8841"_s, u"--channel"_s, u"phone"_s}));
    QCOMPARE(sync(li).exitCode, 3);
    QVERIFY2(m_cluster.start(), m_cluster.error().constData());

    DONE(sync(li));
    DONE(sync(chen));
    DONE(sync(li));
    DONE(li.run({u"incident"_s, u"advance"_s, id, u"--verified"_s, u"指标回落五分钟"_s}));
    DONE(sync(chen));
    DONE(chen.run({u"incident"_s, u"advance"_s, id, u"--told"_s, u"business"_s}));
    DONE(sync(li));
    const Ran closed = li.run({u"incident"_s, u"close"_s, id});
    QVERIFY2(closed.exitCode == 0, closed.all().constData());
    QCOMPARE(stageOf(closed), u"closed"_s);

    DONE(sync(chen));
    const Ran mine = chen.run({u"log"_s, u"list"_s, id});
    const Ran theirs = li.run({u"log"_s, u"list"_s, id});
    QVERIFY(mine.array().size() > 8);
    QCOMPARE(mine.array(), theirs.array());
    QCOMPARE(m_cluster
                 .psql(m_cluster.superConninfo(m_database),
                     u"SELECT count(*) FROM app.log_entry WHERE incident = '%1'"_s.arg(id))
                 .out.trimmed(),
        QString::number(mine.array().size()));
    QCOMPARE(chen.run({u"incident"_s, u"show"_s, id}).object(),
        li.run({u"incident"_s, u"show"_s, id}).object());

    const Ran here = chen.run({u"audit"_s, u"verify"_s});
    const Ran there = li.run({u"audit"_s, u"verify"_s});
    const Ran server = chen.run({u"audit"_s, u"verify"_s, u"--server"_s, admin()});
    for (const Ran &ran : {here, there, server}) {
        QVERIFY2(ran.exitCode == 0, ran.all().constData());
        QVERIFY(ran.object().value(u"broken"_s).isNull());
    }
    QCOMPARE(here.object(), there.object());
    QCOMPARE(here.object(), server.object());
}

void TestTwoWorkspaces::alteredEntryIsFound()
{
    const auto changed = m_cluster.psql(m_cluster.superConninfo(m_database),
        u"SET session_replication_role = replica;"
        "UPDATE app.log_entry SET text = 'nothing happened' WHERE kind = 'call';"_s);
    QVERIFY2(changed.exitCode == 0, qPrintable(changed.err));
    const Ran verified = ctl(u"chen"_s).run({u"audit"_s, u"verify"_s, u"--server"_s, admin()});
    QVERIFY2(verified.exitCode == 1, verified.all().constData());
    const QJsonObject broken = verified.object().value(u"broken"_s).toObject();
    QCOMPARE(broken.value(u"reason"_s).toString(), u"altered"_s);
    QVERIFY(broken.value(u"n"_s).toInt() > 0);
}

QTEST_GUILESS_MAIN(TestTwoWorkspaces)
#include "tst_two_workspaces.moc"
