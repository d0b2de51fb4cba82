// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/language.h"
#include "app/words/terms.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTest>

using namespace watchroom;
using namespace Qt::StringLiterals;
using words::Language;

/// Switching the language while the program runs.
class TestLanguage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void switchesBackAndForth();
    void translatesQtsOwnTexts();
    void leavesEnglishBehind();
    void guessesChineseFirst();
    void keepsItsNames();
};

void TestLanguage::switchesBackAndForth()
{
    Language language;
    const QSignalSpy changes(&language, &Language::changed);
    language.use(Language::Code::Chinese);
    QCOMPARE(words::stage(u"detection"), u"监测发现"_s);
    language.use(Language::Code::English);
    QCOMPARE(words::stage(u"detection"), u"Detection"_s);
    language.use(Language::Code::Chinese);
    QCOMPARE(words::stage(u"detection"), u"监测发现"_s);
    QCOMPARE(changes.size(), 3);
    QCOMPARE(QLocale().language(), QLocale::Chinese);
}

void TestLanguage::translatesQtsOwnTexts()
{
    Language language;
    language.use(Language::Code::Chinese);
    QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), u"取消"_s);
    language.use(Language::Code::English);
    QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), u"Cancel"_s);
}

void TestLanguage::leavesEnglishBehind()
{
    {
        Language language;
        language.use(Language::Code::Chinese);
    }
    QCOMPARE(words::level(u"red"), u"Red"_s);
}

void TestLanguage::guessesChineseFirst()
{
    QCOMPARE(Language::of(QLocale(u"zh_CN"_s)), Language::Code::Chinese);
    QCOMPARE(Language::of(QLocale::c()), Language::Code::Chinese);
    QCOMPARE(Language::of(QLocale(u"en_GB"_s)), Language::Code::English);
    QCOMPARE(Language::of(QLocale(u"de_DE"_s)), Language::Code::English);
}

void TestLanguage::keepsItsNames()
{
    for (const Language::Code code : {Language::Code::Chinese, Language::Code::English})
        QCOMPARE(Language::fromName(Language::name(code), Language::Code::English), code);
    QCOMPARE(Language::fromName(u"fr", Language::Code::Chinese), Language::Code::Chinese);
}

QTEST_GUILESS_MAIN(TestLanguage)
#include "tst_language.moc"
