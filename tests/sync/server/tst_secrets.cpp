// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/remote/pgremote.h"
#include "app/remote/secretbook.h"
#include "tests/sync/server/caller.h"
#include "tests/sync/server/serverfixture.h"
#include "tests/ui/faults/tlsfiles.h"

#include <QFile>
#include <QJsonDocument>
#include <QNetworkInterface>
#include <QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace watchroom;
using namespace watchroom::tests;
using remote::SecretBook;
using remote::SecretDraft;
using remote::SecretReceivers;

namespace {

const auto kValue = u"s3cret-token-7Qx_ü密"_s;

/// An IPv4 address of this machine that is not loopback; empty: there is none.
QString ownAddress()
{
    const auto all = QNetworkInterface::allAddresses();
    for (const QHostAddress &address : all) {
        if (address.protocol() == QAbstractSocket::IPv4Protocol && !address.isLoopback())
            return address.toString();
    }
    return {};
}

} // namespace

/// Team secrets as the server keeps them: who may set them, who is handed them and how, and where
/// a value never is.
class TestSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void aLeadSetsAndStationsGet();
    void nobodyReadsAValueBack();
    void onlyLeadsMaySet_data();
    void onlyLeadsMaySet();
    void namedStationsAlone();
    void aRevokedStationGetsNothing();
    void replacingKeepsWhoMayUseIt();
    void badOnesAreRefused_data();
    void badOnesAreRefused();
    void thePadCountsOnce();
    void theLargestFits();
    void theRecordSaysWhoAndNeverWhat();
    void theServersLogNeverHoldsAValue();
    void overPlainTextNothingIsGiven_data();
    void overPlainTextNothingIsGiven();
    void offLoopbackItTakesTls();

private:
    [[nodiscard]] remote::ConnInfo info(const QString &login) const
    {
        return *remote::ConnInfo::parse(m_server.conninfo(m_database, login));
    }
    [[nodiscard]] base::Result<> set(const SecretDraft &draft, const QString &login = u"chen"_s)
    {
        SecretBook book(info(login), {}, {});
        const auto opened = book.open();
        return opened ? book.set(draft) : opened;
    }
    [[nodiscard]] QJsonObject given(const QString &station)
    {
        Caller caller(m_server.conninfo(m_database, station));
        if (!caller.connectOnly())
            return {};
        const QString said = caller.value(u"SELECT sync.secrets()"_s);
        return said.isEmpty()
            ? QJsonObject{{u"error"_s, caller.error()}, {u"state"_s, caller.state()}}
            : QJsonDocument::fromJson(said.toUtf8()).object();
    }
    [[nodiscard]] QStringList namesGiven(const QString &station)
    {
        QStringList names;
        const QJsonArray all = given(station)["secrets"_L1].toArray();
        for (const QJsonValue &each : all)
            names.append(each["name"_L1].toString());
        return names;
    }
    QString super(const QString &sql)
    {
        const auto output =
            m_server.cluster().psql(m_server.cluster().superConninfo(m_database), sql);
        if (output.exitCode != 0)
            qWarning().noquote() << output.err;
        return output.out;
    }
    [[nodiscard]] QByteArray serverLog()
    {
        QFile file(m_server.cluster().logFile());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_dir;
    ServerFixture m_server;
    QString m_database;
    QString m_address = ownAddress();
};

void TestSecrets::initTestCase()
{
    const test::TlsFiles files(m_dir.path() + u"/tls"_s);
    QVERIFY(files.make(u"IP:"_s + (m_address.isEmpty() ? u"127.0.0.1"_s : m_address)));
    m_server.cluster().setTls(files.certificate(), files.key());
    if (!m_address.isEmpty())
        m_server.cluster().listenOn(m_address);
    QVERIFY2(m_server.start(), m_server.error().constData());
}

void TestSecrets::init()
{
    m_database = m_server.newDatabase();
    QVERIFY2(!m_database.isEmpty(), m_server.error().constData());
}

