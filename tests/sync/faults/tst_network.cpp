// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/cutproxy.h"
#include "tests/sync/engine/turns.h"
#include "tests/sync/faults/asked.h"
#include "tests/sync/faults/crew.h"
#include "tests/sync/server/caller.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>

using namespace watchroom;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using fakes::CutProxy;
using test::Crew;
using test::Desk;
using test::Turns;
using State = sync::SyncStatus::State;

namespace {

constexpr int kDesks = 5;

} // namespace

/// The way to the server breaks in every manner, the server stops in the middle of things, others
/// keep it busy: everybody's work arrives once, and every replica ends equal to the server.
class TestNetwork : public test::DeskTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_seed = test::seed();
        QCOMPARE(prepare(kDesks), QString());
    }
    void init() { QCOMPARE(begin(), QString()); }
    void partition_data();
    void partition();
    void serverStopsInTheMiddleOfBatches();
    void aLongTransactionHoldsNobodyUp();
    void aDeadServerLeavesTheLoopFree_data();
    void aDeadServerLeavesTheLoopFree();
    void everyWakeUpLost();

private:
    [[nodiscard]] Crew::Way direct() const
    {
        return [this](int number) { return desk(number); };
    }
    [[nodiscard]] Crew::Way through(const CutProxy &proxy) const
    {
        return [this, &proxy](int number) {
            auto info = desk(number);
            info.set("port"_L1, QString::number(proxy.port()));
            return info;
        };
    }

    quint32 m_seed = 0;
};

// Fault 4.
void TestNetwork::partition_data()
{
    QTest::addColumn<QString>("manner");
    for (const char *manner : {"both ways", "to the server", "from the server", "flapping"})
        QTest::newRow(manner) << QString::fromLatin1(manner);
}

void TestNetwork::partition()
{
    QFETCH(const QString, manner);
    CutProxy proxy(quint16(m_server.cluster.port()));
    Crew crew(through(proxy), m_seed, kDesks, 1500ms);
    QCOMPARE(crew.begin(direct()), QString());
    const int operations = test::asked("WATCHROOM_PARTITION", 80);
    crew.work(operations / 4);
    if (manner == "flapping"_L1) {
        crew.work(operations, [&](int i) {
            if (i % 8 == 0)
                proxy.cut(crew.random().bounded(2) == 0);
            if (i % 8 == 4)
                proxy.heal();
            if (i % 4 == 2) // a little goes through
                (void)QTest::qWaitFor([&] { return crew.desk(0).contents().isEmpty(); }, 60);
        });
    } else {
        proxy.blackHole(manner == "both ways"_L1 ? CutProxy::Way::Both
                : manner == "to the server"_L1   ? CutProxy::Way::ToServer
                                                 : CutProxy::Way::FromServer);
        crew.work(operations);
        for (std::size_t i = 0; i < crew.size(); ++i)
            QTRY_COMPARE_WITH_TIMEOUT(
                crew.desk(i).service->status().state, State::Offline, kPatience);
        crew.work(operations / 4);
    }
    proxy.heal();
    QElapsedTimer timer;
    timer.start();
    WHOLE(crew, m_server.cluster);
    qInfo() << "whole again after" << timer.elapsed() << "ms";
}

// Fault 5.
void TestNetwork::serverStopsInTheMiddleOfBatches()
{
    Crew crew(direct(), m_seed, kDesks);
    QCOMPARE(crew.begin(direct()), QString());
    int inTheMiddle = 0;
    for (int stop = 0; stop < 6; ++stop) {
        m_server.cluster.stopImmediately();
        crew.work(test::asked("WATCHROOM_BATCH", 120));
        QVERIFY2(m_server.cluster.start(), m_server.cluster.error().constData());
        for (std::size_t i = 0; i < crew.size(); ++i)
            crew.desk(i).service->wake();
        // Something of it has arrived, not all.
        const auto backlog = [&] {
            qint64 all = 0;
            for (std::size_t i = 0; i < crew.size(); ++i)
                all += crew.desk(i).replica->counts().result().pending;
            return all;
        };
        const qint64 before = backlog();
        const int some = crew.random().bounded(int(before) + 1);
        (void)QTest::qWaitFor([&] { return backlog() <= some; }, kPatience);
        m_server.cluster.stopImmediately();
        inTheMiddle += backlog() > 0 && backlog() < before ? 1 : 0;
        QVERIFY2(m_server.cluster.start(), m_server.cluster.error().constData());
        // A call is all or nothing: what counts as there, is there, up to the last number.
        QCOMPARE(query(u"SELECT count(*) FROM sync.client c WHERE last_op <> (SELECT count(*) FROM"
                       " sync.applied_op a WHERE a.client_id = c.client_id)"_s),
            u"0"_s);
        QCOMPARE(query(u"SELECT count(*) FROM sync.applied_op a WHERE state = 'applied' AND tbl ="
                       " 'log_entry' AND NOT EXISTS (SELECT 1 FROM app.log_entry l WHERE l.id ="
                       " a.row_id)"_s),
            u"0"_s);
        // First what each was told: the server is up again and goes on.
        QStringList told;
        for (std::size_t i = 0; i < crew.size(); ++i)
            told +=
                crew.desk(i).lines(u"SELECT op AS line FROM sync_outbox WHERE state = 'acked'"_s);
        const QStringList there =
            query(u"SELECT op FROM sync.applied_op"_s).split(u'\n', Qt::SkipEmptyParts);
        const QSet<QString> known(there.begin(), there.end());
        for (const QString &op : std::as_const(told))
            QVERIFY2(known.contains(op), qPrintable(op));
    }
    WHOLE(crew, m_server.cluster);
    qInfo() << "stops" << 6 << "in the middle" << inTheMiddle;
    QVERIFY(inTheMiddle > 0); // the test must meet what it is about
}

