// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/ids.h"
#include "tests/sync/server/caller.h"
#include "tests/sync/server/serverfixture.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace watchroom;
using namespace watchroom::tests;

namespace {

const auto kOurs = u"('app'::regnamespace, 'sync'::regnamespace, 'crypto'::regnamespace)"_s;

} // namespace

/// Everybody with a login and psql. The lists come from the catalogue, so that a table or function
/// made tomorrow is tried tomorrow.
class TestDirectSql : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void noPrivilegeOnAnyRelation_data() { everybody(); }
    void noPrivilegeOnAnyRelation();
    void everyRelationRefuses_data() { everybody(); }
    void everyRelationRefuses();
    void everyInnerFunctionRefuses_data() { everybody(); }
    void everyInnerFunctionRefuses();
    void nobodyBecomesAnother_data() { everybody(); }
    void nobodyBecomesAnother();
    void nothingIsCreatedAnywhere_data() { everybody(); }
    void nothingIsCreatedAnywhere();
    void shadowsAreNotSeen_data();
    void shadowsAreNotSeen();
    void heldLocksStopNobody();

private:
    static void everybody()
    {
        QTest::addColumn<QString>("login");
        for (const char *login : {"desk1", "wall1", "agent1", "zhou", "li", "chen", "stranger"})
            QTest::newRow(login) << QString::fromLatin1(login);
    }
    [[nodiscard]] QString conninfo(const QString &login) const
    {
        return login == "stranger"_L1 ? m_server.cluster().conninfo(m_database, login, login)
                                      : m_server.conninfo(m_database, login);
    }
    [[nodiscard]] QString super(const QString &sql) const
    {
        const auto output =
            m_server.cluster().psql(m_server.cluster().superConninfo(m_database), sql);
        if (output.exitCode != 0)
            qWarning().noquote() << output.err;
        return output.out;
    }
    [[nodiscard]] QStringList list(const QString &sql) const
    {
        return super(sql).split(u'\n', Qt::SkipEmptyParts);
    }

    mutable ServerFixture m_server;
    QString m_database;
};

void TestDirectSql::initTestCase()
{
    QVERIFY2(m_server.start(), m_server.error().constData());
    m_database = m_server.newDatabase();
    QVERIFY2(!m_database.isEmpty(), m_server.error().constData());
    static_cast<void>(super(u"CREATE ROLE stranger LOGIN PASSWORD 'stranger';"
                            " GRANT CONNECT ON DATABASE %1 TO stranger"_s.arg(m_database)));
}

void TestDirectSql::noPrivilegeOnAnyRelation()
{
    QFETCH(const QString, login);
    QCOMPARE(
        super(u"SELECT string_agg(c.oid::regclass || ' ' || v.verb, ', ') FROM pg_class c,"
              " unnest('{SELECT,INSERT,UPDATE,DELETE,TRUNCATE,REFERENCES,TRIGGER}'::text[])"
              " v (verb) WHERE c.relnamespace IN %1 AND c.relkind IN ('r','p','v','m','f')"
              " AND (has_table_privilege('%2', c.oid, v.verb) OR v.verb IN ('SELECT','INSERT',"
              "'UPDATE','REFERENCES') AND has_any_column_privilege('%2', c.oid, v.verb))"_s.arg(
                  kOurs, login)),
        QString());
    QCOMPARE(super(u"SELECT string_agg(c.oid::regclass::text, ', ') FROM pg_class c WHERE"
                   " c.relnamespace IN %1 AND CASE c.relkind WHEN 'S'"
                   " THEN has_sequence_privilege('%2', c.oid, 'USAGE,SELECT,UPDATE') END"_s.arg(
                       kOurs, login)),
        QString());
}