void TestSecrets::aLeadSetsAndStationsGet()
{
    Caller desk(m_server.conninfo(m_database, u"desk1"_s));
    QVERIFY(desk.open());
    const QString before = desk.greeting()["secrets"_L1].toString();
    QVERIFY(set({.name = u"prom"_s, .kind = u"source"_s, .value = kValue, .receivers = {}}));
    for (const QString &station : {u"desk1"_s, u"desk2"_s, u"agent1"_s}) {
        const QJsonObject said = given(station);
        const QJsonArray all = said["secrets"_L1].toArray();
        QCOMPARE(all.size(), 1);
        QCOMPARE(all[0]["name"_L1].toString(), u"prom"_s);
        QCOMPARE(all[0]["kind"_L1].toString(), u"source"_s);
        QCOMPARE(all[0]["value"_L1].toString(), kValue);
    }
    // Consoles and agents, unless somebody says so: not walls.
    QCOMPARE(namesGiven(u"wall1"_s), QStringList());
    // Hello and beat tell whoever gets it that there is something else now, and nobody else.
    const QString beat = desk.value(
        u"SELECT sync.beat('%1', '{}')"_s.arg(desk.client().toString(QUuid::WithoutBraces)));
    const QString mark = QJsonDocument::fromJson(beat.toUtf8())["secrets"_L1].toString();
    QVERIFY(!mark.isEmpty() && mark != before);
    QCOMPARE(given(u"desk1"_s)["mark"_L1].toString(), mark);
    QCOMPARE(given(u"wall1"_s)["mark"_L1].toString(), before);
    // Watchroom's own client reads it.
    remote::PgRemote remote({.info = info(u"desk1"_s)});
    QVERIFY(remote.open());
    const auto read = remote.secrets();
    QVERIFY(read.has_value());
    QCOMPARE((*read)->value(u"prom"_s, u"source").toByteArray(), kValue.toUtf8());
    QVERIFY((*read)->value(u"prom"_s, u"smtp").isEmpty());
}

void TestSecrets::nobodyReadsAValueBack()
{
    QVERIFY(set({.name = u"prom"_s, .kind = u"source"_s, .value = kValue, .receivers = {}}));
    for (const QString &login : {u"chen"_s, u"zhou"_s, u"li"_s}) {
        Caller person(m_server.conninfo(m_database, login));
        QVERIFY(person.open());
        person.value(u"SELECT sync.secrets()"_s);
        QCOMPARE(person.state(), u"42501"_s);
        for (const QString &sql : {u"SELECT value FROM sync.secret"_s, u"TABLE sync.secret"_s,
                 u"COPY sync.secret TO STDOUT"_s, u"SELECT sync.rows('secret', '{}')"_s,
                 u"SELECT sync.list('core', 'secret', '00')"_s, u"SELECT sync.unmask('00', '00')"_s,
                 u"SELECT sync.secrets_mark('desk1', 'console')"_s,
                 u"UPDATE sync.secret SET value = 'x'"_s, u"DELETE FROM sync.secret"_s}) {
            const QString said = person.value(sql);
            QVERIFY2(!said.contains(kValue), qPrintable(sql));
            QVERIFY2(
                !person.state().isEmpty() || said.isEmpty() || said == "[]"_L1, qPrintable(sql));
        }
    }
    Caller chen(m_server.conninfo(m_database, u"chen"_s));
    QVERIFY(chen.connectOnly());
    const QString listed = chen.value(u"SELECT sync.list_secrets()"_s);
    QVERIFY(listed.contains("prom"_L1) && listed.contains("chen"_L1));
    QVERIFY(!listed.contains(kValue));
    // Nor does a station's login get at the others' through the list, or set one.
    Caller desk(m_server.conninfo(m_database, u"desk1"_s));
    QVERIFY(desk.connectOnly());
    for (const QString &sql : {u"SELECT sync.list_secrets()"_s, u"SELECT sync.secret_pad(64)"_s,
             u"SELECT sync.set_secret('prom', 'source', '00', NULL, NULL)"_s,
             u"SELECT sync.remove_secret('prom')"_s}) {
        desk.value(sql);
        QCOMPARE(desk.state(), u"42501"_s);
    }
}

