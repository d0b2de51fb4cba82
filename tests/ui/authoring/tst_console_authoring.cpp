// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/fulldisk.h"
#include "tests/ui/faults/faultyworkspace.h"
#include "ui/authoring/articleeditor.h"
#include "ui/authoring/authoringpage.h"
#include "ui/authoring/markdownedit.h"
#include "ui/knowledge/knowledgepage.h"
#include "ui/shell/account.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace watchroom;
using namespace watchroom::test;
using programs::Console;

/// Writing from the page of the knowledge base, by its keys.
class TestConsoleAuthoring : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void keysLeadThereAndBack();
    void aFullDiskTakesNoWord();

private:
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::ControlModifier)
    {
        QTest::keyClick(m_console->window().focusWidget() ? m_console->window().focusWidget()
                                                          : &m_console->window(),
            key, modifiers);
    }
    [[nodiscard]] ui::MarkdownEdit &text() const
    {
        return *m_console->authoringPage().findChild<ui::MarkdownEdit *>();
    }
    void write(const QString &title, const QString &markdown)
    {
        auto *field = m_console->authoringPage().findChild<QLineEdit *>(u"articleTitleField"_s);
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, title);
        text().selectAll();
        text().insertPlainText(markdown);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Console> m_console;
};

void TestConsoleAuthoring::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    makeStandalone(m_dir->path());
    m_console = openConsole(m_dir->path());
    QVERIFY(QTest::qWaitForWindowActive(&m_console->window()));
    QTRY_VERIFY(m_console->core().library().isLoaded());
    m_console->show(Console::Page::Knowledge);
}

void TestConsoleAuthoring::cleanup()
{
    m_console.reset();
    m_dir.reset();
}

void TestConsoleAuthoring::keysLeadThereAndBack()
{
    auto &editor = m_console->authoringPage().editor();
    auto &page = m_console->knowledgePage();
    QVERIFY(page.isVisible());
    key(Qt::Key_N);
    QTRY_VERIFY(editor.isOpen() && editor.isVisible());
    QVERIFY(!page.isVisible());
    write(u"Echo"_s, u"# Echo\n\n## Steps\n\n1. Mute\n"_s);
    QTest::keyClick(&text(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(page.isVisible());
    // What was published is shown, and is what the keys are for.
    QTRY_VERIFY(!page.pane().shown().isNull());
    key(Qt::Key_E);
    QTRY_VERIFY(editor.isOpen() && editor.isVisible());
    QVERIFY(text().toPlainText().contains(u"1. Mute"_s));
    QTest::keyClicks(&text(), u"N"_s); // no new incident: it is a letter here
    QVERIFY(text().toPlainText().startsWith(u'N'));
    // Another page in between: all of it is still there.
    m_console->show(Console::Page::Incidents);
    m_console->show(Console::Page::Knowledge);
    QVERIFY(editor.isVisible());
    QTest::keyClick(&text(), Qt::Key_Escape);
    QTRY_VERIFY(page.isVisible());
    key(Qt::Key_F4, Qt::NoModifier);
    QTRY_VERIFY(editor.isOpen());
    QVERIFY(text().toPlainText().startsWith(u'N'));
}

void TestConsoleAuthoring::aFullDiskTakesNoWord()
{
    key(Qt::Key_N);
    QTRY_VERIFY(m_console->authoringPage().editor().isOpen());
    const QString typed = u"# Echo\n\n"_s + QString(5000, u'x');
    auto *complaint = m_console->authoringPage().editor().findChild<QLabel *>(u"editorComplaint"_s);
    {
        const FullDisk full(1024);
        write(u"Echo"_s, typed);
        QTRY_VERIFY(complaint->isVisible());
        QVERIFY(!complaint->text().isEmpty());
        QCOMPARE(text().toPlainText(), typed);
    }
    // With room again the next letter keeps all of it.
    QSignalSpy written(&m_console->authoringPage().drafts(), &knowledge::Drafts::written);
    QTest::keyClicks(&text(), u"y"_s);
    QTRY_VERIFY(!written.isEmpty());
    QTRY_VERIFY(!complaint->isVisible());
}

QTEST_MAIN(TestConsoleAuthoring)
#include "tst_console_authoring.moc"