void TestDirectSql::everyRelationRefuses()
{
    QFETCH(const QString, login);
    const QStringList columns = list(
        u"SELECT DISTINCT ON (c.oid) c.oid::regclass || ' ' || quote_ident(a.attname)"
        " FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0"
        " AND NOT a.attisdropped WHERE c.relnamespace IN %1 AND c.relkind IN ('r','p','v')"_s.arg(
            kOurs));
    QVERIFY(columns.size() > 25);
    Caller caller(conninfo(login));
    QVERIFY(caller.connectOnly());
    for (const QString &one : columns) {
        const QString table = one.section(u' ', 0, 0);
        const QString column = one.section(u' ', 1);
        for (const QString &sql : {u"SELECT %2 FROM %1 LIMIT 0"_s, u"SELECT count(*) FROM %1"_s,
                 u"INSERT INTO %1 (%2) VALUES (DEFAULT)"_s, u"UPDATE %1 SET %2 = %2"_s,
                 u"DELETE FROM %1 WHERE false"_s, u"TRUNCATE %1"_s, u"COPY %1 TO STDOUT"_s,
                 u"COPY %1 FROM STDIN"_s, u"COPY %1 TO '/tmp/x'"_s, u"COPY %1 FROM '/etc/passwd'"_s,
                 u"MERGE INTO %1 USING (SELECT 1) s ON false WHEN NOT MATCHED THEN DO NOTHING"_s,
                 u"SELECT 1 FROM %1 FOR UPDATE"_s,
                 u"CREATE TRIGGER t BEFORE INSERT ON %1 EXECUTE FUNCTION suppress_redundant_updates"
                 "_trigger()"_s,
                 u"CREATE RULE r AS ON INSERT TO %1 DO INSTEAD NOTHING"_s,
                 u"ALTER TABLE %1 DISABLE TRIGGER ALL"_s, u"DROP TABLE %1 CASCADE"_s}) {
            const QString statement = sql.contains(u"%2") ? sql.arg(table, column) : sql.arg(table);
            caller.value(statement);
            QVERIFY2(caller.state() == "42501"_L1 || caller.state() == "42809"_L1,
                qPrintable(statement + u' ' + caller.state()));
        }
    }
}

void TestDirectSql::everyInnerFunctionRefuses()
{
    QFETCH(const QString, login);
    const QStringList doors{u"apply_changes"_s, u"beat"_s, u"blob_get"_s, u"blob_put"_s,
        u"close_session"_s, u"digest"_s, u"hello"_s, u"list"_s, u"pull"_s, u"rows"_s,
        // Of some only; tst_server_security says whose.
        u"open_session"_s, u"secrets"_s, u"list_secrets"_s, u"secret_pad"_s, u"set_secret"_s,
        u"remove_secret"_s, u"list_conflicts"_s};
    // With nulls of the right types: refused before anything is looked at.
    const QStringList calls = list(
        u"SELECT p.oid::regproc || '(' || CASE WHEN p.provariadic <> 0 AND p.pronargs = 1"
        " THEN 'VARIADIC ' ELSE '' END || coalesce((SELECT string_agg('NULL::' ||"
        " format_type(t.oid, NULL), ', ' || CASE WHEN p.provariadic <> 0 THEN 'VARIADIC ' ELSE ''"
        " END ORDER BY t.n) FROM unnest(p.proargtypes) WITH ORDINALITY"
        " t (oid, n)), '') || ')' FROM pg_proc p WHERE p.pronamespace IN %1 AND p.prokind = 'f'"
        " AND p.prorettype <> 'trigger'::regtype"_s.arg(kOurs));
    QVERIFY(calls.size() > 100);
    Caller caller(conninfo(login));
    QVERIFY(caller.connectOnly());
    int open = 0;
    for (const QString &call : calls) {
        const QString name = call.section(u'.', 1).section(u'(', 0, 0);
        const bool door = call.startsWith("sync."_L1) && doors.contains(name);
        if (door && login != "stranger"_L1) {
            ++open;
            continue;
        }
        caller.value(u"SELECT "_s + call);
        QVERIFY2(caller.state() == "42501"_L1, qPrintable(call + u' ' + caller.state()));
    }
    QCOMPARE(open, login == "stranger"_L1 ? 0 : int(doors.size()));
}

void TestDirectSql::nobodyBecomesAnother()
{
    QFETCH(const QString, login);
    const QStringList roles =
        list(u"SELECT r.rolname FROM pg_roles r WHERE r.rolname <> '%1'"
             " AND r.rolname NOT IN ('watchroom_station', 'watchroom_person')"_s.arg(login));
    QVERIFY(roles.size() > 10);
    Caller caller(conninfo(login));
    QVERIFY(caller.connectOnly());
    for (const QString &role : roles) {
        for (const QString &sql : {u"SET ROLE \"%1\""_s, u"SET SESSION AUTHORIZATION \"%1\""_s,
                 u"GRANT \"%1\" TO CURRENT_USER"_s, u"ALTER ROLE \"%1\" PASSWORD 'x'"_s,
                 u"ALTER ROLE \"%1\" SET search_path = x"_s, u"DROP ROLE \"%1\""_s,
                 u"REASSIGN OWNED BY \"%1\" TO CURRENT_USER"_s}) {
            caller.value(sql.arg(role));
            QVERIFY2(!caller.state().isEmpty(), qPrintable(sql.arg(role)));
        }
    }
    for (const QString &sql : {u"ALTER ROLE CURRENT_USER SUPERUSER"_s,
             u"ALTER ROLE CURRENT_USER CREATEROLE"_s, u"ALTER ROLE CURRENT_USER BYPASSRLS"_s,
             u"ALTER ROLE CURRENT_USER REPLICATION"_s, u"ALTER ROLE CURRENT_USER RENAME TO x"_s,
             u"ALTER ROLE CURRENT_USER SET session_replication_role = replica"_s}) {
        caller.value(sql);
        QVERIFY2(!caller.state().isEmpty(), qPrintable(sql));
    }
    // What both kinds are members of opens no more than they have.
    caller.value(u"SET ROLE watchroom_station"_s);
    caller.value(u"SELECT count(*) FROM app.person"_s);
    QCOMPARE(caller.state(), u"42501"_s);
}

