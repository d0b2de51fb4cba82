// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/sync/station.h"

#include <QSignalSpy>
#include <QTest>

using namespace watchroom;
using namespace Qt::StringLiterals;
using fakes::FakeServer;
using fakes::Fault;
using State = sync::SyncStatus::State;
using test::Station;

namespace {

/// A server with the people that may write.
void people(FakeServer &server)
{
    server.put(u"person"_s, {{u"login"_s, u"chen"_s}, {u"name"_s, u"Chen"_s}, {u"active"_s, true}});
    server.put(u"person_right"_s, {{u"person"_s, u"chen"_s}, {u"right_name"_s, u"lead"_s}});
}

QUuid site(FakeServer &server)
{
    return server.put(u"target"_s,
        {{u"key"_s, u"site-1"_s}, {u"kind"_s, u"site"_s}, {u"name"_s, u"before"_s},
            {u"enabled"_s, true}});
}

} // namespace

class TestSyncEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstSyncOpensTheBoardAndConverges();
    void ownWorkArrivesOnceWhateverFails_data();
    void ownWorkArrivesOnceWhateverFails();
    void offlineWorkIsKeptAndCarriedLater();
    void twoStationsSeeEachOther();
    void lostWakeUpsAreMadeUpByPolling();
    void pushFailureDoesNotStopPull();
    void pullFailureDoesNotStopPush();
    void cutFillingFetchesOnlyTheRest();
    void farBehindIsFilled();
    void closedMonthsAreFilledAfterTheCore();
    void oldMonthsStayOut();
    void anOldMonthIsFetchedWhenItIsAskedFor();
    void anotherServerStopsEverything();
    void backlogGoesInBatches_data();
    void backlogGoesInBatches();
    void whatASlowServerCannotTakeAtOnceGoesInPieces();
    void conflictIsCountedAndTheirsIsShown();
    void leaseIsTold();
    void offlineStartOpensTheBoard();
    void syncOnceReports();
};

void TestSyncEngine::firstSyncOpensTheBoardAndConverges()
{
    FakeServer server;
    people(server);
    for (int i = 0; i < 2500; ++i)
        server.put(u"log_entry"_s, {{u"kind"_s, u"note"_s}, {u"text"_s, QString::number(i)}});
    Station station(server);
    QSignalSpy ready(station.service.get(), &sync::SyncService::coreReady);
    station.service->start();
    QTRY_COMPARE(ready.size(), 1);
    QTRY_COMPARE(station.service->status().state, State::Synced);
    QVERIFY(station.service->status().coreWhole);
    QCOMPARE(station.count(u"log_entry"_s), 2500);
    QVERIFY(station.equalsServer());
}

void TestSyncEngine::ownWorkArrivesOnceWhateverFails_data()
{
    QTest::addColumn<QString>("call");
    QTest::addColumn<Fault>("fault");
    for (const QString &call : {u"applyChanges"_s, u"pull"_s, u"hello"_s, u"beat"_s}) {
        const QByteArray name = call.toLatin1();
        QTest::addRow("%s before", name.constData()) << call << Fault::Before;
        QTest::addRow("%s reply lost", name.constData()) << call << Fault::ReplyLost;
        QTest::addRow("%s damaged", name.constData()) << call << Fault::Damaged;
        QTest::addRow("%s busy", name.constData()) << call << Fault::Busy;
        QTest::addRow("%s refused", name.constData()) << call << Fault::Refused;
    }
}

void TestSyncEngine::ownWorkArrivesOnceWhateverFails()
{
    QFETCH(QString, call);
    QFETCH(Fault, fault);
    FakeServer server;
    people(server);
    Station station(server);
    if (call == "hello"_L1)
        server.fail(call, fault);
    station.service->start();
    QTRY_COMPARE(station.service->status().state, State::Synced);
    server.fail(call, fault);
    server.fail(call, fault, 3);
    for (int i = 0; i < 5; ++i)
        QVERIFY(station.note(QString::number(i)));
    QTRY_COMPARE(server.effects(), 5);
    QTRY_COMPARE(station.service->status().counts.pending, 0);
    QTRY_COMPARE(station.service->status().state, State::Synced);
    QTRY_VERIFY(station.equalsServer());
    QCOMPARE(server.table(u"log_entry"_s).size(), 5);
    QCOMPARE(station.count(u"log_entry"_s), 5);
}

