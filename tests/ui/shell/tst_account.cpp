// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/account.h"

#include <QSignalSpy>
#include <QTest>

using namespace watchroom;
using namespace Qt::StringLiterals;
using ui::Account;
using Verdict = Account::Verdict;

namespace {

store::Author author(const QString &login)
{
    return {.login = login, .session = QUuid::createUuid(), .sessionKey = login.toUtf8()};
}

} // namespace

/// Who sits at the station: several people of a shift, their PINs, and whose key signs.
class TestAccount : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodySignsWhileItIsLocked();
    void pinsAreFourToSixDigits_data();
    void pinsAreFourToSixDigits();
    void fiveWrongTriesTakeThePinAway();
    void aRightTryBeginsTheCountAnew();
    void eachPersonHasTheirOwnTries();
    void actingAsSomebodyLeavesTheDeskAsItIs();
    void signingOutForgetsTheKey();
    void anotherPersonOpensWithTheirOwnPin();
};

void TestAccount::nobodySignsWhileItIsLocked()
{
    Account account;
    account.signIn(author(u"chen"_s));
    QCOMPARE(account.author().sessionKey, "chen");
    QVERIFY(account.setPin(u"4711"_s));
    account.lock();
    QVERIFY(account.login().isEmpty());
    QVERIFY(account.author().login.isEmpty());
    QVERIFY(account.author().sessionKey.isEmpty());
    QCOMPARE(account.lastLogin(), u"chen"_s);
    QCOMPARE(account.enter(u"chen"_s, u"4711"_s), Verdict::Right);
    QCOMPARE(account.author().sessionKey, "chen");
}

void TestAccount::pinsAreFourToSixDigits_data()
{
    QTest::addColumn<QString>("pin");
    QTest::addColumn<bool>("taken");
    QTest::newRow("three") << u"123"_s << false;
    QTest::newRow("four") << u"1234"_s << true;
    QTest::newRow("six") << u"123456"_s << true;
    QTest::newRow("seven") << u"1234567"_s << false;
    QTest::newRow("letters") << u"12a4"_s << false;
    QTest::newRow("full width") << u"１２３４"_s << false;
    QTest::newRow("nothing") << QString() << false;
}

void TestAccount::pinsAreFourToSixDigits()
{
    QFETCH(QString, pin);
    QFETCH(bool, taken);
    Account account;
    QVERIFY(!account.setPin(pin)); // of nobody
    account.signIn(author(u"chen"_s));
    QCOMPARE(account.setPin(pin), taken);
    QCOMPARE(account.pinLength(u"chen"_s), taken ? int(pin.size()) : 0);
}

void TestAccount::fiveWrongTriesTakeThePinAway()
{
    Account account;
    account.signIn(author(u"chen"_s));
    QVERIFY(account.setPin(u"4711"_s));
    account.lock();
    for (int left = 4; left >= 1; --left) {
        QCOMPARE(account.enter(u"chen"_s, u"0000"_s), Verdict::Wrong);
        QCOMPARE(account.triesLeft(u"chen"_s), left);
    }
    QCOMPARE(account.enter(u"chen"_s, u"0000"_s), Verdict::UsedUp);
    QCOMPARE(account.enter(u"chen"_s, u"4711"_s), Verdict::UsedUp);
    QVERIFY(account.isLocked());
    // The password opens it all the same.
    account.signIn(author(u"chen"_s));
    QVERIFY(!account.isLocked());
    QVERIFY(!account.hasPin(u"chen"_s));
}

void TestAccount::aRightTryBeginsTheCountAnew()
{
    Account account;
    account.signIn(author(u"chen"_s));
    QVERIFY(account.setPin(u"4711"_s));
    for (int round = 0; round < 3; ++round) {
        account.lock();
        for (int i = 0; i < 4; ++i)
            QCOMPARE(account.enter(u"chen"_s, u"0000"_s), Verdict::Wrong);
        QCOMPARE(account.enter(u"chen"_s, u"4711"_s), Verdict::Right);
    }
}

void TestAccount::eachPersonHasTheirOwnTries()
{
    Account account;
    account.signIn(author(u"zhou"_s));
    QVERIFY(account.setPin(u"2222"_s));
    account.signIn(author(u"chen"_s));
    QVERIFY(account.setPin(u"4711"_s));
    account.lock();
    for (int i = 0; i < 5; ++i)
        QVERIFY(account.enter(u"zhou"_s, u"4711"_s) != Verdict::Right);
    QVERIFY(!account.hasPin(u"zhou"_s));
    QCOMPARE(account.triesLeft(u"chen"_s), Account::kTries);
}

void TestAccount::actingAsSomebodyLeavesTheDeskAsItIs()
{
    Account account;
    account.signIn(author(u"zhou"_s));
    QVERIFY(account.setPin(u"2222"_s));
    account.signIn(author(u"chen"_s));
    QVERIFY(account.setPin(u"4711"_s));
    account.lock();
    QByteArray key;
    QCOMPARE(account.actAs(u"zhou"_s, u"4711"_s, [&] { key = account.author().sessionKey; }),
        Verdict::Wrong);
    QVERIFY(key.isEmpty());
    QCOMPARE(account.actAs(u"zhou"_s, u"2222"_s, [&] { key = account.author().sessionKey; }),
        Verdict::Right);
    QCOMPARE(key, "zhou");
    QVERIFY(account.isLocked());
    QVERIFY(account.author().login.isEmpty());
    QCOMPARE(account.lastLogin(), u"chen"_s);
}

void TestAccount::signingOutForgetsTheKey()
{
    Account account;
    account.signIn(author(u"zhou"_s));
    QVERIFY(account.setPin(u"2222"_s));
    account.signIn(author(u"chen"_s));
    QVERIFY(account.setPin(u"4711"_s));
    account.signOut();
    QVERIFY(!account.isSignedIn());
    QCOMPARE(account.people(), QStringList{u"zhou"_s});
    QCOMPARE(account.enter(u"chen"_s, u"4711"_s), Verdict::UsedUp);
    QVERIFY(account.author().sessionKey.isEmpty());
}

void TestAccount::anotherPersonOpensWithTheirOwnPin()
{
    Account account;
    QSignalSpy changed(&account, &Account::changed);
    account.signIn(author(u"zhou"_s));
    QVERIFY(account.setPin(u"222222"_s));
    account.signIn(author(u"chen"_s));
    account.lock();
    QCOMPARE(account.people(), (QStringList{u"zhou"_s, u"chen"_s}));
    QCOMPARE(account.enter(u"chen"_s, u"4711"_s), Verdict::UsedUp); // never set one
    QCOMPARE(account.enter(u"zhou"_s, u"222222"_s), Verdict::Right);
    QCOMPARE(account.login(), u"zhou"_s);
    QVERIFY(!changed.isEmpty());
}

QTEST_GUILESS_MAIN(TestAccount)
#include "tst_account.moc"
