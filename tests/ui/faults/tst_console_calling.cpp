// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/faults/faultyworkspace.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/bannerstack.h"

#include <QPushButton>
#include <QTemporaryDir>

using namespace watchroom;
using namespace watchroom::test;

/// Red incidents nobody answers to: each calls, few take room.
class TestConsoleCalling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void manyCallAndTwoAreShown();
    void whoIsAnsweredMakesRoom();
    void theLanguageChangesItsButtons();
    void theOwnerAnswersARise();

private:
    void openRed(int count);
    void claim(int at);
    /// The titles in the banners that call, the first on top.
    [[nodiscard]] QStringList calls() const;
    [[nodiscard]] widgets::BannerStack &banners() const { return m_console->window().banners(); }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<programs::Console> m_console;
    QList<QUuid> m_incidents;
};

void TestConsoleCalling::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    makeStandalone(m_dir->path());
    m_console = openConsole(m_dir->path());
    m_incidents.clear();
}

void TestConsoleCalling::cleanup()
{
    m_console.reset();
    m_dir.reset();
}

void TestConsoleCalling::openRed(int count)
{
    const store::Author author{
        .login = m_console->core().localLogin(), .session = {}, .sessionKey = {}};
    for (int i = 0; i < count; ++i) {
        m_incidents.append(base::newId(m_console->core().clock().now()));
        const auto saved =
            m_console->core()
                .store()
                .save({{.table = u"incident"_s,
                          .id = m_incidents.last(),
                          .set = {{u"title"_s, u"卡顿 %1"_s.arg(i)}, {u"level"_s, u"red"_s}}}},
                    author)
                .result();
        QVERIFY(saved.has_value());
    }
    QTRY_COMPARE(m_console->core().incidents().incidents().size(), m_incidents.size());
}

void TestConsoleCalling::claim(int at)
{
    QVERIFY(m_console->core().commands().claim(m_incidents.at(at)).result().has_value());
}

QStringList TestConsoleCalling::calls() const
{
    QStringList titles;
    for (const QString &key : banners().keys()) {
        if (key.startsWith("call:"_L1))
            titles.append(banners().banner(key).content().text.section(u' ', 1));
    }
    return titles;
}

void TestConsoleCalling::manyCallAndTwoAreShown()
{
    openRed(5);
    QTRY_COMPARE(calls(), (QStringList{u"卡顿 0"_s, u"卡顿 1"_s}));
    const int beside = banners().count() - 2; // that this station cannot sound
    QCOMPARE(banners().hiddenCount(), 3 + beside);
}

void TestConsoleCalling::whoIsAnsweredMakesRoom()
{
    openRed(4);
    QTRY_COMPARE(calls(), (QStringList{u"卡顿 0"_s, u"卡顿 1"_s}));
    claim(0);
    QTRY_COMPARE(calls(), (QStringList{u"卡顿 1"_s, u"卡顿 2"_s}));
    claim(3); // which was not shown
    claim(1);
    QTRY_COMPARE(calls(), QStringList{u"卡顿 2"_s});
    claim(2);
    QTRY_COMPARE(calls(), QStringList{});
    QCOMPARE(banners().hiddenCount(), 0);
}

void TestConsoleCalling::theLanguageChangesItsButtons()
{
    openRed(1);
    QTRY_COMPARE(calls().size(), 1);
    const auto words = [this] {
        return banners().findChild<QPushButton *>(u"bannerClaim"_s)->text();
    };
    m_console->preferences().setLanguage(words::Language::Code::English);
    QTRY_COMPARE(words(), u"Claim"_s);
    m_console->preferences().setLanguage(words::Language::Code::Chinese);
    QTRY_COMPARE(words(), u"认领"_s);
}

void TestConsoleCalling::theOwnerAnswersARise()
{
    auto &commands = m_console->core().commands();
    const auto opened =
        commands.open({.title = u"抖动"_s, .level = u"yellow"_s, .claim = true}).result();
    QVERIFY(opened.has_value());
    const QUuid id = domain::uuid(opened->rows.first(), "id"_L1);
    QVERIFY(commands.setLevel(id, u"red"_s).result().has_value());
    QTRY_COMPARE(calls(), QStringList{u"抖动"_s});
    auto *answer = banners().findChild<QPushButton *>(u"bannerClaim"_s);
    QCOMPARE(answer->text(), u"确认"_s);
    // The PIN of a locked station signs a claim and nothing else.
    auto &account = m_console->account();
    QVERIFY(account.setPin(u"2468"_s));
    account.lock();
    QVERIFY(!answer->isEnabled());
    QCOMPARE(answer->text(), u"确认"_s);
    QCOMPARE(account.enter(account.lastLogin(), u"2468"_s), ui::Account::Verdict::Right);
    QVERIFY(answer->isEnabled());
    answer->click();
    QTRY_COMPARE(calls(), QStringList{});
}

QTEST_MAIN(TestConsoleCalling)
#include "tst_console_calling.moc"
