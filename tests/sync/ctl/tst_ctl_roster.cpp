// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/pgcluster.h"
#include "tests/sync/ctl/ctl.h"

#include <QTemporaryDir>
#include <QTest>

using namespace watchroom;
using namespace watchroom::tests;

/// Who is on duty, by the command line: alone, and of two people on one server.
class TestCtlRoster : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoIsOn();
    void gapsAndDoubleDuty();
    void badWordsAreTold();
    void askedAndAcceptedAcrossTwoStations();

private:
    [[nodiscard]] static Ran rotate(
        const Ctl &ctl, const QString &position, const QString &members);
    [[nodiscard]] static QString onDuty(const Ctl &ctl, const QString &at);

    QTemporaryDir m_dir;
    fakes::PgCluster m_cluster;
};

/// Days from 8 to 20 in Shanghai, from 18 March on; nights are nobody's.
Ran TestCtlRoster::rotate(const Ctl &ctl, const QString &position, const QString &members)
{
    return ctl.run(
        {u"roster"_s, u"rotate"_s, position, u"--slot"_s, u"day"_s, u"--from"_s, u"08:00"_s,
            u"--until"_s, u"20:00"_s, u"--starts"_s, u"2026-03-18"_s, u"--members"_s, members});
}

QString TestCtlRoster::onDuty(const Ctl &ctl, const QString &at)
{
    QStringList all;
    for (const QJsonValue &shift : ctl.run({u"roster"_s, u"who"_s, u"--at"_s, at}).array()) {
        const QJsonObject object = shift.toObject();
        all.append(object["position"_L1].toString() + u' ' + object["person"_L1].toString() + u' '
            + object["from"_L1].toString().mid(5, 8) + u' ' + object["to"_L1].toString().mid(5, 8));
    }
    return all.join(u", "_s);
}

void TestCtlRoster::whoIsOn()
{
    const Ctl ctl(m_dir.filePath(u"alone"_s));
    DONE(ctl.run({u"workspace"_s, u"init"_s}));
    const QString me = ctl.run({u"ticket"_s, u"add"_s, u"--title"_s, u"x"_s, u"--level"_s,
                                   u"blue"_s, u"--claim"_s})
                           .object()["owner"_L1]
                           .toString();
    DONE(rotate(ctl, u"network"_s, me));
    QCOMPARE(ctl.run({u"roster"_s, u"list"_s}).array().size(), 1);
    QCOMPARE(onDuty(ctl, u"2026-03-18T00:00:00Z"_s), u"network %1 03-18T00 03-18T12"_s.arg(me));
    QCOMPARE(onDuty(ctl, u"2026-03-18T12:00:00Z"_s), QString());
    QCOMPARE(onDuty(ctl, u"2026-03-17T00:00:00Z"_s), QString());
    DONE(ctl.run({u"roster"_s, u"check-in"_s, u"network"_s}));
    const Ran chinese = ctl.runPlain(
        {u"roster"_s, u"who"_s, u"--at"_s, u"2026-03-18T00:00:00Z"_s}, {}, u"zh_CN.UTF-8"_s);
    QVERIFY2(chinese.out.contains("网络"), chinese.all().constData());
    QVERIFY(ctl.run({u"audit"_s, u"verify"_s, u"--full"_s}).object()["broken"_L1].isNull());
}

void TestCtlRoster::gapsAndDoubleDuty()
{
    const Ctl ctl(m_dir.filePath(u"gaps"_s));
    DONE(ctl.run({u"workspace"_s, u"init"_s}));
    const auto problems = [&ctl](const QString &kind) {
        QJsonArray found;
        for (const QJsonValue &problem :
            ctl.run({u"roster"_s, u"gaps"_s, u"--days"_s, u"3"_s}).array()) {
            if (problem.toObject()["kind"_L1] == kind)
                found.append(problem);
        }
        return found;
    };
    // Of a new workspace the shift lead's position is needed and nobody's.
    QCOMPARE(problems(u"gap"_s).size(), 1);
    const QString me = ctl.run({u"ticket"_s, u"add"_s, u"--title"_s, u"x"_s, u"--level"_s,
                                   u"blue"_s, u"--claim"_s})
                           .object()["owner"_L1]
                           .toString();
    DONE(rotate(ctl, u"shift_lead"_s, me));
    DONE(rotate(ctl, u"network"_s, me));
    // In three days there are at least two whole days at both positions, and nights at neither.
    QVERIFY(problems(u"double_duty"_s).size() >= 2);
    for (const QJsonValue &gap : problems(u"gap"_s))
        QCOMPARE(gap.toObject()["position"_L1].toString(), u"shift_lead"_s);
    QVERIFY(problems(u"gap"_s).size() >= 2);
}

