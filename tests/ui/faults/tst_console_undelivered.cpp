// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/engine/desk.h"
#include "tests/ui/faults/faultyworkspace.h"
#include "ui/incidents/incidentspage.h"
#include "ui/sync/syncpage.h"
#include "ui/sync/undeliveredcard.h"
#include "ui/widgets/veildialog.h"

#include <QDir>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTableView>

using namespace watchroom;
using namespace watchroom::test;
using domain::OperationKind;
using State = sync::SyncStatus::State;

namespace {
constexpr int kPatience = 30'000;
}

/// What the server did not take, as whoever sits at the console meets it: a banner, the strip, the
/// page, and the answers.
class TestConsoleUndelivered : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void aLostClaimStandsAsABannerUntilItIsAnswered();
    void aConflictIsComparedAndDecided();
    void aLeadReleasesAndEndsSessionsOnThePage();
    void diagnosticsHoldNothingAnybodyTyped();
    void theBoardMarksWhatWasNotSent();
    void sessionsLeftByACrashEndAtTheNextSignIn();
    void olderMonthsComeWhenTheyAreAskedFor();

private:
    /// The console's workspace, in step with the server and closed; `work` is done in it offline.
    void prepare(const std::function<void(Desk &)> &work);
    void openConsole();
    [[nodiscard]] static bool update(Desk &desk, const QUuid &id, const domain::Row &set);
    [[nodiscard]] QUuid openIncident();
    [[nodiscard]] QPushButton *answer(const QString &name) const;
    [[nodiscard]] QString ownerOf(const QUuid &id) const;
    void picture(const QString &name) { takePictures(*m_console, name); }

    SharedServer m_server;
    QString m_database;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Desk> m_other;
    std::unique_ptr<programs::Console> m_console;
    store::Author m_here;
};

#define PRESS(name)                                                                                \
    QTRY_VERIFY(answer(name));                                                                     \
    answer(name)->click()
#define COUNTS m_console->core().store().counts().result()

void TestConsoleUndelivered::initTestCase()
{
    const QString trouble = m_server.prepare();
    QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
}

void TestConsoleUndelivered::init()
{
    m_database = m_server.newDatabase();
    m_dir = std::make_unique<QTemporaryDir>();
    m_other = std::make_unique<Desk>(m_server.station(u"desk-2"_s, m_database));
    QCOMPARE(m_other->signIn(m_server.station(u"desk-2"_s, m_database), u"desk-2"_s, u"zhou"_s),
        QString());
    m_other->service->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_other->service->status().state, State::Synced, kPatience);
}

void TestConsoleUndelivered::cleanup()
{
    m_console.reset();
    m_other.reset();
}

