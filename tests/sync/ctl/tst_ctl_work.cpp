// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/pgcluster.h"
#include "tests/sync/ctl/ctl.h"

#include <QTemporaryDir>
#include <QTest>

using namespace watchroom;
using namespace watchroom::tests;

/// Tickets and pending items by the command line: alone, and of two people on one server.
class TestCtlWork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTicketsLifeAlone();
    void aPendingItemsLifeAlone();
    void badWordsAreTold();
    void listIsInOrderOfUrgency();
    void offeredAcrossTwoStations();

private:
    [[nodiscard]] Ctl alone(const QTemporaryDir &dir) const;
    void person(const QString &login);

    QTemporaryDir m_dir;
    fakes::PgCluster m_cluster;
    QString m_database;
};

Ctl TestCtlWork::alone(const QTemporaryDir &dir) const
{
    const Ctl ctl(dir.filePath(u"w"_s));
    const Ran made = ctl.run({u"workspace"_s, u"init"_s});
    return made.exitCode == 0 ? ctl : Ctl(QString());
}

void TestCtlWork::aTicketsLifeAlone()
{
    const QTemporaryDir dir;
    const Ctl ctl = alone(dir);
    const QString incident =
        ctl.run({u"incident"_s, u"open"_s, u"--title"_s, u"卡顿"_s, u"--level"_s, u"red"_s})
            .object()["id"_L1]
            .toString();
    const Ran added = ctl.run({u"ticket"_s, u"add"_s, u"--title"_s, u"备用线路无信号"_s,
        u"--level"_s, u"yellow"_s, u"--incident"_s, incident, u"--next"_s, u"打给运营商"_s,
        u"--due"_s, u"2026-03-18T22:00:00+08:00"_s, u"--if"_s, u"若再中断则切换"_s, u"--url"_s,
        u"https://tracker.example/T-1"_s});
    QVERIFY2(added.exitCode == 0, added.all().constData());
    const QJsonObject ticket = added.object();
    QVERIFY(ticket["number"_L1].isDouble());
    QCOMPARE(ticket["incident"_L1].toString(), incident);
    QCOMPARE(ticket["due_at"_L1].toString(), u"2026-03-18T14:00:00.000000Z"_s);
    QCOMPARE(ticket["next_action"_L1].toString(), u"打给运营商"_s);
    QCOMPARE(ticket["url"_L1].toString(), u"https://tracker.example/T-1"_s);
    QVERIFY(ticket["owner"_L1].isNull());

    const QString label = ticket["label"_L1].toString();
    const QString number = QString::number(ticket["number"_L1].toInteger());
    DONE(ctl.run({u"ticket"_s, u"claim"_s, number}));
    DONE(ctl.run({u"ticket"_s, u"wait"_s, label, u"--for"_s, u"运营商"_s}));
    DONE(ctl.run({u"ticket"_s, u"resume"_s, label}));
    DONE(ctl.run({u"ticket"_s, u"level"_s, label, u"red"_s}));
    const Ran unreasoned = ctl.run({u"ticket"_s, u"close"_s, label, u"--drop"_s});
    QCOMPARE(unreasoned.exitCode, 1);
    QCOMPARE(unreasoned.error()["code"_L1].toString(), u"reason_missing"_s);
    const Ran closed = ctl.run({u"ticket"_s, u"close"_s, label, u"--outcome"_s, u"已更换"_s});
    QVERIFY2(closed.exitCode == 0, closed.all().constData());
    QCOMPARE(closed.object()["state"_L1].toString(), u"done"_s);
    QVERIFY(closed.object()["closed_at"_L1].isString());
    QVERIFY(ctl.run({u"ticket"_s, u"list"_s, u"--open"_s}).array().isEmpty());

    QStringList codes;
    for (const QJsonValue &entry : ctl.run({u"log"_s, u"list"_s, incident}).array())
        codes.append(entry.toObject()["code"_L1].toString());
    QCOMPARE(codes,
        (QStringList{u"incident_opened"_s, u"work_opened"_s, u"work_claimed"_s, u"work_waiting"_s,
            u"work_resumed"_s, u"work_level"_s, u"work_ended"_s}));
    QVERIFY(ctl.run({u"audit"_s, u"verify"_s, u"--full"_s}).object()["broken"_L1].isNull());
    const Ran chinese = ctl.runPlain({u"log"_s, u"list"_s, incident}, {}, u"zh_CN.UTF-8"_s);
    QVERIFY2(chinese.out.contains("工单 "), chinese.all().constData());
}

