// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/engine/desk.h"
#include "tests/sync/engine/turns.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>

using namespace watchroom;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::Desk;
using State = sync::SyncStatus::State;

namespace {

const auto kId = u"0190a000-0000-7000-8000-000000000001"_s;
const auto kEnd = u"jsonb_build_object('cursor', pg_current_snapshot(), 'last_op', 0,"
                  " 'epoch', sync.epoch(), 'now', sync.iso(clock_timestamp()))"_s;

/// Rows of pull: this table and this row, `count` times, then a right end.
QString rows(const QString &table, const QString &row, const QString &count = u"1"_s)
{
    return u"RETURN QUERY SELECT '{\"t\": \"%1\", \"r\": %2}'::text FROM generate_series(1, %3);"
           " RETURN NEXT (%4)::text;"_s.arg(table, row, count, kEnd);
}

QString target(const QString &columns)
{
    return u"{\"id\": \"%1\", \"ver\": \"%1\", \"rev\": 1, \"deleted\": false,"
           " \"part\": \"core\"%2}"_s.arg(kId, columns);
}

QString pullEnd(const QString &with)
{
    return u"RETURN NEXT (%1 || '%2')::text;"_s.arg(kEnd, with);
}

QString nothing()
{
    return u"RETURN (SELECT string_agg('x', '') FROM generate_series(1, 10));"_s;
}

} // namespace

/// A server whose functions somebody replaced: whatever it answers, the console says how it stands,
/// goes on, keeps what waits, and has it delivered when the server is itself again.
class TestHostileServer : public test::DeskTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCOMPARE(prepare(), QString()); }
    void init() { QCOMPARE(begin(), QString()); }
    void answers_data();
    void answers();
    void aLyingServerIsAskedAgain();

private:
    /// Replaces the body of a function; put back by restore().
    void replace(const QString &function, const QString &body);
    void restore();

    QStringList m_definitions;
};

void TestHostileServer::replace(const QString &function, const QString &body)
{
    const QString was = query(u"SELECT pg_get_functiondef('sync.%1'::regproc)"_s.arg(function));
    QVERIFY2(was.startsWith("CREATE"_L1), qPrintable(was));
    m_definitions.append(was);
    const QString head = was.left(was.indexOf(u"AS $function$"));
    QString mine = head + u"AS $hostile$ #variable_conflict use_variable\nBEGIN "_s + body
        + u" END $hostile$"_s;
    mine.replace(u" STABLE "_s, u" VOLATILE "_s);
    const QString said = query(mine);
    QVERIFY2(!said.contains("ERROR"_L1), qPrintable(said));
}

void TestHostileServer::restore()
{
    for (const QString &definition : std::as_const(m_definitions))
        QCOMPARE(query(definition), QString());
    m_definitions.clear();
}

