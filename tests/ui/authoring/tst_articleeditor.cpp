// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/authoring/authoringdesk.h"
#include "ui/authoring/articleeditor.h"
#include "ui/authoring/articlepreview.h"
#include "ui/authoring/faultlist.h"
#include "ui/authoring/markdownedit.h"

#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace watchroom;
using namespace Qt::StringLiterals;
using test::AuthoringDesk;
using ui::AuthoringPage;

namespace {

const QString kChanged = u"# 出口链路丢包处置\n\n适用：单个出口丢包率大于 3%。\n\n## 步骤\n\n"
                         "1. 确认丢包范围\n2. 联系运营商，记下单号\n3. 先降辅流\n"
                         "4. 切换备用出口（安全关键）\n"_s;

} // namespace

/// Articles written at a desk: what is typed is kept, seen and published.
class TestArticleEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<AuthoringDesk>(); }
    void cleanup() { m_desk.reset(); }

    void itIsWrittenSeenAndPublished();
    void aReasonIsAskedFor();
    void nothingChangedIsSaid();
    void whatWasTypedOutlivesTheProgram();
    void escapeKeepsTheDraft();
    void anotherPersonDoesNotSeeIt();
    void faultsLeadToTheirLine();
    void keysMakeMarkdown();
    void listsGoOn();
    void imagesArePasted();
    void whatIsNoImageIsRefused();
    void aNewArticle();
    void aColleagueHandsIn();
    void itIsLookedThroughWithdrawnAndBroughtBack();
    void inEnglish();

private:
    [[nodiscard]] ui::MarkdownEdit &text() const
    {
        return *m_desk->shown<ui::MarkdownEdit>(u"markdown"_s);
    }
    [[nodiscard]] QLineEdit &reason() const { return *m_desk->shown<QLineEdit>(u"changeReason"_s); }
    [[nodiscard]] ui::ArticlePreview &preview() const
    {
        return *m_desk->shown<ui::ArticlePreview>(u"articlePreview"_s);
    }
    [[nodiscard]] QStringList draftFiles() const
    {
        return QDir(m_desk->dir() + u"/drafts"_s).entryList(QDir::Files);
    }

    std::unique_ptr<AuthoringDesk> m_desk;
};