void TestCtlWork::aPendingItemsLifeAlone()
{
    const QTemporaryDir dir;
    const Ctl ctl = alone(dir);
    const Ran added = ctl.run({u"pending"_s, u"add"_s, u"--title"_s, u"机房门禁卡在值班台"_s,
        u"--level"_s, u"blue"_s, u"--claim"_s});
    QVERIFY2(added.exitCode == 0, added.all().constData());
    const QString id = added.object()["id"_L1].toString();
    QVERIFY(!added.object().contains("number"_L1));
    DONE(ctl.run({u"pending"_s, u"plan"_s, id, u"--next"_s, u"交还"_s}));
    QCOMPARE(
        ctl.run({u"pending"_s, u"show"_s, id}).object()["next_action"_L1].toString(), u"交还"_s);
    const Ran done = ctl.run({u"pending"_s, u"done"_s, id});
    QVERIFY2(done.exitCode == 0, done.all().constData());
    const Ran again = ctl.run({u"pending"_s, u"done"_s, id});
    QCOMPARE(again.exitCode, 1);
    QCOMPARE(again.error()["code"_L1].toString(), u"closed"_s);
}

void TestCtlWork::badWordsAreTold()
{
    const QTemporaryDir dir;
    const Ctl ctl = alone(dir);
    const QStringList add{u"ticket"_s, u"add"_s, u"--title"_s, u"x"_s, u"--level"_s, u"red"_s};
    struct Bad
    {
        QStringList words;
        int exitCode;
        QString code;
    };
    const QList<Bad> all{
        {add + QStringList{u"--url"_s, u"javascript:alert(1)"_s}, 1, u"url_refused"_s},
        {add + QStringList{u"--to"_s, u"nobody"_s}, 1, u"owner_unknown"_s},
        {add + QStringList{u"--due"_s, u"tomorrow"_s}, 2, u"usage"_s},
        {add + QStringList{u"--incident"_s, u"999"_s}, 1, u"incident_unknown"_s},
        {{u"ticket"_s, u"show"_s, u"999"_s}, 1, u"work_unknown"_s},
        {{u"pending"_s, u"claim"_s, u"999"_s}, 1, u"work_unknown"_s},
        {{u"pending"_s, u"add"_s, u"--title"_s, u"x"_s, u"--level"_s, u"red"_s, u"--url"_s,
             u"https://a"_s},
            2, u"usage"_s},
        {{u"ticket"_s, u"add"_s, u"--level"_s, u"red"_s}, 1, u"title_missing"_s}};
    for (const Bad &bad : all) {
        const Ran ran = ctl.run(bad.words);
        QVERIFY2(
            ran.exitCode == bad.exitCode, (bad.words.join(u' ').toUtf8() + ran.all()).constData());
        QCOMPARE(ran.error()["code"_L1].toString(), bad.code);
    }
    QVERIFY(ctl.run({u"ticket"_s, u"list"_s}).array().isEmpty());
}

void TestCtlWork::listIsInOrderOfUrgency()
{
    const QTemporaryDir dir;
    const Ctl ctl = alone(dir);
    const auto add = [&ctl](const QString &title, const QString &level, const QString &due) {
        return ctl.run({u"ticket"_s, u"add"_s, u"--title"_s, title, u"--level"_s, level, u"--due"_s,
            due, u"--claim"_s});
    };
    DONE(add(u"later"_s, u"yellow"_s, u"2026-03-18T16:00:00Z"_s));
    DONE(add(u"sooner"_s, u"yellow"_s, u"2026-03-18T15:00:00Z"_s));
    DONE(add(u"red"_s, u"red"_s, u"2026-03-19T15:00:00Z"_s));
    const Ran gone = add(u"gone"_s, u"red"_s, u"2026-03-17T15:00:00Z"_s);
    DONE(ctl.run({u"ticket"_s, u"close"_s, gone.object()["label"_L1].toString()}));
    QStringList titles;
    for (const QJsonValue &ticket : ctl.run({u"ticket"_s, u"list"_s}).array())
        titles.append(ticket.toObject()["title"_L1].toString());
    QCOMPARE(titles, (QStringList{u"red"_s, u"sooner"_s, u"later"_s, u"gone"_s}));
}

