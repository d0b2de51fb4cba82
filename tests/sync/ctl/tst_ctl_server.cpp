// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/clock.h"
#include "app/remote/serveradmin.h"
#include "app/store/store.h"
#include "tests/fakes/pgcluster.h"
#include "tests/sync/ctl/ctl.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace watchroom;
using namespace watchroom::tests;

namespace {

const auto kEnglish = u"en_GB.UTF-8"_s;
const auto kChinese = u"zh_CN.UTF-8"_s;

} // namespace

/// The command line with a server: setting it up and looking after it as a role that may create
/// roles, working through it and without it, and finding what was changed in it.
class TestCtlServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void setUpMayBeRepeated();
    void checkSpeaksBothLanguages();
    void aPasswordIsNoArgument_data();
    void aPasswordIsNoArgument();
    void peopleAndStations();
    void refusalsAreSentences_data();
    void refusalsAreSentences();
    void unreachableIsThree();
    void adoptionMakesTheOthersCompare();
    void offlineWorkIsPending();
    void frozenServerDoesNotHoldUpWork();
    void lookingBesideAnotherProgram();
    void changedRecordIsFound_data();
    void changedRecordIsFound();

private:
    [[nodiscard]] Ctl ctl(const QString &login) const
    {
        return Ctl(m_dir.filePath(login), login, login + u"-secret"_s);
    }
    [[nodiscard]] Ran server(
        const QStringList &words, const QByteArray &input = {}, const QString &database = {}) const
    {
        return m_admin.run(QStringList{u"server"_s} + words
                + QStringList{u"--server"_s,
                    m_cluster.adminConninfo(database.isEmpty() ? m_database : database)},
            input);
    }
    void person(const QString &login, const QStringList &rights = {});
    void workspace(const QString &login);
    [[nodiscard]] QStringList codesOfCheck(const QString &database) const;

    QTemporaryDir m_dir;
    fakes::PgCluster m_cluster;
    QString m_database;
    Ctl m_admin{m_dir.filePath(u"admin"_s)};
};

void TestCtlServer::person(const QString &login, const QStringList &rights)
{
    QStringList words{u"add-person"_s, login, u"--name"_s, login, u"--layer"_s, u"technical"_s,
        u"--password-stdin"_s};
    for (const QString &right : rights)
        words << u"--right"_s << right;
    DONE(server(words, (login + u"-secret\n"_s).toUtf8()));
}

void TestCtlServer::workspace(const QString &login)
{
    DONE(ctl(login).run(
        {u"workspace"_s, u"init"_s, u"--server"_s, m_cluster.conninfo(m_database, login, {})}));
    DONE(ctl(login).run({u"sync"_s, u"--wait"_s, u"20"_s}));
}

QStringList TestCtlServer::codesOfCheck(const QString &database) const
{
    QStringList codes;
    for (const QJsonValue &finding : server({u"check"_s}, {}, database).array())
        codes.append(finding[u"code"_s].toString());
    codes.removeDuplicates();
    return codes;
}

void TestCtlServer::initTestCase()
{
    QVERIFY2(m_cluster.start(), m_cluster.error().constData());
    m_database = m_cluster.createDatabase();
    QVERIFY(!m_database.isEmpty());
    DONE(server({u"install"_s}));
    person(u"chen"_s, {u"lead"_s, u"admin"_s});
    workspace(u"chen"_s);
}

void TestCtlServer::setUpMayBeRepeated()
{
    const QString database = m_cluster.createDatabase();
    QCOMPARE(codesOfCheck(database),
        (QStringList{u"fsync_off"_s, u"no_standby"_s, u"idle_transactions"_s, u"public_database"_s,
            u"schema_missing"_s}));
    const Ran first = server({u"install"_s}, {}, database);
    DONE(first);
    QVERIFY(first.object()[u"applied"_s].toArray().size() > 10);
    for (const QString &again : {u"install"_s, u"upgrade"_s}) {
        const Ran second = server({again}, {}, database);
        DONE(second);
        QCOMPARE(second.object()[u"applied"_s].toArray().size(), 0);
    }
    // The tests' own server is alone and does not wait for its disk; beside that only people are
    // missing, and a backup.
    QCOMPARE(codesOfCheck(database),
        (QStringList{u"fsync_off"_s, u"no_standby"_s, u"idle_transactions"_s, u"no_admin"_s,
            u"no_backup"_s}));
    // By a role that may create roles, and no more.
    QCOMPARE(
        m_cluster
            .psql(m_cluster.superConninfo(database),
                u"SELECT rolsuper || ' ' || rolcreaterole FROM pg_roles WHERE rolname='admin'"_s)
            .out,
        u"false true"_s);
}

