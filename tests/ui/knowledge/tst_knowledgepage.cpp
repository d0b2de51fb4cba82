// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/knowledge/knowledgedesk.h"
#include "ui/knowledge/articletext.h"
#include "ui/knowledge/foldertree.h"
#include "ui/knowledge/freshnessbar.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/textlabel.h"

#include <QApplication>
#include <QClipboard>
#include <QListView>
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

/// Articles found, read, and what this copy is worth.
class TestKnowledgePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyAndFirst();
    void foldersHoldTheirArticles();
    void twoCharactersFind();
    void anArticleIsRead();
    void codeIsCopied();
    void linksLeadToArticles();
    void whatThisCopyIsWorth();
    void aNewVersionComes();
    void reachedByTheKeyboard();
    void inEnglish();

private:
    /// Out of sight where there is nothing in it.
    [[nodiscard]] QListView &list() const
    {
        return *m_desk->window().findChild<QListView *>(u"articleList"_s);
    }
    [[nodiscard]] QStringList titles() const
    {
        QStringList all;
        for (int i = 0; i < list().model()->rowCount(); ++i)
            all.append(list().model()->index(i, 0).data().toString());
        return all;
    }
    void begin(const QString &folder = kChinese)
    {
        m_desk = std::make_unique<KnowledgeDesk>(folder);
    }
    void search(const QString &words)
    {
        QSignalSpy reset(list().model(), &QAbstractItemModel::modelReset);
        m_desk->page().searchField().setText(words);
        QTRY_VERIFY(!reset.isEmpty());
    }

    std::unique_ptr<KnowledgeDesk> m_desk;
};

void TestKnowledgePage::emptyAndFirst()
{
    begin({});
    QCOMPARE(list().model()->rowCount(), 0);
    QVERIFY(!m_desk->page().pane().text().isVisible());
    m_desk->picture(u"empty"_s);
}

void TestKnowledgePage::foldersHoldTheirArticles()
{
    begin();
    auto *folders = m_desk->shown<ui::FolderTree>(u"folderTree"_s);
    QCOMPARE(list().model()->rowCount(), 40);
    folders->choose(u"处置流程/网络"_s);
    QVERIFY(titles().contains(u"出口链路丢包处置"_s));
    QVERIFY(!titles().contains(u"排班"_s));
    const int network = list().model()->rowCount();
    folders->choose(u"处置流程"_s);
    QVERIFY(list().model()->rowCount() > network);
    m_desk->picture(u"folder"_s);
}

void TestKnowledgePage::twoCharactersFind()
{
    begin();
    search(u"丢包"_s);
    const QStringList found = titles();
    QCOMPARE(found.first(), u"视频卡顿与丢包的判别处置"_s);
    QVERIFY(found.contains(u"出口链路丢包处置"_s));
    QVERIFY(found.size() < 40);
    list().setCurrentIndex(list().model()->index(int(found.indexOf(u"出口链路丢包处置"_s)), 0));
    QTRY_COMPARE(m_desk->page().pane().text().accessibleName(), u"出口链路丢包处置"_s);
    QTRY_VERIFY(!m_desk->page().pane().text().extraSelections().isEmpty());
    m_desk->picture(u"search"_s);
    search(u"没有这种词语"_s);
    QCOMPARE(list().model()->rowCount(), 0);
    m_desk->picture(u"nothing-found"_s);
    // Escape leads back to the folder.
    QTest::keyClick(&m_desk->page().searchField(), Qt::Key_Escape);
    QTRY_COMPARE(list().model()->rowCount(), 40);
}

void TestKnowledgePage::anArticleIsRead()
{
    begin();
    m_desk->open(u"egress-loss"_s);
    const QString text = m_desk->page().pane().text().toPlainText();
    QVERIFY(text.contains(u"确认丢包范围"_s));
    QVERIFY(!text.contains(u"---"_s)); // front matter
    QVERIFY(m_desk->page().pane().freshness().text().contains(u"v1"_s));
    m_desk->picture(u"article"_s);
}

