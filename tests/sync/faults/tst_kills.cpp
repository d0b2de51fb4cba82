// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/cutproxy.h"
#include "tests/sync/faults/asked.h"
#include "tests/sync/faults/crashdisk.h"
#include "tests/sync/faults/crew.h"
#include "tests/sync/faults/killedclient.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>

using namespace watchroom;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::asked;
using test::CrashDisk;
using test::Desk;
using test::KilledClient;

namespace {

constexpr int kDesks = 5;
constexpr int kWithoutEnd = 1'000'000; // operations

} // namespace

/// Clients are killed anywhere, the server too, the power is cut, replies are lost: what a client
/// was told is saved is on the server exactly once or waits for a person, no client stays stuck,
/// and every replica ends equal to the server.
class TestKills : public test::DeskTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void clientsAndServerKilledAnywhere();
    void powerCutAnywhere();
    void manyOperationsByFive();

private:
    /// Clients 1 to `count`, at work; empty: they are.
    [[nodiscard]] QString gather(int count, int operations, const QStringList &folders = {});
    [[nodiscard]] QString go(KilledClient &client, int operations);
    void hear(KilledClient &client, int ms);
    /// A lost reply, cut connections, a killed server: now and then.
    void spoil();
    /// The last few operations of each, then all of them drain, end and are compared.
    void drainAndCompare();

    QRandomGenerator m_random;
    std::unique_ptr<fakes::CutProxy> m_proxy;
    std::vector<std::unique_ptr<QTemporaryDir>> m_dirs;
    std::vector<std::unique_ptr<KilledClient>> m_clients;
    int m_serverKills = 0;
    int m_cuts = 0;
};

void TestKills::initTestCase()
{
    m_random.seed(test::seed());
    QCOMPARE(prepare(kDesks), QString());
}

void TestKills::init()
{
    QCOMPARE(begin(), QString());
    m_proxy = std::make_unique<fakes::CutProxy>(quint16(m_server.cluster.port()));
    m_clients.clear();
    m_dirs.clear();
    m_serverKills = 0;
    m_cuts = 0;
}

QString TestKills::gather(int count, int operations, const QStringList &folders)
{
    for (int i = 1; i <= count; ++i) {
        const QString station = u"desk-%1"_s.arg(i);
        const QString login = u"chen"_s; // a lead may change anything
        const auto session =
            remote::openPersonSession(desk(i), login, login + u"'s own;secret"_s, station);
        if (!session)
            return session.error().code;
        m_dirs.push_back(std::make_unique<QTemporaryDir>());
        const QString folder = folders.value(i - 1, m_dirs.back()->path());
        m_clients.push_back(std::make_unique<KilledClient>(
            folder, station, store::Author{login, session->id, session->key}));
        if (const QString trouble = go(*m_clients.back(), operations); !trouble.isEmpty())
            return trouble;
    }
    return {};
}

QString TestKills::go(KilledClient &client, int operations)
{
    auto info = m_server.station(client.station(), m_database);
    info.set("port"_L1, QString::number(m_proxy->port()));
    return client.start(info, m_random.generate(), operations) ? QString() : client.station();
}

void TestKills::hear(KilledClient &client, int ms)
{
    (void)QTest::qWaitFor(
        [&client] {
            client.listen();
            return !client.isRunning();
        },
        ms);
}

void TestKills::spoil()
{
    if (m_random.bounded(4) == 0)
        m_proxy->loseReplyTo("apply_changes");
    if (m_random.bounded(10) == 0) {
        m_proxy->cut(false);
        ++m_cuts;
    }
    if (m_random.bounded(15) == 0) {
        m_server.cluster.kill();
        ++m_serverKills;
        QVERIFY2(m_server.cluster.start(), m_server.cluster.error().constData());
    }
}