void TestSecrets::onlyLeadsMaySet_data()
{
    QTest::addColumn<QString>("login");
    QTest::newRow("a member") << u"zhou"_s;
    QTest::newRow("command") << u"li"_s;
}

void TestSecrets::onlyLeadsMaySet()
{
    QFETCH(const QString, login);
    QVERIFY(set({.name = u"prom"_s, .kind = u"source"_s, .value = kValue, .receivers = {}}));
    const auto refused =
        set({.name = u"prom"_s, .kind = u"source"_s, .value = u"other"_s, .receivers = {}}, login);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, base::Error::Kind::Denied);
    QCOMPARE(refused.error().code, u"not_lead"_s);
    SecretBook book(info(login), {}, {});
    QVERIFY(book.open());
    QCOMPARE(book.list().error().code, u"not_lead"_s);
    QCOMPARE(book.remove(u"prom"_s).error().code, u"not_lead"_s);
    Caller caller(m_server.conninfo(m_database, login));
    QVERIFY(caller.connectOnly());
    caller.value(u"SELECT sync.set_secret('prom', 'source', '00', NULL, NULL)"_s);
    QCOMPARE(caller.error(), u"not_lead"_s);
    QCOMPARE(given(u"desk1"_s)["secrets"_L1][0]["value"_L1].toString(), kValue);
}

void TestSecrets::namedStationsAlone()
{
    QVERIFY(set({.name = u"robot"_s,
        .kind = u"robot"_s,
        .value = kValue,
        .receivers = SecretReceivers{{}, {u"desk2"_s, u"wall1"_s}}}));
    QCOMPARE(namesGiven(u"desk1"_s), QStringList());
    QCOMPARE(namesGiven(u"agent1"_s), QStringList());
    QCOMPARE(namesGiven(u"desk2"_s), QStringList{u"robot"_s});
    QCOMPARE(namesGiven(u"wall1"_s), QStringList{u"robot"_s});
}

void TestSecrets::aRevokedStationGetsNothing()
{
    QVERIFY(set({.name = u"prom"_s,
        .kind = u"source"_s,
        .value = kValue,
        .receivers = SecretReceivers{{u"console"_s}, {u"desk1"_s}}}));
    QCOMPARE(namesGiven(u"desk1"_s).size(), 1);
    Caller chen(m_server.conninfo(m_database, u"chen"_s));
    QVERIFY(chen.open());
    const QString id = super(u"SELECT id FROM app.station WHERE name = 'desk1'"_s);
    const auto off = chen.push(updateOf(u"station"_s, chen.row(u"station"_s, QUuid::fromString(id)),
        {{u"active"_s, false}}, u"chen"_s));
    QCOMPARE(word(off), u"applied"_s);
    QCOMPARE(given(u"desk1"_s)["error"_L1].toString(), u"not_a_station"_s);
    QCOMPARE(namesGiven(u"desk2"_s).size(), 1);
}

void TestSecrets::replacingKeepsWhoMayUseIt()
{
    const SecretReceivers receivers{{u"agent"_s}, {u"desk2"_s}};
    QVERIFY(set({.name = u"mail"_s, .kind = u"smtp"_s, .value = kValue, .receivers = receivers}));
    QVERIFY(set({.name = u"mail"_s, .kind = {}, .value = u"another"_s, .receivers = {}}));
    SecretBook book(info(u"chen"_s), {}, {});
    QVERIFY(book.open());
    const auto listed = book.list();
    QVERIFY(listed.has_value());
    QCOMPARE(listed->size(), 1);
    QCOMPARE(listed->first().kind, u"smtp"_s);
    QVERIFY(listed->first().receivers == receivers);
    QCOMPARE(listed->first().setBy, u"chen"_s);
    QCOMPARE(given(u"desk2"_s)["secrets"_L1][0]["value"_L1].toString(), u"another"_s);
    QVERIFY(book.remove(u"mail"_s));
    QCOMPARE(namesGiven(u"desk2"_s), QStringList());
    const auto again = book.remove(u"mail"_s);
    QCOMPARE(again.error().code, u"secret_unknown"_s);
    QCOMPARE(again.error().params["value"_L1].toString(), u"mail"_s);
}

