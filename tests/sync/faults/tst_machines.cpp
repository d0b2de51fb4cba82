// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/cutproxy.h"
#include "tests/sync/faults/asked.h"
#include "tests/sync/faults/cards.h"
#include "tests/sync/faults/crew.h"
#include "tests/sync/faults/folders.h"

#include <QTest>

#include <ctime>

using namespace watchroom;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::OperationKind;
using domain::Row;
using test::copyFolder;
using test::Crew;
using test::Desk;

namespace {

constexpr auto kYear = std::chrono::hours(24 * 365);

/// What a desk's machine believes.
struct Belief
{
    std::chrono::microseconds ahead{0}; ///< of the true time
    std::optional<base::Instant> at = {}; ///< instead of that
    QByteArray zone = "Asia/Shanghai";
};

base::Instant instant(const QString &text)
{
    return base::fromIso(text).value_or(base::Instant{});
}

} // namespace

/// Clocks decide nothing: whatever machines believe, the same work has the same end. And a machine
/// that is set back, or exists twice, loses nobody's work.
class TestMachines : public test::DeskTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_seed = test::seed();
        QCOMPARE(prepare(3), QString());
    }
    void init() { QCOMPARE(begin(), QString()); }
    void cleanup() { setZone({}); }
    void theSameEndWithAnyClock();
    void aMachineSetBackAgainAndAgain();
    void twoOfOneMachineAtOnce();

private:
    static void setZone(const QByteArray &zone);
    /// The same day of three desks; what became of it, without ids and instants.
    void live(const QList<Belief> &beliefs, QString &outcome);

    quint32 m_seed = 0;
};

void TestMachines::setZone(const QByteArray &zone)
{
    if (zone.isEmpty())
        qunsetenv("TZ");
    else
        qputenv("TZ", zone);
    ::tzset();
}

void TestMachines::live(const QList<Belief> &beliefs, QString &outcome)
{
    m_database = m_server.newDatabase();
    std::vector<std::unique_ptr<Desk>> desks;
    for (int i = 1; i <= beliefs.size(); ++i) {
        desks.push_back(std::make_unique<Desk>(desk(i)));
        QCOMPARE(enter(*desks.back(), i), QString());
        desks.back()->service->start();
        SYNCED(*desks.back());
    }
    const QUuid incident = base::newId(desks[0]->clock.now());
    const QUuid target = base::newId(desks[0]->clock.now());
    const QUuid doomed = base::newId(desks[0]->clock.now());
    QVERIFY(desks[0]->save({{.table = u"incident"_s,
        .id = incident,
        .kind = OperationKind::Insert,
        .set = {{u"title"_s, u"卡顿"_s}, {u"level"_s, u"blue"_s}}}}));
    for (const auto &[id, key] : {std::pair(target, u"a"_s), std::pair(doomed, u"b"_s)})
        QVERIFY(desks[0]->save({{.table = u"target"_s,
            .id = id,
            .kind = OperationKind::Insert,
            .set = {{u"key"_s, key}, {u"kind"_s, u"site"_s}, {u"name"_s, key},
                {u"enabled"_s, true}}}}));
    for (const auto &desk : desks) {
        QTRY_VERIFY_WITH_TIMEOUT(desk->has(u"target"_s, doomed), kPatience);
        SETTLED(*desk);
        SYNCED(*desk);
        desk->restart([](const QString &) {});
    }
    // Each works alone, on a machine that believes what it believes.
    for (std::size_t i = 0; i < desks.size(); ++i) {
        Desk &own = *desks[i];
        const Belief &belief = beliefs.at(qsizetype(i));
        setZone(belief.zone);
        own.clock.correct(belief.at.value_or(base::CorrectedClock().now() + belief.ahead));
        const auto change = [&own](const QString &table, const QUuid &id, const Row &set) {
            return own.save(
                {{.table = table, .id = id, .kind = OperationKind::Update, .set = set}});
        };
        for (int n = 0; n < 3; ++n)
            QVERIFY(!own.note(u"desk %1 says %2"_s.arg(i).arg(n)).isNull());
        QVERIFY(change(u"incident"_s, incident, {{u"title"_s, u"desk %1"_s.arg(i)}}));
        if (i == 1)
            QVERIFY(change(u"incident"_s, incident, {{u"owner"_s, u"chen"_s}}));
        if (i == 2)
            QVERIFY(change(u"incident"_s, incident, {{u"cause"_s, u"fibre"_s}}));
        QVERIFY(change(u"target"_s, target, {{i == 0 ? u"name"_s : u"name_en"_s, u"x%1"_s.arg(i)}}));
        if (i == 1)
            QVERIFY(own.save({{.table = u"target"_s,
                .id = doomed,
                .kind = OperationKind::Delete,
                .set = {}}}));
        if (i == 2)
            QVERIFY(change(u"target"_s, doomed, {{u"name"_s, u"late"_s}}));
    }
    // They come back in this order, whatever their clocks say of it.
    QStringList cards;
    for (const auto &desk : desks) {
        desk->service->start();
        SETTLED(*desk);
        SYNCED(*desk);
        cards += test::cardWords(*desk).join(u',');
    }
    for (const auto &desk : desks)
        EQUAL(*desk, m_server.cluster);
    QCOMPARE(query(u"SELECT count(*) FROM app.log_entry WHERE happened_at > clock_timestamp() OR"
                   " recorded_at > clock_timestamp()"_s),
        u"0"_s);
    outcome = cards.join(u'\n')
        + query(u"SELECT title, cause, owner, stage, level, rev FROM app.incident;"
                "SELECT key, name, name_en, deleted, rev FROM app.target ORDER BY key;"
                "SELECT kind, code, text, author FROM app.log_entry ORDER BY kind, code, text;"
                "SELECT kind, state, count(*) FROM sync.applied_op GROUP BY 1, 2 ORDER BY 1, 2"_s);
}

