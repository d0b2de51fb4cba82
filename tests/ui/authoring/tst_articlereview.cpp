// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/authoring/authoringdesk.h"
#include "ui/authoring/articlediff.h"
#include "ui/authoring/articleeditor.h"
#include "ui/authoring/markdownedit.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>

using namespace watchroom;
using namespace Qt::StringLiterals;
using test::AuthoringDesk;
using ui::AuthoringPage;

namespace {

const QString kBefore = u"# 出口链路丢包处置\n\n适用：单个出口丢包率大于 4%。\n\n## 步骤\n\n"
                        "1. 确认丢包范围\n2. 联系运营商，记下单号\n3. 切换备用出口（安全关键）\n\n"
                        "## 备注\n\n运营商值班电话见联系人。\n"_s;

QString with(const QString &before, const QString &now)
{
    return QString(kBefore).replace(before, now);
}

} // namespace

/// Two people over one article: versions compared, texts brought together, reviewed by another.
class TestArticleReview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<AuthoringDesk>(); }
    void cleanup() { m_desk.reset(); }

    void versionsSideBySide();
    void aNewerVersionIsMergedByItself();
    void aConflictIsDecided();
    void nothingOfBothIsLost();
    void anotherPublishesIt();
    void ownTextIsNotPublished();
    void itIsGivenBackAndHandedInAgain();
    void aNewArticleIsReviewed();
    void inEnglish();

private:
    [[nodiscard]] QString diff() const
    {
        return m_desk->shown<ui::ArticleDiff>(u"articleDiff"_s)->text().toPlainText();
    }
    [[nodiscard]] QLineEdit &reason() const { return *m_desk->shown<QLineEdit>(u"changeReason"_s); }
    [[nodiscard]] bool offersToMerge() const
    {
        return m_desk->shown<widgets::Banner>(u"newerVersion"_s) != nullptr;
    }
    void handIn(const QString &login, const QString &text)
    {
        m_desk->sitDown(login);
        m_desk->edit();
        m_desk->type(text);
        reason().setText(u"丢包率改为 3%"_s);
        m_desk->click(u"handIn"_s);
        QTRY_VERIFY(m_desk->article().proposal && !m_desk->article().proposal->returned);
        QTRY_VERIFY(!m_desk->page().isOpen());
    }

    std::unique_ptr<AuthoringDesk> m_desk;
};

void TestArticleReview::versionsSideBySide()
{
    m_desk->publish(QString(with(u"4%"_s, u"3%"_s))
                        .replace(u"2. 联系运营商，记下单号\n"_s, QString())
                        .replace(u"切换备用出口"_s, u"切换到备用出口"_s)
                        .toUtf8(),
        u"精简"_s);
    m_desk->page().compare(m_desk->article().id, 1, 2);
    QTRY_VERIFY(m_desk->shown<QLabel>(u"changedSteps"_s));
    const QString steps = m_desk->text(u"changedSteps"_s);
    QVERIFY2(steps.contains(u"− "_s) && steps.contains(u"联系运营商"_s), qPrintable(steps));
    QVERIFY2(steps.contains(u"± "_s) && steps.contains(u"切换到备用出口"_s), qPrintable(steps));
    QVERIFY(!steps.contains(u"确认丢包范围"_s));
    QVERIFY(diff().contains(u"4%"_s) && diff().contains(u"3%"_s));
    QVERIFY(diff().contains(u"v1"_s) && diff().contains(u"v2"_s));
    QVERIFY(!m_desk->button(u"publishProposal"_s));
    m_desk->picture(u"compare"_s);
    auto *how = m_desk->shown<widgets::SegmentedControl>(u"reviewHow"_s);
    how->setFocus();
    QTest::keyClick(how, Qt::Key_Right);
    QTRY_VERIFY(m_desk->shown<QTextBrowser>(u"reviewText"_s)->toPlainText().contains(u"3%"_s));
    QTest::keyClick(how, Qt::Key_Escape);
    QVERIFY(!m_desk->page().isOpen());
    // The same twice: said, not an empty page.
    m_desk->page().compare(m_desk->article().id, 1, 1);
    QTRY_VERIFY(!diff().isEmpty() && !diff().contains(u"4%"_s));
}