void TestSecrets::badOnesAreRefused_data()
{
    QTest::addColumn<SecretDraft>("draft");
    QTest::addColumn<QString>("code");
    const SecretDraft good{
        .name = u"a"_s, .kind = u"source"_s, .value = u"value"_s, .receivers = {}};
    const auto row = [](const char *name, SecretDraft draft, const QString &code, auto change) {
        change(draft);
        QTest::newRow(name) << draft << code;
    };
    row("no name", good, u"secret_name_invalid"_s, [](auto &d) { d.name = u" "_s; });
    row("a blank before", good, u"secret_name_invalid"_s, [](auto &d) { d.name = u" a"_s; });
    row("a long name", good, u"secret_name_invalid"_s, [](auto &d) { d.name = QString(64, u'a'); });
    row("no kind", good, u"secret_kind_unknown"_s, [](auto &d) { d.kind.clear(); });
    row("another kind", good, u"secret_kind_unknown"_s, [](auto &d) { d.kind = u"key"_s; });
    row("no value", good, u"secret_empty"_s, [](auto &d) { d.value.clear(); });
    row("two lines", good, u"secret_invalid"_s, [](auto &d) { d.value = u"a\nHost: b"_s; });
    row("too large", good, u"secret_too_large"_s, [](auto &d) { d.value = QString(8193, u'a'); });
    row("for nobody", good, u"secret_for_nobody"_s,
        [](auto &d) { d.receivers = SecretReceivers{}; });
    row("another kind of station", good, u"kind_unknown"_s, [](auto &d) {
        d.receivers = SecretReceivers{{u"person"_s}, {}};
    });
    row("no such station", good, u"station_unknown"_s, [](auto &d) {
        d.receivers = SecretReceivers{{}, {u"desk9"_s}};
    });
}

void TestSecrets::badOnesAreRefused()
{
    QFETCH(const SecretDraft, draft);
    QFETCH(const QString, code);
    const auto refused = set(draft);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, code);
    QCOMPARE(super(u"SELECT count(*) FROM sync.secret"_s), u"0"_s);
}

void TestSecrets::thePadCountsOnce()
{
    Caller chen(m_server.conninfo(m_database, u"chen"_s));
    QVERIFY(chen.connectOnly());
    const QString pad = chen.value(u"SELECT sync.secret_pad(2)"_s);
    QCOMPARE(pad.size(), 4);
    QByteArray bytes = QByteArray::fromHex(pad.toLatin1());
    bytes[0] = char(bytes[0] ^ 'o');
    bytes[1] = char(bytes[1] ^ 'k');
    const QString sql = u"SELECT sync.set_secret('a', 'smtp', '%1', NULL, NULL)"_s.arg(
        QString::fromLatin1(bytes.toHex()));
    chen.value(sql);
    QCOMPARE(chen.error(), QString());
    QCOMPARE(given(u"desk1"_s)["secrets"_L1][0]["value"_L1].toString(), u"ok"_s);
    chen.value(sql);
    QCOMPARE(chen.error(), u"secret_invalid"_s);
    // What is no text is refused without quoting it.
    chen.value(u"SELECT sync.secret_pad(1)"_s);
    chen.value(u"SET watchroom.pad = '00'"_s);
    chen.value(u"SELECT sync.set_secret('a', 'smtp', 'ff', NULL, NULL)"_s);
    QCOMPARE(chen.error(), u"secret_invalid"_s);
}

