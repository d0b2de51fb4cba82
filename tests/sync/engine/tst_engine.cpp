// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/cutproxy.h"
#include "tests/sync/engine/desk.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace watchroom;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::Error;
using fakes::CutProxy;
using test::Desk;
using State = sync::SyncStatus::State;

namespace {

remote::ConnInfo through(remote::ConnInfo info, const CutProxy &proxy)
{
    info.set("port"_L1, QString::number(proxy.port()));
    return info;
}

} // namespace

class TestEngine : public test::DeskTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCOMPARE(prepare(), QString()); }
    void init() { QCOMPARE(begin(), QString()); }
    void errorsHaveTheirCodes_data();
    void errorsHaveTheirCodes();
    void personSignsIn();
    void twoEnginesConverge();
    void killedServerLosesNothing();
    void lostReplyIsAskedAgain();
    void blackHoleEndsByTheDeadline();
    void idleDeadLinkShowsBeforeAnyDeadline();
    void frozenServerEndsByTheDeadline();
    void flappingLinkLosesNothing();
    void secondAddressIsTaken();
    void deadFirstAddressIsPassedOver();
    void standbyIsPassedOverAndItsPromotionNoticed();
    void wakeUpNeedsNoPolling();
    void cutFirstSyncGoesOn();
    void quietWriterIsFoundByPolling();
    void damagedReplicaIsFilledAnewAndLosesNothing();
};

void TestEngine::errorsHaveTheirCodes_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("code");
    QTest::newRow("password") << u"password"_s << u"wrong"_s << u"denied"_s << u"password_wrong"_s;
    QTest::newRow("unknown login")
        << u"user"_s << u"nobody-here"_s << u"denied"_s << u"password_wrong"_s;
    QTest::newRow("no TLS") << u"sslmode"_s << u"require"_s << u"denied"_s << u"no_encryption"_s;
    QTest::newRow("database") << u"dbname"_s << u"nodb"_s << u"denied"_s << u"database_missing"_s;
    QTest::newRow("no schema") << u"dbname"_s << u"template1"_s << u"invalid"_s
                               << u"schema_missing"_s;
    QTest::newRow("nobody there") << u"port"_s << u"1"_s << u"offline"_s << u"server_refused"_s;
    QTest::newRow("unknown host") << u"host"_s << u"host.invalid"_s << u"offline"_s
                                  << u"host_unknown"_s;
}

void TestEngine::errorsHaveTheirCodes()
{
    QFETCH(QString, key);
    QFETCH(QString, value);
    QFETCH(QString, kind);
    QFETCH(QString, code);
    auto info = desk(1);
    if (key == "host"_L1)
        info.set("sslmode"_L1, u"disable"_s);
    info.set(QLatin1StringView(key.toLatin1()), value);
    remote::PgRemote remote({.info = info});
    const auto opened = remote.open();
    QVERIFY(!opened);
    QCOMPARE(base::kindName(opened.error().kind), kind);
    QCOMPARE(opened.error().code, code);
    QVERIFY(!remote.isOpen());
    Desk console(info);
    console.service->start();
    QTRY_VERIFY(console.service->status().lastError.has_value());
    QCOMPARE(console.service->status().state,
        kind == "offline"_L1 ? State::Offline : State::NeedsAttention);
}

void TestEngine::personSignsIn()
{
    const auto session =
        remote::openPersonSession(desk(1), u"chen"_s, u"chen's own;secret"_s, u"desk-1"_s);
    QVERIFY(session);
    QCOMPARE(session->key.size(), 32);
    const auto wrong = remote::openPersonSession(desk(1), u"chen"_s, u"wrong"_s, u"desk-1"_s);
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().code, u"password_wrong"_s);
    const auto nobody = remote::openPersonSession(desk(1), u"chen"_s, {}, u"desk-1"_s);
    QCOMPARE(nobody.error().code, u"password_wrong"_s);
    const auto elsewhere =
        remote::openPersonSession(desk(1), u"chen"_s, u"chen's own;secret"_s, u"no-desk"_s);
    QCOMPARE(elsewhere.error().code, u"not_a_station"_s);
}