// Fault 9.
void TestNetwork::aLongTransactionHoldsNobodyUp()
{
    const QString slowRow = base::toText(QUuid::createUuid());
    tests::Caller slow(m_server.cluster.superConninfo(m_database));
    QVERIFY(slow.connectOnly());
    slow.value(u"BEGIN"_s);
    slow.value(u"SET LOCAL session_replication_role = replica"_s);
    slow.value(
        u"INSERT INTO app.target (id, rev, ver, xid, updated_by, updated_at, key, kind, name,"
        " enabled) VALUES ('%1', 1, gen_random_uuid(), pg_current_xact_id(), 'test', now(), 'x',"
        " 'site', 'X', true)"_s.arg(slowRow));
    QCOMPARE(slow.error(), QString());
    Crew crew(direct(), m_seed, 2);
    QCOMPARE(crew.begin(direct()), QString());
    QList<qint64> lags;
    for (int i = 0; i < test::asked("WATCHROOM_LAGS", 60); ++i) {
        crew.act(0);
        QElapsedTimer timer;
        timer.start();
        const QUuid id = crew.note(0, u"beside it %1"_s.arg(i));
        QTRY_VERIFY_WITH_TIMEOUT(crew.desk(1).has(u"log_entry"_s, id), kPatience);
        lags.append(timer.elapsed());
        QVERIFY(!crew.desk(1).has(u"target"_s, QUuid::fromString(slowRow)));
    }
    slow.value(u"COMMIT"_s);
    for (std::size_t i = 0; i < crew.size(); ++i)
        QTRY_VERIFY_WITH_TIMEOUT(
            crew.desk(i).has(u"target"_s, QUuid::fromString(slowRow)), kPatience);
    WHOLE(crew, m_server.cluster);
    std::ranges::sort(lags);
    qInfo() << "lag while it is open, ms: p50" << lags.at(lags.size() / 2) << "p99"
            << lags.at(lags.size() * 99 / 100) << "max" << lags.constLast();
}

// Fault 18.
void TestNetwork::aDeadServerLeavesTheLoopFree_data()
{
    QTest::addColumn<bool>("frozen");
    QTest::newRow("black hole") << false;
    QTest::newRow("frozen backend") << true;
}

void TestNetwork::aDeadServerLeavesTheLoopFree()
{
    QFETCH(const bool, frozen);
    CutProxy proxy(quint16(m_server.cluster.port()));
    Crew crew(through(proxy), m_seed, 2, 3000ms);
    QCOMPARE(crew.begin(direct()), QString());
    if (frozen)
        m_server.cluster.pause();
    else
        proxy.blackHole();
    const Turns turns;
    QElapsedTimer timer;
    timer.start();
    // Nobody waits for a save's answer here: the window does not either.
    Desk &one = crew.desk(0);
    const auto saved =
        one.replica->save({{.table = u"log_entry"_s,
                              .id = base::newId(one.clock.now()),
                              .kind = domain::OperationKind::Append,
                              .set = {{u"kind"_s, u"note"_s}, {u"text"_s, u"into the dark"_s}}}},
            one.author());
    const bool isOffline =
        QTest::qWaitFor([&] { return one.service->status().state == State::Offline; }, kPatience);
    const qint64 noticed = timer.elapsed();
    m_server.cluster.resume();
    proxy.heal();
    QVERIFY(isOffline);
    QVERIFY(saved.isFinished() && saved.result());
    // A call that hangs on this thread would leave a few turns in all this time.
    QVERIFY2(turns.count() > 50, qPrintable(QString::number(turns.count())));
    WHOLE(crew, m_server.cluster);
    qInfo() << "offline after" << noticed << "ms, turns" << turns.count() << "longest gap"
            << turns.longest() << "ms";
}

// Fault 21.
void TestNetwork::everyWakeUpLost()
{
    QCOMPARE(query(u"REVOKE EXECUTE ON FUNCTION pg_catalog.pg_notify(text, text) FROM PUBLIC"_s),
        QString());
    Crew crew(direct(), m_seed, kDesks);
    QCOMPARE(crew.begin(direct()), QString());
    Desk deaf(desk(1), 15s, 1h); // would hear a wake-up, and never asks by itself
    deaf.service->start();
    SYNCED(deaf);
    crew.work(60);
    QElapsedTimer timer;
    timer.start();
    WHOLE(crew, m_server.cluster);
    qInfo() << "whole by asking after" << timer.elapsed() << "ms";
    QCOMPARE(deaf.notes(), 0);
    deaf.service->wake();
    EQUAL(deaf, m_server.cluster);
}

QTEST_GUILESS_MAIN(TestNetwork)
#include "tst_network.moc"
