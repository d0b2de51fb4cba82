// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/cutproxy.h"
#include "tests/sync/faults/asked.h"
#include "tests/sync/faults/cards.h"
#include "tests/sync/faults/twodesks.h"

#include <QElapsedTimer>
#include <QTest>

using namespace watchroom;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::OperationKind;
using domain::Row;
using test::cardWords;
using test::Desk;
using State = sync::SyncStatus::State;

namespace {

const auto kNotes = u"SELECT string_agg(text, ', ' ORDER BY text) FROM app.log_entry WHERE"
                    " kind = 'note'"_s;

/// Rows as a great many changes leave them.
QString manyTargets(int count)
{
    return u"SET session_replication_role = replica; INSERT INTO app.target (id, rev, ver, xid,"
           " updated_by, updated_at, key, kind, name, enabled) SELECT gen_random_uuid(), 1,"
           " gen_random_uuid(), pg_current_xact_id(), 'test', now(), 'site-' || i, 'site',"
           " 'Site ' || i, true FROM generate_series(1, %1) i"_s.arg(count);
}

} // namespace

/// A console comes back and finds that things have changed: what it is, what the server is, or
/// nearly everything.
class TestReturns : public test::TwoDesksTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCOMPARE(prepare(), QString()); }
    void init() { beginTwo(); }
    void aConsoleThatIsAWallNow();
    void aWallThatIsAConsoleNow();
    void asleepFor200Days();
    void anOlderProgramAndANewerServer();
    void tooOldItReadsAndKeeps();
    void typingDuringTheFirstLoad();

private:
    [[nodiscard]] QUuid makeTarget(Desk &desk, const QString &name);
    void become(const QString &kind);
};

QUuid TestReturns::makeTarget(Desk &desk, const QString &name)
{
    const QUuid id = base::newId(desk.clock.now());
    const bool saved = desk.save({{.table = u"target"_s,
        .id = id,
        .kind = OperationKind::Insert,
        .set = {
            {u"key"_s, name}, {u"kind"_s, u"site"_s}, {u"name"_s, name}, {u"enabled"_s, true}}}});
    return saved ? id : QUuid();
}

void TestReturns::become(const QString &kind)
{
    QCOMPARE(
        setUp(u"UPDATE app.station SET kind = '%1' WHERE name = 'desk-1'"_s.arg(kind)), QString());
}

