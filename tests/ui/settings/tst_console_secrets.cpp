// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/console/exports.h"
#include "tests/sources/fakeapi.h"
#include "tests/sync/engine/desk.h"
#include "tests/ui/faults/faultyworkspace.h"
#include "ui/settings/secretsgroup.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/veildialog.h"

#include <QCheckBox>
#include <QDateTime>
#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QLoggingCategory>
#include <QMutex>
#include <QPushButton>
#include <QScrollArea>

using namespace watchroom;
using namespace watchroom::test;
using base::Error;
using sources::FakeApi;
using State = sync::SyncStatus::State;

namespace {

constexpr int kPatience = 30'000;
const QByteArray kFirst = "tok-first-93bQ";
const QByteArray kSecond = "tok-second-55xZ";
const QString kPassword = u"chen's own;secret"_s;

/// Everything the program logs, all categories on.
struct Log
{
    QMutex mutex;
    QByteArray text;
};
Log g_log; // NOLINT: a message handler has no context

void takeMessage(QtMsgType, const QMessageLogContext &, const QString &message)
{
    const QMutexLocker lock(&g_log.mutex);
    g_log.text += message.toUtf8() + '\n';
}

} // namespace

/// A team secret from a lead's hands to a source that asks for it, on the real console, a real
/// PostgreSQL and a server that wants the token; and where its value never is.
class TestConsoleSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void aLeadSetsAndRotatesAndTheSourceGoesOn();
    void itWaitsForTheServerAndGoesOnByItself();
    void refusalsAreSentences();
    void onlyALeadSeesTheButtons();

private:
    void openConsole();
    void sitDown(const QString &login);
    [[nodiscard]] QByteArray answer(const QByteArray &request) const;
    [[nodiscard]] base::Result<> setDirectly(const QByteArray &value);
    [[nodiscard]] QWidget *dialog() const;
    void fill(const QString &field, const QString &text);
    void press(const QString &name);
    [[nodiscard]] QString text(const QString &name) const;
    void verifyNowhere(const QByteArray &value);
    void picture(const QString &name) { takePictures(*m_console, name); }
    /// The list is the last group of a long page.
    void showList()
    {
        auto *last = m_console->window().findChild<QWidget *>(u"newSecret"_s);
        for (QWidget *up = last; up != nullptr; up = up->parentWidget()) {
            if (auto *scroll = qobject_cast<QScrollArea *>(up))
                scroll->ensureWidgetVisible(last);
        }
    }

    SharedServer m_server;
    QString m_database;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<FakeApi> m_api;
    QByteArray m_wanted; ///< what the source lets in
    std::unique_ptr<programs::Console> m_console;
};

void TestConsoleSecrets::initTestCase()
{
    QLoggingCategory::setFilterRules(u"watchroom.*=true"_s);
    qInstallMessageHandler(takeMessage);
    const QString trouble = m_server.prepare();
    QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
}

QByteArray TestConsoleSecrets::answer(const QByteArray &request) const
{
    if (!request.contains("Authorization: Bearer " + m_wanted + "\r\n"))
        return FakeApi::http(401, "Unauthorized", "text/plain");
    // A question of age is answered with now.
    const QByteArray value = request.contains("timestamp")
        ? QByteArray::number(QDateTime::currentSecsSinceEpoch())
        : "12.5";
    return FakeApi::http(200,
        R"({"status":"success","data":{"resultType":"vector","result":[)"
        R"({"metric":{"instance":"site-1","target":"site-1"},"value":[1,")"
            + value + R"("]}]}})");
}

