// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/engine/desk.h"
#include "tests/ui/faults/faultyworkspace.h"
#include "tests/ui/faults/tlsfiles.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTcpServer>
#include <QTcpSocket>

using namespace watchroom;
using namespace watchroom::test;
using base::Error;

namespace {
constexpr int kPatience = 20'000;
}

/// A server that cannot be used, as the console tells it; what was not sent is still there.
class TestConsoleServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void says_data();
    void says();
    void goesAwayAndComesBack();
    void wrongPasswordAtSignIn();

private:
    [[nodiscard]] QString line(const QString &database) const;
    [[nodiscard]] QString changed(const QString &database, const QString &sql);
    void belongTo(const QString &server);
    void open(const QString &server);
    [[nodiscard]] std::optional<Error> error() const;

    QTemporaryDir m_tls;
    SharedServer m_server;
    QTcpServer m_foreign; ///< speaks HTTP
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<programs::Console> m_console;
};

void TestConsoleServer::initTestCase()
{
    const TlsFiles files(m_tls.path());
    QVERIFY(files.make(u"DNS:db.example"_s));
    m_server.cluster.setTls(files.certificate(), files.key());
    const QString trouble = m_server.prepare();
    QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
    QVERIFY(m_server.query(u"postgres"_s, u"CREATE ROLE stranger LOGIN PASSWORD 'stranger'"_s)
                .isEmpty());
    QVERIFY(m_foreign.listen(QHostAddress::LocalHost));
    connect(&m_foreign, &QTcpServer::newConnection, this, [this] {
        QTcpSocket *socket = m_foreign.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket] {
            socket->write("HTTP/1.1 400 Bad Request\r\n\r\n");
            socket->disconnectFromHost();
        });
    });
}

void TestConsoleServer::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
}

void TestConsoleServer::cleanup()
{
    m_console.reset();
}

QString TestConsoleServer::line(const QString &database) const
{
    return m_server.station(u"desk-1"_s, database).toText();
}

QString TestConsoleServer::changed(const QString &database, const QString &sql)
{
    const QString said = m_server.query(database, sql);
    if (!said.isEmpty())
        qFatal("%s", qPrintable(said));
    return line(database);
}

void TestConsoleServer::belongTo(const QString &server)
{
    const programs::WorkspaceConfig config{.server = server, .source = {}, .mapping = {}};
    QVERIFY(config.save(m_dir->path()).has_value());
}

void TestConsoleServer::open(const QString &server)
{
    makeReplica(m_dir->path(), server, 2);
    m_console = openConsole(m_dir->path());
}

std::optional<Error> TestConsoleServer::error() const
{
    const auto *sync = m_console->core().sync();
    return sync ? sync->status().lastError : std::nullopt;
}

void TestConsoleServer::says_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("code");
    const auto with = [this](const QString &key, const QString &value) {
        auto info = m_server.station(u"desk-1"_s, m_server.newDatabase());
        info.set(QLatin1StringView(key.toLatin1()), value);
        return info;
    };
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    const QString nobody = QString::number(closed.serverPort());
    closed.close();
    QTest::newRow("nobody listens") << with(u"port"_s, nobody).toText() << u"server_refused"_s;
    QTest::newRow("unknown host") << with(u"host"_s, u"no-such-host.invalid"_s).toText()
                                  << u"host_unknown"_s;
    QTest::newRow("something else listens")
        << with(u"port"_s, QString::number(m_foreign.serverPort())).toText()
        << u"server_not_postgres"_s;
    QTest::newRow("wrong password")
        << with(u"password"_s, u"guess"_s).toText() << u"station_password"_s;
    QTest::newRow("no such database")
        << with(u"dbname"_s, u"nodb"_s).toText() << u"database_missing"_s;
    QTest::newRow("without our schema")
        << line(m_server.cluster.createDatabase()) << u"schema_missing"_s;
    QTest::newRow("set-up not finished")
        << changed(m_server.newDatabase(), u"UPDATE sync.meta SET ready = false"_s)
        << u"schema_half"_s;
    QTest::newRow("newer server") << changed(
        m_server.newDatabase(), u"UPDATE sync.meta SET schema_min = 99, schema_max = 99"_s)
                                  << u"schema_too_old"_s;
    QTest::newRow("older server") << changed(
        m_server.newDatabase(), u"UPDATE sync.meta SET schema_min = 0, schema_max = 0"_s)
                                  << u"schema_too_new"_s;
    auto stranger = with(u"user"_s, u"stranger"_s);
    stranger.set("password"_L1, u"stranger"_s);
    QTest::newRow("not enrolled") << stranger.toText() << u"not_a_station"_s;

    const TlsFiles other(m_tls.path() + u"/other"_s);
    QVERIFY(other.make(u"DNS:elsewhere"_s));
    auto tls = with(u"sslmode"_s, u"verify-full"_s);
    tls.set("host"_L1, u"localhost"_s);
    tls.set("sslrootcert"_L1, other.authority());
    QTest::newRow("certificate of another authority") << tls.toText() << u"certificate_untrusted"_s;
    tls.set("sslrootcert"_L1, m_tls.path() + u"/none.crt"_s);
    QTest::newRow("no authority file") << tls.toText() << u"certificate_untrusted"_s;
    tls.set("sslrootcert"_L1, TlsFiles(m_tls.path()).authority());
    QTest::newRow("certificate of another host") << tls.toText() << u"certificate_host"_s;
}