void TestCtlServer::checkSpeaksBothLanguages()
{
    const QStringList words{
        u"server"_s, u"check"_s, u"--server"_s, m_cluster.adminConninfo(m_database)};
    const Ran english = m_admin.runPlain(words, {}, kEnglish);
    QCOMPARE(english.exitCode, 1); // something serious was found
    QVERIFY2(english.out.contains("fsync is off: a power cut loses"), english.all().constData());
    const Ran chinese = m_admin.runPlain(words, {}, kChinese);
    QCOMPARE(chinese.exitCode, 1);
    QVERIFY2(chinese.out.contains("断电会丢失已确认的内容"), chinese.all().constData());
    const QStringList sync{u"sync"_s};
    QVERIFY(ctl(u"chen"_s).runPlain(sync, {}, kEnglish).out.startsWith("Synchronised\n"));
    QVERIFY(ctl(u"chen"_s).runPlain(sync, {}, kChinese).out.startsWith("已同步\n"));
}

void TestCtlServer::aPasswordIsNoArgument_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("set-up") << QStringList{u"server"_s, u"check"_s};
    QTest::newRow("workspace") << QStringList{u"workspace"_s, u"init"_s};
    QTest::newRow("record") << QStringList{u"audit"_s, u"verify"_s};
}

void TestCtlServer::aPasswordIsNoArgument()
{
    QFETCH(const QStringList, words);
    const Ctl nobody(m_dir.filePath(u"nobody"_s));
    // The right one, so that nothing but its place is wrong.
    const QString line =
        m_cluster.adminConninfo(m_database).replace(u" password="_s, u"  password ="_s);
    const Ran refused = nobody.runPlain(words + QStringList{u"--server"_s, line}, {}, kEnglish);
    QCOMPARE(refused.exitCode, 2);
    QVERIFY2(refused.err.contains("use PGPASSWORD or ~/.pgpass"), refused.all().constData());
    QVERIFY(!QFileInfo::exists(nobody.workspace() + u"/workspace.json"_s));
}

void TestCtlServer::peopleAndStations()
{
    DONE(server({u"add-person"_s, u"li"_s, u"--name"_s, u"李伟"_s, u"--layer"_s, u"technical"_s,
        u"--group"_s, u"network"_s}));
    const Ctl li(m_dir.filePath(u"li"_s), u"li"_s, u"first"_s);
    DONE(li.run(
        {u"workspace"_s, u"init"_s, u"--server"_s, m_cluster.conninfo(m_database, u"li"_s, {})}));
    // Without a password nobody signs in.
    const Ran early = li.run({u"sync"_s});
    QCOMPARE(early.exitCode, 1);
    QCOMPARE(early.error()[u"code"_s].toString(), u"password_wrong"_s);
    DONE(server({u"set-password"_s, u"li"_s, u"--password-stdin"_s}, "first\n"));
    DONE(li.run({u"sync"_s, u"--wait"_s, u"20"_s}));

    const Ran station = server({u"add-station"_s, u"duty-1"_s});
    DONE(station);
    QCOMPARE(station.object()[u"station"_s].toString(), u"duty-1"_s);
    const QString line = station.object()[u"enrolment"_s].toString();
    QVERIFY2(line.contains(u"user='duty-1'"_s) && line.contains(u"password='"_s), qPrintable(line));
    QCOMPARE(m_cluster.psql(line, u"SELECT session_user"_s).out, u"duty-1"_s);
    DONE(server({u"add-station"_s, u"wall-1"_s, u"--wall"_s}));
    DONE(server({u"add-station"_s, u"agent-1"_s, u"--agent"_s}));
    QCOMPARE(
        m_cluster
            .psql(m_cluster.superConninfo(m_database),
                u"SELECT string_agg(name || ':' || kind, ' ' ORDER BY name) FROM app.station"_s)
            .out,
        u"agent-1:agent duty-1:console wall-1:wall"_s);

    for (int i = 0; i < 2; ++i)
        QVERIFY(!m_cluster
                     .psql(m_cluster.conninfo(m_database, u"li"_s, u"first"_s),
                         u"SELECT sync.open_session('duty-1')"_s)
                     .out.isEmpty());
    const Ran closed = server({u"session"_s, u"close"_s, u"li"_s});
    DONE(closed);
    QCOMPARE(closed.object()[u"closed"_s].toInt(), 2);

    DONE(server({u"disable-person"_s, u"li"_s}));
    const Ran late = li.run({u"sync"_s});
    QCOMPARE(late.exitCode, 1);
    QCOMPARE(late.error()[u"code"_s].toString(), u"login_disabled"_s);
}

