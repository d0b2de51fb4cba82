// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sources/fakeapi.h"
#include "tests/sources/serverprocess.h"
#include "tests/ui/faults/faultyworkspace.h"
#include "tests/ui/faults/tlsfiles.h"
#include "ui/settings/settingspage.h"
#include "ui/settings/sourcegroup.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTemporaryDir>

using namespace watchroom;
using namespace watchroom::test;
using base::Error;
using sources::FakeApi;

namespace {

constexpr int kPatience = 30'000;

QByteArray vectorOf(const QByteArray &value)
{
    return FakeApi::http(200,
        R"({"status":"success","data":{"resultType":"vector","result":[)"
        R"({"metric":{"instance":"site-1","target":"site-1"},"value":[1,")"
            + value + R"("]}]}})");
}

const QByteArray kNothing =
    FakeApi::http(200, R"({"status":"success","data":{"resultType":"vector","result":[]}})");

} // namespace

/// A metric source that lies, fails or says nothing, as the console tells it.
class TestConsoleSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void says_data();
    void says();
    void refusedConnection();
    void wrongAuthority();
    void unreadableMapping();
    void recovers();
    void settingsTestSaysTheSame();
    void aKeySystemIsReadFromIt();

private:
    void open(const QUrl &url, const QString &mapping = {});
    void verifySays(const QString &code);
    [[nodiscard]] std::optional<Error> shown() const;

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<programs::Console> m_console;
    std::optional<Error> m_problem;
};

void TestConsoleSource::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_problem.reset();
}

void TestConsoleSource::cleanup()
{
    m_console.reset();
}

void TestConsoleSource::open(const QUrl &url, const QString &mapping)
{
    programs::WorkspaceConfig config;
    config.source = url.toString();
    config.mapping = mapping.isEmpty() ? m_dir->path() + u"/mapping.json"_s : mapping;
    QFile file(m_dir->path() + u"/mapping.json"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"profile":"test","target_label":"target","interval":1,)"
               R"("metrics":{"rtt":{"promql":"rtt","scale":1}},)"
               R"("targets":[{"key":"site-1","kind":"site","name":"站点一"}]})");
    file.close();
    makeStandalone(m_dir->path(), config);
    m_console = openConsole(m_dir->path());
    connect(&m_console->core().quality(), &quality::QualityService::sourceChanged, this,
        [this](const quality::SourceState &state) { m_problem = state.error; });
}

void TestConsoleSource::verifySays(const QString &code)
{
    QTRY_VERIFY_WITH_TIMEOUT(!bannerText(*m_console, u"source"_s).isEmpty(), kPatience);
    Error expected = m_problem.value_or(Error{Error::Kind::Invalid, {}, code});
    QCOMPARE(expected.code, code);
    QVERIFY(words::hasSentence(code));
    QVERIFY(saysInBoth(*m_console, u"source"_s, expected));
}

void TestConsoleSource::says_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("code");
    const QByteArray good = vectorOf("12.5");
    QTest::newRow("HTML") << FakeApi::http(200, "<html><body>It works</body></html>", "text/html")
                          << u"source_not_prometheus"_s;
    QTest::newRow("400") << FakeApi::http(
        400, R"({"status":"error","errorType":"bad_data","error":"parse error"})")
                         << u"source_bad_query"_s;
    QTest::newRow("half a body") << good.left(good.size() - 20) << u"source_truncated"_s;
    QTest::newRow("NaN") << vectorOf("NaN") << u"source_empty"_s;
    QTest::newRow("no values") << kNothing << u"source_empty"_s;
    QTest::newRow("401") << FakeApi::http(401, "Unauthorized", "text/plain")
                         << u"source_credentials"_s;
    QTest::newRow("503") << FakeApi::http(503, "starting", "text/plain") << u"source_unavailable"_s;
    QTest::newRow("nothing at all") << QByteArray() << u"source_timeout"_s;
}

void TestConsoleSource::says()
{
    QFETCH(QByteArray, answer);
    QFETCH(QString, code);
    FakeApi api([&](const QByteArray &) { return answer; });
    open(api.url());
    verifySays(code);
    m_console.reset(); // before the api it asks
}

void TestConsoleSource::refusedConnection()
{
    open(QUrl(u"http://127.0.0.1:%1"_s.arg(sources::freePort())));
    verifySays(u"source_unreachable"_s);
}

void TestConsoleSource::wrongAuthority()
{
    const TlsFiles files(m_dir->path() + u"/tls"_s);
    QVERIFY(files.make(u"IP:127.0.0.1"_s));
    QFile keyFile(files.key());
    QVERIFY(keyFile.open(QIODevice::ReadOnly));
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(QSslCertificate::fromPath(files.certificate()).constFirst());
    tls.setPrivateKey(QSslKey(keyFile.readAll(), QSsl::Rsa));
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    QSslServer server;
    server.setSslConfiguration(tls);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    open(QUrl(u"https://127.0.0.1:%1"_s.arg(server.serverPort())));
    verifySays(u"source_certificate"_s);
    m_console.reset();
}