void TestSecrets::theLargestFits()
{
    const QString large(8192, u'z');
    QVERIFY(set({.name = u"a"_s, .kind = u"smtp"_s, .value = large, .receivers = {}}));
    QCOMPARE(given(u"desk1"_s)["secrets"_L1][0]["value"_L1].toString(), large);
}

void TestSecrets::theRecordSaysWhoAndNeverWhat()
{
    QVERIFY(set({.name = u"prom"_s, .kind = u"source"_s, .value = kValue, .receivers = {}}));
    QVERIFY(set({.name = u"prom"_s, .kind = {}, .value = kValue + u'2', .receivers = {}}));
    SecretBook book(info(u"chen"_s), {}, {});
    QVERIFY(book.open());
    QVERIFY(book.remove(u"prom"_s));
    QCOMPARE(super(u"SELECT string_agg(code || ' ' || (params ->> 'name') || ' ' || author, ', '"
                   " ORDER BY n) FROM app.log_entry WHERE code LIKE 'secret%'"_s),
        u"secret_set prom chen, secret_replaced prom chen, secret_removed prom chen"_s);
    QVERIFY(super(u"SELECT sync.verify_record() -> 'broken'"_s) == "null"_L1);
    // No row of any table holds it any more; before, only sync.secret did.
    QVERIFY(set({.name = u"prom"_s, .kind = u"source"_s, .value = kValue, .receivers = {}}));
    const QStringList tables =
        super(u"SELECT c.oid::regclass FROM pg_class c WHERE c.relkind = 'r'"
              " AND c.relnamespace IN ('app'::regnamespace, 'sync'::regnamespace)"_s)
            .split(u'\n');
    QStringList holding;
    for (const QString &table : tables) {
        if (super(u"SELECT count(*) FROM %1 t WHERE t::text LIKE '%s3cret-token%'"_s.arg(table))
            != "0"_L1)
            holding.append(table);
    }
    QCOMPARE(holding, QStringList{u"sync.secret"_s});
}

void TestSecrets::theServersLogNeverHoldsAValue()
{
    // Everything an administrator can switch on, and auto_explain with nested statements.
    super(u"ALTER DATABASE %1 SET session_preload_libraries = 'auto_explain';"
          " ALTER DATABASE %1 SET log_statement = 'all';"
          " ALTER DATABASE %1 SET log_min_duration_statement = 0;"
          " ALTER DATABASE %1 SET log_parameter_max_length = -1;"
          " ALTER DATABASE %1 SET log_parameter_max_length_on_error = -1;"
          " ALTER DATABASE %1 SET log_min_error_statement = 'debug5';"
          " ALTER DATABASE %1 SET log_min_messages = 'debug1';"
          " ALTER DATABASE %1 SET log_error_verbosity = 'verbose';"
          " ALTER DATABASE %1 SET debug_print_plan = on;"
          " ALTER DATABASE %1 SET debug_print_parse = on;"
          " ALTER DATABASE %1 SET debug_print_rewritten = on;"
          " ALTER DATABASE %1 SET auto_explain.log_min_duration = 0;"
          " ALTER DATABASE %1 SET auto_explain.log_analyze = on;"
          " ALTER DATABASE %1 SET auto_explain.log_verbose = on;"
          " ALTER DATABASE %1 SET auto_explain.log_nested_statements = on;"_s.arg(m_database));
    const auto plain = u"s3cret-token-7Qx"_s;
    QVERIFY(set({.name = u"prom"_s, .kind = u"source"_s, .value = plain, .receivers = {}}));
    QVERIFY(set({.name = u"prom"_s, .kind = {}, .value = plain + u"-second"_s, .receivers = {}}));
    QVERIFY(!set({.name = u"prom"_s,
        .kind = {},
        .value = plain + u"-third"_s,
        .receivers = SecretReceivers{{}, {u"desk9"_s}}}));
    QVERIFY(!set({.name = u"prom"_s, .kind = {}, .value = plain + u"\n4"_s, .receivers = {}}));
    QVERIFY(!set({.name = u"p"_s, .kind = {}, .value = plain, .receivers = {}}, u"zhou"_s));
    QCOMPARE(given(u"desk1"_s)["secrets"_L1][0]["value"_L1].toString(), plain + u"-second"_s);
    const QByteArray log = serverLog();
    // The statements are there, so it would show.
    QVERIFY(log.contains("sync.set_secret") && log.contains("duration:"));
    QVERIFY2(log.contains("Query Text: INSERT INTO sync.secret"), "auto_explain saw no insert");
    for (const QByteArray &value :
        {plain.toUtf8(), plain.toUtf8().toHex(), plain.toUtf8().toBase64()})
        QVERIFY2(!log.contains(value),
            log.mid(std::max<qsizetype>(0, log.indexOf(value) - 600), 900).constData());
    // A plan's tree prints a constant as its bytes, in decimal.
    QByteArray decimal;
    for (const char c : plain.toUtf8().left(8))
        decimal += ' ' + QByteArray::number(int(c));
    QVERIFY2(!log.contains(decimal), "a plan holds it");
}

