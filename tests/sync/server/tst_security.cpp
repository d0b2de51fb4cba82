// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/ids.h"
#include "tests/sync/server/caller.h"
#include "tests/sync/server/serverfixture.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace watchroom;
using namespace watchroom::tests;

/// The server tried from psql as everybody there is: nothing but the functions works.
class TestSecurity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_server.start(), m_server.error().constData());
        m_database = m_server.newDatabase();
        QVERIFY2(!m_database.isEmpty(), m_server.error().constData());
        super(u"CREATE ROLE stranger LOGIN PASSWORD 'stranger'"_s);
    }

    void noTableIsOpen_data() { everybody(); }
    void noTableIsOpen()
    {
        QFETCH(const QString, login);
        const QStringList tables =
            super(u"SELECT c.oid::regclass FROM pg_class c WHERE c.relkind IN ('r', 'S')"
                  " AND c.relnamespace IN ('app'::regnamespace, 'sync'::regnamespace)"_s)
                .split(u'\n');
        QVERIFY(tables.size() > 20);
        Caller caller(m_server.conninfo(m_database, login));
        QVERIFY(caller.connectOnly());
        for (const QString &table : tables) {
            for (const QString &sql : {u"SELECT * FROM %1"_s, u"DELETE FROM %1"_s,
                     u"INSERT INTO %1 DEFAULT VALUES"_s, u"TRUNCATE %1"_s, u"LOCK TABLE %1"_s,
                     u"COPY %1 TO STDOUT"_s, u"DROP TABLE %1"_s}) {
                caller.value(sql.arg(table));
                QVERIFY2(!caller.state().isEmpty(), qPrintable(sql.arg(table)));
            }
            caller.value(u"SELECT * FROM %1"_s.arg(table));
            QCOMPARE(caller.state(), u"42501"_s);
        }
    }

    void onlyTheDoorsOpen_data() { everybody(); }
    void onlyTheDoorsOpen()
    {
        QFETCH(const QString, login);
        const bool person = login == "chen"_L1 || login == "zhou"_L1;
        QStringList doors{u"sync.apply_changes"_s, u"sync.beat"_s, u"sync.blob_get"_s,
            u"sync.blob_put"_s, u"sync.close_session"_s, u"sync.digest"_s, u"sync.hello"_s,
            u"sync.list"_s, u"sync.pull"_s, u"sync.rows"_s};
        if (person)
            doors += {u"sync.open_session"_s, u"sync.list_secrets"_s, u"sync.secret_pad"_s,
                u"sync.set_secret"_s, u"sync.remove_secret"_s, u"sync.list_conflicts"_s};
        else
            doors.append(u"sync.secrets"_s);
        doors.sort();
        const QString open = super(
            u"SELECT string_agg(p.oid::regproc::text, ' ' ORDER BY p.oid::regproc::text COLLATE "
            u"\"C\")"
            " FROM pg_proc p WHERE p.pronamespace IN ('app'::regnamespace, 'sync'::regnamespace,"
            " 'crypto'::regnamespace) AND has_schema_privilege('%1', p.pronamespace, 'USAGE')"
            " AND has_function_privilege('%1', p.oid, 'EXECUTE')"_s.arg(login));
        QCOMPARE(open.split(u' '), doors);
    }

    void everyFunctionLooksUpNamesSafely()
    {
        // Its own search_path that ends with pg_temp, or a body bound when it was made.
        QCOMPARE(super(u"SELECT string_agg(p.oid::regprocedure::text, ' ') FROM pg_proc p"
                       " WHERE p.pronamespace IN ('app'::regnamespace, 'sync'::regnamespace)"
                       " AND p.prokind = 'f' AND p.prosqlbody IS NULL AND NOT EXISTS (SELECT 1 FROM"
                       " unnest(p.proconfig) c WHERE c = 'search_path=pg_catalog, pg_temp')"_s),
            QString());
        QCOMPARE(
            super(u"SELECT string_agg(DISTINCT pg_get_userbyid(p.proowner), ' ') FROM pg_proc p"
                  " WHERE p.pronamespace IN ('app'::regnamespace, 'sync'::regnamespace)"_s),
            u"watchroom_owner"_s);
    }

    void loginsHaveNoPower_data() { everybody(); }
    void loginsHaveNoPower()
    {
        QFETCH(const QString, login);
        Caller caller(m_server.conninfo(m_database, login));
        QVERIFY(caller.connectOnly());
        for (const QString &sql : {u"CREATE TEMP TABLE meta (ready boolean)"_s,
                 u"CREATE SCHEMA mine"_s, u"CREATE TABLE public.t (n int)"_s,
                 u"CREATE FUNCTION sync.f() RETURNS int"
                 " LANGUAGE sql AS 'SELECT 1'"_s,
                 u"SET ROLE watchroom_owner"_s, u"SET SESSION AUTHORIZATION postgres"_s,
                 u"CREATE ROLE r"_s, u"ALTER ROLE chen PASSWORD 'x'"_s,
                 u"SET session_replication_role = replica"_s, u"GRANT watchroom_person TO wall1"_s,
                 u"SELECT pg_read_file('PG_VERSION')"_s, u"COPY (SELECT 1) TO PROGRAM 'true'"_s,
                 u"SELECT rolpassword FROM pg_authid"_s, u"CREATE EXTENSION dblink"_s,
                 u"ALTER TABLE app.log_entry DISABLE TRIGGER ALL"_s}) {
            caller.value(sql);
            if (login == "chen"_L1 && sql.startsWith("ALTER ROLE chen"_L1))
                continue; // one's own password
            QVERIFY2(!caller.state().isEmpty(), qPrintable(sql));
        }
        super(u"ALTER ROLE chen PASSWORD 'chen-secret'"_s);
    }

    void strangersDoNotEvenConnect()
    {
        Caller stranger(m_server.cluster().conninfo(m_database, u"stranger"_s, u"stranger"_s));
        QVERIFY(!stranger.connectOnly());
        QVERIFY2(stranger.error().contains("permission denied for database"_L1),
            qPrintable(stranger.error()));
        // And one who got in is nobody.
        super(
            u"GRANT CONNECT ON DATABASE %1 TO stranger; GRANT watchroom_station TO stranger"_s.arg(
                m_database));
        Caller again(m_server.cluster().conninfo(m_database, u"stranger"_s, u"stranger"_s));
        QVERIFY(again.connectOnly());
        const QString client = base::toText(again.client());
        for (const QString &sql : {u"SELECT sync.hello('%1', 1, '')"_s.arg(client),
                 u"SELECT sync.pull('%1', NULL)"_s.arg(client),
                 u"SELECT sync.digest('core', 'person')"_s,
                 u"SELECT sync.list('core', 'person', '{00}')"_s,
                 u"SELECT sync.rows('person', '{}')"_s,
                 u"SELECT sync.beat('%1', '{}')"_s.arg(client),
                 u"SELECT sync.close_session('%1')"_s.arg(client), u"SELECT sync.secrets()"_s,
                 u"SELECT sync.apply_changes('%1', 1, '', '[]')"_s.arg(client)}) {
            again.value(sql);
            QVERIFY2(again.error() == "not_a_station"_L1, qPrintable(sql + again.error()));
        }
        super(
            u"REVOKE CONNECT ON DATABASE %1 FROM stranger; REVOKE watchroom_station FROM stranger"_s
                .arg(m_database));
    }

    void ownTablesOfTheSameNameChangeNothing()
    {
        // Even if somebody grants TEMP: a wall's own tables must not make it a console.
        super(u"GRANT TEMP ON DATABASE %1 TO wall1"_s.arg(m_database));
        Caller wall(m_server.conninfo(m_database, u"wall1"_s));
        QVERIFY(wall.connectOnly());
        for (const QString &sql :
            {u"CREATE TEMP TABLE station AS SELECT 'wall1'::text AS name, 'console'::text AS kind,"
             " true AS active, false AS deleted"_s,
                u"CREATE TEMP TABLE meta AS SELECT true AS ready, 1 AS schema_min, 1 AS schema_max"_s,
                u"CREATE FUNCTION pg_temp.caller_kind() RETURNS text LANGUAGE sql AS"
                " $$ SELECT 'console' $$"_s,
                u"CREATE FUNCTION pg_temp.lower(text) RETURNS text LANGUAGE sql AS $$ SELECT 'x' $$"_s,
                u"SET search_path = pg_temp, sync, app, pg_catalog"_s}) {
            wall.value(sql);
            QVERIFY2(wall.state().isEmpty(), qPrintable(wall.error()));
        }
        QVERIFY(wall.value(u"SELECT sync.hello('%1', 1, '')"_s.arg(base::toText(wall.client())))
                    .contains("\"kind\": \"wall\""_L1));
        super(u"REVOKE TEMP ON DATABASE %1 FROM wall1"_s.arg(m_database));
    }

    void theOwnerIsJudgedToo_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("code");
        const QString zhou =
            u"SET watchroom.actor_kind = 'person'; SET watchroom.actor = 'zhou'; "_s;
        const QString setup = u"SET watchroom.actor_kind = 'setup'; "_s;
        QTest::newRow("a stage") << u"UPDATE app.incident SET stage = 'closed'"_s
                                 << u"not_active"_s;
        QTest::newRow("opening") << u"INSERT INTO app.incident (id, title, level) VALUES"
                                    " (gen_random_uuid(), 'x', 'red')"_s
                                 << u"not_active"_s;
        QTest::newRow("an entry") << u"INSERT INTO app.log_entry (id, kind, code) VALUES"
                                     " (gen_random_uuid(), 'guard', 'claimed')"_s
                                  << u"not_active"_s;
        QTest::newRow("a stage record")
            << u"UPDATE app.stage_record SET left_at = NULL, due_at = now()"_s << u"guarded"_s;
        // As whoever it says it is.
        QTest::newRow("another's claim")
            << zhou + u"UPDATE app.incident SET owner = 'li'"_s << u"owner_other"_s;
        QTest::newRow("lowering") << zhou
                + u"UPDATE app.incident SET level = 'blue', level_reason = 'other'"_s
                                  << u"not_owner"_s;
        QTest::newRow("skipping") << zhou
                + u"UPDATE app.incident SET owner = 'zhou', stage = 'recovery'"_s
                                  << u"reason_missing"_s;
        QTest::newRow("unverified") << zhou
                + u"UPDATE app.incident SET owner = 'zhou', stage = 'review',"
                  " stage_reason = 'not_needed'; UPDATE app.incident SET stage = 'recovery',"
                  " stage_reason = 'other'; UPDATE app.incident SET stage = 'notification'"_s
                                    << u"gate_verified"_s;
        QTest::newRow("as set-up")
            << setup + u"UPDATE app.incident SET title = 'other'"_s << u"not_active"_s;
        QTest::newRow("set-up's entry") << setup
                + u"INSERT INTO app.log_entry (id, kind, text) VALUES"
                  " (gen_random_uuid(), 'note', 'x')"_s
                                        << u"not_active"_s;
    }
    void theOwnerIsJudgedToo()
    {
        QFETCH(const QString, sql);
        QFETCH(const QString, code);
        Caller chen(m_server.conninfo(m_database, u"chen"_s));
        QVERIFY(chen.open());
        const auto opened = insertOf(u"incident"_s,
            {{u"title"_s, u"x"_s}, {u"level"_s, u"yellow"_s}, {u"label"_s, u"A1-1"_s}}, u"chen"_s);
        QCOMPARE(word(chen.push(opened)), u"applied"_s);
        const domain::Row before = chen.row(u"incident"_s, opened.id);
        const auto output = m_server.cluster().psql(m_server.admin(m_database),
            u"SET ROLE watchroom_owner; BEGIN; "_s + sql + u"; COMMIT"_s);
        QVERIFY(output.exitCode != 0);
        QVERIFY2(output.err.contains(u"P0001: "_s + code), qPrintable(output.err));
        QCOMPARE(chen.row(u"incident"_s, opened.id), before);
    }

    void nothingIsToldInsideAWriting()
    {
        // A NOTIFY in the writing transaction holds up every other writer (measured: 25 times).
        QCOMPARE(super(u"SELECT count(*) FROM pg_proc p WHERE p.prosrc ~* 'notify'"
                       " AND p.pronamespace IN ('app'::regnamespace, 'sync'::regnamespace)"_s),
            u"0"_s);
    }

    void settingsOfTheCallerChangeNothing()
    {
        Caller zhou(m_server.conninfo(m_database, u"zhou"_s));
        QVERIFY(zhou.open());
        for (const QString &sql :
            {u"SET watchroom.actor = 'chen'"_s, u"SET watchroom.actor_kind = 'setup'"_s,
                u"SET watchroom.guard_writes = 'on'"_s, u"SET watchroom.day = '2001-01-01'"_s,
                u"SET watchroom.carrier = 'desk1'"_s, u"SET watchroom.fence = '1'"_s,
                u"SET watchroom.op = '00000000-0000-4000-8000-000000000000'"_s,
                u"SET watchroom.entries = '[{}]'"_s, u"SET datestyle = 'SQL, DMY'"_s,
                u"SET timezone = 'Asia/Tokyo'"_s, u"SET extra_float_digits = -15"_s,
                u"SET bytea_output = 'escape'"_s, u"SET intervalstyle = 'sql_standard'"_s}) {
            zhou.value(sql);
            QCOMPARE(zhou.error(), QString());
        }
        auto entry =
            insertOf(u"log_entry"_s, {{u"kind"_s, u"note"_s}, {u"text"_s, u"x"_s}}, u"zhou"_s);
        entry.set[u"happened_at"_s] = u"2026-03-04T05:06:07.123456Z"_s;
        entry.set[u"params"_s] = QJsonObject{{u"value"_s, 0.123456789012345}};
        QCOMPARE(word(zhou.push(entry)), u"applied"_s);
        const domain::Row row = zhou.row(u"log_entry"_s, entry.id);
        QCOMPARE(row["author"_L1].toString(), u"zhou"_s);
        QVERIFY(row["carrier"_L1].isNull());
        QCOMPARE(row["happened_at"_L1].toString(), u"2026-03-04T05:06:07.123456Z"_s);
        QVERIFY(row["chain"_L1].toString() != "day:2001-01-01"_L1);
        QCOMPARE(row["params"_L1]["value"_L1].toDouble(), 0.123456789012345);
        const auto person = zhou.push(
            insertOf(u"person"_s, {{u"login"_s, u"eve"_s}, {u"active"_s, true}}, u"zhou"_s));
        QCOMPARE(person.code, u"not_admin"_s);
    }

private:
    static void everybody()
    {
        QTest::addColumn<QString>("login");
        for (const char *login : {"chen", "zhou", "desk1", "wall1", "agent1"})
            QTest::newRow(login) << QString::fromLatin1(login);
    }

    QString super(const QString &sql)
    {
        const auto output =
            m_server.cluster().psql(m_server.cluster().superConninfo(m_database), sql);
        if (output.exitCode != 0)
            qWarning().noquote() << output.err;
        return output.out;
    }

    ServerFixture m_server;
    QString m_database;
};

QTEST_GUILESS_MAIN(TestSecurity)
#include "tst_security.moc"