void TestCtlServer::refusalsAreSentences_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("code");
    const QStringList add{u"add-person"_s, u"x"_s};
    QTest::newRow("login") << QStringList{u"add-person"_s, u"No Name"_s, u"--name"_s, u"x"_s} << 1
                           << u"login_invalid"_s;
    QTest::newRow("reserved") << QStringList{u"add-person"_s, u"admin"_s, u"--name"_s, u"x"_s} << 1
                              << u"login_reserved"_s;
    QTest::newRow("no name") << add << 1 << u"name_missing"_s;
    QTest::newRow("layer") << add + QStringList{u"--name"_s, u"x"_s, u"--layer"_s, u"top"_s} << 1
                           << u"layer_unknown"_s;
    QTest::newRow("group") << add + QStringList{u"--name"_s, u"x"_s, u"--group"_s, u"kitchen"_s}
                           << 1 << u"group_unknown"_s;
    QTest::newRow("right") << add + QStringList{u"--name"_s, u"x"_s, u"--right"_s, u"all"_s} << 1
                           << u"right_unknown"_s;
    QTest::newRow("empty password") << add + QStringList{u"--name"_s, u"x"_s, u"--password-stdin"_s}
                                    << 1 << u"password_missing"_s;
    QTest::newRow("station twice")
        << QStringList{u"add-station"_s, u"chen"_s} << 4 << u"name_taken"_s;
    QTest::newRow("station's name")
        << QStringList{u"add-station"_s, u"a'b"_s} << 1 << u"name_invalid"_s;
    QTest::newRow("nobody") << QStringList{u"disable-person"_s, u"nobody"_s} << 1
                            << u"person_unknown"_s;
    QTest::newRow("last admin") << QStringList{u"disable-person"_s, u"chen"_s} << 1
                                << u"last_admin"_s;
    QTest::newRow("no login") << QStringList{u"add-person"_s} << 2 << u"usage"_s;
}

void TestCtlServer::refusalsAreSentences()
{
    QFETCH(QStringList, words);
    QFETCH(int, exitCode);
    QFETCH(QString, code);
    const Ran ran = server(words);
    QVERIFY2(ran.exitCode == exitCode, ran.all().constData());
    QCOMPARE(ran.error()[u"code"_s].toString(), code);
    QVERIFY(ran.out.isEmpty());
    const Ran told = m_admin.runPlain(QStringList{u"server"_s} + words
            + QStringList{u"--server"_s, m_cluster.adminConninfo(m_database)},
        {}, kChinese);
    QCOMPARE(told.exitCode, exitCode);
    QVERIFY2(
        told.err.startsWith("watchroomctl: ") && told.err.contains("。"), told.err.constData());
    QVERIFY2(!told.err.contains(code.toUtf8()), told.err.constData());
}