void TestSecrets::overPlainTextNothingIsGiven_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("tls");
    QTest::addColumn<bool>("isPrivate");
    QTest::newRow("a socket") << u"NULL"_s << false << true;
    QTest::newRow("loopback") << u"'127.0.0.1'"_s << false << true;
    QTest::newRow("loopback, another") << u"'127.9.9.9'"_s << false << true;
    QTest::newRow("IPv6 loopback") << u"'::1'"_s << false << true;
    QTest::newRow("mapped loopback") << u"'::ffff:127.0.0.1'"_s << false << true;
    QTest::newRow("the network") << u"'192.168.1.7'"_s << false << false;
    QTest::newRow("the network, IPv6") << u"'fe80::1'"_s << false << false;
    QTest::newRow("mapped network") << u"'::ffff:10.0.0.1'"_s << false << false;
    QTest::newRow("TLS") << u"'192.168.1.7'"_s << true << true;
}

void TestSecrets::overPlainTextNothingIsGiven()
{
    QFETCH(const QString, address);
    QFETCH(const bool, tls);
    QFETCH(const bool, isPrivate);
    QCOMPARE(
        super(u"SELECT sync.is_private(%1::inet, %2)"_s.arg(address, tls ? u"true"_s : u"NULL"_s)),
        isPrivate ? u"t"_s : u"f"_s);
}

void TestSecrets::offLoopbackItTakesTls()
{
    if (m_address.isEmpty())
        QSKIP("this machine has no address but loopback");
    QVERIFY(set({.name = u"prom"_s, .kind = u"source"_s, .value = kValue, .receivers = {}}));
    const auto far = [&](const QString &login, const QString &mode) {
        auto line = info(login);
        line.set("host"_L1, m_address);
        line.set("sslmode"_L1, mode);
        return line;
    };
    remote::PgRemote plain({.info = far(u"desk1"_s, u"disable"_s)});
    QVERIFY(plain.open());
    const auto refused = plain.secrets();
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, u"secrets_need_tls"_s);
    remote::PgRemote encrypted({.info = far(u"desk1"_s, u"require"_s)});
    QVERIFY(encrypted.open());
    const auto handed = encrypted.secrets();
    QVERIFY(handed.has_value());
    QCOMPARE((*handed)->value(u"prom"_s, u"source").toByteArray(), kValue.toUtf8());
    // Nor may one be sent so.
    SecretBook open(far(u"chen"_s, u"disable"_s), {}, {});
    QVERIFY(open.open());
    const SecretDraft draft{
        .name = u"a"_s, .kind = u"smtp"_s, .value = u"value"_s, .receivers = {}};
    QCOMPARE(open.set(draft).error().code, u"secrets_need_tls"_s);
    SecretBook closed(far(u"chen"_s, u"require"_s), {}, {});
    QVERIFY(closed.open());
    QVERIFY(closed.set(draft));
}

QTEST_GUILESS_MAIN(TestSecrets)
#include "tst_secrets.moc"