void TestKnowledgePage::codeIsCopied()
{
    begin();
    m_desk->open(u"egress-loss"_s);
    QSignalSpy told(&m_desk->page().pane(), &ui::ArticlePane::told);
    Q_EMIT m_desk->page().pane().text().anchorClicked(QUrl(u"copy:0"_s));
    QVERIFY(QApplication::clipboard()->text().startsWith(u"ping -c 200"_s));
    QCOMPARE(told.count(), 1);
}

void TestKnowledgePage::linksLeadToArticles()
{
    begin();
    m_desk->open(u"egress-loss"_s);
    Q_EMIT m_desk->page().pane().text().anchorClicked(QUrl(u"article:emergency-phone-rescue"_s));
    QTRY_COMPARE(m_desk->page().pane().text().accessibleName(), u"急会诊电话兜底"_s);
    QSignalSpy web(&m_desk->page().pane(), &ui::ArticlePane::urlAsked);
    Q_EMIT m_desk->page().pane().text().anchorClicked(QUrl(u"https://example.org/"_s));
    QCOMPARE(web.count(), 1);
}

void TestKnowledgePage::whatThisCopyIsWorth()
{
    begin();
    m_desk->open(u"egress-loss"_s);
    auto &bar = m_desk->page().pane().freshness();
    m_desk->setCheck({.standalone = false, .online = true, .checkedAt = m_desk->now()});
    QCOMPARE(bar.chipText(), QString());
    m_desk->setCheck({.standalone = false, .online = false, .checkedAt = m_desk->now() - 3h});
    QCOMPARE(bar.chipText(), u"未核对"_s);
    QVERIFY2(
        bar.text().contains(u"3 小时"_s) || bar.text().contains(u"3 时"_s), qPrintable(bar.text()));
    m_desk->picture(u"unchecked"_s);
    m_desk->must(m_desk->commands().withdraw(
        m_desk->library().findKey(u"egress-loss"_s)->article.id, u"线路已退网"_s));
    QTRY_COMPARE(bar.chipText(), u"已废止"_s);
    QVERIFY(bar.text().contains(u"线路已退网"_s));
    m_desk->picture(u"withdrawn"_s);
}

void TestKnowledgePage::aNewVersionComes()
{
    begin();
    m_desk->open(u"egress-loss"_s);
    m_desk->publish(
        u"egress-loss"_s, "## 步骤\n\n1. 先关辅流\n2. 再降主流\n", u"第 1、2 步：先降辅流"_s);
    QTRY_VERIFY(m_desk->page().pane().text().toPlainText().contains(u"先关辅流"_s));
    QTRY_VERIFY(m_desk->button(u"version1"_s) && m_desk->button(u"version1"_s)->isEnabled());
    QVERIFY(!m_desk->button(u"version2"_s)->isEnabled());
    m_desk->picture(u"versions"_s);
    // The old one is still there to be read.
    m_desk->button(u"version1"_s)->click();
    QTRY_VERIFY(m_desk->page().pane().text().toPlainText().contains(u"确认丢包范围"_s));
}

void TestKnowledgePage::reachedByTheKeyboard()
{
    begin();
    m_desk->open(u"egress-loss"_s);
    m_desk->page().focusSearch();
    QVERIFY(m_desk->page().searchField().hasFocus());
    search(u"急会诊"_s);
    QTest::keyClick(&m_desk->page().searchField(), Qt::Key_Return);
    QVERIFY(list().hasFocus());
    QTest::keyClick(&list(), Qt::Key_Down);
    QTRY_VERIFY(
        m_desk->page().pane().shown() == list().currentIndex().data(Qt::UserRole + 2).toUuid());
    QCOMPARE(m_desk->unnamed().join(u", "_s), QString());
}

void TestKnowledgePage::inEnglish()
{
    begin(QStringLiteral(WATCHROOM_KNOWLEDGE) + u"/en"_s);
    m_desk->language().use(words::Language::Code::English);
    m_desk->open(u"egress-loss-en"_s);
    m_desk->setCheck({.standalone = false, .online = true, .checkedAt = m_desk->now()});
    search(u"packet loss"_s);
    QVERIFY(list().model()->rowCount() > 2);
    m_desk->picture(u"search-en"_s);
}

QTEST_MAIN(TestKnowledgePage)

#include "tst_knowledgepage.moc"
