// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/faults/faultyworkspace.h"
#include "ui/incidents/incidentspage.h"
#include "ui/shell/account.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTemporaryDir>

using namespace watchroom;
using namespace watchroom::test;
using incidents::Incident;

/// The locked station: what stays, what goes, and whose name a claim carries.
class TestConsoleLock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void firstLockAsksForAPin();
    void boardStaysTextsAndSettingsGo();
    void pinOpens();
    void claimWhileLockedIsSignedByItsPerson();
    void wrongPinClaimsNothing();
    void draftWaitsForItsAuthor();
    void switchingToSomebodyElse();
    void signedOutTheBoardGoesOn();

private:
    QUuid openIncident(const QString &title);
    [[nodiscard]] const Incident &incident(const QUuid &id) const;
    template <class Widget>
    [[nodiscard]] Widget *find(const QString &name) const
    {
        // A dialog that closed is deleted a turn later: only what is seen counts.
        const auto all = m_console->window().findChildren<Widget *>(name);
        for (Widget *widget : all) {
            if (widget->isVisible())
                return widget;
        }
        return nullptr;
    }
    void keys(const QString &text);
    void lock();
    [[nodiscard]] ui::Account &account() const { return m_console->account(); }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<programs::Console> m_console;
    QString m_me;
};

void TestConsoleLock::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    makeStandalone(m_dir->path());
    m_console = openConsole(m_dir->path());
    m_me = m_console->core().localLogin();
    // A second person of the team, who sat here earlier this shift.
    const store::Author author{.login = m_me, .session = {}, .sessionKey = {}};
    QVERIFY(m_console->core()
                .store()
                .save({{.table = u"person"_s,
                          .id = QUuid::createUuid(),
                          .kind = domain::OperationKind::Insert,
                          .set = {{u"login"_s, u"zhou"_s}, {u"name"_s, u"周敏"_s},
                              {u"layer"_s, u"technical"_s}, {u"active"_s, true}}}},
                    author)
                .result()
                .has_value());
    account().signIn({.login = u"zhou"_s, .session = {}, .sessionKey = {}});
    QVERIFY(account().setPin(u"2222"_s));
    account().signIn(author);
    QTRY_COMPARE(m_console->core().directory().personName(u"zhou"_s), u"周敏"_s);
    m_console->window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&m_console->window()));
}

void TestConsoleLock::cleanup()
{
    m_console.reset();
}

QUuid TestConsoleLock::openIncident(const QString &title)
{
    const auto opened =
        m_console->core().commands().open({.title = title, .level = u"red"_s}).result();
    const QUuid id =
        opened ? QUuid::fromString(opened->rows.first().value("id"_L1).toString()) : QUuid();
    if (!QTest::qWaitFor([&] { return m_console->core().incidents().find(id) != nullptr; }))
        qFatal("the incident did not come");
    return id;
}

const Incident &TestConsoleLock::incident(const QUuid &id) const
{
    return *m_console->core().incidents().find(id);
}

void TestConsoleLock::keys(const QString &text)
{
    QTest::keyClicks(QApplication::focusWidget(), text);
}

void TestConsoleLock::lock()
{
    QVERIFY(account().setPin(u"4711"_s));
    QTest::keyClick(&m_console->window(), Qt::Key_L, Qt::ControlModifier);
    QTRY_VERIFY(account().isLocked());
}

void TestConsoleLock::firstLockAsksForAPin()
{
    QTest::keyClick(&m_console->window(), Qt::Key_L, Qt::ControlModifier);
    QTRY_VERIFY(find<QLineEdit>(u"pin"_s));
    keys(u"12"_s);
    QTest::mouseClick(find<QPushButton>(u"enterPin"_s), Qt::LeftButton);
    QVERIFY(!account().isLocked());
    QVERIFY(find<QLabel>(u"complaint"_s));
    find<QLineEdit>(u"pin"_s)->setFocus();
    keys(u"123456"_s);
    QTest::mouseClick(find<QPushButton>(u"enterPin"_s), Qt::LeftButton);
    QVERIFY(account().isLocked());
    QTRY_VERIFY(find<QWidget>(u"lockBar"_s));
}

void TestConsoleLock::boardStaysTextsAndSettingsGo()
{
    const QUuid id = openIncident(u"会诊中断"_s);
    m_console->incidentsPage().show(id);
    QVERIFY(find<QLineEdit>(u"entry"_s));
    QVERIFY(find<QAbstractButton>(u"settings"_s));
    m_console->showSettings();
    lock();
    // From the settings to the board, which is drawn as before.
    QCOMPARE(m_console->window().currentPage(), 0);
    QTRY_VERIFY(find<QWidget>(u"column_detection"_s));
    QVERIFY(find<QWidget>(u"lockBar"_s));
    QVERIFY(!find<QAbstractButton>(u"settings"_s));
    QVERIFY(!find<QLineEdit>(u"entry"_s));
    QVERIFY(!find<QWidget>(u"timeline"_s));
    QVERIFY(!find<QPushButton>(u"new"_s));
    QVERIFY(!find<QPushButton>(u"raise"_s)->isEnabled());
    QVERIFY(find<QPushButton>(u"claim"_s)->isEnabled());
    // New ones still come in and still call.
    const auto before = m_console->core().incidents().incidents().size();
    account().signIn({.login = m_me, .session = {}, .sessionKey = {}}); // only to write one
    openIncident(u"又一起"_s);
    QCOMPARE(m_console->core().incidents().incidents().size(), before + 1);
}