void TestEngine::twoEnginesConverge()
{
    Desk one(desk(1));
    Desk two(desk(2));
    QCOMPARE(signIn(one, 1), QString());
    QCOMPARE(signIn(two, 2), QString());
    one.service->start();
    two.service->start();
    SYNCED(one);
    SYNCED(two);
    QVERIFY(one.service->status().lastContact.has_value());
    for (int i = 0; i < 30; ++i) {
        const QUuid fromOne = one.note(u"一 %1"_s.arg(i));
        const QUuid fromTwo = two.note(u"two %1"_s.arg(i));
        QVERIFY(!fromOne.isNull() && !fromTwo.isNull());
        QTRY_VERIFY_WITH_TIMEOUT(two.has(u"log_entry"_s, fromOne), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(one.has(u"log_entry"_s, fromTwo), kPatience);
    }
    SYNCED(one);
    SYNCED(two);
    EQUAL(one, m_server.cluster);
    QTRY_COMPARE_WITH_TIMEOUT(two.contents(), one.contents(), kPatience);
    QCOMPARE(
        query(u"SELECT count(*), min(author), max(author) FROM app.log_entry WHERE kind='note'"_s),
        u"60|chen|chen"_s);
    QTRY_COMPARE(one.service->status().stationsOnline >= 1, true);
}

void TestEngine::killedServerLosesNothing()
{
    Desk one(desk(1));
    Desk two(desk(2));
    QCOMPARE(signIn(one, 1), QString());
    one.service->start();
    two.service->start();
    SYNCED(one);
    SYNCED(two);
    for (int i = 0; i < 40; ++i) {
        QVERIFY(!one.note(QString::number(i)).isNull());
        if (i == 20)
            m_server.cluster.kill();
    }
    QTRY_COMPARE_WITH_TIMEOUT(one.service->status().state, State::Offline, kPatience);
    QCOMPARE(one.notes(), 40);
    QVERIFY2(m_server.cluster.start(), m_server.cluster.error().constData());
    SYNCED(one);
    QTRY_COMPARE_WITH_TIMEOUT(two.notes(), 40, kPatience);
    EQUAL(one, m_server.cluster);
    QCOMPARE(query(u"SELECT count(*) FROM app.log_entry WHERE kind='note'"_s), u"40"_s);
    QCOMPARE(one.service->status().counts.rejected + one.service->status().counts.held, 0);
}

void TestEngine::lostReplyIsAskedAgain()
{
    CutProxy proxy(static_cast<quint16>(m_server.cluster.port()));
    Desk one(through(desk(1), proxy));
    QCOMPARE(signIn(one, 1), QString());
    one.service->start();
    SYNCED(one);
    for (int i = 1; i <= 5; ++i) {
        proxy.loseReplyTo("apply_changes");
        QVERIFY(!one.note(QString::number(i)).isNull());
        QTRY_COMPARE_WITH_TIMEOUT(proxy.repliesLost(), i, kPatience);
        SYNCED(one);
    }
    QCOMPARE(query(u"SELECT count(*) FROM app.log_entry WHERE kind='note'"_s), u"5"_s);
    EQUAL(one, m_server.cluster);
}

void TestEngine::blackHoleEndsByTheDeadline()
{
    CutProxy proxy(static_cast<quint16>(m_server.cluster.port()));
    Desk one(through(desk(1), proxy), 1500ms);
    QCOMPARE(signIn(one, 1), QString());
    one.service->start();
    SYNCED(one);
    proxy.blackHole();
    QVERIFY(!one.note(u"into the dark"_s).isNull());
    QElapsedTimer timer;
    timer.start();
    QTRY_COMPARE_WITH_TIMEOUT(one.service->status().state, State::Offline, kPatience);
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    proxy.heal();
    SYNCED(one);
    QCOMPARE(query(u"SELECT count(*) FROM app.log_entry WHERE kind='note'"_s), u"1"_s);
}

// Nobody does anything, and the link still answers for itself: only the server is silent.
void TestEngine::idleDeadLinkShowsBeforeAnyDeadline()
{
    CutProxy proxy(static_cast<quint16>(m_server.cluster.port()));
    Desk one(through(desk(1), proxy), 60s, 60s);
    one.service->start();
    SYNCED(one);
    QElapsedTimer timer;
    timer.start();
    proxy.blackHole();
    QTRY_COMPARE_WITH_TIMEOUT(one.service->status().state, State::Offline, kPatience);
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(one.service->status().lastError->code, u"timed_out"_s);
    // Nothing was cut: the answer comes late and all is well.
    proxy.heal();
    SYNCED(one);
    QVERIFY(!one.service->status().lastError);
}

void TestEngine::frozenServerEndsByTheDeadline()
{
    Desk one(desk(1), 1500ms);
    QCOMPARE(signIn(one, 1), QString());
    one.service->start();
    SYNCED(one);
    m_server.cluster.pause();
    const bool saved = !one.note(u"while it is frozen"_s).isNull();
    QElapsedTimer timer;
    timer.start();
    (void)QTest::qWaitFor(
        [&one] { return one.service->status().state == State::Offline; }, int(kPatience));
    const qint64 noticed = timer.elapsed();
    // A program that ends does not wait for the frozen call.
    timer.start();
    {
        Desk ending(desk(2));
        ending.service->start();
        (void)QTest::qWaitFor(
            [&ending] { return ending.service->status().state != State::Connecting; }, 300);
    }
    const qint64 ended = timer.elapsed();
    m_server.cluster.resume();
    QVERIFY(saved);
    QVERIFY2(noticed < 5000, qPrintable(QString::number(noticed)));
    QVERIFY2(ended < 5000, qPrintable(QString::number(ended)));
    SYNCED(one);
    QCOMPARE(query(u"SELECT count(*) FROM app.log_entry WHERE kind='note'"_s), u"1"_s);
}

void TestEngine::flappingLinkLosesNothing()
{
    CutProxy proxy(static_cast<quint16>(m_server.cluster.port()));
    Desk one(through(desk(1), proxy));
    Desk two(through(desk(2), proxy));
    QCOMPARE(signIn(one, 1), QString());
    QCOMPARE(signIn(two, 2), QString());
    one.service->start();
    two.service->start();
    SYNCED(one);
    SYNCED(two);
    for (int i = 0; i < 60; ++i) {
        QVERIFY(!one.note(QString::number(i)).isNull());
        QVERIFY(!two.note(QString::number(i)).isNull());
        if (i % 4 == 0)
            proxy.cut(i % 8 == 0);
        if (i % 8 == 4)
            proxy.heal();
        QTRY_VERIFY_WITH_TIMEOUT(one.notes() > i && two.notes() > i, kPatience);
    }
    proxy.heal();
    SYNCED(one);
    SYNCED(two);
    QTRY_COMPARE_WITH_TIMEOUT(one.notes(), 120, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(two.notes(), 120, kPatience);
    QCOMPARE(query(u"SELECT count(*) FROM app.log_entry WHERE kind='note'"_s), u"120"_s);
    EQUAL(one, m_server.cluster);
    QTRY_COMPARE_WITH_TIMEOUT(two.contents(), one.contents(), kPatience);
}

void TestEngine::secondAddressIsTaken()
{
    CutProxy first(static_cast<quint16>(m_server.cluster.port()));
    CutProxy second(static_cast<quint16>(m_server.cluster.port()));
    auto info = desk(1);
    info.set("host"_L1, u"127.0.0.1,127.0.0.1"_s);
    info.set("port"_L1, u"%1,%2"_s.arg(first.port()).arg(second.port()));
    Desk one(info);
    QCOMPARE(signIn(one, 1), QString());
    one.service->start();
    SYNCED(one);
    first.cut(true);
    QVERIFY(!one.note(u"by the other way"_s).isNull());
    QTRY_COMPARE_WITH_TIMEOUT(
        query(u"SELECT count(*) FROM app.log_entry WHERE kind='note'"_s), u"1"_s, kPatience);
    SYNCED(one);
}

void TestEngine::deadFirstAddressIsPassedOver()
{
    auto info = desk(1);
    info.set("host"_L1, u"127.0.0.1,127.0.0.1"_s);
    info.set("port"_L1, u"1,%1"_s.arg(m_server.cluster.port()));
    Desk one(info);
    QCOMPARE(one.signIn(info, u"desk-1"_s), QString());
    one.service->start();
    SYNCED(one);
    // The same address again after the server was away.
    m_server.cluster.kill();
    QTRY_COMPARE_WITH_TIMEOUT(one.service->status().state, State::Offline, kPatience);
    QVERIFY(!one.note(u"kept"_s).isNull());
    QVERIFY2(m_server.cluster.start(), m_server.cluster.error().constData());
    SYNCED(one);
    QCOMPARE(query(u"SELECT count(*) FROM app.log_entry WHERE kind='note'"_s), u"1"_s);
}

void TestEngine::standbyIsPassedOverAndItsPromotionNoticed()
{
    fakes::PgCluster standby;
    QVERIFY2(standby.startAsStandbyOf(m_server.cluster), standby.error().constData());
    auto info = desk(1);
    info.set("host"_L1, u"127.0.0.1,127.0.0.1"_s);
    info.set("port"_L1, u"%1,%2"_s.arg(standby.port()).arg(m_server.cluster.port()));
    Desk one(info);
    QCOMPARE(signIn(one, 1), QString());
    one.service->start();
    SYNCED(one);
    // A standby's snapshot omits what runs on the primary: never pulled from.
    QVERIFY(!one.note(u"to the primary"_s).isNull());
    const QString count = u"SELECT count(*) FROM app.log_entry WHERE kind='note'"_s;
    QTRY_COMPARE_WITH_TIMEOUT(query(count), u"1"_s, kPatience);
    SETTLED(one);

    m_server.cluster.kill();
    QVERIFY(!one.note(u"kept here"_s).isNull());
    QTRY_COMPARE_WITH_TIMEOUT(one.service->status().state, State::Offline, kPatience);
    QVERIFY2(standby.promote(), standby.error().constData());
    SYNCED(one);
    QCOMPARE(standby.psql(standby.superConninfo(m_database), count).out, u"2"_s);
    QTRY_COMPARE_WITH_TIMEOUT(
        one.contents(), test::clusterContents(standby, m_database), kPatience);
}

void TestEngine::wakeUpNeedsNoPolling()
{
    Desk one(desk(1), 15s, 1h);
    Desk two(desk(2), 15s, 1h);
    QCOMPARE(signIn(one, 1), QString());
    one.service->start();
    two.service->start();
    for (int round = 0; round < 2; ++round) {
        SYNCED(one);
        SYNCED(two);
        for (int i = 0; i < 5; ++i) {
            const QUuid id = one.note(QString::number(i));
            QVERIFY(!id.isNull());
            QTRY_VERIFY_WITH_TIMEOUT(two.has(u"log_entry"_s, id), kPatience);
        }
        // Who connects again listens again.
        m_server.cluster.kill();
        QTRY_COMPARE_WITH_TIMEOUT(two.service->status().state, State::Offline, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(one.service->status().state, State::Offline, kPatience);
        QVERIFY2(m_server.cluster.start(), m_server.cluster.error().constData());
    }
}

void TestEngine::cutFirstSyncGoesOn()
{
    QCOMPARE(
        query(u"SET session_replication_role = replica;"
              "INSERT INTO app.target (id, rev, ver, xid, updated_by, updated_at, key, kind, name,"
              " enabled) SELECT gen_random_uuid(), 1, gen_random_uuid(), pg_current_xact_id(),"
              " 'test', now(), 'site-' || i, 'site', 'Site ' || i, true"
              " FROM generate_series(1, 20000) i"_s),
        QString());
    CutProxy proxy(static_cast<quint16>(m_server.cluster.port()));
    Desk one(through(desk(1), proxy));
    one.service->start();
    QTRY_VERIFY_WITH_TIMEOUT(one.count(u"target"_s) >= 5000, kPatience);
    const qint64 before = one.count(u"target"_s);
    QVERIFY(before < 20000);
    QVERIFY(!one.service->status().coreWhole);
    proxy.cut(false);
    QTRY_COMPARE_WITH_TIMEOUT(one.service->status().state, State::Synced, kPatience);
    QVERIFY(one.service->status().coreWhole);
    QCOMPARE(one.contents(), test::serverContents(m_server, m_database));
}

void TestEngine::quietWriterIsFoundByPolling()
{
    Desk one(desk(1));
    QCOMPARE(signIn(one, 1), QString());
    one.service->start();
    SYNCED(one);
    const QUuid id = QUuid::createUuid();
    QCOMPARE(
        query(u"SET session_replication_role = replica;"
              "INSERT INTO app.target (id, rev, ver, xid, updated_by, updated_at, key, kind, name,"
              " enabled) VALUES ('%1', 1, gen_random_uuid(), pg_current_xact_id(), 'test', now(),"
              " 'x', 'site', 'X', true)"_s.arg(base::toText(id))),
        QString());
    QTRY_VERIFY_WITH_TIMEOUT(one.has(u"target"_s, id), kPatience);
}

void TestEngine::damagedReplicaIsFilledAnewAndLosesNothing()
{
    Desk one(desk(1));
    QCOMPARE(signIn(one, 1), QString());
    one.service->start();
    SYNCED(one);
    QVERIFY(!one.note(u"there already"_s).isNull());
    SETTLED(one);
    m_server.cluster.kill();
    QTRY_COMPARE_WITH_TIMEOUT(one.service->status().state, State::Offline, kPatience);
    QVERIFY(!one.note(u"only here"_s).isNull());
    QVERIFY(!one.note(u"and this"_s).isNull());
    one.restart([](const QString &folder) {
        QFile file(folder + u"/replica.sqlite"_s);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QCOMPARE(file.write(QByteArray(4096, '\x55')), 4096);
        file.close();
        const base::CorrectedClock clock;
        using store::Store;
        QCOMPARE(
            Store::open(folder, Store::Mode::Replica, clock).error().kind, Error::Kind::Corrupt);
        const auto salvaged = Store::salvage(folder, Store::Mode::Replica, clock);
        QVERIFY(salvaged && salvaged->operations == 2);
    });
    QCOMPARE(one.notes(), 2);
    QVERIFY2(m_server.cluster.start(), m_server.cluster.error().constData());
    one.service->start();
    SYNCED(one);
    // What was saved here stays on the screen while the rest is fetched.
    QVERIFY(one.notes() >= 2);
    QTRY_COMPARE_WITH_TIMEOUT(one.notes(), 3, kPatience);
    EQUAL(one, m_server.cluster);
    // The same client under the same numbers: nothing came twice.
    QCOMPARE(query(u"SELECT count(*) FROM app.log_entry WHERE kind='note'"_s), u"3"_s);
    QCOMPARE(query(u"SELECT count(*), max(last_op) FROM sync.client"_s), u"1|3"_s);
}

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"