void TestArticleEditor::itIsWrittenSeenAndPublished()
{
    m_desk->sitDown(u"li"_s);
    m_desk->edit();
    QTRY_VERIFY(preview().toPlainText().contains(u"确认丢包范围"_s));
    m_desk->type(kChanged);
    QTRY_VERIFY(preview().toPlainText().contains(u"先降辅流"_s));
    reason().setText(u"第 3 步：先降辅流"_s);
    m_desk->picture(u"editor"_s);
    QSignalSpy closed(&m_desk->page(), &AuthoringPage::closed);
    QTest::keyClick(&text(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(closed.count(), 1);
    QTRY_COMPARE(m_desk->article().version, 2);
    QCOMPARE(m_desk->published(2).trimmed(), kChanged.trimmed());
    const auto version = m_desk->version(2);
    QCOMPARE(version.text.reason, u"第 3 步：先降辅流"_s);
    QCOMPARE(version.author, u"li"_s);
    // The step that was the third is the fourth now and is still itself; the new one is another.
    QStringList ids;
    for (const auto &step : version.text.steps)
        ids.append(step.id);
    QCOMPARE(ids, (QStringList{u"s1"_s, u"s2"_s, u"s4"_s, u"s3"_s}));
    QTRY_COMPARE(draftFiles(), QStringList());
}

void TestArticleEditor::aReasonIsAskedFor()
{
    m_desk->sitDown(u"li"_s);
    m_desk->edit();
    m_desk->type(kChanged);
    m_desk->click(u"publish"_s);
    QTRY_VERIFY(!m_desk->text(u"editorComplaint"_s).isEmpty());
    QVERIFY(reason().hasFocus());
    QCOMPARE(m_desk->article().version, 1);
    QCOMPARE(m_desk->typed(), kChanged);
    m_desk->picture(u"no-reason"_s);
}

void TestArticleEditor::nothingChangedIsSaid()
{
    m_desk->sitDown(u"li"_s);
    m_desk->edit();
    m_desk->click(u"publish"_s);
    QTRY_VERIFY(!m_desk->text(u"editorComplaint"_s).isEmpty());
    QCOMPARE(m_desk->article().version, 1);
}

void TestArticleEditor::whatWasTypedOutlivesTheProgram()
{
    m_desk->edit();
    QSignalSpy written(&m_desk->page().drafts(), &knowledge::Drafts::written);
    m_desk->type(kChanged);
    // Without any further ado it is on the disk.
    QTRY_VERIFY(!written.isEmpty());
    QCOMPARE(draftFiles().size(), 1);
    m_desk->restartPage();
    m_desk->edit();
    QCOMPARE(m_desk->typed(), kChanged);
    QVERIFY(m_desk->button(u"dropDraft"_s));
    m_desk->click(u"closeEditor"_s);
    m_desk->page().showDrafts();
    QTRY_VERIFY(m_desk->button(u"openDraft"_s));
    m_desk->picture(u"drafts"_s);
    m_desk->click(u"openDraft"_s);
    QCOMPARE(m_desk->typed(), kChanged);
    // Thrown away it is gone, after a question.
    m_desk->click(u"dropDraft"_s);
    QSignalSpy closed(&m_desk->page(), &AuthoringPage::closed);
    m_desk->click(u"confirm"_s);
    QTRY_COMPARE(closed.count(), 1);
    QTRY_COMPARE(draftFiles(), QStringList());
}

void TestArticleEditor::escapeKeepsTheDraft()
{
    m_desk->edit();
    QSignalSpy told(&m_desk->page(), &AuthoringPage::told);
    QTest::keyClicks(&text(), u"x"_s);
    QTest::keyClick(&text(), Qt::Key_Escape);
    QCOMPARE(told.count(), 1);
    QVERIFY(!m_desk->page().isOpen());
    m_desk->edit();
    QVERIFY(m_desk->typed().startsWith(u'x'));
    // Opened and closed without a word nothing is kept.
    m_desk->click(u"dropDraft"_s);
    m_desk->click(u"confirm"_s);
    QTRY_COMPARE(draftFiles(), QStringList());
    m_desk->edit();
    QTest::keyClick(&text(), Qt::Key_Escape);
    QCOMPARE(told.count(), 2); // thrown away, and nothing more
    QCOMPARE(draftFiles(), QStringList());
}

void TestArticleEditor::anotherPersonDoesNotSeeIt()
{
    m_desk->edit();
    m_desk->type(kChanged);
    m_desk->sitDown({}); // locked: it stays as it is
    m_desk->page().personChanged();
    QCOMPARE(m_desk->typed(), kChanged);
    m_desk->sitDown(u"li"_s);
    m_desk->page().personChanged();
    QVERIFY(!m_desk->page().isOpen());
    m_desk->edit();
    QVERIFY(!m_desk->typed().contains(u"先降辅流"_s));
    m_desk->sitDown(u"chen"_s);
    m_desk->page().personChanged();
    m_desk->edit();
    QCOMPARE(m_desk->typed(), kChanged);
}

void TestArticleEditor::faultsLeadToTheirLine()
{
    m_desk->edit();
    m_desk->type(u"# 标题\n\n## 步骤\n\n1. 先看\n2.\n3. 再看\n"_s);
    QTRY_VERIFY(m_desk->shown<ui::FaultList>(u"articleFaults"_s));
    auto *faults = m_desk->shown<ui::FaultList>(u"articleFaults"_s);
    QVERIFY2(faults->item(0)->text().contains(u'6'), qPrintable(faults->item(0)->text()));
    Q_EMIT faults->itemActivated(faults->item(0));
    QCOMPARE(text().textCursor().blockNumber(), 5);
    m_desk->picture(u"faults"_s);
    m_desk->type(kChanged);
    QTRY_VERIFY(!m_desk->shown<ui::FaultList>(u"articleFaults"_s));
}

void TestArticleEditor::keysMakeMarkdown()
{
    m_desk->edit();
    m_desk->type(u"words"_s);
    text().selectAll();
    QTest::keyClick(&text(), Qt::Key_B, Qt::ControlModifier);
    QCOMPARE(m_desk->typed(), u"**words**"_s);
    QTest::keyClick(&text(), Qt::Key_B, Qt::ControlModifier);
    QCOMPARE(m_desk->typed(), u"words"_s);
    QTest::keyClick(&text(), Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(m_desk->typed(), u"## words"_s);
    QTest::keyClick(&text(), Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(m_desk->typed(), u"words"_s);
    m_desk->type(u"one\ntwo"_s);
    text().selectAll();
    m_desk->click(u"step"_s);
    QCOMPARE(m_desk->typed(), u"1. one\n2. two"_s);
    text().selectAll();
    m_desk->click(u"list"_s);
    QCOMPARE(m_desk->typed(), u"- one\n- two"_s);
    text().undo();
    QCOMPARE(m_desk->typed(), u"1. one\n2. two"_s);
    m_desk->type({});
    m_desk->click(u"code"_s);
    QCOMPARE(m_desk->typed(), u"```\n\n```\n"_s);
    m_desk->type({});
    m_desk->click(u"link"_s);
    QVERIFY(m_desk->typed().endsWith(u"](article:)"_s));
    m_desk->type({});
    m_desk->click(u"table"_s);
    QVERIFY(m_desk->typed().contains(u"| --- | --- |"_s));
}

void TestArticleEditor::listsGoOn()
{
    m_desk->edit();
    m_desk->type(u"1. one"_s);
    QTest::keyClick(&text(), Qt::Key_Return);
    QTest::keyClicks(&text(), u"two"_s);
    QTest::keyClick(&text(), Qt::Key_Return);
    QCOMPARE(m_desk->typed(), u"1. one\n2. two\n3. "_s);
    QTest::keyClick(&text(), Qt::Key_Return);
    QCOMPARE(m_desk->typed(), u"1. one\n2. two\n"_s);
}

void TestArticleEditor::imagesArePasted()
{
    m_desk->sitDown(u"li"_s);
    m_desk->edit();
    QImage image(40, 30, QImage::Format_RGB32);
    image.fill(Qt::red);
    const QString path = m_desk->dir() + u"/topology.png"_s;
    QVERIFY(image.save(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto known = store::BlobFolder::describe(file.readAll(), u"topology.png"_s);
    text().moveCursor(QTextCursor::End);
    auto *files = new QMimeData;
    files->setUrls({QUrl::fromLocalFile(path)});
    QGuiApplication::clipboard()->setMimeData(files);
    text().paste();
    QTRY_VERIFY(m_desk->typed().endsWith(u"![topology.png](blob:"_s + known.hash.left(8) + u')'));
    const auto seen = [&] {
        return preview()
            .document()
            ->resource(QTextDocument::ImageResource, QUrl(u"blob:"_s + known.hash))
            .value<QImage>()
            .size();
    };
    QTRY_COMPARE(seen(), QSize(40, 30));
    m_desk->picture(u"image"_s);
    // A cut of the screen has no file: it becomes one.
    QGuiApplication::clipboard()->setImage(image);
    text().paste();
    QTRY_COMPARE(m_desk->typed().count(u"](blob:"_s), 2);
    text().undo();
    QCOMPARE(m_desk->typed().count(u"](blob:"_s), 1);
    reason().setText(u"加拓扑图"_s);
    m_desk->click(u"publish"_s);
    QTRY_COMPARE(m_desk->article().version, 2);
    QCOMPARE(m_desk->version(2).text.images, QList{known});
}

void TestArticleEditor::whatIsNoImageIsRefused()
{
    m_desk->edit();
    const QString before = m_desk->typed();
    Q_EMIT text().imageOffered([] { return QByteArray("hello"); }, u"notes.txt"_s);
    QTRY_VERIFY(m_desk->text(u"editorComplaint"_s).contains(u"notes.txt"_s));
    QCOMPARE(m_desk->typed(), before);
    Q_EMIT text().imageOffered(
        [] { return QByteArray("\x89PNG\r\n\x1a\n").append(QByteArray(20 * 1024 * 1024, 'x')); },
        u"huge.png"_s);
    QTRY_VERIFY(m_desk->text(u"editorComplaint"_s).contains(u"huge.png"_s));
    QCOMPARE(m_desk->typed(), before);
}

void TestArticleEditor::aNewArticle()
{
    m_desk->sitDown(u"zhou"_s);
    m_desk->page().create(u"处置流程/音视频"_s);
    QTRY_VERIFY(m_desk->page().editor().isOpen());
    auto *title = m_desk->shown<QLineEdit>(u"articleTitleField"_s);
    QTest::keyClicks(title, u"Audio echo"_s);
    QCOMPARE(m_desk->shown<QLineEdit>(u"articleKey"_s)->text(), u"audio-echo"_s);
    m_desk->type(u"# Audio echo\n\n## Steps\n\n1. Mute one side\n"_s);
    m_desk->picture(u"new"_s);
    QSignalSpy asked(&m_desk->page(), &AuthoringPage::articleAsked);
    m_desk->click(u"publish"_s);
    QTRY_COMPARE(asked.count(), 1);
    QTRY_VERIFY(m_desk->library().findKey(u"audio-echo"_s));
    const auto &made = m_desk->article(u"audio-echo"_s);
    QCOMPARE(made.version, 1);
    QCOMPARE(made.owner, u"zhou"_s);
    QCOMPARE(made.folder, u"处置流程/音视频"_s);
    QCOMPARE(draftFiles(), QStringList());
    // A second one that was only begun is offered the next time.
    m_desk->page().create({});
    QTRY_VERIFY(m_desk->page().editor().isOpen());
    QTest::keyClicks(m_desk->shown<QLineEdit>(u"articleTitleField"_s), u"Later"_s);
    QTest::keyClick(&text(), Qt::Key_Escape);
    m_desk->page().create({});
    QTRY_VERIFY(m_desk->button(u"newArticle"_s));
    m_desk->click(u"openDraft"_s);
    QCOMPARE(m_desk->shown<QLineEdit>(u"articleTitleField"_s)->text(), u"Later"_s);
}

void TestArticleEditor::aColleagueHandsIn()
{
    m_desk->sitDown(u"zhou"_s);
    m_desk->edit();
    QVERIFY(!m_desk->button(u"publish"_s));
    QVERIFY(m_desk->text(u"whyNotPublished"_s).contains(u"李泽"_s));
    QVERIFY(!m_desk->shown<QComboBox>(u"articleOwner"_s)->isEnabled());
    m_desk->type(kChanged);
    reason().setText(u"补一步"_s);
    m_desk->click(u"handIn"_s);
    QTRY_VERIFY(m_desk->article().proposal);
    QCOMPARE(m_desk->article().proposal->by, u"zhou"_s);
    QCOMPARE(m_desk->article().version, 1);
    // They go on with what they handed in.
    m_desk->edit();
    QCOMPARE(m_desk->typed(), kChanged);
}

void TestArticleEditor::itIsLookedThroughWithdrawnAndBroughtBack()
{
    m_desk->sitDown(u"li"_s);
    m_desk->edit();
    m_desk->click(u"confirmArticle"_s);
    QTRY_COMPARE(m_desk->article().reviewedBy, u"li"_s);
    m_desk->click(u"withdrawArticle"_s);
    m_desk->click(u"save"_s); // not without a reason
    QVERIFY(!m_desk->text(u"complaint"_s).isEmpty());
    m_desk->shown<QLineEdit>(u"sentence"_s)->setText(u"线路已退网"_s);
    m_desk->picture(u"withdraw"_s);
    m_desk->click(u"save"_s);
    QTRY_VERIFY(m_desk->article().withdrawn);
    QTRY_VERIFY(!m_desk->button(u"publish"_s)->isEnabled());
    m_desk->picture(u"withdrawn"_s);
    m_desk->click(u"restoreArticle"_s);
    QTRY_VERIFY(!m_desk->article().withdrawn);
    QTRY_VERIFY(m_desk->button(u"publish"_s)->isEnabled());
}

void TestArticleEditor::inEnglish()
{
    m_desk->language().use(words::Language::Code::English);
    m_desk->sitDown(u"li"_s);
    m_desk->edit();
    m_desk->type(kChanged);
    QTRY_VERIFY(preview().toPlainText().contains(u"先降辅流"_s));
    QCOMPARE(m_desk->unnamed().join(u", "_s), QString());
    m_desk->picture(u"editor-en"_s);
}

QTEST_MAIN(TestArticleEditor)

#include "tst_articleeditor.moc"