void TestCtlRoster::badWordsAreTold()
{
    const Ctl ctl(m_dir.filePath(u"bad"_s));
    DONE(ctl.run({u"workspace"_s, u"init"_s}));
    const Ran nowhere = rotate(ctl, u"kitchen"_s, u"nobody"_s);
    QCOMPARE(nowhere.exitCode, 1);
    QCOMPARE(nowhere.error()["code"_L1].toString(), u"not_found"_s);
    const Ran stranger = rotate(ctl, u"network"_s, u"stranger"_s);
    QCOMPARE(stranger.error()["code"_L1].toString(), u"person_unknown"_s);
    QCOMPARE(ctl.run({u"roster"_s, u"gaps"_s, u"--days"_s, u"0"_s}).exitCode, 2);
    QCOMPARE(ctl.run({u"roster"_s, u"who"_s, u"--at"_s, u"tomorrow"_s}).exitCode, 2);
    QCOMPARE(ctl.run({u"roster"_s, u"check-in"_s}).exitCode, 2);
    const Ran timeless = ctl.run({u"roster"_s, u"change"_s, u"leave"_s, u"--person"_s, u"x"_s});
    QCOMPARE(timeless.error()["code"_L1].toString(), u"time_wrong"_s);
}

void TestCtlRoster::askedAndAcceptedAcrossTwoStations()
{
    QVERIFY2(m_cluster.start(), m_cluster.error().constData());
    const QString database = m_cluster.createDatabase();
    const Ctl admin(m_dir.filePath(u"admin"_s));
    const QString server = m_cluster.adminConninfo(database);
    DONE(admin.run({u"server"_s, u"install"_s, u"--server"_s, server}));
    const auto station = [&](const QString &login, const QStringList &rights) {
        DONE(admin.run(
            QStringList{u"server"_s, u"add-person"_s, login, u"--name"_s, login, u"--layer"_s,
                u"technical"_s, u"--password-stdin"_s, u"--server"_s, server}
                + rights,
            login.toUtf8() + "-secret\n"));
        const Ctl ctl(m_dir.filePath(login), login, login + u"-secret"_s);
        DONE(ctl.run(
            {u"workspace"_s, u"init"_s, u"--server"_s, m_cluster.conninfo(database, login, {})}));
    };
    station(u"chen"_s, {u"--right"_s, u"lead"_s});
    station(u"li"_s, {});
    const Ctl chen(m_dir.filePath(u"chen"_s), u"chen"_s, u"chen-secret"_s);
    const Ctl li(m_dir.filePath(u"li"_s), u"li"_s, u"li-secret"_s);
    const QStringList sync{u"sync"_s, u"--wait"_s, u"20"_s};
    DONE(chen.run(sync));
    DONE(rotate(chen, u"network"_s, u"chen,li"_s));
    DONE(li.run(sync));
    const QString when = u"2036-03-18T02:00:00Z"_s;
    const QString rostered = onDuty(li, when).section(u' ', 1, 1);
    const QString other = rostered == "li"_L1 ? u"chen"_s : u"li"_s;

    // li asks: the duty moves when chen says yes, not before.
    const Ran asked = li.run(
        {u"roster"_s, u"change"_s, u"cover"_s, u"--person"_s, u"chen"_s, u"--replaces"_s, u"li"_s,
            u"--from"_s, u"2036-03-01T00:00:00Z"_s, u"--until"_s, u"2036-04-01T00:00:00Z"_s});
    QVERIFY2(asked.exitCode == 0, asked.all().constData());
    const QString id = asked.object()["id"_L1].toString();
    QCOMPARE(asked.object()["state"_L1].toString(), u"asked"_s);
    QCOMPARE(li.run({u"roster"_s, u"accept"_s, id}).error()["code"_L1].toString(), u"not_asked"_s);
    DONE(chen.run(sync));
    QCOMPARE(onDuty(chen, when).section(u' ', 1, 1), rostered);
    DONE(chen.run({u"roster"_s, u"accept"_s, id}));
    DONE(li.run(sync));
    QCOMPARE(onDuty(li, when).section(u' ', 1, 1), u"chen"_s);
    QCOMPARE(onDuty(chen, when), onDuty(li, when));

    // A member makes no rotation, whatever their program says.
    QCOMPARE(rotate(li, u"system"_s, u"li"_s).error()["code"_L1].toString(), u"not_senior"_s);
    const auto sql = m_cluster.psql(m_cluster.conninfo(database, u"li"_s, u"li-secret"_s),
        u"INSERT INTO app.rotation (id, position) VALUES (gen_random_uuid(), 'system')"_s);
    QVERIFY(sql.exitCode != 0);
    QVERIFY2(sql.err.contains(u"permission denied"_s), qPrintable(sql.err));
}

QTEST_GUILESS_MAIN(TestCtlRoster)

#include "tst_ctl_roster.moc"