void TestSyncEngine::offlineWorkIsKeptAndCarriedLater()
{
    FakeServer server;
    people(server);
    Station station(server);
    station.service->start();
    QTRY_COMPARE(station.service->status().state, State::Synced);
    server.setReachable(false);
    QTRY_COMPARE(station.service->status().state, State::Offline);
    for (int i = 0; i < 20; ++i)
        QVERIFY(station.note(QString::number(i)));
    QTRY_COMPARE(station.service->status().counts.pending, 20);
    QCOMPARE(station.count(u"log_entry"_s), 20);
    station.restart();
    station.service->start();
    QTRY_COMPARE(station.service->status().state, State::Offline);
    server.setReachable(true);
    QTRY_COMPARE(station.service->status().state, State::Synced);
    QCOMPARE(server.effects(), 20);
    QTRY_VERIFY(station.equalsServer());
}

void TestSyncEngine::twoStationsSeeEachOther()
{
    FakeServer server;
    people(server);
    const QUuid target = site(server);
    Station one(server);
    Station two(server);
    one.service->start();
    two.service->start();
    QTRY_COMPARE(one.service->status().state, State::Synced);
    QTRY_COMPARE(two.service->status().state, State::Synced);
    QVERIFY(one.rename(target, u"from one"_s));
    QTRY_COMPARE(two.nameOf(target), u"from one"_s);
    QVERIFY(two.rename(target, u"from two"_s));
    QTRY_COMPARE(one.nameOf(target), u"from two"_s);
    QTRY_VERIFY(one.equalsServer() && two.equalsServer());
    QCOMPARE(server.effects(), 2);
}

void TestSyncEngine::lostWakeUpsAreMadeUpByPolling()
{
    FakeServer server;
    people(server);
    Station one(server);
    Station two(server);
    one.service->start();
    two.service->start();
    QTRY_COMPARE(two.service->status().state, State::Synced);
    QTRY_COMPARE(one.service->status().state, State::Synced);
    server.setSilent(true);
    QVERIFY(one.note(u"nobody was told"_s));
    QTRY_COMPARE(two.count(u"log_entry"_s), 1);
}

void TestSyncEngine::pushFailureDoesNotStopPull()
{
    FakeServer server;
    people(server);
    Station station(server);
    station.service->start();
    QTRY_COMPARE(station.service->status().state, State::Synced);
    for (int i = 1; i <= 200; ++i)
        server.fail(u"applyChanges"_s, Fault::Refused, i);
    QVERIFY(station.note(u"stuck"_s));
    QTRY_COMPARE(station.service->status().state, State::NeedsAttention);
    server.put(u"log_entry"_s, {{u"kind"_s, u"note"_s}, {u"text"_s, u"theirs"_s}});
    QTRY_COMPARE(station.count(u"log_entry"_s), 2);
    QCOMPARE(station.service->status().counts.pending, 1);
    QCOMPARE(server.effects(), 0);
}

void TestSyncEngine::pullFailureDoesNotStopPush()
{
    FakeServer server;
    people(server);
    Station station(server);
    station.service->start();
    QTRY_COMPARE(station.service->status().state, State::Synced);
    for (int i = 1; i <= 200; ++i)
        server.fail(u"pull"_s, Fault::Refused, i);
    QTRY_COMPARE(station.service->status().state, State::NeedsAttention);
    QVERIFY(station.note(u"goes out all the same"_s));
    QTRY_COMPARE(server.effects(), 1);
}