void TestHostileServer::answers_data()
{
    QTest::addColumn<QString>("function");
    QTest::addColumn<QString>("body");
    QTest::addColumn<bool>("noticed"); // by a state that says so; else nothing comes of it
    const auto row = [](const char *name, const QString &function, const QString &body,
                         bool noticed = true) {
        QTest::newRow(name) << function << body << noticed;
    };
    const QString pull = u"pull"_s;
    row("pull: no JSON", pull, u"RETURN NEXT 'x';"_s);
    row("pull: nothing", pull, u"RETURN;"_s);
    row("pull: endless", pull,
        u"RETURN QUERY SELECT repeat('a', 100000) FROM generate_series(1, 1000000);"_s);
    row("pull: enormous", pull, u"RETURN NEXT repeat('a', 100000000);"_s);
    row("pull: nested", pull, u"RETURN NEXT repeat('[', 5000) || repeat(']', 5000);"_s);
    row("pull: nested row", pull, rows(u"target"_s, target(u", \"name\": [[[1]]]"_s), u"3"_s),
        false);
    row("pull: deeper than read", pull,
        rows(
            u"target"_s, target(u", \"x\": %1%2"_s.arg(QString(1500, u'['), QString(1500, u']')))));
    row("pull: unknown tables", pull, rows(u"newer"_s, target({}), u"15000"_s), false);
    row("pull: table like SQL", pull, rows(u"x\\\"; DROP TABLE incident; --"_s, target({})), false);
    row("pull: wrong types", pull,
        rows(u"target"_s,
            target(u", \"name\": 5, \"key\": [], \"enabled\": \"yes\", \"kind\": {}"_s)),
        false);
    row("pull: no id", pull, rows(u"target"_s, u"{\"id\": \"x\", \"ver\": 1}"_s));
    row("pull: id of another spelling", pull,
        rows(u"target"_s,
            u"{\"id\": \"{0190A000-0000-7000-8000-000000000001}\", \"ver\": \"%1\","
            " \"deleted\": false, \"part\": \"core\"}"_s.arg(kId)));
    row("pull: rubbish for a cursor", pull, pullEnd(u"{\"cursor\": \"rubbish\"}"_s));
    row("pull: a cursor of the future", pull, pullEnd(u"{\"cursor\": \"900000000:900000000:\"}"_s),
        false);
    row("pull: last_op", pull, pullEnd(u"{\"last_op\": 9007199254740991}"_s));
    row("pull: another epoch", pull, pullEnd(u"{\"epoch\": \"1:1:1:1\"}"_s));
    row("pull: a word nobody knows", pull,
        u"RAISE EXCEPTION USING ERRCODE = 'WR001', MESSAGE = 'surprise'; "_s);
    row("pull: no permission", pull,
        u"RAISE EXCEPTION USING ERRCODE = '42501', MESSAGE = E'no\\n' || repeat('x', 100000);"_s);
    row("pull: notices", pull,
        u"FOR i IN 1..2000 LOOP RAISE WARNING 'x'; END LOOP; RETURN NEXT (%1)::text;"_s.arg(kEnd),
        false);
    row("pull: woken all the time", pull,
        u"FOR i IN 1..1000 LOOP PERFORM pg_notify('watchroom', i::text); END LOOP;"
        " RETURN NEXT (%1)::text;"_s.arg(kEnd),
        false);
    row("pull: no end", pull, u"PERFORM pg_sleep(600); RETURN;"_s);

    const QString apply = u"apply_changes"_s;
    const auto results = [](const QString &list, const QString &lastOp = u"1"_s) {
        return u"RETURN '{\"last_op\": %2, \"results\": [%1]}';"_s.arg(list, lastOp);
    };
    const QString other = u"{\"seq\": 1, \"op\": \"%1\", \"state\": \"applied\"}"_s.arg(kId);
    row("apply: nothing", apply, nothing());
    row("apply: no results", apply, results({}));
    row("apply: never sent", apply, results(other));
    row("apply: others too", apply,
        u"RETURN (SELECT jsonb_build_object('last_op', 900, 'results', jsonb_agg("
        "jsonb_build_object('seq', g, 'op', gen_random_uuid(), 'state', 'rejected')))"
        " FROM generate_series(1, 20000) g)::text;"_s);
    row("apply: twice", apply,
        u"RETURN (SELECT jsonb_build_object('last_op', 1, 'results', jsonb_agg(r || r2))"
        " FROM (SELECT jsonb_build_object('seq', e.value -> 'seq', 'op',"
        " (e.value ->> 'body')::jsonb -> 'op', 'state', 'rejected') AS r FROM"
        " jsonb_array_elements(v_ops::jsonb) e) a, (VALUES ('{}'::jsonb), ('{}'::jsonb)) b (r2))"
        "::text;"_s);
    row("apply: a state nobody knows", apply,
        results(u"{\"seq\": 1, \"op\": \"%1\", \"state\": \"eaten\"}"_s.arg(kId)));
    row("apply: last_op", apply,
        u"RETURN (SELECT jsonb_build_object('last_op', 9007199254740991, 'results', jsonb_agg("
        "jsonb_build_object('seq', e.value -> 'seq', 'op', (e.value ->> 'body')::jsonb -> 'op',"
        " 'state', 'applied'))) FROM jsonb_array_elements(v_ops::jsonb) e)::text;"_s);
    row("apply: forked for ever", apply, u"PERFORM sync.stop('client_forked'); RETURN '';"_s);

    row("beat: no JSON", u"beat"_s, u"RETURN 'x';"_s);
    row("hello: last_op", u"hello"_s,
        u"RETURN '{\"epoch\": \"1:1:1:1\", \"last_op\": 9e15, \"schema_min\": 1,"
        " \"schema_max\": 2, \"pull_interval\": 0, \"now\": \"2026-01-01T00:00:00.000000Z\"}';"_s);
    row("hello: schema", u"hello"_s,
        u"RETURN '{\"epoch\": \"1:1:1:1\", \"last_op\": 0, \"schema_min\": 1e300}';"_s);
    row("hello: null", u"hello"_s, u"RETURN NULL;"_s);
    row("hello: enormous", u"hello"_s,
        u"RETURN '{\"epoch\": \"' || repeat('a', 50000000) || '\"}';"_s);
}