void TestArticleReview::aNewerVersionIsMergedByItself()
{
    m_desk->sitDown(u"li"_s);
    m_desk->edit();
    m_desk->type(with(u"运营商值班电话见联系人。"_s, u"电话见联系人页。"_s));
    QVERIFY(!offersToMerge());
    m_desk->publish(with(u"4%"_s, u"3%"_s).toUtf8(), u"3%"_s);
    QTRY_VERIFY(offersToMerge());
    m_desk->picture(u"newer"_s);
    // Not before both are together.
    reason().setText(u"备注"_s);
    m_desk->click(u"publish"_s);
    QTRY_VERIFY(m_desk->text(u"editorComplaint"_s).contains(u'2'));
    m_desk->click(u"bringTogether"_s);
    QTRY_VERIFY(m_desk->shown<ui::ArticleDiff>(u"articleDiff"_s));
    QTRY_VERIFY(diff().contains(u"电话见联系人页"_s));
    m_desk->picture(u"merged"_s);
    m_desk->click(u"closeReview"_s);
    QVERIFY(!offersToMerge());
    const QString both =
        with(u"4%"_s, u"3%"_s).replace(u"运营商值班电话见联系人。"_s, u"电话见联系人页。"_s);
    QCOMPARE(m_desk->typed(), both);
    m_desk->click(u"publish"_s);
    QTRY_COMPARE(m_desk->article().version, 3);
    QCOMPARE(m_desk->published(3).trimmed(), both.trimmed());
}

void TestArticleReview::aConflictIsDecided()
{
    m_desk->sitDown(u"li"_s);
    m_desk->edit();
    m_desk->type(with(u"4%"_s, u"2%"_s).replace(u"1. 确认丢包范围"_s, u"1. 看丢包范围"_s));
    m_desk->publish(
        with(u"4%"_s, u"3%"_s).replace(u"1. 确认丢包范围"_s, u"1. 核对丢包范围"_s).toUtf8(),
        u"3%"_s);
    QTRY_VERIFY(offersToMerge());
    m_desk->click(u"bringTogether"_s);
    QTRY_VERIFY(m_desk->button(u"mergeTake"_s));
    QVERIFY(!m_desk->button(u"mergeTake"_s)->isEnabled());
    m_desk->picture(u"conflict"_s);
    auto *first = m_desk->shown<widgets::SegmentedControl>(u"mergeChoice1"_s);
    auto *second = m_desk->shown<widgets::SegmentedControl>(u"mergeChoice2"_s);
    first->setCurrent(1); // theirs
    QVERIFY(!m_desk->button(u"mergeTake"_s)->isEnabled());
    second->setCurrent(0); // mine
    QTRY_VERIFY(m_desk->button(u"mergeTake"_s)->isEnabled());
    m_desk->click(u"mergeTake"_s);
    QTRY_VERIFY(m_desk->button(u"closeReview"_s));
    m_desk->click(u"closeReview"_s);
    QCOMPARE(
        m_desk->typed(), with(u"4%"_s, u"3%"_s).replace(u"1. 确认丢包范围"_s, u"1. 看丢包范围"_s));
}

void TestArticleReview::nothingOfBothIsLost()
{
    m_desk->edit();
    m_desk->type(with(u"4%"_s, u"2%"_s));
    m_desk->publish(with(u"4%"_s, u"3%"_s).toUtf8(), u"3%"_s);
    QTRY_VERIFY(offersToMerge());
    m_desk->click(u"bringTogether"_s);
    QTRY_VERIFY(m_desk->button(u"mergeBack"_s));
    // Back: as it was, and still to be done.
    m_desk->click(u"mergeBack"_s);
    QCOMPARE(m_desk->typed(), with(u"4%"_s, u"2%"_s));
    QVERIFY(offersToMerge());
    m_desk->click(u"bringTogether"_s);
    QTRY_VERIFY(m_desk->shown<widgets::SegmentedControl>(u"mergeChoice1"_s));
    m_desk->shown<widgets::SegmentedControl>(u"mergeChoice1"_s)->setCurrent(2); // both
    m_desk->click(u"mergeTake"_s);
    QTRY_VERIFY(m_desk->button(u"closeReview"_s));
    m_desk->click(u"closeReview"_s);
    QVERIFY(m_desk->typed().contains(u"大于 2%"_s) && m_desk->typed().contains(u"大于 3%"_s));
}

void TestArticleReview::anotherPublishesIt()
{
    handIn(u"zhou"_s, with(u"4%"_s, u"3%"_s));
    m_desk->sitDown(u"li"_s);
    m_desk->page().review(m_desk->article().id);
    QTRY_VERIFY(m_desk->button(u"publishProposal"_s));
    QVERIFY(m_desk->text(u"reviewFacts"_s).contains(u"周敏"_s));
    QVERIFY(m_desk->text(u"reviewFacts"_s).contains(u"丢包率改为 3%"_s));
    QTRY_VERIFY(diff().contains(u"3%"_s));
    QVERIFY(!m_desk->button(u"takeBackProposal"_s));
    m_desk->picture(u"review"_s);
    m_desk->click(u"publishProposal"_s);
    QTRY_COMPARE(m_desk->article().version, 2);
    const auto version = m_desk->version(2);
    QCOMPARE(version.author, u"zhou"_s);
    QCOMPARE(version.publishedBy, u"li"_s);
    QTRY_VERIFY(!m_desk->page().isOpen());
}

