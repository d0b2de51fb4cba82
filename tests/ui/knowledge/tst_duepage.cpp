// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/knowledge/knowledgedesk.h"
#include "ui/knowledge/duepage.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace watchroom;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::KnowledgeDesk;

namespace {
const QString kChinese = QStringLiteral(WATCHROOM_KNOWLEDGE) + u"/zh"_s;
}

/// What is due, what changed of what was used, how well all is kept.
class TestDuePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void nothingIsDue();
    void dueAndLookedThrough();
    void changedSinceItWasUsed();
    void reachedByTheKeyboard();

private:
    /// As if so much time had gone by.
    void wait(std::chrono::hours time);

    std::unique_ptr<KnowledgeDesk> m_desk;
    std::unique_ptr<knowledge::ReviewBook> m_book;
    ui::DuePage *m_page = nullptr;
};

void TestDuePage::init()
{
    m_desk = std::make_unique<KnowledgeDesk>(kChinese);
    m_book = std::make_unique<knowledge::ReviewBook>(m_desk->store(), m_desk->clock());
    m_page = new ui::DuePage(m_desk->theme(),
        {*m_book, m_desk->commands(), m_desk->directory(), m_desk->clock(),
            [] { return u"chen"_s; }},
        &m_desk->window());
    m_desk->page().hide();
    m_page->resize(1100, 700);
    m_page->show();
    m_book->setReviewer({.login = u"chen"_s, .lead = true});
    QTRY_VERIFY(m_book->isLoaded());
}

void TestDuePage::cleanup()
{
    delete m_page;
    m_book.reset();
    m_desk.reset();
}

void TestDuePage::wait(std::chrono::hours time)
{
    m_desk->setNow(m_desk->now() + time);
    QSignalSpy changed(m_book.get(), &knowledge::ReviewBook::changed);
    m_book->refresh();
    QTRY_VERIFY(!changed.isEmpty());
}

void TestDuePage::nothingIsDue()
{
    QVERIFY(m_book->state().due.isEmpty());
    QCOMPARE(m_book->state().figures.published, 40);
    QCOMPARE(m_book->state().figures.renewed, 40);
    m_desk->picture(u"due-none"_s);
}

void TestDuePage::dueAndLookedThrough()
{
    wait(24h * 25); // contacts are looked through every 30 days, and nobody answers for them
    QCOMPARE(m_book->state().due.size(), 1);
    wait(24h * 70);
    QVERIFY(m_book->state().due.size() > 20);
    m_desk->picture(u"due"_s);
    const qsizetype before = m_book->state().due.size();
    const QUuid first = m_book->state().due.first().article;
    QTRY_VERIFY(m_desk->button(u"confirm0"_s));
    m_desk->button(u"confirm0"_s)->click();
    QTRY_VERIFY(m_desk->button(u"confirm"_s));
    m_desk->button(u"confirm"_s)->click();
    QTRY_COMPARE(m_book->state().due.size(), before - 1);
    QVERIFY(m_book->state().due.first().article != first);
    QVERIFY(m_desk->entries().contains(u"article_reviewed"_s));
}

void TestDuePage::changedSinceItWasUsed()
{
    const QUuid article = m_desk->library().findKey(u"egress-loss"_s)->article.id;
    m_desk->must(m_desk->runCommands().start(article, 1, u"read_do"_s, {}));
    QByteArray text = m_desk->text(u"egress-loss"_s);
    m_desk->publish(u"egress-loss"_s, text.replace("双向 MTR 各 100 个包", "双向 MTR 各 200 个包"),
        u"多测一倍"_s);
    QTRY_COMPARE(m_book->state().used.size(), 1);
    QCOMPARE(m_book->state().used.first().changed, QList<int>{4});
    QSignalSpy compare(m_page, &ui::DuePage::compareAsked);
    QTRY_VERIFY(m_desk->button(u"compareUsed0"_s));
    m_desk->button(u"compareUsed0"_s)->click();
    QCOMPARE(compare.first().at(1).toInt(), 1);
    QCOMPARE(compare.first().at(2).toInt(), 2);
    m_desk->picture(u"due-used"_s);
}

void TestDuePage::reachedByTheKeyboard()
{
    wait(24h * 95);
    QCOMPARE(m_desk->unnamed(), QStringList());
    m_desk->language().use(words::Language::Code::English);
    m_desk->picture(u"due-english"_s);
}

QTEST_MAIN(TestDuePage)
#include "tst_duepage.moc"