void TestHostileServer::answers()
{
    QFETCH(const QString, function);
    QFETCH(const QString, body);
    QFETCH(const bool, noticed);
    Desk one(desk(1), 3s, 100ms);
    QCOMPARE(signIn(one, 1), QString());
    one.service->start();
    SYNCED(one);
    QVERIFY(!one.note(u"before"_s).isNull());
    SETTLED(one);
    SYNCED(one);

    replace(function, body);
    if (QTest::currentTestFailed())
        return;
    // What runs already is of before.
    if (function == "hello"_L1)
        QVERIFY(m_server.cluster.terminateConnections(m_database));
    const test::Turns turns;
    QStringList saved;
    bool said = false;
    const auto watched = [&](const sync::SyncStatus &status) {
        said = said || status.state == State::NeedsAttention || status.state == State::Offline
            || status.lastError.has_value();
    };
    connect(one.service.get(), &sync::SyncService::statusChanged, this, watched);
    for (int i = 0; i < 2; ++i) {
        const QString text = u"note %1"_s.arg(i);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!one.note(text).isNull());
        QVERIFY2(timer.elapsed() < 2000, "an operator waits for a hostile server");
        saved.append(text);
        const auto before = one.service->status().lastContact;
        one.service->wake();
        if (noticed)
            QTRY_VERIFY_WITH_TIMEOUT(said, kPatience);
        else // a pull ended meanwhile
            QTRY_VERIFY_WITH_TIMEOUT(one.service->status().lastContact != before, kPatience);
    }
    QVERIFY2(turns.longest() < 1500, qPrintable(QString::number(turns.longest())));

    restore();
    one.service->wake();
    SETTLED(one);
    SYNCED(one);
    QCOMPARE(query(u"SELECT string_agg(text, ',' ORDER BY text) FROM app.log_entry"
                   " WHERE kind = 'note' AND text <> 'before'"_s),
        saved.join(u','));
    const auto counts = one.replica->counts().result();
    QCOMPARE(counts.rejected + counts.conflicts + counts.held, 0);
    one.service->audit();
    EQUAL(one, m_server.cluster);
    const auto aside = one.replica
                           ->read<QList<QJsonObject>>([](store::Reader &reader) {
                               return reader.query(u"SELECT count(*) AS n FROM sync_quarantine"_s);
                           })
                           .result();
    QVERIFY(aside && aside->first()["n"_L1].toInteger() <= 10'000);
}

/// It says that all is done and does nothing: what it knows afterwards is less than it said.
void TestHostileServer::aLyingServerIsAskedAgain()
{
    Desk one(desk(1));
    QCOMPARE(signIn(one, 1), QString());
    one.service->start();
    SYNCED(one);
    replace(u"apply_changes"_s,
        u"RETURN (SELECT jsonb_build_object('last_op', max((e.value ->> 'seq')::bigint),"
        " 'results', jsonb_agg(jsonb_build_object('seq', e.value -> 'seq', 'op',"
        " (e.value ->> 'body')::jsonb -> 'op', 'state', 'applied')))"
        " FROM jsonb_array_elements(v_ops::jsonb) e)::text;"_s);
    QVERIFY(!one.note(u"swallowed"_s).isNull());
    SETTLED(one);
    QCOMPARE(query(u"SELECT count(*) FROM app.log_entry WHERE kind = 'note'"_s), u"0"_s);
    restore();
    QVERIFY(m_server.cluster.terminateConnections(m_database));
    QTRY_COMPARE_WITH_TIMEOUT(
        query(u"SELECT count(*) FROM app.log_entry WHERE kind = 'note'"_s), u"1"_s, kPatience);
    SYNCED(one);
}

QTEST_GUILESS_MAIN(TestHostileServer)
#include "tst_hostileserver.moc"