void TestCtlWork::person(const QString &login)
{
    DONE(Ctl(m_dir.path())
             .run({u"server"_s, u"add-person"_s, login, u"--name"_s, login, u"--layer"_s,
                      u"technical"_s, u"--password-stdin"_s, u"--server"_s,
                      m_cluster.adminConninfo(m_database)},
                 (login + u"-secret\n"_s).toUtf8()));
    const Ctl ctl(m_dir.filePath(login), login, login + u"-secret"_s);
    DONE(ctl.run(
        {u"workspace"_s, u"init"_s, u"--server"_s, m_cluster.conninfo(m_database, login, {})}));
    DONE(ctl.run({u"sync"_s, u"--wait"_s, u"20"_s}));
}

void TestCtlWork::offeredAcrossTwoStations()
{
    QVERIFY2(m_cluster.start(), m_cluster.error().constData());
    m_database = m_cluster.createDatabase();
    DONE(Ctl(m_dir.path())
             .run({u"server"_s, u"install"_s, u"--server"_s, m_cluster.adminConninfo(m_database)}));
    person(u"chen"_s);
    person(u"li"_s);
    const Ctl chen(m_dir.filePath(u"chen"_s), u"chen"_s, u"chen-secret"_s);
    const Ctl li(m_dir.filePath(u"li"_s), u"li"_s, u"li-secret"_s);
    const QStringList sync{u"sync"_s, u"--wait"_s, u"20"_s};

    DONE(chen.run(sync)); // who li is
    const Ran added = chen.run({u"ticket"_s, u"add"_s, u"--title"_s, u"换线"_s, u"--level"_s,
        u"red"_s, u"--claim"_s, u"--to"_s, u"li"_s});
    QVERIFY2(added.exitCode == 0, added.all().constData());
    const QString id = added.object()["id"_L1].toString();
    DONE(li.run(sync));
    QCOMPARE(li.run({u"ticket"_s, u"show"_s, id}).object()["owner"_L1].toString(), u"chen"_s);

    // Taken back at the same moment: whoever was first has it, the other is told.
    DONE(chen.run({u"ticket"_s, u"decline"_s, id}));
    const Ran late = li.run({u"ticket"_s, u"accept"_s, id});
    QVERIFY2(late.exitCode == 4, late.all().constData());
    DONE(chen.run({u"ticket"_s, u"transfer"_s, id, u"--to"_s, u"li"_s}));

    // Accepted while the server is away: it arrives when it is back.
    DONE(li.run({u"conflict"_s, u"resolve"_s,
        li.run({u"conflict"_s, u"list"_s}).array().first().toObject()["id"_L1].toString(),
        u"--theirs"_s}));
    DONE(li.run(sync));
    m_cluster.kill();
    const Ran offline = li.run({u"ticket"_s, u"accept"_s, id});
    QVERIFY2(offline.exitCode == 0, offline.all().constData());
    QCOMPARE(offline.object()["pending"_L1], QJsonValue(true));
    QVERIFY2(m_cluster.start(), m_cluster.error().constData());
    DONE(li.run(sync));
    DONE(chen.run(sync));
    const QJsonObject mine = chen.run({u"ticket"_s, u"show"_s, id}).object();
    QCOMPARE(mine["owner"_L1].toString(), u"li"_s);
    QVERIFY(mine["offered_to"_L1].isNull());
    QVERIFY(mine["number"_L1].isDouble());
    QCOMPARE(mine, li.run({u"ticket"_s, u"show"_s, id}).object());
}

QTEST_GUILESS_MAIN(TestCtlWork)

#include "tst_ctl_work.moc"