void TestConsoleUndelivered::prepare(const std::function<void(Desk &)> &work)
{
    const auto info = m_server.station(u"desk-1"_s, m_database);
    Desk desk(info);
    QCOMPARE(desk.signIn(info, u"desk-1"_s, u"chen"_s), QString());
    m_here = desk.author();
    desk.service->start();
    QTRY_COMPARE_WITH_TIMEOUT(desk.service->status().state, State::Synced, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(
        desk.contents(), test::serverContents(m_server, m_database), kPatience);
    desk.service.reset();
    work(desk);
    desk.restart([this](const QString &folder) {
        const QStringList names = QDir(folder).entryList(QDir::Files);
        for (const QString &name : names) {
            if (!name.endsWith(u".lock"))
                QVERIFY(QFile::copy(folder + u'/' + name, m_dir->filePath(name)));
        }
    });
    const programs::WorkspaceConfig config{.server = info.toText(), .source = {}, .mapping = {}};
    QVERIFY(config.save(m_dir->path()).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(m_other->replica->counts().result().pending, 0, kPatience);
}

void TestConsoleUndelivered::openConsole()
{
    m_console = test::openConsole(m_dir->path());
    m_console->account().signIn(m_here);
    QTRY_VERIFY_WITH_TIMEOUT(m_console->core().sync(), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(m_console->core().sync()->status().state == State::Synced, kPatience);
    const auto dialogs = m_console->window().findChildren<widgets::VeilDialog *>();
    for (auto *dialog : dialogs)
        dialog->reject(); // the sign-in of the start
}

bool TestConsoleUndelivered::update(Desk &desk, const QUuid &id, const domain::Row &set)
{
    return desk.save(
        {{.table = u"incident"_s, .id = id, .kind = OperationKind::Update, .set = set}});
}

QUuid TestConsoleUndelivered::openIncident()
{
    const QUuid id = base::newId(m_other->clock.now());
    const bool saved = m_other->save({{.table = u"incident"_s,
        .id = id,
        .kind = OperationKind::Insert,
        .set = {{u"title"_s, u"广州联通抖动 42 ms"_s}, {u"level"_s, u"yellow"_s}}}});
    return saved ? id : QUuid();
}

QPushButton *TestConsoleUndelivered::answer(const QString &name) const
{
    const auto buttons = m_console->window().findChildren<QPushButton *>(name);
    for (QPushButton *button : buttons) {
        if (button->isVisibleTo(&m_console->window()))
            return button;
    }
    return nullptr;
}

QString TestConsoleUndelivered::ownerOf(const QUuid &id) const
{
    return m_server.query(
        m_database, u"SELECT owner FROM app.incident WHERE id = '%1'"_s.arg(base::toText(id)));
}

void TestConsoleUndelivered::aLostClaimStandsAsABannerUntilItIsAnswered()
{
    const QUuid taken = openIncident();
    const QUuid left = openIncident();
    QVERIFY(!taken.isNull() && !left.isNull());
    QTRY_COMPARE_WITH_TIMEOUT(m_other->replica->counts().result().pending, 0, kPatience);
    prepare([&](Desk &desk) {
        for (const QUuid &id : {taken, left}) {
            QVERIFY(update(desk, id, {{u"owner"_s, u"chen"_s}}));
            QVERIFY(update(*m_other, id, {{u"owner"_s, u"zhou"_s}}));
        }
        QVERIFY(update(desk, taken, {{u"waiting_for"_s, u"运营商"_s}}));
    });
    openConsole();
    QTRY_COMPARE_WITH_TIMEOUT(m_console->core().undelivered().cards().size(), 2, kPatience);
    const auto claim = [this](qsizetype at) {
        return u"lostclaim:"_s
            + m_console->core().undelivered().cards().at(at).first().op.toString();
    };
    QTRY_VERIFY(!bannerText(*m_console, claim(0)).isEmpty());
    QVERIFY(bannerText(*m_console, claim(0)).contains(u"周敏"));
    picture(u"lost-claim"_s);
    QTRY_VERIFY(answer(u"lostTakeOver"_s));
    m_console->preferences().setLanguage(Language::Code::English);
    QCOMPARE(answer(u"lostTakeOver"_s)->text(), u"Take over"_s);
    m_console->preferences().setLanguage(Language::Code::Chinese);
    QCOMPARE(answer(u"lostTakeOver"_s)->text(), u"接替"_s);
    m_console->show(programs::Console::Page::Sync);
    picture(u"sync-lost-claim"_s);
    const QString second = claim(1);
    PRESS(u"lostTakeOver"_s);
    QTRY_COMPARE_WITH_TIMEOUT(ownerOf(taken), u"chen"_s, kPatience);
    QCOMPARE(
        m_server.query(m_database,
            u"SELECT waiting_for FROM app.incident WHERE id = '%1'"_s.arg(base::toText(taken))),
        u"运营商"_s);
    QTRY_VERIFY(!bannerText(*m_console, second).isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(m_console->core().undelivered().cards().size(), 1, kPatience);
    PRESS(u"lostLeave"_s);
    QTRY_COMPARE_WITH_TIMEOUT(COUNTS, store::OutboxCounts(), kPatience);
    QTRY_VERIFY(bannerText(*m_console, second).isEmpty());
    QCOMPARE(ownerOf(left), u"zhou"_s);
}

void TestConsoleUndelivered::aConflictIsComparedAndDecided()
{
    const QUuid id = openIncident();
    QTRY_COMPARE_WITH_TIMEOUT(m_other->replica->counts().result().pending, 0, kPatience);
    prepare([&](Desk &desk) {
        QVERIFY(
            update(desk, id, {{u"title"_s, u"广州出口抖动"_s}, {u"tech_group"_s, u"system"_s}}));
        QVERIFY(update(*m_other, id,
            {{u"title"_s, u"广州联通抖动 60 ms"_s}, {u"tech_group"_s, u"network"_s}}));
    });
    openConsole();
    QTRY_COMPARE_WITH_TIMEOUT(m_console->core().undelivered().cards().size(), 1, kPatience);
    m_console->show(programs::Console::Page::Sync);
    QTRY_VERIFY(answer(u"cardCompare"_s));
    picture(u"sync-conflict"_s);
    PRESS(u"cardCompare"_s);
    auto *dialog = m_console->window().findChild<QWidget *>(u"compareDialog"_s);
    QVERIFY(dialog && dialog->isVisible());
    picture(u"sync-compare"_s);
    // Theirs for the group, other words for the title; by keyboard.
    auto *group = dialog->findChild<QWidget *>(u"choice_tech_group"_s);
    QTest::keyClick(group, Qt::Key_Left);
    QTest::keyClick(dialog->findChild<QWidget *>(u"choice_title"_s), Qt::Key_Right);
    auto *other = dialog->findChild<QLineEdit *>(u"other_title"_s);
    QTRY_VERIFY(other->isVisible());
    other->selectAll();
    QTest::keyClicks(other, u"both"_s);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"save"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(
        m_server.query(m_database, u"SELECT title, tech_group FROM app.incident"_s),
        u"both|network"_s, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(COUNTS, store::OutboxCounts(), kPatience);
}

void TestConsoleUndelivered::aLeadReleasesAndEndsSessionsOnThePage()
{
    prepare([&](Desk &desk) {
        const auto info = m_server.station(u"desk-1"_s, m_database);
        desk.restart([](const QString &) {});
        QCOMPARE(desk.signIn(info, u"desk-1"_s, u"li"_s), QString());
        QVERIFY(!desk.note(u"李泽离线时写的"_s).isNull());
        QCOMPARE(m_server.query(m_database,
                     u"UPDATE sync.session SET revoked_at = now() WHERE person = 'li'"_s),
            QString());
    });
    openConsole();
    QTRY_COMPARE_WITH_TIMEOUT(COUNTS.held, 1, kPatience);
    m_console->show(programs::Console::Page::Sync);
    QTRY_VERIFY(answer(u"cardRelease"_s));
    QTRY_VERIFY(answer(u"endSession"_s));
    picture(u"sync-held"_s);
    PRESS(u"cardRelease"_s);
    QTRY_COMPARE_WITH_TIMEOUT(
        m_server.query(m_database, u"SELECT author, text FROM app.log_entry WHERE kind='note'"_s),
        u"li|李泽离线时写的"_s, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(COUNTS, store::OutboxCounts(), kPatience);
    // The other station is switched off: asked once more, then done.
    QTRY_VERIFY(answer(u"switchOff_desk-2"_s));
    PRESS(u"switchOff_desk-2"_s);
    picture(u"sync-confirm"_s);
    PRESS(u"cancel"_s);
    QTRY_VERIFY(answer(u"switchOff_desk-2"_s));
    PRESS(u"switchOff_desk-2"_s);
    QTRY_VERIFY(answer(u"confirm"_s));
    PRESS(u"confirm"_s);
    QTRY_COMPARE_WITH_TIMEOUT(
        m_server.query(m_database, u"SELECT active FROM app.station WHERE name = 'desk-2'"_s),
        u"f"_s, kPatience);
    QTRY_VERIFY(!answer(u"switchOff_desk-2"_s));
    // Nobody signed in: nothing but signing in is offered.
    m_console->account().signOut();
    QTRY_VERIFY(!answer(u"endSession"_s) && !answer(u"switchOff_desk-1"_s));
}

void TestConsoleUndelivered::diagnosticsHoldNothingAnybodyTyped()
{
    const QUuid id = openIncident();
    QTRY_COMPARE_WITH_TIMEOUT(m_other->replica->counts().result().pending, 0, kPatience);
    prepare([&](Desk &desk) {
        QVERIFY(update(desk, id, {{u"title"_s, u"typed here"_s}}));
        QVERIFY(update(*m_other, id, {{u"title"_s, u"typed there"_s}}));
    });
    openConsole();
    QTRY_COMPARE_WITH_TIMEOUT(m_console->core().undelivered().cards().size(), 1, kPatience);
    m_console->show(programs::Console::Page::Sync);
    PRESS(u"exportDiagnostics"_s);
    const auto written = [this] {
        return QDir(m_dir->path()).entryList({u"diagnostics-*.json"_s}, QDir::Files);
    };
    QTRY_COMPARE_WITH_TIMEOUT(written().size(), 1, kPatience);
    QFile file(m_dir->filePath(written().first()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.contains("\"conflicts\": 1"));
    const QString password = m_server.station(u"desk-1"_s, m_database).value("password"_L1);
    for (const QByteArray &secret : {QByteArray("typed"), QByteArray("chen"), QByteArray("zhou"),
             QByteArray("desk-1"), password.toUtf8(), m_here.sessionKey.toHex()})
        QVERIFY2(!text.contains(secret), secret.constData());
    // The copy of a card has the words: they are somebody's work.
    PRESS(u"cardExport"_s);
    const auto copies = [this] {
        return QDir(m_dir->path()).entryList({u"change-*.json"_s}, QDir::Files);
    };
    QTRY_COMPARE_WITH_TIMEOUT(copies().size(), 1, kPatience);
    QFile copy(m_dir->filePath(copies().first()));
    QVERIFY(copy.open(QIODevice::ReadOnly));
    QVERIFY(copy.readAll().contains("typed here"));
}

void TestConsoleUndelivered::theBoardMarksWhatWasNotSent()
{
    const QUuid id = openIncident();
    QTRY_COMPARE_WITH_TIMEOUT(m_other->replica->counts().result().pending, 0, kPatience);
    prepare([&](Desk &desk) {
        QVERIFY(update(desk, id, {{u"title"_s, u"广州出口抖动"_s}}));
        QVERIFY(update(*m_other, id, {{u"title"_s, u"广州联通抖动 60 ms"_s}}));
    });
    openConsole();
    m_console->preferences().setLanguage(Language::Code::Chinese);
    auto &model = m_console->core().incidents();
    QTRY_VERIFY_WITH_TIMEOUT(model.unsent().contains(id), kPatience);
    QTRY_VERIFY2(model.unsent().value(id).contains(u"周敏"), qPrintable(model.unsent().value(id)));
    QVERIFY(model.unsent().value(id).startsWith(u"未送达"));
    m_console->incidentsPage().show(id);
    picture(u"board-unsent"_s);
    m_console->preferences().setLanguage(Language::Code::English);
    QVERIFY(model.unsent().value(id).startsWith(u"Not sent: changed by"));
    auto *cards = m_console->window()
                      .findChild<QWidget *>(u"column_detection"_s)
                      ->findChild<QListView *>(u"cards"_s);
    cards->setFocus();
    QTest::keyClick(cards, Qt::Key_Return);
    auto *compare = answer(u"cardCompare"_s);
    QVERIFY(compare); // the page with its card is shown, and its first answer has the focus
    QTRY_VERIFY(compare->hasFocus());
    PRESS(u"cardMine"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!model.unsent().contains(id), kPatience);
}

void TestConsoleUndelivered::sessionsLeftByACrashEndAtTheNextSignIn()
{
    const auto open = [this](const QString &login) {
        return m_server.query(m_database,
            u"SELECT count(*) FROM app.session WHERE person = '%1' AND NOT ended"_s.arg(login));
    };
    prepare([&](Desk &desk) {
        const auto info = m_server.station(u"desk-1"_s, m_database);
        // Said under the first session, which the crash leaves open; then signed in again.
        QVERIFY(!desk.note(u"断电前写的"_s).isNull());
        desk.restart([](const QString &) {});
        QCOMPARE(desk.signIn(info, u"desk-1"_s, u"chen"_s), QString());
        m_here = desk.author();
        desk.service.reset();
    });
    QCOMPARE(open(u"chen"_s), u"2"_s);
    const QString others = open(u"zhou"_s);
    openConsole();
    QTRY_COMPARE_WITH_TIMEOUT(open(u"chen"_s), u"1"_s, kPatience);
    QCOMPARE(m_server.query(
                 m_database, u"SELECT id FROM app.session WHERE person = 'chen' AND NOT ended"_s),
        base::toText(m_here.session));
    QCOMPARE(open(u"zhou"_s), others); // of this person at this station alone
    // Nothing that was signed under it is lost or held.
    QCOMPARE(m_server.query(
                 m_database, u"SELECT author, text FROM app.log_entry WHERE text = '断电前写的'"_s),
        u"chen|断电前写的"_s);
    QTRY_COMPARE_WITH_TIMEOUT(COUNTS, store::OutboxCounts(), kPatience);
}

void TestConsoleUndelivered::olderMonthsComeWhenTheyAreAskedFor()
{
    const QUuid id = openIncident();
    QTRY_COMPARE_WITH_TIMEOUT(m_other->replica->counts().result().pending, 0, kPatience);
    prepare([&](Desk &) {
        QCOMPARE(m_server
                     .query(m_database,
                         u"SET session_replication_role = replica; UPDATE app.incident SET stage ="
                         " 'closed', closed_at = '2025-01-15', part = '2025-01', ver ="
                         " gen_random_uuid(), xid = pg_current_xact_id()"_s)
                     .trimmed(),
            QString());
    });
    openConsole();
    m_console->incidentsPage().setView(2);
    QTRY_VERIFY_WITH_TIMEOUT(answer(u"showOlder"_s), kPatience);
    auto *closed = m_console->window().findChild<QTableView *>(u"closedList"_s);
    QTRY_COMPARE_WITH_TIMEOUT(closed->model()->rowCount(), 0, kPatience);
    QTRY_VERIFY(answer(u"showOlder"_s)->accessibleDescription().contains(u"2025"));
    picture(u"older-months"_s);
    PRESS(u"showOlder"_s);
    QTRY_COMPARE_WITH_TIMEOUT(closed->model()->rowCount(), 1, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!answer(u"showOlder"_s), kPatience); // there is nothing older
    m_console->incidentsPage().show(id);
    QTRY_VERIFY(m_console->incidentsPage().inspector().shown());
    picture(u"older-months-all"_s);
}

QTEST_MAIN(TestConsoleUndelivered)
#include "tst_console_undelivered.moc"