void TestCtlServer::unreachableIsThree()
{
    const Ran ran =
        m_admin.run({u"server"_s, u"check"_s, u"--server"_s, u"host=127.0.0.1 port=1 dbname=x"_s});
    QCOMPARE(ran.exitCode, 3);
    QCOMPARE(ran.error()[u"kind"_s].toString(), u"offline"_s);
}

void TestCtlServer::adoptionMakesTheOthersCompare()
{
    const QString database = m_cluster.createDatabase();
    DONE(server({u"install"_s}, {}, database));
    DONE(server({u"add-person"_s, u"wu"_s, u"--name"_s, u"Wu"_s, u"--password-stdin"_s},
        "wu-secret\n", database));
    const Ctl wu = ctl(u"wu"_s);
    DONE(wu.run(
        {u"workspace"_s, u"init"_s, u"--server"_s, m_cluster.conninfo(database, u"wu"_s, {})}));
    DONE(wu.run({u"sync"_s, u"--wait"_s, u"20"_s}));
    DONE(server({u"adopt"_s}, {}, database));
    const Ran after = wu.run({u"sync"_s});
    DONE(after);
    QCOMPARE(after.object()[u"state"_s].toString(), u"synced"_s);
    // In another cluster the same data are asked about; a person says so.
    fakes::PgCluster fresh;
    QVERIFY2(fresh.start(), fresh.error().constData());
    const QString moved = fresh.createDatabase();
    const auto run = [](const QString &script) {
        return QProcess::execute(u"bash"_s, {u"-c"_s, script});
    };
    QCOMPARE(run(u"pg_dumpall --roles-only -d '%1' | psql -qX '%2' && "
                 "pg_dump -Fc -d '%3' | pg_restore -d '%4'"_s.arg(m_cluster.superConninfo(database),
                     fresh.superConninfo(u"postgres"_s), m_cluster.superConninfo(database),
                     fresh.superConninfo(moved))),
        0);
    remote::ServerAdmin owner;
    QVERIFY(owner.open(*remote::ConnInfo::parse(fresh.adminConninfo(moved))));
    QVERIFY(owner.adopt());
    QFile config(wu.workspace() + u"/workspace.json"_s);
    QVERIFY(config.open(QIODevice::ReadWrite));
    QByteArray text = config.readAll();
    text.replace(
        "port=" + QByteArray::number(m_cluster.port()), "port=" + QByteArray::number(fresh.port()));
    text.replace(database.toUtf8(), moved.toUtf8());
    QVERIFY(config.resize(0) && config.seek(0) && config.write(text) > 0);
    config.close();
    const Ran asked = wu.run({u"sync"_s});
    QCOMPARE(asked.error()[u"code"_s].toString(), u"other_server"_s);
    QCOMPARE(asked.exitCode, 4);
    DONE(wu.run({u"sync"_s, u"--accept-server"_s}));
    DONE(wu.run({u"sync"_s}));
}