void TestConsoleServer::says()
{
    QFETCH(QString, server);
    QFETCH(QString, code);
    open(server);
    QTRY_VERIFY_WITH_TIMEOUT(!bannerText(*m_console, u"server"_s).isEmpty(), kPatience);
    Error met = error().value_or(Error{});
    if (met.code == "password_wrong"_L1) // nobody typed one: it is the station's
        met.code = u"station_password"_s;
    QCOMPARE(met.code, code);
    QVERIFY(words::hasSentence(met.code));
    QVERIFY(saysInBoth(*m_console, u"server"_s, met));
    // Nothing that was saved is lost, and work goes on.
    QCOMPARE(m_console->core().store().counts().result().pending, 2);
    QVERIFY(m_console->core()
                .store()
                .save({{.table = u"log_entry"_s,
                          .id = QUuid::createUuid(),
                          .kind = domain::OperationKind::Append,
                          .set = {{u"kind"_s, u"note"_s}, {u"text"_s, u"meanwhile"_s}}}},
                    {.login = u"chen"_s, .session = {}, .sessionKey = {}})
                .result()
                .has_value());
    QCOMPARE(m_console->core().store().counts().result().pending, 3);
}

void TestConsoleServer::goesAwayAndComesBack()
{
    const QString database = m_server.newDatabase();
    belongTo(line(database));
    m_console = openConsole(m_dir->path());
    const auto state = [this] { return m_console->core().sync()->status().state; };
    QTRY_COMPARE_WITH_TIMEOUT(state(), sync::SyncStatus::State::Synced, kPatience);
    QVERIFY(bannerText(*m_console, u"server"_s).isEmpty());
    m_server.cluster.stopImmediately();
    QTRY_VERIFY_WITH_TIMEOUT(!bannerText(*m_console, u"server"_s).isEmpty(), kPatience);
    QVERIFY(error().has_value());
    QCOMPARE(error()->kind, Error::Kind::Offline);
    QVERIFY(saysInBoth(*m_console, u"server"_s, *error()));
    QVERIFY(m_server.cluster.start());
    QTRY_VERIFY_WITH_TIMEOUT(bannerText(*m_console, u"server"_s).isEmpty(), 60'000);
}

void TestConsoleServer::wrongPasswordAtSignIn()
{
    belongTo(line(m_server.newDatabase()));
    m_console = openConsole(m_dir->path());
    auto &window = m_console->window();
    const auto field = [&](const char *name) {
        return window.findChild<QLineEdit *>(QString::fromLatin1(name));
    };
    QTRY_VERIFY(field("login") && field("login")->isVisible());
    QTest::keyClicks(field("login"), u"chen"_s);
    QTest::keyClicks(field("password"), u"guess"_s);
    QTest::keyClick(field("password"), Qt::Key_Return);
    const auto *complaint = window.findChild<QLabel *>(u"complaint"_s);
    QTRY_VERIFY_WITH_TIMEOUT(complaint->isVisible(), kPatience);
    QCOMPARE(
        complaint->text(), words::errorSentence({Error::Kind::Denied, {}, u"password_wrong"_s}));
    QVERIFY(!m_console->account().isSignedIn());
    QTest::keyClicks(field("password"), u"chen's own;secret"_s);
    QTest::keyClick(field("password"), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_console->account().login(), u"chen"_s, kPatience);
}

QTEST_MAIN(TestConsoleServer)
#include "tst_console_server.moc"
