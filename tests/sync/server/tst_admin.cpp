// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/remote/schemafiles.h"
#include "app/remote/scram.h"
#include "tests/sync/server/serverfixture.h"

#include <QDir>
#include <QFile>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace watchroom;
using remote::ServerAdmin;
using tests::ServerFixture;

namespace {

QStringList codesOf(const QList<remote::Finding> &findings)
{
    QStringList codes;
    for (const remote::Finding &finding : findings)
        codes.append(finding.code);
    return codes;
}

} // namespace

/// Setting a server up and looking after it, as a role that may create roles but is no superuser.
class TestAdmin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_server.start(), m_server.error().constData()); }

    void everySchemaFileIsBroughtAlong()
    {
        const QDir folder(QStringLiteral(WATCHROOM_SCHEMA_DIR));
        QStringList names;
        for (const remote::SchemaFile &file : remote::schemaFiles())
            names.append(file.name + u".sql"_s);
        QCOMPARE(names, folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name));
    }

    void everythingMayBeRepeated()
    {
        const QString database = m_server.newDatabase();
        QVERIFY2(!database.isEmpty(), m_server.error().constData());
        ServerAdmin admin;
        QVERIFY(m_server.openAdmin(admin, database));
        const auto again = admin.install();
        QVERIFY(again);
        QCOMPARE(again->size(), 0);
        const remote::NewPerson zhou{.login = u"zhou"_s,
            .name = u"周敏"_s,
            .layer = u"support"_s,
            .group = {},
            .rights = {u"lead"_s},
            .password = {}};
        QVERIFY(admin.addPerson(zhou));
        QVERIFY(admin.addPerson(zhou));
        QCOMPARE(value(database,
                     u"SELECT count(*) || layer FROM app.person WHERE login = 'zhou'"
                     " GROUP BY layer"_s),
            u"1support"_s);
        QCOMPARE(value(database, u"SELECT count(*) FROM app.person_right WHERE person = 'zhou'"_s),
            u"1"_s);
        QCOMPARE(value(database, u"SELECT count(*) FROM app.policy"_s), u"1"_s);
        const auto station = admin.addStation(u"desk1"_s, u"console"_s);
        QVERIFY(!station);
        QCOMPARE(station.error().code, u"name_taken"_s);
    }

    void aWholeServerHasNoSeriousFinding()
    {
        const QString database = m_server.newDatabase();
        ServerAdmin admin;
        QVERIFY(m_server.openAdmin(admin, database));
        auto found = admin.check();
        QVERIFY2(found, qPrintable(found ? QString() : found.error().detail));
        QCOMPARE(codesOf(*found),
            (QStringList{u"fsync_off"_s, u"fsync_off"_s, u"no_standby"_s, u"idle_transactions"_s,
                u"no_backup"_s}));
    }

    void tellsOfBackupsConnectionsAndStandbys()
    {
        const QString database = m_server.newDatabase();
        ServerAdmin admin;
        QVERIFY(m_server.openAdmin(admin, database));
        const auto codes = [&admin] {
            return codesOf(admin.check().value_or(QList<remote::Finding>{}));
        };
        const auto owner = [&](const QString &sql) {
            value(database, u"SET ROLE watchroom_owner; "_s + sql);
        };
        owner(u"SELECT sync.note_backup()"_s);
        QVERIFY(!codes().contains(u"no_backup"_s));
        QVERIFY(!codes().contains(u"backup_old"_s));
        owner(u"UPDATE sync.meta SET backed_up_at = now() - interval '30 hours'"_s);
        QVERIFY(codes().contains(u"backup_old"_s));
        QVERIFY(!codes().contains(u"few_connections"_s));
        const auto many = m_server.cluster().psql(m_server.cluster().superConninfo(database),
            u"SET session_replication_role = replica; INSERT INTO app.station (id, rev, ver, xid,"
            " updated_by, updated_at, name, kind, active) SELECT gen_random_uuid(), 1,"
            " gen_random_uuid(), pg_current_xact_id(), 'x', now(), 'many-' || i, 'console', true"
            " FROM generate_series(1, 100) i"_s);
        QCOMPARE(many.err, QString());
        QVERIFY(codes().contains(u"few_connections"_s));
        fakes::PgCluster standby;
        QVERIFY2(standby.startAsStandbyOf(m_server.cluster()), standby.error().constData());
        QTRY_VERIFY(codes().contains(u"standby_asynchronous"_s));
        QVERIFY(!codes().contains(u"no_standby"_s));
    }

    void findsWhatIsWrong()
    {
        const QString database = m_server.newDatabase();
        ServerAdmin admin;
        QVERIFY(m_server.openAdmin(admin, database));
        value(database,
            u"GRANT watchroom_owner TO CURRENT_USER; SET ROLE watchroom_owner;"
            " GRANT SELECT ON app.incident TO watchroom_station;"
            " ALTER TABLE app.incident DISABLE TRIGGER a_guard;"
            " UPDATE sync.meta SET ready = true"_s);
        QStringList codes = codesOf(admin.check().value_or(QList<remote::Finding>{}));
        QVERIFY(codes.contains(u"table_open"_s));
        QVERIFY(codes.contains(u"trigger_off"_s));
        value(database, u"DELETE FROM sync.schema_version WHERE version = 900"_s);
        codes = codesOf(admin.check().value_or(QList<remote::Finding>{}));
        QVERIFY(codes.contains(u"schema_half"_s));
        value(database,
            u"INSERT INTO sync.schema_version VALUES (900, 'x', 'x'), (9999, 'x', 'x')"_s);
        codes = codesOf(admin.check().value_or(QList<remote::Finding>{}));
        QVERIFY(codes.contains(u"schema_too_new"_s));
        const auto upgraded = admin.upgrade();
        QVERIFY(!upgraded);
        QCOMPARE(upgraded.error().kind, base::Error::Kind::TooNew);
    }

    void anEmptyDatabaseIsTold()
    {
        const QString database = m_server.cluster().createDatabase();
        ServerAdmin admin;
        QVERIFY(m_server.openAdmin(admin, database));
        QVERIFY(codesOf(*admin.check()).contains(u"schema_missing"_s));
        const auto added = admin.addStation(u"desk9"_s, u"console"_s);
        QVERIFY(!added);
        QCOMPARE(added.error().code, u"schema_missing"_s);
        const auto upgraded = admin.upgrade();
        QVERIFY(!upgraded);
        QCOMPARE(upgraded.error().code, u"schema_missing"_s);
    }

    void aStoppedSetUpGoesOn()
    {
        const QString database = m_server.cluster().createDatabase();
        ServerAdmin admin;
        QVERIFY(m_server.openAdmin(admin, database));
        // The third file cannot run: something stands in its way.
        value(database, u"CREATE SCHEMA app"_s);
        QVERIFY(!admin.install());
        value(database, u"DROP SCHEMA app"_s);
        const auto installed = admin.install();
        QVERIFY2(installed, qPrintable(installed ? QString() : installed.error().detail));
        QCOMPARE(installed->size(), remote::schemaFiles().size());
    }

    void firstRulesAreTakenOnce()
    {
        const QString database = m_server.newDatabase();
        ServerAdmin admin;
        QVERIFY(m_server.openAdmin(admin, database));
        const auto rule = [](const QString &name) {
            const QJsonObject limit{
                {u"on"_s, 5}, {u"off"_s, 3.5}, {u"for"_s, 60}, {u"clear"_s, 60}};
            return QJsonObject{{u"name"_s, name}, {u"metric"_s, u"loss"_s},
                {u"group"_s, u"network"_s}, {u"direction"_s, u"above"_s}, {u"step"_s, 15},
                {u"levels"_s, QJsonObject{{u"yellow"_s, limit}}}, {u"no_data_for"_s, 180}};
        };
        const auto installed = admin.install({rule(u"丢包率"_s), rule(u"it's 50%1"_s)});
        QVERIFY2(installed, qPrintable(installed ? QString() : installed.error().detail));
        QVERIFY(admin.install({rule(u"another"_s)}));
        QCOMPARE(value(database, u"SELECT string_agg(name, ',' ORDER BY name) FROM app.rule"_s),
            u"it's 50%1,丢包率"_s);
    }

    void passwordsReachTheServerAsVerifiersOnly()
    {
        const QString database = m_server.newDatabase();
        ServerAdmin admin;
        QVERIFY(m_server.openAdmin(admin, database));
        const QString password = u"值守 Ｐａｓｓ\u00a01"_s; // full width letters, another space
        QVERIFY(admin.setPassword(u"li"_s, password));
        const QString hash = m_server.cluster()
                                 .psql(m_server.cluster().superConninfo(u"postgres"_s),
                                     u"SELECT rolpassword FROM pg_authid WHERE rolname = 'li'"_s)
                                 .out;
        QVERIFY(hash.startsWith("SCRAM-SHA-256$4096:"_L1));
        const auto quoted = u"'%1'"_s.arg(password);
        QCOMPARE(m_server.cluster()
                     .psql(m_server.cluster().conninfo(database, u"li"_s, quoted), u"SELECT 1"_s)
                     .out,
            u"1"_s);
        QFile log(m_server.cluster().logFile());
        QVERIFY(log.open(QIODevice::ReadOnly));
        QVERIFY(!log.readAll().contains(password.toUtf8()));
        QVERIFY(admin.setPassword(u"li"_s, u"li-secret"_s));
        QCOMPARE(admin.setPassword(u"nobody"_s, u"x"_s).error().code, u"person_unknown"_s);
    }

    void aVerifierIsTheOneOfTheStandard()
    {
        // RFC 7677's user "pencil" with its salt and 4096 rounds.
        QCOMPARE(
            remote::scramVerifier(u"pencil"_s, QByteArray::fromBase64("W22ZaJ0SNY7soEsUEjb6gQ==")),
            u"SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$"
            u"WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY="
            ":wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU="_s);
    }

    void aDisabledPersonIsOut()
    {
        const QString database = m_server.newDatabase();
        ServerAdmin admin;
        QVERIFY(m_server.openAdmin(admin, database));
        QVERIFY(admin.disablePerson(u"li"_s));
        const auto output =
            m_server.cluster().psql(m_server.conninfo(database, u"li"_s), u"SELECT 1"_s);
        QVERIFY(output.err.contains("not permitted to log in"_L1));
        const auto last = admin.disablePerson(u"chen"_s);
        QVERIFY(!last);
        QCOMPARE(last.error().code, u"last_admin"_s);
        // Back again.
        QVERIFY(admin.addPerson({.login = u"li"_s,
            .name = u"李伟"_s,
            .layer = u"command"_s,
            .group = {},
            .rights = {},
            .password = {}}));
        QCOMPARE(m_server.cluster().psql(m_server.conninfo(database, u"li"_s), u"SELECT 1"_s).out,
            u"1"_s);
    }

    void refusesWhatIsNotAName_data()
    {
        QTest::addColumn<QString>("login");
        QTest::addColumn<QString>("code");
        QTest::newRow("superuser") << u"postgres"_s << u"login_invalid"_s;
        QTest::newRow("administrator") << u"admin"_s << u"login_reserved"_s;
        QTest::newRow("ours") << u"watchroom_owner"_s << u"login_invalid"_s;
        QTest::newRow("injection") << u"a\"; DROP ROLE chen; --"_s << u"login_invalid"_s;
        QTest::newRow("empty") << QString() << u"login_invalid"_s;
        QTest::newRow("station") << u"desk1"_s << u"login_reserved"_s;
    }
    void refusesWhatIsNotAName()
    {
        QFETCH(const QString, login);
        QFETCH(const QString, code);
        const QString database = m_server.newDatabase();
        ServerAdmin admin;
        QVERIFY(m_server.openAdmin(admin, database));
        const auto added = admin.addPerson({.login = login,
            .name = u"x"_s,
            .layer = {},
            .group = {},
            .rights = {},
            .password = {}});
        QVERIFY(!added);
        QCOMPARE(added.error().code, code);
    }

    void adoptionChangesTheEpochAndNoVersion()
    {
        const QString database = m_server.newDatabase();
        ServerAdmin admin;
        QVERIFY(m_server.openAdmin(admin, database));
        const auto state = [&] {
            return value(database,
                u"SELECT string_agg(ver || ':' || rev, ',' ORDER BY id)"
                " FROM app.person"_s);
        };
        const QString before = state();
        const QString epoch = value(database, u"SELECT sync.epoch()"_s);
        const QString floor = value(database, u"SELECT pg_current_xact_id()"_s);
        QVERIFY(admin.adopt());
        QCOMPARE(state(), before);
        QVERIFY(value(database, u"SELECT sync.epoch()"_s) != epoch);
        QCOMPARE(value(database,
                     u"SELECT count(*) FROM app.person WHERE xid <= '%1'::xid8"_s.arg(floor)),
            u"0"_s);
    }

private:
    QString value(const QString &database, const QString &sql)
    {
        const auto output = m_server.cluster().psql(m_server.admin(database), sql);
        if (output.exitCode != 0)
            qWarning().noquote() << output.err;
        return output.out;
    }

    ServerFixture m_server;
};

QTEST_GUILESS_MAIN(TestAdmin)
#include "tst_admin.moc"