void TestCtlServer::offlineWorkIsPending()
{
    const Ctl chen = ctl(u"chen"_s);
    m_cluster.kill();
    const Ran opened = chen.run(
        {u"incident"_s, u"open"_s, u"--title"_s, u"离线登记"_s, u"--level"_s, u"yellow"_s});
    DONE(opened);
    QCOMPARE(opened.object()[u"pending"_s], QJsonValue(true));
    QVERIFY(opened.object()[u"number"_s].isNull());
    const QString label = opened.object()[u"label"_s].toString();
    const Ran shown = chen.runPlain({u"incident"_s, u"show"_s, label}, {}, kEnglish);
    QVERIFY2(shown.out.contains("[pending]"), shown.all().constData());
    const Ran said = chen.runPlain({u"log"_s, u"add"_s, label, u"电话无人接"_s}, {}, kChinese);
    QVERIFY2(said.exitCode == 0 && said.out.contains("[待发送]"), said.all().constData());
    // What no authority has recorded yet breaks no chain.
    DONE(chen.run({u"audit"_s, u"verify"_s}));
    QCOMPARE(chen.run({u"workspace"_s, u"status"_s}).object()[u"pending"_s].toInt(), 2);
    const Ran offline = chen.run({u"sync"_s, u"--wait"_s, u"2"_s});
    QCOMPARE(offline.exitCode, 3);
    QCOMPARE(offline.object()[u"state"_s].toString(), u"offline"_s);
    QCOMPARE(offline.object()[u"pending"_s].toInt(), 2);
    // For a person: who does not answer, in the own language.
    const Ran told = chen.runPlain({u"sync"_s, u"--wait"_s, u"1"_s}, {}, kChinese);
    QCOMPARE(told.exitCode, 3);
    QVERIFY2(told.out.contains(QByteArray::number(m_cluster.port()) + " 没有应答"),
        told.all().constData());

    QVERIFY2(m_cluster.start(), m_cluster.error().constData());
    const Ran back = chen.run({u"sync"_s, u"--wait"_s, u"20"_s});
    DONE(back);
    QCOMPARE(back.object()[u"state"_s].toString(), u"synced"_s);
    QCOMPARE(back.object()[u"pushed"_s].toInt(), 2);
    QCOMPARE(back.object()[u"pending"_s].toInt(), 0);
    QVERIFY(chen.run({u"incident"_s, u"show"_s, label}).object()[u"number"_s].isDouble());
}