void TestConsoleLock::pinOpens()
{
    lock();
    QTRY_VERIFY(find<QLineEdit>(u"pin"_s) && find<QLineEdit>(u"pin"_s)->hasFocus());
    keys(u"0000"_s);
    QVERIFY(account().isLocked());
    const auto *complaint = find<QWidget>(u"lockComplaint"_s);
    QVERIFY(complaint && !complaint->accessibleName().isEmpty());
    keys(u"4711"_s);
    QVERIFY(!account().isLocked());
    QCOMPARE(account().login(), m_me);
    QTRY_VERIFY(!find<QWidget>(u"lockBar"_s));
    QVERIFY(find<QPushButton>(u"new"_s));
}

void TestConsoleLock::claimWhileLockedIsSignedByItsPerson()
{
    const QUuid id = openIncident(u"会诊中断"_s);
    lock();
    m_console->incidentsPage().show(id);
    QTest::mouseClick(find<QPushButton>(u"claim"_s), Qt::LeftButton);
    QTRY_VERIFY(find<QRadioButton>(u"person_zhou"_s));
    find<QRadioButton>(u"person_zhou"_s)->setChecked(true);
    auto *dialog = find<QWidget>(u"whoDialog"_s);
    dialog->findChild<QLineEdit *>(u"pin"_s)->setFocus();
    keys(u"2222"_s);
    QTRY_COMPARE(incident(id).owner, u"zhou"_s);
    QVERIFY(account().isLocked());
    QCOMPARE(account().lastLogin(), m_me);
}

void TestConsoleLock::wrongPinClaimsNothing()
{
    const QUuid id = openIncident(u"会诊中断"_s);
    lock();
    m_console->incidentsPage().show(id);
    QTest::mouseClick(find<QPushButton>(u"claim"_s), Qt::LeftButton);
    QTRY_VERIFY(find<QWidget>(u"whoDialog"_s));
    auto *pin = find<QWidget>(u"whoDialog"_s)->findChild<QLineEdit *>(u"pin"_s);
    pin->setFocus();
    for (int i = 0; i < ui::Account::kTries; ++i)
        keys(u"9999"_s);
    // Spent: even the right one is refused now, until the password is given.
    QVERIFY(!pin->isVisible());
    QVERIFY(!account().hasPin(m_me));
    QVERIFY(incident(id).owner.isEmpty());
    QTest::keyClick(find<QWidget>(u"whoDialog"_s), Qt::Key_Escape);
    QVERIFY(account().isLocked());
}

void TestConsoleLock::draftWaitsForItsAuthor()
{
    m_console->incidentsPage().openNewIncident();
    auto *title = find<QLineEdit>(u"title"_s);
    QVERIFY(title);
    title->setText(u"半句话"_s);
    lock();
    QVERIFY(!find<QLineEdit>(u"title"_s));
    QTRY_VERIFY(find<QLineEdit>(u"pin"_s) && find<QLineEdit>(u"pin"_s)->hasFocus());
    keys(u"4711"_s);
    QTRY_VERIFY(find<QLineEdit>(u"title"_s));
    QCOMPARE(find<QLineEdit>(u"title"_s)->text(), u"半句话"_s);
    // Somebody else does not find it.
    lock();
    QCOMPARE(account().enter(u"zhou"_s, u"2222"_s), ui::Account::Verdict::Right);
    QTRY_VERIFY(m_console->window().findChildren<QLineEdit *>(u"title"_s).isEmpty());
}

void TestConsoleLock::switchingToSomebodyElse()
{
    QTest::mouseClick(find<QWidget>(u"person"_s), Qt::LeftButton);
    QTRY_VERIFY(find<QRadioButton>(u"person_zhou"_s));
    find<QRadioButton>(u"person_zhou"_s)->setChecked(true);
    find<QWidget>(u"whoDialog"_s)->findChild<QLineEdit *>(u"pin"_s)->setFocus();
    keys(u"2222"_s);
    QCOMPARE(account().login(), u"zhou"_s);
    QTRY_COMPARE(find<QWidget>(u"person"_s)->accessibleName(), u"周敏"_s);
}

void TestConsoleLock::signedOutTheBoardGoesOn()
{
    const QUuid id = openIncident(u"会诊中断"_s);
    QTest::mouseClick(find<QWidget>(u"person"_s), Qt::LeftButton);
    QTRY_VERIFY(find<QPushButton>(u"signOut"_s));
    QTest::mouseClick(find<QPushButton>(u"signOut"_s), Qt::LeftButton);
    QTRY_VERIFY(!account().isSignedIn());
    QVERIFY(m_console->core().incidents().find(id) != nullptr);
    QVERIFY(find<QWidget>(u"column_detection"_s));
}

QTEST_MAIN(TestConsoleLock)
#include "tst_console_lock.moc"