void TestSyncEngine::cutFillingFetchesOnlyTheRest()
{
    FakeServer server;
    people(server);
    for (int i = 0; i < 6000; ++i)
        server.put(u"log_entry"_s, {{u"kind"_s, u"note"_s}, {u"text"_s, QString::number(i)}});
    Station station(server);
    server.fail(u"rows"_s, Fault::Before, 4);
    server.fail(u"rows"_s, Fault::ReplyLost, 6);
    server.fail(u"digest"_s, Fault::Before, 3);
    server.fail(u"list"_s, Fault::Before, 2);
    station.service->start();
    QTRY_COMPARE_WITH_TIMEOUT(station.service->status().state, State::Synced, 30'000);
    QVERIFY(server.calls(u"open"_s) >= 5);
    // Only the page whose reply was lost came twice.
    QVERIFY2(
        server.rowsServed() <= 6002 + 1000 + 100, qPrintable(QString::number(server.rowsServed())));
    QVERIFY(station.equalsServer());
}

void TestSyncEngine::farBehindIsFilled()
{
    FakeServer server;
    people(server);
    Station station(server);
    station.service->start();
    QTRY_COMPARE(station.service->status().state, State::Synced);
    server.setReachable(false);
    QTRY_COMPARE(station.service->status().state, State::Offline);
    QVERIFY(station.note(u"mine, made offline"_s));
    for (int i = 0; i < 50; ++i)
        server.put(u"log_entry"_s, {{u"kind"_s, u"note"_s}, {u"text"_s, u"theirs"_s}});
    server.forgetHistory();
    server.setReachable(true);
    QTRY_COMPARE(station.service->status().state, State::Synced);
    QCOMPARE(station.count(u"log_entry"_s), 51);
    QTRY_VERIFY(station.equalsServer());
}

void TestSyncEngine::closedMonthsAreFilledAfterTheCore()
{
    FakeServer server;
    people(server);
    const QString month = QDate::currentDate().toString(u"yyyy-MM"_s);
    for (int i = 0; i < 10; ++i)
        server.put(
            u"log_entry"_s, {{u"kind"_s, u"note"_s}, {u"text"_s, u"x"_s}, {u"part"_s, month}});
    // The months fail for good: the board must not wait for them.
    for (int i = int(domain::tables().size()) + 1; i < 200; ++i)
        server.fail(u"digest"_s, Fault::Refused, i);
    Station station(server);
    QSignalSpy ready(station.service.get(), &sync::SyncService::coreReady);
    station.service->start();
    QTRY_COMPARE(ready.size(), 1);
    QTRY_COMPARE(station.service->status().state, State::NeedsAttention);
    QCOMPARE(station.count(u"log_entry"_s), 0);
    FakeServer healthy;
    people(healthy);
    healthy.put(u"log_entry"_s, {{u"kind"_s, u"note"_s}, {u"text"_s, u"x"_s}, {u"part"_s, month}});
    Station other(healthy);
    other.service->start();
    QTRY_COMPARE(other.count(u"log_entry"_s), 1);
    QVERIFY(other.equalsServer({u"core"_s, month}));
}

void TestSyncEngine::oldMonthsStayOut()
{
    FakeServer server;
    people(server);
    const domain::Row old{{u"kind"_s, u"note"_s}, {u"text"_s, u"x"_s}, {u"part"_s, u"2019-03"_s}};
    server.put(u"log_entry"_s, old);
    Station station(server);
    station.service->start();
    QTRY_COMPARE(station.service->status().state, State::Synced);
    server.put(u"log_entry"_s, old);
    QVERIFY(station.note(u"today"_s));
    QTRY_COMPARE(server.effects(), 1);
    QTRY_COMPARE(station.service->status().counts.pending, 0);
    QTRY_VERIFY(station.equalsServer());
    QCOMPARE(station.count(u"log_entry"_s), 1);
}

void TestSyncEngine::anOldMonthIsFetchedWhenItIsAskedFor()
{
    FakeServer server;
    people(server);
    for (const QString &month : {u"2019-03"_s, u"2019-04"_s})
        server.put(
            u"log_entry"_s, {{u"kind"_s, u"note"_s}, {u"text"_s, u"x"_s}, {u"part"_s, month}});
    Station station(server);
    station.service->start();
    QTRY_COMPARE(station.service->status().state, State::Synced);
    QTRY_VERIFY(station.service->status().lastAudit.has_value());
    QCOMPARE(station.count(u"log_entry"_s), 0);
    // What there is beyond the window is known, and asking for it is no audit.
    QCOMPARE(station.service->status().olderMonths, (QStringList{u"2019-03"_s, u"2019-04"_s}));
    const auto audited = station.service->status().lastAudit;
    const qint64 repaired = station.service->status().auditRepaired;
    station.service->askForMonth(u"2019-03"_s);
    QTRY_COMPARE(station.count(u"log_entry"_s), 1);
    QTRY_COMPARE(station.service->status().monthFetched, QString());
    QCOMPARE(station.service->status().olderMonths, QStringList{u"2019-04"_s});
    QCOMPARE(station.service->status().oldestMonth, u"2019-03"_s);
    QCOMPARE(station.service->status().lastAudit, audited);
    QCOMPARE(station.service->status().auditRepaired, repaired);
    // What changes in it now is followed, and a cut does not take it away.
    server.put(
        u"log_entry"_s, {{u"kind"_s, u"note"_s}, {u"text"_s, u"y"_s}, {u"part"_s, u"2019-03"_s}});
    server.setReachable(false);
    QTRY_COMPARE(station.service->status().state, State::Offline);
    // Asked for meanwhile, it comes when the server does.
    station.service->askForMonth(u"2019-04"_s);
    QTRY_COMPARE(station.service->status().monthFetched, u"2019-04"_s);
    server.setReachable(true);
    QTRY_COMPARE(station.count(u"log_entry"_s), 3);
    QTRY_COMPARE(station.service->status().olderMonths, QStringList());
}

void TestSyncEngine::anotherServerStopsEverything()
{
    FakeServer server;
    people(server);
    Station station(server);
    station.service->start();
    QTRY_COMPARE(station.service->status().state, State::Synced);
    server.setEpoch(u"two:1"_s);
    QVERIFY(station.note(u"must not go to another server"_s));
    QTRY_COMPARE(station.service->status().state, State::NeedsAttention);
    QCOMPARE(station.service->status().lastError->code, u"other_server"_s);
    QCOMPARE(server.effects(), 0);
    QCOMPARE(station.service->status().counts.pending, 1);
    // It was the wrong server: the right one comes back and all goes on.
    server.setEpoch(u"one:1"_s);
    QTRY_COMPARE(server.effects(), 1);
    QTRY_COMPARE(station.service->status().state, State::Synced);
}

void TestSyncEngine::backlogGoesInBatches_data()
{
    QTest::addColumn<std::optional<Fault>>("fault");
    QTest::newRow("whole") << std::optional<Fault>();
    // The next batch is read ahead: what was not answered must not be passed over for it.
    QTest::newRow("never sent") << std::optional(Fault::Before);
    QTest::newRow("reply lost") << std::optional(Fault::ReplyLost);
    QTest::newRow("damaged") << std::optional(Fault::Damaged);
    QTest::newRow("busy") << std::optional(Fault::Busy);
}

void TestSyncEngine::backlogGoesInBatches()
{
    QFETCH(const std::optional<Fault>, fault);
    FakeServer server;
    people(server);
    Station station(server);
    station.service->start();
    QTRY_COMPARE(station.service->status().state, State::Synced);
    server.setReachable(false);
    QTRY_COMPARE(station.service->status().state, State::Offline);
    for (int i = 0; i < 1200; ++i)
        QVERIFY(station.note(QString::number(i)));
    const int before = server.calls(u"applyChanges"_s);
    if (fault)
        server.fail(u"applyChanges"_s, *fault, 2);
    server.setReachable(true);
    QTRY_COMPARE_WITH_TIMEOUT(server.effects(), 1200, 30'000);
    QCOMPARE(server.calls(u"applyChanges"_s) - before, fault ? 4 : 3);
    QTRY_VERIFY_WITH_TIMEOUT(station.equalsServer(), 30'000);
    QCOMPARE(station.count(u"log_entry"_s), 1200);
}

void TestSyncEngine::whatASlowServerCannotTakeAtOnceGoesInPieces()
{
    FakeServer server;
    people(server);
    Station station(server);
    station.service->start();
    QTRY_COMPARE(station.service->status().state, State::Synced);
    server.setReachable(false);
    QTRY_COMPARE(station.service->status().state, State::Offline);
    for (int i = 0; i < 400; ++i)
        QVERIFY(station.note(QString::number(i)));
    server.setMostOperations(20);
    const int before = server.calls(u"applyChanges"_s);
    server.setReachable(true);
    QTRY_COMPARE_WITH_TIMEOUT(server.effects(), 400, 30'000);
    QTRY_COMPARE(station.service->status().state, State::Synced);
    // Not one by one either.
    const int calls = server.calls(u"applyChanges"_s) - before;
    QVERIFY2(calls < 200, qPrintable(QString::number(calls)));
}

void TestSyncEngine::conflictIsCountedAndTheirsIsShown()
{
    FakeServer server;
    people(server);
    const QUuid target = site(server);
    Station one(server);
    one.service->start();
    QTRY_COMPARE(one.service->status().state, State::Synced);
    server.setReachable(false);
    QTRY_COMPARE(one.service->status().state, State::Offline);
    QVERIFY(one.rename(target, u"mine"_s));
    domain::Row theirs = server.table(u"target"_s).value(target);
    theirs["name"_L1] = u"theirs"_s;
    server.put(u"target"_s, theirs);
    server.setReachable(true);
    QTRY_COMPARE(one.service->status().counts.conflicts, 1);
    QTRY_COMPARE(one.nameOf(target), u"theirs"_s);
    QCOMPARE(server.table(u"target"_s).value(target)["name"_L1].toString(), u"theirs"_s);
}

void TestSyncEngine::leaseIsTold()
{
    FakeServer server;
    people(server);
    Station station(server);
    QSignalSpy told(station.service.get(), &sync::SyncService::leaseChanged);
    station.service->start();
    QTRY_COMPARE(station.service->status().state, State::Synced);
    QVERIFY(!station.service->lease().mine);
    station.service->setWantsLease(true);
    QTRY_VERIFY(station.service->lease().mine);
    QCOMPARE(station.service->lease().fence, 1);
    // Without contact nobody may act on it.
    server.setReachable(false);
    QTRY_VERIFY(!station.service->lease().mine);
    QVERIFY(told.size() >= 2);
}

void TestSyncEngine::offlineStartOpensTheBoard()
{
    FakeServer server;
    people(server);
    Station station(server);
    station.service->start();
    QTRY_COMPARE(station.service->status().state, State::Synced);
    server.setReachable(false);
    station.restart();
    QSignalSpy ready(station.service.get(), &sync::SyncService::coreReady);
    station.service->start();
    QTRY_COMPARE(ready.size(), 1);
    QTRY_COMPARE(station.service->status().state, State::Offline);
}

void TestSyncEngine::syncOnceReports()
{
    FakeServer server;
    people(server);
    Station station(server);
    const auto first = station.service->syncOnce(std::chrono::seconds(20)).result();
    QCOMPARE(first.state, State::Synced);
    // A person and a right, brought by filling.
    QCOMPARE(first.pulled, 2);
    QVERIFY(station.note(u"by hand"_s));
    const auto second = station.service->syncOnce(std::chrono::seconds(20)).result();
    QCOMPARE(second.state, State::Synced);
    QCOMPARE(second.pushed, 1);
    QCOMPARE(second.counts.pending, 0);
    QCOMPARE(server.effects(), 1);
    server.setReachable(false);
    QVERIFY(station.note(u"kept"_s));
    const auto third = station.service->syncOnce(std::chrono::seconds(20)).result();
    QCOMPARE(third.state, State::Offline);
    QCOMPARE(third.counts.pending, 1);
    QVERIFY(third.error.has_value());
}

QTEST_GUILESS_MAIN(TestSyncEngine)
#include "tst_syncengine.moc"