void TestCtlServer::frozenServerDoesNotHoldUpWork()
{
    const Ctl chen = ctl(u"chen"_s);
    m_cluster.pause();
    QElapsedTimer timer;
    timer.start();
    const Ran opened = chen.run(
        {u"incident"_s, u"open"_s, u"--title"_s, u"服务器不动"_s, u"--level"_s, u"blue"_s});
    const qint64 took = timer.elapsed();
    m_cluster.resume();
    DONE(opened);
    QCOMPARE(opened.object()[u"pending"_s], QJsonValue(true));
    QVERIFY2(took < 12'000, qPrintable(QString::number(took)));
    DONE(chen.run({u"sync"_s, u"--wait"_s, u"20"_s}));
}

void TestCtlServer::lookingBesideAnotherProgram()
{
    const Ctl chen = ctl(u"chen"_s);
    m_cluster.kill();
    DONE(
        chen.run({u"incident"_s, u"open"_s, u"--title"_s, u"另一程序"_s, u"--level"_s, u"blue"_s}));
    {
        const base::CorrectedClock clock;
        const auto held = store::Store::open(chen.workspace(), store::Store::Mode::Replica, clock);
        QVERIFY(held);
        const Ran status = chen.run({u"workspace"_s, u"status"_s});
        DONE(status);
        QCOMPARE(status.object()[u"pending"_s].toInt(), 1);
        QCOMPARE(chen.run({u"sync"_s}).exitCode, 6);
        const Ran told =
            chen.runPlain({u"incident"_s, u"open"_s, u"--title"_s, u"x"_s, u"--level"_s, u"blue"_s},
                {}, kChinese);
        QCOMPARE(told.exitCode, 6);
        QVERIFY2(
            told.err.contains("另一个") || told.err.contains("占用") || told.err.contains("打开"),
            told.err.constData());
    }
    QVERIFY2(m_cluster.start(), m_cluster.error().constData());
    DONE(chen.run({u"sync"_s, u"--wait"_s, u"20"_s}));
}

void TestCtlServer::changedRecordIsFound_data()
{
    QTest::addColumn<QString>("sql"); ///< what the owner does; %1: the incident's chain
    QTest::addColumn<qint64>("n"); ///< in that chain; 0: the record is whole
    QTest::addColumn<QString>("reason");
    QTest::newRow("nothing") << u"SELECT '%1'"_s << qint64{0} << QString();
    QTest::newRow("a text") << u"UPDATE app.log_entry SET text = 'x' WHERE chain='%1' AND n=3"_s
                            << qint64{3} << u"altered"_s;
    QTest::newRow("an author")
        << u"UPDATE app.log_entry SET author = 'li' WHERE chain='%1' AND n=1"_s << qint64{1}
        << u"altered"_s;
    QTest::newRow("a time")
        << u"UPDATE app.log_entry SET happened_at = happened_at - interval '1 hour'"
           " WHERE chain='%1' AND n=2"_s
        << qint64{2} << u"altered"_s;
    QTest::newRow("one removed") << u"DELETE FROM app.log_entry WHERE chain='%1' AND n=2"_s
                                 << qint64{2} << u"missing"_s;
    QTest::newRow("the last removed")
        << u"DELETE FROM app.log_entry WHERE chain='%1' AND n=4"_s << qint64{4} << u"missing"_s;
    QTest::newRow("all removed") << u"DELETE FROM app.log_entry WHERE chain='%1'"_s << qint64{1}
                                 << u"missing"_s;
    QTest::newRow("two exchanged") << u"UPDATE app.log_entry SET n = -3 WHERE chain='%1' AND n=3;"
                                      " UPDATE app.log_entry SET n = 3 WHERE chain='%1' AND n=4;"
                                      " UPDATE app.log_entry SET n = 4 WHERE chain='%1' AND n=-3"_s
                                   << qint64{3} << u"altered"_s;
    QTest::newRow("one pushed in")
        << u"INSERT INTO app.log_entry SELECT gen_random_uuid(), rev, ver, xid, deleted, part,"
           " updated_by, carried_by, updated_at, incident, kind, channel, code, params, 'forged',"
           " happened_at, corrects, blobs, fence, author, carrier, recorded_at, chain, 5, hash"
           " FROM app.log_entry WHERE chain='%1' AND n=4"_s
        << qint64{5} << u"altered"_s;
}

void TestCtlServer::changedRecordIsFound()
{
    QFETCH(QString, sql);
    QFETCH(qint64, n);
    QFETCH(QString, reason);
    static QString chain;
    const Ctl chen = ctl(u"chen"_s);
    if (chain.isEmpty()) {
        const Ran opened = chen.run(
            {u"incident"_s, u"open"_s, u"--title"_s, u"记录"_s, u"--level"_s, u"yellow"_s});
        DONE(opened);
        const QString id = opened.object()[u"id"_s].toString();
        for (const QString &text : {u"一"_s, u"二"_s, u"三"_s})
            DONE(chen.run({u"log"_s, u"add"_s, id, text}));
        chain = u"incident:"_s + id;
    }
    const QString database = m_cluster.copyDatabase(m_database);
    QVERIFY2(!database.isEmpty(), m_cluster.error().constData());
    const auto done = m_cluster.psql(m_cluster.adminConninfo(database),
        u"SET ROLE watchroom_owner; ALTER TABLE app.log_entry DISABLE TRIGGER USER; "_s
            + QString(sql).replace(u"%1"_s, chain));
    QVERIFY2(done.exitCode == 0, qPrintable(done.err));
    const QStringList words{
        u"audit"_s, u"verify"_s, u"--server"_s, m_cluster.adminConninfo(database)};
    // The database itself and this program find the same, the sample like the whole.
    const auto said = m_cluster.psql(
        m_cluster.superConninfo(database), u"SELECT sync.verify_record() -> 'broken'"_s);
    const QJsonObject expected{{u"chain"_s, chain}, {u"n"_s, n}, {u"reason"_s, reason}};
    QCOMPARE(
        QJsonDocument::fromJson(said.out.toUtf8()).object(), n == 0 ? QJsonObject() : expected);
    for (const QStringList &more : {QStringList(), QStringList{u"--full"_s}}) {
        const Ran verified = chen.run(words + more);
        QVERIFY2(verified.exitCode == (n == 0 ? 0 : 1), verified.all().constData());
        const QJsonValue broken = verified.object()[u"broken"_s];
        QCOMPARE(broken.toObject(), n == 0 ? QJsonObject() : expected);
    }
    if (n == 0)
        return;
    const Ran told = chen.runPlain(words, {}, kChinese);
    QVERIFY2(told.out.startsWith("记录被改动") && told.out.contains(chain.toUtf8()),
        told.all().constData());
}

QTEST_GUILESS_MAIN(TestCtlServer)
#include "tst_ctl_server.moc"