void TestDirectSql::nothingIsCreatedAnywhere()
{
    QFETCH(const QString, login);
    Caller caller(conninfo(login));
    QVERIFY(caller.connectOnly());
    const QStringList schemas = list(u"SELECT nspname FROM pg_namespace"
                                     " WHERE nspname !~ '^pg_(toast|temp)'"_s);
    QVERIFY(schemas.contains(u"sync"_s) && schemas.contains(u"public"_s));
    for (const QString &schema : schemas) {
        for (const QString &sql :
            {u"CREATE TABLE %1.t (n int)"_s, u"CREATE VIEW %1.v AS SELECT 1"_s,
                u"CREATE FUNCTION %1.f() RETURNS int LANGUAGE sql AS 'SELECT 1'"_s,
                u"CREATE OPERATOR %1.### (LEFTARG = int, RIGHTARG = int, FUNCTION = int4pl)"_s,
                u"CREATE TYPE %1.k AS (n int)"_s, u"CREATE SEQUENCE %1.s"_s,
                u"CREATE DOMAIN %1.d AS int"_s}) {
            caller.value(sql.arg(schema));
            QVERIFY2(caller.state() == "42501"_L1,
                qPrintable(sql.arg(schema) + u' ' + caller.state() + caller.error()));
        }
    }
    for (const QString &sql : {u"CREATE TEMP TABLE t (n int)"_s, u"SELECT 1 AS n INTO TEMP t"_s,
             u"CREATE TEMP VIEW v AS SELECT 1"_s, u"CREATE TEMP SEQUENCE s"_s,
             u"CREATE SCHEMA mine"_s, u"CREATE DATABASE mine"_s, u"CREATE EXTENSION dblink"_s,
             u"CREATE EVENT TRIGGER e ON ddl_command_start"
             " EXECUTE FUNCTION f()"_s,
             u"CREATE PUBLICATION p FOR ALL TABLES"_s,
             u"ALTER DATABASE %1 SET search_path = x"_s.arg(m_database),
             u"ALTER SYSTEM SET fsync = off"_s, u"SELECT pg_reload_conf()"_s,
             u"SELECT pg_switch_wal()"_s, u"SELECT pg_create_restore_point('x')"_s,
             u"SELECT pg_create_logical_replication_slot('x', 'pgoutput')"_s,
             u"SELECT lo_import('/etc/passwd')"_s, u"SELECT pg_ls_dir('.')"_s,
             u"CREATE FUNCTION pg_temp.f() RETURNS int LANGUAGE sql AS 'SELECT 1'"_s}) {
        caller.value(sql);
        QVERIFY2(!caller.state().isEmpty(), qPrintable(sql));
    }
}

void TestDirectSql::shadowsAreNotSeen_data()
{
    QTest::addColumn<QString>("schema");
    QTest::newRow("a schema of one's own") << u"evil"_s;
    QTest::newRow("temporary objects") << u"pg_temp"_s;
}