// Fault 15.
void TestMachines::theSameEndWithAnyClock()
{
    QString honest;
    live({{}, {}, {}}, honest);
    QVERIFY(honest.contains(u"conflict deleted"_s) && honest.contains(u"desk 2 says 2"_s));
    const auto fold = instant(u"2026-11-01T05:59:59.900000Z"_s); // 01:59:59.9, the first of two
    const auto gap = instant(u"2026-03-08T06:59:59.900000Z"_s); // 02:00 does not exist
    const QList<QList<Belief>> worlds{
        {{.ahead = kYear}, {.ahead = -kYear}, {}},
        {{.ahead = -kYear}, {.ahead = kYear, .zone = "America/New_York"}, {.zone = "Europe/Berlin"}},
        {{.at = fold, .zone = "America/New_York"}, {.at = gap, .zone = "America/New_York"},
            {.ahead = 25h, .zone = "Pacific/Kiritimati"}},
    };
    for (const QList<Belief> &world : worlds) {
        QString outcome;
        live(world, outcome);
        QCOMPARE(outcome, honest);
    }
    qInfo() << "worlds" << worlds.size() << "the same end in each";
}

// Fault 14: the snapshot of a virtual machine.
void TestMachines::aMachineSetBackAgainAndAgain()
{
    const Crew::Way way = [this](int number) { return desk(number); };
    Crew crew(way, m_seed, 3);
    QCOMPARE(crew.begin(way), QString());
    QTemporaryDir snapshot;
    for (int round = 0; round < 3; ++round) {
        crew.work(30);
        crew.desk(0).restart(
            [&](const QString &folder) { copyFolder(folder, snapshot.path()); });
        crew.desk(0).service->start();
        crew.work(30);
        QCOMPARE(crew.settle(m_server.cluster, m_database), QString());
        crew.desk(0).restart(
            [&](const QString &folder) { copyFolder(snapshot.path(), folder); });
        crew.work(15); // on what it remembers, before it hears of the rest
        crew.desk(0).service->start();
        crew.work(15);
    }
    QCOMPARE(crew.settle(m_server.cluster, m_database), QString());
    QCOMPARE(
        crew.verdict(m_server.cluster, m_database, Crew::Refused::OnServer), QString());
    qInfo().noquote() << crew.counts(m_server.cluster, m_database);
}

// Fault 14: both of them at work, and connected, at the same time.
void TestMachines::twoOfOneMachineAtOnce()
{
    Desk one(desk(1));
    QCOMPARE(enter(one, 1), QString());
    one.service->start();
    SYNCED(one);
    QVERIFY(!one.note(u"before"_s).isNull());
    SETTLED(one);
    Desk clone(desk(1));
    one.restart([&](const QString &from) {
        clone.restart([&](const QString &to) { copyFolder(from, to); });
    });
    clone.actAs(one.author());
    one.service->start();
    clone.service->start();
    for (int i = 0; i < 20; ++i) {
        QVERIFY(!one.note(u"original %1"_s.arg(i)).isNull());
        QVERIFY(!clone.note(u"clone %1"_s.arg(i)).isNull());
        if (i == 10) {
            SETTLED(one);
            SETTLED(clone);
        }
    }
    SETTLED(one);
    SETTLED(clone);
    QCOMPARE(query(u"SELECT count(*), count(DISTINCT text) FROM app.log_entry WHERE kind='note'"_s),
        u"41|41"_s);
    QVERIFY(query(u"SELECT count(*) FROM sync.client"_s).toInt() >= 2);
    EQUAL(one, m_server.cluster);
    EQUAL(clone, m_server.cluster);
    QCOMPARE(one.replica->counts().result(), store::OutboxCounts());
    QCOMPARE(clone.replica->counts().result(), store::OutboxCounts());
}

QTEST_GUILESS_MAIN(TestMachines)
#include "tst_machines.moc"
