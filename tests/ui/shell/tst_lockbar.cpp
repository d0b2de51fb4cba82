// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/language.h"
#include "ui/shell/account.h"
#include "ui/shell/lockbar.h"
#include "ui/shell/pincells.h"
#include "ui/style/theme.h"
#include "ui/widgets/textlabel.h"

#include <QApplication>
#include <QPushButton>
#include <QShortcut>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace watchroom;
using namespace watchroom::ui;
using namespace Qt::StringLiterals;

/// The bar that stands in place of the toolbars while the station is locked.
class TestLockBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void showsWhoLockedItAndTheCells();
    void keysOfTheWindowWorkWhileThePinIsAwaited();
    void saysHowManyTriesAreLeft_data();
    void saysHowManyTriesAreLeft();
    void spentPinAsksForThePassword();
    void withoutPasswordsItSaysWhoCanOpen();

private:
    [[nodiscard]] QString text(const QString &name) const
    {
        return m_bar->findChild<widgets::TextLabel *>(name)->text();
    }
    void type(const QString &digits) { QTest::keyClicks(pin(), digits); }
    [[nodiscard]] PinCells *pin() const { return m_bar->findChild<PinCells *>(); }

    style::Theme m_theme;
    words::Language m_language;
    std::unique_ptr<Account> m_account;
    std::unique_ptr<QWidget> m_window;
    LockBar *m_bar = nullptr; // in the window
};

void TestLockBar::initTestCase()
{
    m_theme.apply(*qobject_cast<QApplication *>(qApp));
}

void TestLockBar::init()
{
    m_language.use(words::Language::Code::Chinese);
    m_account = std::make_unique<Account>();
    m_account->signIn({.login = u"chen"_s, .session = {}, .sessionKey = {}});
    QVERIFY(m_account->setPin(u"47110"_s));
    m_window = std::make_unique<QWidget>();
    m_bar = new LockBar(
        m_theme, *m_account, [](const QString &) { return u"陈思远"_s; }, m_window.get());
    (new QVBoxLayout(m_window.get()))->addWidget(m_bar);
    m_window->resize(1200, 200);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestLockBar::showsWhoLockedItAndTheCells()
{
    QVERIFY(!m_bar->isVisible());
    m_account->lock();
    QVERIFY(m_bar->isVisible());
    QCOMPARE(text(u"lockedPerson"_s), u"陈思远"_s);
    QVERIFY(pin()->hasFocus());
    QCOMPARE(pin()->maxLength(), 5);
    QVERIFY(pin()->accessibleName().contains(u"陈思远"_s));
    type(u"4711"_s);
    QVERIFY(m_account->isLocked());
    type(u"0"_s);
    QVERIFY(!m_account->isLocked());
    QVERIFY(!m_bar->isVisible());
}

void TestLockBar::keysOfTheWindowWorkWhileThePinIsAwaited()
{
    QShortcut mute(QKeySequence(Qt::Key_M), m_window.get());
    QSignalSpy muted(&mute, &QShortcut::activated);
    m_account->lock();
    QTest::keyClick(pin(), Qt::Key_M);
    QCOMPARE(muted.count(), 1);
    QVERIFY(pin()->text().isEmpty());
}

void TestLockBar::saysHowManyTriesAreLeft_data()
{
    QTest::addColumn<int>("code");
    QTest::newRow("zh") << int(words::Language::Code::Chinese);
    QTest::newRow("en") << int(words::Language::Code::English);
}

void TestLockBar::saysHowManyTriesAreLeft()
{
    QFETCH(int, code);
    m_language.use(words::Language::Code(code));
    m_account->lock();
    QVERIFY(text(u"lockComplaint"_s).isEmpty());
    type(u"00000"_s);
    QVERIFY(text(u"lockComplaint"_s).contains(u'4'));
    QVERIFY(pin()->text().isEmpty());
    type(u"00000"_s);
    QVERIFY(text(u"lockComplaint"_s).contains(u'3'));
}

void TestLockBar::spentPinAsksForThePassword()
{
    QSignalSpy asked(m_bar, &LockBar::passwordAsked);
    m_account->lock();
    for (int i = 0; i < Account::kTries; ++i)
        type(u"00000"_s);
    QVERIFY(!pin()->isVisible());
    auto *button = m_bar->findChild<QPushButton *>(u"unlockByPassword"_s);
    QVERIFY(button->isVisible());
    QVERIFY(text(u"lockComplaint"_s).contains(u"密码"_s));
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(asked.count(), 1);
}

void TestLockBar::withoutPasswordsItSaysWhoCanOpen()
{
    m_bar->setHasPasswords(false);
    m_account->lock();
    for (int i = 0; i < Account::kTries; ++i)
        type(u"00000"_s);
    QVERIFY(!m_bar->findChild<QPushButton *>(u"unlockByPassword"_s)->isVisible());
    QVERIFY(m_bar->findChild<QPushButton *>(u"switchPerson"_s)->isVisible());
    QVERIFY(!text(u"lockComplaint"_s).contains(u"密码"_s));
    QVERIFY(!text(u"lockComplaint"_s).isEmpty());
}

QTEST_MAIN(TestLockBar)
#include "tst_lockbar.moc"
