// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/errors.h"
#include "app/words/language.h"
#include "ui/shell/signindialog.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace watchroom;
using namespace watchroom::ui;
using namespace Qt::StringLiterals;
using base::Error;

/// Signing in: what is asked, while it is asked, and what a refusal leaves in the fields.
class TestSignIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void asksOnceAndClosesWhenItIsRight();
    void refusalSaysWhyAndKeepsTheName_data();
    void refusalSaysWhyAndKeepsTheName();
    void onlyWatchingIsAllowed();
    void passwordIsNotShown();
    void answerAfterClosingHarmsNothing();
    void aPinThatIsNotTakenIsAskedAgain();

private:
    SignInDialog *open(const QString &login);
    template <class Widget>
    [[nodiscard]] Widget *find(const QString &name) const
    {
        return m_window->findChild<Widget *>(name);
    }

    style::Theme m_theme;
    words::Language m_language;
    std::unique_ptr<QWidget> m_window;
    QList<QStringList> m_asked;
    SignInDialog::Answer m_answer;
};

void TestSignIn::initTestCase()
{
    m_theme.apply(*qobject_cast<QApplication *>(qApp));
}

void TestSignIn::init()
{
    m_language.use(words::Language::Code::English);
    m_asked.clear();
    m_window = std::make_unique<QWidget>();
    m_window->resize(800, 600);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

SignInDialog *TestSignIn::open(const QString &login)
{
    auto *dialog = new SignInDialog(m_theme, *m_window, login,
        [this](const QString &name, const QString &password, const SignInDialog::Answer &answer) {
            m_asked.append({name, password});
            m_answer = answer;
        });
    dialog->open();
    return dialog;
}

void TestSignIn::asksOnceAndClosesWhenItIsRight()
{
    auto *dialog = open({});
    QSignalSpy finished(dialog, &SignInDialog::finished);
    QTest::keyClicks(find<QLineEdit>(u"login"_s), u" chen "_s);
    QTest::keyClicks(find<QLineEdit>(u"password"_s), u"secret"_s);
    QTest::keyClick(find<QLineEdit>(u"password"_s), Qt::Key_Return);
    QTest::keyClick(find<QLineEdit>(u"password"_s), Qt::Key_Return);
    QCOMPARE(m_asked, QList<QStringList>({{u"chen"_s, u"secret"_s}}));
    QVERIFY(!find<QPushButton>(u"signIn"_s)->isEnabled());
    m_answer({});
    QCOMPARE(finished.count(), 1);
    QCOMPARE(finished.first().first().toBool(), true);
}

void TestSignIn::refusalSaysWhyAndKeepsTheName_data()
{
    QTest::addColumn<int>("language");
    QTest::addColumn<QString>("code");
    for (const auto language : {words::Language::Code::Chinese, words::Language::Code::English}) {
        for (const QString &code : {u"password_wrong"_s, u"not_active"_s, u"server_refused"_s,
                 u"timed_out"_s, u"login_disabled"_s})
            QTest::addRow("%s %d", qPrintable(code), int(language)) << int(language) << code;
    }
}

void TestSignIn::refusalSaysWhyAndKeepsTheName()
{
    QFETCH(int, language);
    QFETCH(QString, code);
    m_language.use(words::Language::Code(language));
    const Error error{Error::Kind::Denied, {}, code};
    QVERIFY(words::hasSentence(code));
    open(u"chen"_s);
    QVERIFY(find<QLineEdit>(u"password"_s)->hasFocus());
    QTest::keyClicks(find<QLineEdit>(u"password"_s), u"guess"_s);
    QTest::mouseClick(find<QPushButton>(u"signIn"_s), Qt::LeftButton);
    m_answer(tl::unexpected(error));
    QVERIFY(find<QLabel>(u"complaint"_s)->isVisible());
    QCOMPARE(find<QLabel>(u"complaint"_s)->text(), words::errorSentence(error));
    QCOMPARE(find<QLineEdit>(u"login"_s)->text(), u"chen"_s);
    QVERIFY(find<QLineEdit>(u"password"_s)->text().isEmpty());
    QVERIFY(find<QLineEdit>(u"password"_s)->hasFocus());
    QVERIFY(find<QPushButton>(u"signIn"_s)->isEnabled());
}

void TestSignIn::onlyWatchingIsAllowed()
{
    auto *dialog = open({});
    QSignalSpy finished(dialog, &SignInDialog::finished);
    QTest::mouseClick(find<QPushButton>(u"later"_s), Qt::LeftButton);
    QCOMPARE(finished.first().first().toBool(), false);
    QVERIFY(m_asked.isEmpty());
}

void TestSignIn::passwordIsNotShown()
{
    open(u"chen"_s);
    QCOMPARE(find<QLineEdit>(u"password"_s)->echoMode(), QLineEdit::Password);
    QVERIFY(!find<QLineEdit>(u"password"_s)->accessibleName().isEmpty());
    QVERIFY(!find<QLineEdit>(u"login"_s)->accessibleName().isEmpty());
}

void TestSignIn::answerAfterClosingHarmsNothing()
{
    auto *dialog = open(u"chen"_s);
    QSignalSpy gone(dialog, &QObject::destroyed);
    QTest::keyClicks(find<QLineEdit>(u"password"_s), u"secret"_s);
    QTest::keyClick(find<QLineEdit>(u"password"_s), Qt::Key_Return);
    dialog->reject();
    QTRY_COMPARE(gone.count(), 1);
    m_answer({});
}

void TestSignIn::aPinThatIsNotTakenIsAskedAgain()
{
    QStringList taken;
    auto *dialog = new PinDialog(m_theme, *m_window, u"PIN"_s, u"no"_s, [&](const QString &pin) {
        taken.append(pin);
        return pin.size() >= 4;
    });
    QSignalSpy finished(dialog, &PinDialog::finished);
    dialog->open();
    QTest::keyClicks(find<QLineEdit>(u"pin"_s), u"12"_s);
    QTest::keyClick(find<QLineEdit>(u"pin"_s), Qt::Key_Return);
    QCOMPARE(find<QLabel>(u"complaint"_s)->text(), u"no"_s);
    QVERIFY(find<QLineEdit>(u"pin"_s)->text().isEmpty());
    QTest::keyClicks(find<QLineEdit>(u"pin"_s), u"1234"_s);
    QTest::keyClick(find<QLineEdit>(u"pin"_s), Qt::Key_Return);
    QCOMPARE(taken, (QStringList{u"12"_s, u"1234"_s}));
    QCOMPARE(finished.count(), 1);
}

QTEST_MAIN(TestSignIn)
#include "tst_signin.moc"