// Fault 17, of a whole station: nothing of what it may no longer see stays readable.
void TestReturns::aConsoleThatIsAWallNow()
{
    QCOMPARE(setUp(u"UPDATE app.person SET phone = '139 0000' WHERE login = 'li'"_s), QString());
    QVERIFY(!m_two->note(u"医生说画面停了"_s).isNull());
    QTRY_COMPARE_WITH_TIMEOUT(m_one->notes(), 1, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(
        m_one->lines(u"SELECT phone AS line FROM person WHERE phone IS NOT NULL"_s),
        QStringList{u"139 0000"_s}, kPatience);
    const QUuid mine = makeTarget(*m_one, u"ours"_s);
    SETTLED(*m_one);
    m_one->restart([](const QString &) {});
    QVERIFY(!m_one->note(u"typed on the way"_s).isNull());
    QVERIFY(m_one->save({{.table = u"target"_s,
        .id = mine,
        .kind = OperationKind::Update,
        .set = {{u"name"_s, u"a wall's wish"_s}}}}));
    become(u"wall"_s);
    m_one->service->start();
    SETTLED(*m_one);
    SYNCED(*m_one);
    EQUAL(*m_one, m_server.cluster);
    for (const domain::Table &table : domain::tables()) {
        for (const domain::Column &column : table.columns) {
            if (!column.wall)
                QCOMPARE(
                    m_one->lines(u"SELECT '%1 ' || %2 AS line FROM %1 WHERE %2 IS NOT NULL"_s.arg(
                        QString(table.name), QString(column.name))),
                    QStringList());
        }
    }
    QCOMPARE(m_one->lines(u"SELECT doc AS line FROM sync_base"_s), QStringList());
    // What was typed here is a card of this station, and nowhere else.
    QCOMPARE(cardWords(*m_one),
        (QStringList{u"rejected wall_reads_only"_s, u"rejected wall_reads_only"_s}));
    QCOMPARE(query(kNotes), u"医生说画面停了"_s);
}

void TestReturns::aWallThatIsAConsoleNow()
{
    m_one->restart([](const QString &) {});
    become(u"wall"_s);
    m_one->service->start();
    SYNCED(*m_one);
    QVERIFY(!m_two->note(u"医生说画面停了"_s).isNull());
    SETTLED(*m_two);
    EQUAL(*m_one, m_server.cluster);
    const auto texts = u"SELECT text AS line FROM log_entry WHERE kind = 'note'"_s;
    QCOMPARE(m_one->lines(texts), QStringList{QString()});
    m_one->restart([](const QString &) {});
    become(u"console"_s);
    m_one->service->start();
    SYNCED(*m_one);
    EQUAL(*m_one, m_server.cluster);
    QTRY_COMPARE_WITH_TIMEOUT(m_one->lines(texts), QStringList{u"医生说画面停了"_s}, kPatience);
}

// Fault 24.
void TestReturns::asleepFor200Days()
{
    const QUuid gone = makeTarget(*m_one, u"gone"_s);
    const QUuid renamed = makeTarget(*m_one, u"renamed"_s);
    QTRY_VERIFY_WITH_TIMEOUT(
        m_two->has(u"target"_s, gone) && m_two->has(u"target"_s, renamed), kPatience);
    // It falls asleep after the server took its words and before it heard so.
    fakes::CutProxy proxy(quint16(m_server.cluster.port()));
    auto way = desk(1);
    way.set("port"_L1, QString::number(proxy.port()));
    SETTLED(*m_one);
    m_one->setServer(way);
    m_one->restart([](const QString &) {});
    m_one->service->start();
    SYNCED(*m_one);
    proxy.loseReplyTo("apply_changes");
    QVERIFY(!m_one->note(u"answered to nobody"_s).isNull());
    QTRY_COMPARE_WITH_TIMEOUT(proxy.repliesLost(), 1, kPatience);
    proxy.cut(true);
    m_one->restart([](const QString &) {});
    QCOMPARE(query(kNotes), u"answered to nobody"_s);
    QCOMPARE(m_one->replica->counts().result().pending, 1);
    QVERIFY(!m_one->note(u"the last thing typed"_s).isNull());
    QVERIFY(m_one->save({{.table = u"target"_s,
        .id = gone,
        .kind = OperationKind::Update,
        .set = {{u"name"_s, u"as it was then"_s}}}}));
    // 200 days.
    QVERIFY(m_two->save(
        {{.table = u"target"_s, .id = gone, .kind = OperationKind::Delete, .set = {}}}));
    QVERIFY(m_two->save({{.table = u"target"_s,
        .id = renamed,
        .kind = OperationKind::Update,
        .set = {{u"name"_s, u"another name"_s}}}}));
    SETTLED(*m_two);
    QCOMPARE(query(manyTargets(20'500)), QString());
    QCOMPARE(query(u"UPDATE sync.applied_op SET at = at - interval '200 days';"
                   "UPDATE sync.produced SET at = at - interval '200 days';"
                   "UPDATE sync.session SET used_at = used_at - interval '200 days' WHERE station ="
                   " 'desk-1'; DO $$ BEGIN PERFORM sync.tidy(); END $$"_s),
        QString());
    QCOMPARE(query(u"SELECT count(*) FROM sync.applied_op"_s), u"0"_s);

    proxy.heal();
    m_one->service->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_one->replica->counts().result().held, 3, 60'000);
    SYNCED(*m_one);
    QCOMPARE(m_one->count(u"target"_s), 20'501); // what is gone stays gone, whatever waits
    // They sign in again and send what they had written.
    QCOMPARE(enter(*m_one, 1), QString());
    QCOMPARE(
        m_one->replica->resend(m_one->heldOps(), store::Resend::Signed, m_one->author()).result(),
        3);
    SETTLED(*m_one);
    SYNCED(*m_one);
    QCOMPARE(query(kNotes), u"answered to nobody, the last thing typed"_s);
    QCOMPARE(query(u"SELECT deleted, name FROM app.target WHERE key = 'gone'"_s), u"t|gone"_s);
    QCOMPARE(query(u"SELECT name FROM app.target WHERE key = 'renamed'"_s), u"another name"_s);
    QCOMPARE(cardWords(*m_one), QStringList{u"conflict deleted"_s});
    QVERIFY(!m_one->has(u"target"_s, gone));
    EQUAL(*m_one, m_server.cluster);
}

// Fault 19: nothing it does not know is blanked by it, or lost by it.
void TestReturns::anOlderProgramAndANewerServer()
{
    const QUuid id = makeTarget(*m_one, u"site"_s);
    SETTLED(*m_one);
    QCOMPARE(query(u"SET ROLE watchroom_owner; ALTER TABLE app.target ADD COLUMN colour text;"
                   "INSERT INTO sync.column_def (tbl, col, ord, type, unit, origin, wall) SELECT"
                   " tbl, 'colour', max(ord) + 1, 'text', 'colour', 'client', true FROM"
                   " sync.column_def WHERE tbl = 'target' GROUP BY tbl;"
                   "CREATE TABLE app.gauge (LIKE app.target INCLUDING ALL);"
                   "INSERT INTO sync.table_def SELECT (jsonb_populate_record(t, '{\"tbl\":"
                   " \"gauge\", \"ord\": 99}')).* FROM sync.table_def t WHERE tbl = 'target';"
                   "INSERT INTO sync.column_def SELECT (jsonb_populate_record(c, '{\"tbl\":"
                   " \"gauge\"}')).* FROM sync.column_def c WHERE tbl = 'target';"
                   "DO $$ BEGIN PERFORM sync.generate(); PERFORM sync.close_doors(); END $$;"
                   "UPDATE sync.meta SET schema_max = schema_max + 1;"_s),
        QString());
    QCOMPARE(query(u"SET session_replication_role = replica;"
                   "UPDATE app.target SET colour = 'green', rev = rev + 1, ver ="
                   " gen_random_uuid(), xid = pg_current_xact_id();"
                   "INSERT INTO app.gauge (id, rev, ver, xid, updated_by, updated_at, key, kind,"
                   " name, enabled) VALUES (gen_random_uuid(), 1, gen_random_uuid(),"
                   " pg_current_xact_id(), 'test', now(), 'g', 'site', 'unheard of', true)"_s),
        QString());
    m_one->restart([](const QString &) {});
    m_one->service->start();
    SYNCED(*m_one);
    const auto colour = [&] { return m_one->value(u"target"_s, id, u"colour"_s); };
    QTRY_COMPARE_WITH_TIMEOUT(colour(), u"green"_s, kPatience);
    const auto aside = [&] {
        return m_one->lines(u"SELECT tbl || ' ' || reason AS line FROM sync_quarantine"_s);
    };
    QTRY_COMPARE_WITH_TIMEOUT(aside(), QStringList{u"gauge unknown_table"_s}, kPatience);
    QVERIFY(
        m_one->lines(u"SELECT doc AS line FROM sync_quarantine"_s).first().contains(u"unheard of"));
    QVERIFY(m_one->save({{.table = u"target"_s,
        .id = id,
        .kind = OperationKind::Update,
        .set = {{u"name"_s, u"by the older program"_s}}}}));
    QCOMPARE(colour(), u"green"_s);
    SETTLED(*m_one);
    QCOMPARE(query(u"SELECT name, colour FROM app.target"_s), u"by the older program|green"_s);
    QTRY_COMPARE_WITH_TIMEOUT(
        m_two->value(u"target"_s, id, u"name"_s), u"by the older program"_s, kPatience);
    QCOMPARE(colour(), u"green"_s);
    EQUAL(*m_one, m_server.cluster);
}

void TestReturns::tooOldItReadsAndKeeps()
{
    QVERIFY(!m_one->note(u"before"_s).isNull());
    SETTLED(*m_one);
    m_one->restart([](const QString &) {});
    QCOMPARE(query(u"UPDATE sync.meta SET schema_min = schema_max + 1, schema_max = schema_max"
                   " + 1"_s),
        QString());
    QVERIFY(!m_one->note(u"kept"_s).isNull());
    m_one->service->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_one->service->status().state, State::NeedsAttention, kPatience);
    QCOMPARE(m_one->service->status().lastError->code, u"schema_too_old"_s);
    QCOMPARE(m_one->notes(), 2);
    QCOMPARE(m_one->replica->counts().result().pending, 1);
    QCOMPARE(query(kNotes), u"before"_s);
    // A program that knows it takes the workspace on.
    QCOMPARE(query(u"UPDATE sync.meta SET schema_min = 1"_s), QString());
    m_one->restart([](const QString &) {});
    m_one->service->start();
    SETTLED(*m_one);
    QCOMPARE(query(kNotes), u"before, kept"_s);
}

// Fault 22.
void TestReturns::typingDuringTheFirstLoad()
{
    const int rows = test::asked("WATCHROOM_ROWS", 15'000);
    m_two->restart([](const QString &) {}); // only the new one is measured
    QCOMPARE(query(manyTargets(rows)), QString());
    Desk fresh(desk(1));
    fresh.actAs(m_one->author());
    m_one->restart([](const QString &) {});
    fresh.service->start();
    QTRY_VERIFY_WITH_TIMEOUT(fresh.count(u"person"_s) > 0, kPatience); // by whom, is known
    QElapsedTimer load;
    load.start();
    QList<qint64> saves;
    int meanwhile = 0;
    while (fresh.service->status().state != State::Synced && saves.size() < 5000) {
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!fresh.note(QString::number(saves.size())).isNull());
        saves.append(timer.nsecsElapsed() / 1000);
        meanwhile += fresh.service->status().state == State::Filling ? 1 : 0;
        (void)QTest::qWaitFor([&] { return fresh.service->status().state == State::Synced; }, 20);
    }
    SETTLED(fresh);
    EQUAL(fresh, m_server.cluster);
    QCOMPARE(fresh.notes(), saves.size());
    QVERIFY(meanwhile > 3); // the test must meet what it is about
    std::ranges::sort(saves);
    qInfo() << "rows" << rows << "in" << load.elapsed() << "ms, saves" << saves.size()
            << "of them while filling" << meanwhile << "us: p50" << saves.at(saves.size() / 2)
            << "p99" << saves.at(saves.size() * 99 / 100) << "max" << saves.constLast();
}

QTEST_GUILESS_MAIN(TestReturns)
#include "tst_returns.moc"