void TestArticleReview::ownTextIsNotPublished()
{
    m_desk->askReview();
    m_desk->sitDown(u"li"_s);
    m_desk->edit();
    QTRY_VERIFY(!m_desk->button(u"publish"_s));
    m_desk->type(with(u"4%"_s, u"3%"_s));
    reason().setText(u"3%"_s);
    QTest::keyClick(
        m_desk->shown<ui::MarkdownEdit>(u"markdown"_s), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(m_desk->article().proposal);
    m_desk->page().review(m_desk->article().id);
    QTRY_VERIFY(m_desk->button(u"publishProposal"_s));
    QVERIFY(!m_desk->button(u"publishProposal"_s)->isEnabled());
    QVERIFY(!m_desk->text(u"whyNotPublished"_s).isEmpty());
    m_desk->picture(u"review-own"_s);
    // A lead who looks may.
    m_desk->sitDown(u"chen"_s);
    m_desk->page().review(m_desk->article().id);
    QTRY_VERIFY(m_desk->button(u"publishProposal"_s)->isEnabled());
    m_desk->click(u"publishProposal"_s);
    QTRY_COMPARE(m_desk->article().version, 2);
}

void TestArticleReview::itIsGivenBackAndHandedInAgain()
{
    handIn(u"zhou"_s, with(u"4%"_s, u"3%"_s));
    m_desk->sitDown(u"li"_s);
    m_desk->page().review(m_desk->article().id);
    QTRY_VERIFY(m_desk->button(u"giveBackProposal"_s));
    m_desk->click(u"giveBackProposal"_s);
    m_desk->shown<QLineEdit>(u"sentence"_s)->setText(u"3% 依据是什么？"_s);
    m_desk->click(u"save"_s);
    QTRY_VERIFY(m_desk->article().proposal && m_desk->article().proposal->returned);
    m_desk->sitDown(u"zhou"_s);
    m_desk->edit();
    auto *remark = m_desk->shown<widgets::Banner>(u"proposalRemark"_s);
    QVERIFY(remark && remark->content().text.contains(u"依据"_s));
    QVERIFY(m_desk->typed().contains(u"3%"_s));
    m_desk->picture(u"given-back"_s);
    m_desk->type(with(u"4%"_s, u"3%（演练实测）"_s));
    m_desk->click(u"handIn"_s);
    QTRY_VERIFY(m_desk->article().proposal && !m_desk->article().proposal->returned);
}

void TestArticleReview::aNewArticleIsReviewed()
{
    m_desk->askReview();
    m_desk->sitDown(u"zhou"_s);
    m_desk->page().create({});
    QTRY_VERIFY(m_desk->page().editor().isOpen());
    QTest::keyClicks(m_desk->shown<QLineEdit>(u"articleTitleField"_s), u"Echo"_s);
    m_desk->type(u"# Echo\n\n## Steps\n\n1. Mute\n"_s);
    QTRY_VERIFY(!m_desk->button(u"publish"_s));
    m_desk->click(u"handIn"_s);
    QTRY_VERIFY2(
        m_desk->library().findKey(u"echo"_s), qPrintable(m_desk->text(u"editorComplaint"_s)));
    QVERIFY(m_desk->article(u"echo"_s).proposal);
    QCOMPARE(m_desk->article(u"echo"_s).version, 0);
    m_desk->sitDown(u"chen"_s);
    m_desk->page().review(m_desk->article(u"echo"_s).id);
    QTRY_VERIFY(diff().contains(u"Mute"_s));
    m_desk->click(u"publishProposal"_s);
    QTRY_COMPARE(m_desk->article(u"echo"_s).version, 1);
}

void TestArticleReview::inEnglish()
{
    m_desk->language().use(words::Language::Code::English);
    handIn(u"zhou"_s, with(u"4%"_s, u"3%"_s).replace(u"确认丢包范围"_s, u"核对丢包的范围"_s));
    m_desk->sitDown(u"li"_s);
    m_desk->page().review(m_desk->article().id);
    QTRY_VERIFY(diff().contains(u"3%"_s));
    QCOMPARE(m_desk->unnamed().join(u", "_s), QString());
    m_desk->picture(u"review-en"_s);
}

QTEST_MAIN(TestArticleReview)

#include "tst_articlereview.moc"