void TestConsoleSecrets::init()
{
    m_database = m_server.newDatabase();
    QVERIFY(!m_database.isEmpty());
    const QString logged = m_server.query(m_database,
        u"ALTER DATABASE %1 SET log_statement = 'all';"
        " ALTER DATABASE %1 SET log_min_duration_statement = 0"_s.arg(m_database));
    QVERIFY2(!logged.contains("ERROR"_L1), qPrintable(logged));
    // A place that the team does not list is offered in a banner of its own.
    QCOMPARE(m_server.query(m_database,
                 u"ALTER TABLE app.target DISABLE TRIGGER a_guard;"
                 " INSERT INTO app.target (id, key, kind, name, enabled)"
                 " VALUES (gen_random_uuid(), 'site-1', 'site', '站点一', true);"
                 " ALTER TABLE app.target ENABLE TRIGGER a_guard"_s),
        QString());
    m_dir = std::make_unique<QTemporaryDir>();
    m_wanted = kFirst;
    m_api =
        std::make_unique<FakeApi>([this](const QByteArray &request) { return answer(request); });
    QFile file(m_dir->filePath(u"mapping.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"profile":"test","target_label":"target","interval":1,)"
               R"("metrics":{"rtt":{"promql":"rtt","scale":1}},)"
               R"("targets":[{"key":"site-1","kind":"site","name":"站点一"}]})");
    file.close();
    programs::WorkspaceConfig config;
    config.server = m_server.station(u"desk-1"_s, m_database).toText();
    config.source = m_api->url().toString();
    config.mapping = file.fileName();
    config.sourceTeamSecret = u"prom"_s;
    QVERIFY(config.save(m_dir->path()).has_value());
}

void TestConsoleSecrets::cleanup()
{
    m_console.reset(); // before the api it asks
    m_api.reset();
}

void TestConsoleSecrets::openConsole()
{
    m_console = test::openConsole(m_dir->path());
    QTRY_VERIFY_WITH_TIMEOUT(m_console->core().sync(), kPatience);
    const auto dialogs = m_console->window().findChildren<widgets::VeilDialog *>();
    for (auto *each : dialogs)
        each->reject(); // the sign-in of the start
}

void TestConsoleSecrets::sitDown(const QString &login)
{
    QTRY_VERIFY_WITH_TIMEOUT(m_console->core().sync()->status().coreWhole, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(m_console->core().directory().personName(login) != login, kPatience);
    m_console->account().signIn({.login = login, .session = {}, .sessionKey = {}});
    while (auto *open = qobject_cast<widgets::VeilDialog *>(dialog())) // it came late
        open->reject();
    m_console->showSettings();
}

base::Result<> TestConsoleSecrets::setDirectly(const QByteArray &value)
{
    auto info = m_server.station(u"desk-1"_s, m_database);
    remote::SecretBook book(info, u"chen"_s, kPassword);
    const auto opened = book.open();
    return opened ? book.set({.name = u"prom"_s,
               .kind = u"source"_s,
               .value = QString::fromUtf8(value),
               .receivers = {}})
                  : opened;
}

QWidget *TestConsoleSecrets::dialog() const
{
    const auto dialogs = m_console->window().findChildren<widgets::VeilDialog *>(
        QString(), Qt::FindDirectChildrenOnly);
    QWidget *top = nullptr;
    for (auto *each : dialogs) {
        if (each->isVisibleTo(&m_console->window()))
            top = each; // the last one is above the others
    }
    return top;
}

void TestConsoleSecrets::fill(const QString &field, const QString &text)
{
    QVERIFY(dialog());
    auto *edit = dialog()->findChild<QLineEdit *>(field);
    QVERIFY2(edit, qPrintable(field + " in "_L1 + dialog()->objectName()));
    QVERIFY(!edit->accessibleName().isEmpty());
    edit->clear();
    edit->insert(text); // keyClicks() has Latin letters only
}

void TestConsoleSecrets::press(const QString &name)
{
    const auto buttons = m_console->window().findChildren<QPushButton *>(name);
    for (QPushButton *button : buttons) {
        if (!button->isVisibleTo(&m_console->window()))
            continue;
        QVERIFY(!button->accessibleName().isEmpty() || !button->text().isEmpty());
        button->click();
        return;
    }
    QFAIL(qPrintable(u"no button "_s + name));
}

QString TestConsoleSecrets::text(const QString &name) const
{
    const auto labels = m_console->window().findChildren<QLabel *>(name);
    for (const QLabel *label : labels) {
        if (label->isVisibleTo(&m_console->window()))
            return label->text();
    }
    return {};
}

/// Not in a file of the workspace, a log of either side, an operation, an answer or an entry.
void TestConsoleSecrets::verifyNowhere(const QByteArray &value)
{
    QDirIterator files(m_dir->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    int seen = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains(value), qPrintable(file.fileName()));
        ++seen;
    }
    QVERIFY(seen > 3);
    {
        const QMutexLocker lock(&g_log.mutex);
        QVERIFY(!g_log.text.isEmpty());
        QVERIFY(!g_log.text.contains(value));
    }
    QFile log(m_server.cluster.logFile());
    QVERIFY(log.open(QIODevice::ReadOnly));
    const QByteArray said = log.readAll();
    QVERIFY(said.contains("sync.set_secret"));
    QVERIFY(!said.contains(value) && !said.contains(value.toHex()));
    const QStringList tables =
        m_server
            .query(m_database,
                u"SELECT c.oid::regclass FROM pg_class c WHERE c.relkind ="
                " 'r' AND c.oid <> 'sync.secret'::regclass AND c.relnamespace"
                " IN ('app'::regnamespace, 'sync'::regnamespace)"_s)
            .split(u'\n');
    QVERIFY(tables.contains(u"sync.applied_op"_s) && tables.contains(u"app.log_entry"_s));
    for (const QString &table : tables)
        QCOMPARE(m_server.query(m_database,
                     u"SELECT count(*) FROM %1 t WHERE t::text LIKE '%%%2%'"_s.arg(
                         table, QString::fromUtf8(value))),
            u"0"_s);
}

void TestConsoleSecrets::aLeadSetsAndRotatesAndTheSourceGoesOn()
{
    openConsole();
    sitDown(u"chen"_s);
    // The server has none of that name: nothing is asked, and it says whom to ask.
    const Error missing{
        Error::Kind::Denied, {}, u"source_secret_missing"_s, {{u"name"_s, u"prom"_s}}};
    QTRY_VERIFY_WITH_TIMEOUT(
        bannerText(*m_console, u"source"_s).contains(words::errorSentence(missing)), kPatience);
    QVERIFY(saysInBoth(*m_console, u"source"_s, missing));
    QCOMPARE(m_api->requests(), 0);

    press(u"newSecret"_s);
    fill(u"secretName"_s, u"prom"_s);
    fill(u"secretValue"_s, QString::fromUtf8(kFirst));
    QCOMPARE(dialog()->findChild<QLineEdit *>(u"secretValue"_s)->echoMode(), QLineEdit::Password);
    fill(u"leadPassword"_s, kPassword);
    picture(u"secret-dialog"_s);
    QPointer<QWidget> asked = dialog();
    // By the keyboard alone.
    QTest::keyClick(dialog()->findChild<QLineEdit *>(u"leadPassword"_s), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!asked, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(m_api->requests() > 2, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(bannerText(*m_console, u"source"_s), QString(), kPatience);
    showList();
    picture(u"secrets-list"_s);

    // The source is given another token: it refuses the old one until a lead replaces it.
    m_wanted = kSecond;
    QTRY_VERIFY_WITH_TIMEOUT(!bannerText(*m_console, u"source"_s).isEmpty(), kPatience);
    press(u"replace_prom"_s);
    fill(u"secretValue"_s, QString::fromUtf8(kSecond));
    fill(u"leadPassword"_s, kPassword);
    asked = dialog();
    press(u"setSecret"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!asked, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(bannerText(*m_console, u"source"_s), QString(), kPatience);

    auto written = programs::writeDiagnostics(m_console->core().store(), m_console->core().config(),
        m_console->core().sync()->status(), m_console->core().clock().now());
    written.waitForFinished();
    QVERIFY(written.result().has_value());
    for (const QByteArray &value : {kFirst, kSecond})
        verifyNowhere(value);

    press(u"remove_prom"_s);
    fill(u"leadPassword"_s, kPassword);
    picture(u"secret-remove"_s);
    asked = dialog();
    press(u"removeSecret"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!asked, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(
        bannerText(*m_console, u"source"_s).contains(words::errorSentence(missing)), kPatience);
    QCOMPARE(m_server.query(m_database,
                 u"SELECT string_agg(code || ' ' || author, ', ' ORDER BY n) FROM app.log_entry"
                 " WHERE code LIKE 'secret%'"_s),
        u"secret_set chen, secret_replaced chen, secret_removed chen"_s);
}

void TestConsoleSecrets::itWaitsForTheServerAndGoesOnByItself()
{
    QVERIFY(setDirectly(kFirst));
    m_server.cluster.stopImmediately();
    openConsole();
    const Error waiting{
        Error::Kind::Offline, {}, u"source_secret_waiting"_s, {{u"name"_s, u"prom"_s}}};
    QTRY_VERIFY_WITH_TIMEOUT(
        bannerText(*m_console, u"source"_s).contains(words::errorSentence(waiting)), kPatience);
    QVERIFY(saysInBoth(*m_console, u"source"_s, waiting));
    QCOMPARE(m_api->requests(), 0);
    QVERIFY(m_server.cluster.start());
    QTRY_VERIFY_WITH_TIMEOUT(m_api->requests() > 2, 2 * kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(bannerText(*m_console, u"source"_s), QString(), kPatience);
    // What was handed out stays while the server is away again.
    m_server.cluster.stopImmediately();
    QTRY_VERIFY_WITH_TIMEOUT(m_console->core().sync()->status().state == State::Offline, kPatience);
    const int before = m_api->requests();
    QTRY_VERIFY_WITH_TIMEOUT(m_api->requests() > before + 2, kPatience);
    QCOMPARE(bannerText(*m_console, u"source"_s), QString());
    QVERIFY(m_server.cluster.start());
}

void TestConsoleSecrets::refusalsAreSentences()
{
    openConsole();
    sitDown(u"chen"_s);
    press(u"newSecret"_s);
    press(u"setSecret"_s);
    QCOMPARE(text(u"complaint"_s), words::codeSentence(u"secret_name_invalid"_s));
    fill(u"secretName"_s, u"prom"_s);
    press(u"setSecret"_s);
    QCOMPARE(text(u"complaint"_s), words::codeSentence(u"secret_empty"_s));
    fill(u"secretValue"_s, u"value"_s);
    press(u"setSecret"_s);
    QVERIFY(!text(u"complaint"_s).isEmpty()); // the password
    fill(u"leadPassword"_s, u"wrong"_s);
    press(u"setSecret"_s);
    QTRY_COMPARE_WITH_TIMEOUT(text(u"complaint"_s),
        words::errorSentence({Error::Kind::Denied, {}, u"password_wrong"_s}), kPatience);
    picture(u"secret-refused"_s);
    dialog()->findChild<QCheckBox *>(u"for_console"_s)->setChecked(false);
    dialog()->findChild<QCheckBox *>(u"for_agent"_s)->setChecked(false);
    fill(u"secretStations"_s, u"desk-1，nowhere"_s);
    fill(u"leadPassword"_s, kPassword);
    press(u"setSecret"_s);
    QTRY_COMPARE_WITH_TIMEOUT(text(u"complaint"_s),
        words::codeSentence(u"station_unknown"_s, {{u"value"_s, u"nowhere"_s}}), kPatience);
    m_server.cluster.stopImmediately();
    press(u"setSecret"_s);
    QTRY_COMPARE_WITH_TIMEOUT(text(u"complaint"_s),
        words::errorSentence({Error::Kind::Offline, {}, u"secrets_offline"_s}), kPatience);
    QVERIFY(m_server.cluster.start());
    QCOMPARE(m_server.query(m_database, u"SELECT count(*) FROM sync.secret"_s), u"0"_s);
}

void TestConsoleSecrets::onlyALeadSeesTheButtons()
{
    openConsole();
    sitDown(u"zhou"_s);
    auto &group = *m_console->window().findChild<ui::SecretsGroup *>(u"secretsGroup"_s);
    QVERIFY(group.isVisible());
    QVERIFY(!group.findChild<QPushButton *>(u"newSecret"_s)->isVisible());
    QVERIFY(!group.findChild<QPushButton *>(u"showSecrets"_s)->isVisible());
    picture(u"secrets-member"_s);
    sitDown(u"chen"_s);
    QVERIFY(group.findChild<QPushButton *>(u"newSecret"_s)->isVisible());
    QVERIFY(setDirectly(kFirst));
    press(u"showSecrets"_s);
    fill(u"leadPassword"_s, kPassword);
    press(u"listSecrets"_s);
    QTRY_VERIFY_WITH_TIMEOUT(group.findChild<QPushButton *>(u"replace_prom"_s), kPatience);
    // Whoever sits down next does not find it on the screen.
    sitDown(u"zhou"_s);
    QTRY_VERIFY(!group.findChild<QPushButton *>(u"replace_prom"_s));
}

QTEST_MAIN(TestConsoleSecrets)
#include "tst_console_secrets.moc"