void TestConsoleSource::unreadableMapping()
{
    const QString missing = m_dir->path() + u"/missing.json"_s;
    open(QUrl(u"http://127.0.0.1:9"_s), missing);
    QTRY_VERIFY(!bannerText(*m_console, u"source"_s).isEmpty());
    QVERIFY(saysInBoth(*m_console, u"source"_s,
        {Error::Kind::NotFound, {}, u"mapping_unreadable"_s, {{u"file"_s, missing}}}));
}

void TestConsoleSource::recovers()
{
    QByteArray answer = FakeApi::http(503, "starting", "text/plain");
    FakeApi api([&](const QByteArray &) { return answer; });
    open(api.url());
    verifySays(u"source_unavailable"_s);
    answer = vectorOf("12.5");
    QTRY_VERIFY_WITH_TIMEOUT(bannerText(*m_console, u"source"_s).isEmpty(), kPatience);
    m_console.reset();
}

void TestConsoleSource::settingsTestSaysTheSame()
{
    QByteArray answer = FakeApi::http(401, "Unauthorized", "text/plain");
    FakeApi api([&](const QByteArray &) { return answer; });
    makeStandalone(m_dir->path());
    m_console = openConsole(m_dir->path());
    m_console->showSettings();
    auto &group = *m_console->window().findChild<ui::SourceGroup *>(u"sourceGroup"_s);
    group.setSource({.kind = ui::SourceChoice::Kind::Prometheus,
        .address = api.url().toString(),
        .mapping = u"blackbox"_s,
        .user = {},
        .secret = {},
        .authority = {}});
    const auto press = [&](const QString &name) {
        QTest::mouseClick(group.findChild<QPushButton *>(name), Qt::LeftButton);
    };
    press(u"testSource"_s);
    const auto text = [&](const QString &name) {
        const auto *label = group.findChild<QLabel *>(name);
        return label && label->isVisible() ? label->text() : QString();
    };
    QTRY_COMPARE(text(u"sourceSecretProblem"_s),
        words::errorSentence({Error::Kind::Denied, {}, u"source_credentials"_s}));
    answer = vectorOf("12.5");
    press(u"testSource"_s);
    QTRY_VERIFY(!text(u"sourceResult"_s).isEmpty() && text(u"sourceSecretProblem"_s).isEmpty());
    // Saving takes effect at once.
    QVERIFY(bannerText(*m_console, u"source"_s).isEmpty());
    const int before = api.requests();
    press(u"saveSource"_s);
    QTRY_VERIFY(api.requests() > before);
    QCOMPARE(programs::WorkspaceConfig::load(m_dir->path())->source, api.url().toString());
    m_console.reset();
}

void TestConsoleSource::aKeySystemIsReadFromIt()
{
    bool failing = false;
    FakeApi api([&](const QByteArray &request) {
        const QByteArray now = QByteArray::number(QDateTime::currentSecsSinceEpoch());
        return failing ? FakeApi::http(503, "starting", "text/plain")
                       : vectorOf(request.contains("timestamp") ? now : "12.5");
    });
    open(api.url());
    auto &core = m_console->core();
    QTRY_VERIFY(!core.directory().people().isEmpty());
    const store::Author author{
        .login = core.directory().people().constFirst().login, .session = {}, .sessionKey = {}};
    handover::HandoverCommands commands(core.store(), core.clock(), [&author] { return author; });
    const auto saved = [](store::SavedFuture future) {
        future.waitForFinished();
        return future.result().has_value();
    };
    QVERIFY(saved(core.store().save(
        {{.table = u"person"_s,
            .id = base::newId(core.clock().now()),
            .set = {{u"login"_s, u"li"_s}, {u"name"_s, u"李泽"_s}, {u"active"_s, true}}}},
        author)));
    const handover::NewHandover next{.scope = u"desk"_s,
        .shiftAt = core.clock().now() + std::chrono::minutes(30),
        .outgoing = author.login,
        .incoming = u"li"_s,
        .outgoingPeople = {author.login},
        .incomingPeople = {u"li"_s}};
    QVERIFY(saved(commands.open(next)));
    const QUuid id = handover::openingOf(next).id;
    QVERIFY(saved(commands.check(id, u"site-1"_s, u"unchecked"_s, {})));
    const auto stands = [&core](const QString &result) {
        const auto &state = core.handover().state();
        const auto systems = state ? state->systems : QList<handover::SheetSystem>();
        const auto found = std::ranges::find(systems, u"site-1"_s, &handover::SheetSystem::key);
        return found != systems.end() && found->result == result && found->name == u"站点一"_s
            && found->by.isEmpty();
    };
    QTRY_VERIFY_WITH_TIMEOUT(stands(u"ok"_s), kPatience);
    failing = true;
    QTRY_VERIFY_WITH_TIMEOUT(stands(u"unchecked"_s), kPatience); // silence is not health
    m_console.reset();
}

QTEST_MAIN(TestConsoleSource)
#include "tst_console_source.moc"