/// Everything ours is called, and much of what PostgreSQL calls its own, made once more in a schema
/// that comes first: none of it is ever used.
void TestDirectSql::shadowsAreNotSeen()
{
    QFETCH(const QString, schema);
    static_cast<void>(
        super(u"GRANT TEMP ON DATABASE %1 TO wall1, chen; DROP SCHEMA IF EXISTS evil CASCADE;"
              " CREATE SCHEMA evil; GRANT ALL ON SCHEMA evil TO PUBLIC"_s.arg(m_database)));
    // What a caller could learn by name; the catalogue is read by somebody who may.
    const QStringList functions = list(
        u"SELECT DISTINCT p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')'"
        " FROM pg_proc p WHERE p.pronamespace IN ('app'::regnamespace, 'sync'::regnamespace)"
        " AND p.prokind = 'f' AND p.prorettype <> 'trigger'::regtype AND p.proallargtypes IS NULL"
        " AND pg_get_function_identity_arguments(p.oid) !~ '(app|sync)\\.'"_s);
    QVERIFY(functions.size() > 60);
    QStringList statements;
    for (const QString &function : functions
            + QStringList{u"now()"_s, u"clock_timestamp()"_s, u"lower(text)"_s,
                u"char_length(text)"_s, u"sha256(bytea)"_s, u"set_config(text, text, boolean)"_s,
                u"current_setting(text, boolean)"_s, u"pg_current_snapshot()"_s,
                u"jsonb_typeof(jsonb)"_s, u"gen_random_uuid()"_s})
        statements.append(u"CREATE FUNCTION %1.%2 RETURNS int LANGUAGE plpgsql AS"
                          " $$ BEGIN RAISE EXCEPTION 'shadowed'; END $$"_s.arg(schema, function));
    const QStringList tables =
        list(u"SELECT DISTINCT c.relname FROM pg_class c WHERE"
             " c.relkind IN ('r','S') AND c.relnamespace IN %1"_s.arg(kOurs));
    for (const QString &table : tables)
        statements.append(
            u"CREATE TABLE %1.%2 (name text, kind text, active boolean)"_s.arg(schema, table));
    statements.append(u"INSERT INTO %1.station VALUES ('wall1', 'console', true)"_s.arg(schema));
    statements.append(u"CREATE FUNCTION %1.lie(text, text) RETURNS boolean LANGUAGE plpgsql AS"
                      " $$ BEGIN RAISE EXCEPTION 'shadowed'; END $$"_s.arg(schema));
    for (const QString &name : {u"="_s, u"<>"_s, u"~"_s})
        statements.append(
            u"CREATE OPERATOR %1.%2 (LEFTARG = text, RIGHTARG = text, FUNCTION = %1.lie)"_s.arg(
                schema, name));
    for (const QString &login : {u"wall1"_s, u"chen"_s}) {
        Caller caller(conninfo(login));
        QVERIFY(caller.open());
        for (const QString &sql : std::as_const(statements)) {
            caller.value(sql);
            QVERIFY2(caller.state().isEmpty(), qPrintable(sql + caller.error()));
        }
        caller.value(u"SET search_path = %1, sync, app, pg_catalog"_s.arg(schema));
        const QString greeting =
            caller.value(u"SELECT sync.hello('%1', 1, '')"_s.arg(base::toText(caller.client())));
        QVERIFY2(greeting.contains(
                     login == "wall1"_L1 ? "\"kind\": \"wall\""_L1 : "\"kind\": \"person\""_L1),
            qPrintable(greeting + caller.error()));
        const auto result = caller.push(insertOf(u"incident"_s,
            {{u"title"_s, u"x"_s}, {u"level"_s, u"red"_s}, {u"label"_s, u"E-1"_s}}, login));
        QCOMPARE(word(result), login == "wall1"_L1 ? u"rejected"_s : u"applied"_s);
        for (const QString &sql : {u"SELECT * FROM sync.pull('%1', '1:1:')"_s,
                 u"SELECT sync.beat('%1', '{\"lease\": true}')"_s,
                 u"SELECT sync.digest('core', 'incident'), '%1'"_s,
                 u"SELECT sync.list('core', 'incident', '{00}'), '%1'"_s,
                 u"SELECT sync.rows('incident', '{%1}')"_s, u"SELECT sync.close_session('%1')"_s}) {
            caller.value(sql.arg(base::toText(caller.client())));
            QVERIFY2(caller.state().isEmpty(), qPrintable(sql + caller.error()));
        }
        if (schema == "evil"_L1)
            static_cast<void>(super(u"DROP SCHEMA evil CASCADE; CREATE SCHEMA evil;"
                                    " GRANT ALL ON SCHEMA evil TO PUBLIC"_s));
    }
    static_cast<void>(
        super(u"REVOKE TEMP ON DATABASE %1 FROM wall1, chen; DROP SCHEMA evil CASCADE"_s.arg(
            m_database)));
}

/// Advisory locks are everybody's and outlive a transaction: what we wait for must be none.
void TestDirectSql::heldLocksStopNobody()
{
    Caller wall(conninfo(u"wall1"_s));
    Caller chen(conninfo(u"chen"_s));
    QVERIFY(wall.open() && chen.open());
    const QStringList ours = list(u"SELECT DISTINCT m[1] FROM pg_proc p,"
                                  " regexp_matches(p.prosrc, 'advisory[a-z_]*lock[a-z_]*\\((\\d+)',"
                                  " 'g') m WHERE p.pronamespace IN %1"_s.arg(kOurs));
    for (const QString &key : ours + QStringList{u"1463898435"_s})
        wall.value(u"SELECT pg_advisory_lock(%1, n) FROM generate_series(0, 63) n"_s.arg(key));
    QCOMPARE(wall.state(), QString());
    chen.value(u"SET lock_timeout = '3s'"_s);
    for (int i = 0; i < 20; ++i)
        QCOMPARE(word(chen.push(insertOf(
                     u"log_entry"_s, {{u"kind"_s, u"note"_s}, {u"text"_s, u"x"_s}}, u"chen"_s))),
            u"applied"_s);
}

QTEST_GUILESS_MAIN(TestDirectSql)
#include "tst_directsql.moc"