void TestKills::drainAndCompare()
{
    m_proxy->heal();
    for (const auto &client : m_clients) {
        QCOMPARE(client->kill(), QString());
        QCOMPARE(go(*client, 5), QString());
    }
    QStringList stuck;
    for (const auto &client : m_clients) {
        if (!client->waitForEnd(300'000) || !client->hasEndedWell())
            stuck.append(client->station() + u": "_s + client->lastWords());
    }
    QCOMPARE(stuck, QStringList());

    const QStringList done = query(u"SELECT DISTINCT op FROM sync.applied_op WHERE state IN"
                                   " ('applied','merged','already')"_s)
                                 .split(u'\n', Qt::SkipEmptyParts);
    const QSet<QString> applied(done.begin(), done.end());
    qsizetype saved = 0;
    qsizetype waiting = 0;
    for (const auto &client : m_clients) {
        const QSet<QString> tray = client->inTray();
        QSet<QString> lost = client->saved();
        lost -= applied;
        lost -= tray;
        QVERIFY2(lost.isEmpty(), qPrintable(QStringList(lost.begin(), lost.end()).join(u' ')));
        saved += client->saved().size();
        waiting += tray.size();
        qInfo() << client->station() << "was refused" << client->refused();
    }
    QCOMPARE(test::impossibleThere(m_server.cluster, m_database), QString());
    // No operation has two numbers: nobody took itself for a copy.
    QCOMPARE(query(u"SELECT count(*) - count(DISTINCT op) FROM sync.applied_op"_s), u"0"_s);
    QCOMPARE(query(u"SELECT count(*) FROM sync.client"_s), QString::number(m_clients.size()));
    QCOMPARE(query(u"SELECT count(*) FROM sync.applied_op WHERE state IN ('rejected','held')"_s),
        u"0"_s);
    const QString there = test::serverContents(m_server, m_database);
    const QString words = test::wordsOf(m_server.cluster, m_database);
    for (const auto &client : m_clients) {
        Desk console(m_server.station(client->station(), m_database));
        console.restart([&client](const QString &folder) {
            for (const QString &name : {u"replica.sqlite"_s, u"outbox.log"_s}) {
                QFile::remove(folder + u'/' + name);
                QVERIFY(QFile::copy(client->folder() + u'/' + name, folder + u'/' + name));
            }
        });
        QCOMPARE(console.lines(u"SELECT integrity_check AS line FROM pragma_integrity_check"_s),
            QStringList{u"ok"_s});
        console.service->start();
        QTRY_COMPARE_WITH_TIMEOUT(console.contents(), there, 60'000);
        QVERIFY(test::wordsOf(console) == words);
    }
    qInfo().noquote() << query(u"SELECT string_agg(l, ', ') FROM (SELECT kind || ' ' || state || ' '"
                               " || count(*) AS l FROM sync.applied_op GROUP BY kind, state) s"_s);
    qInfo() << "clients" << m_clients.size() << "server kills" << m_serverKills << "cuts" << m_cuts
            << "replies lost" << m_proxy->repliesLost() << "saved" << saved << "in the tray"
            << waiting << "lost 0, wedges 0";
}

// Faults 1 and 3.
void TestKills::clientsAndServerKilledAnywhere()
{
    const int kills = asked("WATCHROOM_KILLS", 30);
    QCOMPARE(gather(2, kWithoutEnd), QString());
    for (int i = 0; i < kills; ++i) {
        KilledClient &victim = *m_clients.at(std::size_t(m_random.bounded(int(m_clients.size()))));
        hear(victim, 30 + m_random.bounded(400));
        spoil();
        QCOMPARE(victim.kill(), QString());
        QCOMPARE(go(victim, kWithoutEnd), QString());
    }
    drainAndCompare();
    qInfo() << "client kills" << kills;
    QVERIFY(m_clients.front()->saved().size() + m_clients.back()->saved().size() > kills);
}

// Fault 2.
void TestKills::powerCutAnywhere()
{
    const int cuts = asked("WATCHROOM_POWER_CUTS", 12);
    std::array<CrashDisk, 2> disks;
    QStringList folders;
    for (CrashDisk &disk : disks) {
        if (const QString why = disk.make(64); !why.isEmpty())
            QSKIP(qPrintable(u"no disk to cut the power of: "_s + why));
        folders.append(disk.folder());
    }
    QCOMPARE(gather(2, kWithoutEnd, folders), QString());
    for (int i = 0; i < cuts; ++i) {
        const auto at = std::size_t(m_random.bounded(2));
        KilledClient &victim = *m_clients.at(at);
        hear(victim, 200 + m_random.bounded(800));
        spoil();
        QVERIFY2(victim.isRunning(), qPrintable(victim.lastWords()));
        // Held meanwhile: the kernel may answer well to a flush that runs while its disk is cut.
        QVERIFY(victim.hold());
        QVERIFY(disks.at(at).cutPower());
        victim.letGo();
        // It lives on for a moment without its disk: what it says is saved now, counts too.
        hear(victim, m_random.bounded(100));
        const QString end = victim.kill();
        if (!end.isEmpty())
            qInfo() << "without its disk" << end;
        QVERIFY(disks.at(at).restore());
        QCOMPARE(go(victim, kWithoutEnd), QString());
    }
    drainAndCompare();
    qInfo() << "power cuts" << cuts;
    m_clients.clear(); // before their disks
}

// Faults 1, 3 and 4 at length: every client's operations, whatever happens in between.
void TestKills::manyOperationsByFive()
{
    const int operations = asked("WATCHROOM_OPERATIONS", 120);
    QCOMPARE(gather(kDesks, operations), QString());
    QElapsedTimer timer;
    timer.start();
    int kills = 0;
    const auto left = [operations](const KilledClient &client) {
        return std::max(0, operations - int(client.saved().size()));
    };
    while (std::ranges::any_of(m_clients, [&](const auto &c) { return left(*c) > 0; })) {
        KilledClient &victim = *m_clients.at(std::size_t(m_random.bounded(kDesks)));
        hear(victim, 200 + m_random.bounded(operations > 1000 ? 4000 : 600));
        for (const auto &client : m_clients)
            client->listen();
        spoil();
        QCOMPARE(victim.kill(), QString());
        QCOMPARE(go(victim, left(victim)), QString());
        ++kills;
        QVERIFY(timer.elapsed() < 3'600'000);
    }
    const qint64 worked = timer.restart();
    drainAndCompare();
    for (const auto &client : m_clients)
        QVERIFY(client->saved().size() >= operations);
    qInfo() << "operations each" << operations << "kills" << kills << "worked" << worked
            << "ms, drained and compared" << timer.elapsed() << "ms";
}

QTEST_GUILESS_MAIN(TestKills)
#include "tst_kills.moc"
