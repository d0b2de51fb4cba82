// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/incidents/timelinemodel.h"
#include "app/programs/starterpack.h"
#include "tests/ui/faults/faultyworkspace.h"
#include "ui/authoring/articleeditor.h"
#include "ui/authoring/authoringpage.h"
#include "ui/authoring/markdownedit.h"
#include "ui/contacts/contactspage.h"
#include "ui/incidents/incidentspage.h"
#include "ui/incidents/timelinepanel.h"
#include "ui/knowledge/knowledgepage.h"
#include "ui/quality/qualitypage.h"
#include "ui/shell/account.h"
#include "ui/shell/palette.h"
#include "ui/widgets/searchfield.h"

#include <QListView>
#include <QPushButton>
#include <QTemporaryDir>

using namespace watchroom;
using namespace watchroom::test;
using programs::Console;
using Page = Console::Page;
using Kind = ui::PaletteLine::Kind;

/// Where the keys lead in the whole console, and where the one search box leads.
class TestConsoleKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void cleanupTestCase();

    void theBoxOpensOnEveryPage();
    void whatIsBeingWrittenStays();
    void aDialogKeepsItsKeys();
    void notWhileItIsLocked();
    void articlesAndContacts();
    void incidentsOpenAndClosed();
    void entriesAreRevealed_data();
    void entriesAreRevealed();
    void entriesOfNoIncident();
    void pagesAndPlaces();
    void everyPageHasItsField();
    void aSlashInAField();
    void theFirstProcedure();
    void theCallList();

private:
    [[nodiscard]] programs::Core &core() { return m_console->core(); }
    [[nodiscard]] ui::MainWindow &window() { return m_console->window(); }
    [[nodiscard]] ui::Palette *palette()
    {
        for (auto *one : window().findChildren<ui::Palette *>())
            if (one->isVisible())
                return one;
        return nullptr;
    }
    /// As a person does: to what has the focus.
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : &window(), Qt::Key(key), modifiers);
    }
    /// What an input method hands over.
    void type(const QString &text)
    {
        QInputMethodEvent event;
        event.setCommitString(text);
        QCoreApplication::sendEvent(QApplication::focusWidget(), &event);
    }
    void openBox() { press(Qt::Key_K, Qt::ControlModifier); }
    /// Opens the box, types the words, chooses the first of the kind and opens it.
    void go(const QString &words, Kind kind);
    [[nodiscard]] QUuid openIncident(const QString &title, const QString &group = u"network"_s);
    [[nodiscard]] QUuid note(const QUuid &incident, const QString &text);
    void close(const QUuid &incident);
    [[nodiscard]] QUuid article(const QString &key)
    {
        return core().library().findKey(key)->article.id;
    }
    template <class T>
    [[nodiscard]] T &child(const QString &name)
    {
        T *found = window().findChild<T *>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return *found;
    }

    QTemporaryDir m_dir;
    std::unique_ptr<Console> m_console;
    QUuid m_open;
    QUuid m_closed;
    QUuid m_contact;
    QUuid m_entry; ///< far down in the record of the open one
    QUuid m_closedEntry;
};

void TestConsoleKeys::initTestCase()
{
    makeStandalone(
        m_dir.path(), {.server = {}, .source = u"simulator"_s, .mapping = {}, .demo = true});
    m_console = openConsole(m_dir.path());
    m_console->preferences().setLanguage(Language::Code::Chinese);
    QVERIFY(QTest::qWaitForWindowActive(&window()));
    QTRY_VERIFY(!m_console->account().author().login.isEmpty());
    const auto brought = programs::importStarterPack(
        core().store(), core().clock(), m_console->account().author(), false);
    QVERIFY(brought.has_value());
    contacts::Contact carrier;
    carrier.kind = u"party"_s;
    carrier.name = u"运营商夜间值班"_s;
    carrier.ways = {{u"phone"_s, u"010-5550 1234"_s}};
    carrier.tags = {u"network"_s};
    const auto added = core().contactCommands().add({carrier}).result();
    QVERIFY(added.has_value());
    m_contact = domain::uuid(added->rows.first(), "id"_L1);
    m_open = openIncident(u"松江出口链路丢包"_s);
    m_entry = note(m_open, u"松江节点光缆被挖断"_s);
    for (int i = 0; i < 60; ++i)
        QVERIFY(!note(m_open, u"第 %1 次回访"_s.arg(i)).isNull());
    m_closed = openIncident(u"青浦会诊室断电"_s, u"system"_s);
    m_closedEntry = note(m_closed, u"配电箱跳闸，物业已合闸"_s);
    close(m_closed);
    QTRY_VERIFY(core().incidents().find(m_open) && !core().incidents().find(m_closed));
    QTRY_VERIFY(core().library().findKey(u"egress-loss"_s));
    QTRY_COMPARE(core().contacts().contacts().size(), 1);
}

void TestConsoleKeys::cleanup()
{
    for (int i = 0; i < 3 && (palette() || window().findChild<QWidget *>(u"newIncident"_s)); ++i)
        press(Qt::Key_Escape);
    m_console->authoringPage().leave();
    m_console->showArticles();
    m_console->incidentsPage().setView(0);
    m_console->incidentsPage().show({});
    m_console->show(Page::Incidents);
    window().setFocus();
}

void TestConsoleKeys::cleanupTestCase()
{
    m_console.reset();
}

QUuid TestConsoleKeys::openIncident(const QString &title, const QString &group)
{
    const auto opened = core()
                            .commands()
                            .open({.title = title, .level = u"red"_s, .target = {}, .group = group})
                            .result();
    return opened ? domain::uuid(opened->rows.first(), "id"_L1) : QUuid();
}

QUuid TestConsoleKeys::note(const QUuid &incident, const QString &text)
{
    const auto added = core().commands().addEntry({.incident = incident, .text = text}).result();
    return added ? domain::uuid(added->rows.first(), "id"_L1) : QUuid();
}

void TestConsoleKeys::close(const QUuid &incident)
{
    QVERIFY(core().commands().claim(incident).result().has_value());
    const auto closed = core()
                            .commands()
                            .advance(incident, {.to = u"closed"_s, .reason = u"false_alarm"_s})
                            .result();
    QVERIFY2(closed.has_value(), closed ? "" : qPrintable(closed.error().code));
}

void TestConsoleKeys::go(const QString &words, Kind kind)
{
    openBox();
    QVERIFY(palette());
    type(words);
    const auto isThere = [this, kind] {
        const auto now = palette()->current();
        if (now && now->kind != kind)
            press(Qt::Key_Down);
        return now && now->kind == kind
            && !(now->titleRanges.isEmpty() && now->snippetRanges.isEmpty());
    };
    QTRY_VERIFY(isThere());
    press(Qt::Key_Return);
    QTRY_VERIFY(!palette());
}

void TestConsoleKeys::theBoxOpensOnEveryPage()
{
    const auto opensAndGoes = [this](const char *where) {
        QWidget *before = QApplication::focusWidget();
        openBox();
        QVERIFY2(palette() && palette()->field().hasFocus(), where);
        openBox(); // it is one box
        QCOMPARE(window().findChildren<ui::Palette *>().size(), 1);
        press(Qt::Key_Escape);
        QTRY_VERIFY2(!window().findChild<ui::Palette *>(), where);
        QCOMPARE(QApplication::focusWidget(), before);
    };
    for (const Page page : {Page::Incidents, Page::Quality, Page::Tickets, Page::Handover,
             Page::Knowledge, Page::Settings}) {
        m_console->show(page);
        opensAndGoes("a page");
        press(Qt::Key_Tab); // to what can be used there
        opensAndGoes("a widget");
    }
    m_console->showContacts();
    opensAndGoes("contacts");
    m_console->showRoster();
    opensAndGoes("roster");
}

void TestConsoleKeys::whatIsBeingWrittenStays()
{
    auto &field = child<widgets::SearchField>(u"search"_s);
    field.setFocus();
    type(u"松江出口"_s);
    field.setCursorPosition(2);
    openBox();
    QVERIFY(palette());
    type(u"设置"_s);
    press(Qt::Key_Escape);
    QTRY_VERIFY(!palette());
    QVERIFY(field.hasFocus());
    QCOMPARE(field.text(), u"松江出口"_s);
    QCOMPARE(field.cursorPosition(), 2);
    field.clear();
    // In the middle of an article.
    m_console->show(Page::Knowledge);
    window().setFocus();
    press(Qt::Key_N, Qt::ControlModifier);
    auto &editor = m_console->authoringPage().editor();
    QTRY_VERIFY(editor.isOpen() && editor.isVisible());
    auto &text = *m_console->authoringPage().findChild<ui::MarkdownEdit *>();
    text.setFocus();
    text.setPlainText(u"# 一\n\n二三"_s);
    QTextCursor cursor = text.textCursor();
    cursor.setPosition(2);
    text.setTextCursor(cursor);
    openBox();
    QVERIFY(palette());
    press(Qt::Key_Escape);
    QTRY_VERIFY(!palette());
    QVERIFY(editor.isVisible() && text.hasFocus());
    QCOMPARE(text.toPlainText(), u"# 一\n\n二三"_s);
    QCOMPARE(text.textCursor().position(), 2);
}

void TestConsoleKeys::aDialogKeepsItsKeys()
{
    m_console->incidentsPage().show(m_open);
    press(Qt::Key_N);
    const auto dialogs = [this] {
        return window().findChildren<widgets::VeilDialog *>(QString(), Qt::FindDirectChildrenOnly);
    };
    QTRY_COMPARE(dialogs().size(), 1);
    auto *title = dialogs().first()->findChild<QLineEdit *>();
    QVERIFY(title);
    title->setFocus();
    type(u"黑屏"_s);
    openBox();
    QVERIFY(!palette());
    QCOMPARE(title->text(), u"黑屏"_s);
    QVERIFY(title->hasFocus());
    // Neither do the keys of the page behind it act, wherever in the dialog the focus is.
    auto *button = dialogs().first()->findChild<QPushButton *>();
    QVERIFY(button);
    button->setFocus();
    const auto &model = core().incidents();
    const QString owner = model.find(m_open)->owner;
    for (const int key : {Qt::Key_N, Qt::Key_C, Qt::Key_H, Qt::Key_K, Qt::Key_U, Qt::Key_Slash})
        press(key);
    QCoreApplication::processEvents();
    QCOMPARE(dialogs().size(), 1);
    QVERIFY(m_console->incidentsPage().isVisible());
    QVERIFY(button->hasFocus());
    QCOMPARE(model.find(m_open)->owner, owner);
    press(Qt::Key_Escape);
    QTRY_VERIFY(dialogs().isEmpty());
    openBox();
    QVERIFY(palette());
}

void TestConsoleKeys::notWhileItIsLocked()
{
    QVERIFY(m_console->account().setPin(u"2580"_s));
    m_console->account().lock();
    QTRY_VERIFY(m_console->account().isLocked());
    openBox();
    QVERIFY(!palette());
    const auto verdict = m_console->account().enter(m_console->account().lastLogin(), u"2580"_s);
    QVERIFY(verdict == ui::Account::Verdict::Right);
    openBox();
    QVERIFY(palette());
}

void TestConsoleKeys::articlesAndContacts()
{
    go(u"出口链路丢包"_s, Kind::Article);
    QVERIFY(m_console->knowledgePage().isVisible());
    QTRY_COMPARE(m_console->knowledgePage().pane().shown(), article(u"egress-loss"_s));
    // The page of contacts in between: articles come to the front again.
    go(u"运营商夜间"_s, Kind::Contact);
    QVERIFY(m_console->contactsPage().isVisible());
    QCOMPARE(m_console->contactsPage().view(), ui::ContactsView::All);
    auto &list = child<QListView>(u"contactList"_s);
    QTRY_VERIFY(list.currentIndex().isValid());
    QVERIFY(
        list.currentIndex().data(Qt::AccessibleTextRole).toString().contains(u"运营商夜间值班"_s)
        || list.currentIndex().data().toString().contains(u"运营商夜间值班"_s));
    go(u"出口链路丢包"_s, Kind::Article);
    QVERIFY(m_console->knowledgePage().isVisible());
}

void TestConsoleKeys::incidentsOpenAndClosed()
{
    m_console->show(Page::Settings);
    go(u"松江出口"_s, Kind::Incident);
    QVERIFY(m_console->incidentsPage().isVisible());
    QCOMPARE(m_console->incidentsPage().inspector().incident(), m_open);
    QVERIFY(m_console->incidentsPage().inspector().shown());
    m_console->show(Page::Settings);
    go(u"青浦会诊室"_s, Kind::Incident);
    QVERIFY(m_console->incidentsPage().isVisible());
    QTRY_VERIFY(m_console->incidentsPage().inspector().shown());
    QCOMPARE(m_console->incidentsPage().inspector().shown()->id, m_closed);
    QVERIFY(m_console->incidentsPage().inspector().shown()->isClosed());
    QVERIFY(child<QWidget>(u"closedList"_s).isVisible());
    // And back to the board.
    go(u"松江出口"_s, Kind::Incident);
    QTRY_VERIFY(!child<QWidget>(u"closedList"_s).isVisible());
    QCOMPARE(m_console->incidentsPage().inspector().shown()->id, m_open);
}

void TestConsoleKeys::entriesAreRevealed_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("closed");
    QTest::newRow("open") << u"光缆被挖断"_s << false;
    QTest::newRow("closed") << u"配电箱跳闸"_s << true;
}

void TestConsoleKeys::entriesAreRevealed()
{
    QFETCH(const QString, words);
    QFETCH(const bool, closed);
    m_console->show(Page::Settings);
    go(words, Kind::Entry);
    const QUuid entry = closed ? m_closedEntry : m_entry;
    QTRY_VERIFY(m_console->incidentsPage().inspector().shown());
    QTRY_COMPARE(m_console->incidentsPage().inspector().shown()->id, closed ? m_closed : m_open);
    auto *list = m_console->incidentsPage().inspector().timeline().findChild<QListView *>();
    const auto current = [list] {
        return list->currentIndex()
            .data(incidents::TimelineModel::EntryRole)
            .value<incidents::Entry>()
            .id;
    };
    QTRY_COMPARE(current(), entry);
    const auto isInSight = [list] {
        const QRect row = list->visualRect(list->currentIndex());
        return list->isVisible() && !row.isEmpty() && list->viewport()->rect().contains(row);
    };
    QTRY_VERIFY(isInSight());
    QVERIFY(list->hasFocus()); // so that it is marked
    takePictures(*m_console, closed ? u"console-entry-closed"_s : u"console-entry"_s);
}

void TestConsoleKeys::entriesOfNoIncident()
{
    const auto saved =
        core()
            .store()
            .save({{.table = u"log_entry"_s,
                      .id = base::newId(core().clock().now()),
                      .kind = domain::OperationKind::Append,
                      .set = {{u"kind"_s, u"note"_s}, {u"text"_s, u"空调外机异响"_s}}}},
                m_console->account().author())
            .result();
    QVERIFY(saved.has_value());
    m_console->show(Page::Settings);
    go(u"空调外机"_s, Kind::Entry);
    QVERIFY(window().currentPage() == static_cast<int>(Page::Settings)); // nowhere else
}

void TestConsoleKeys::pagesAndPlaces()
{
    go(u"工单"_s, Kind::Page);
    QCOMPARE(window().currentPage(), static_cast<int>(Page::Tickets));
    go(u"jjb"_s, Kind::Page); // its initials
    QCOMPARE(window().currentPage(), static_cast<int>(Page::Handover));
    const auto &targets = m_console->qualityPage().targets();
    QTRY_VERIFY(targets.rowCount({}) > 0);
    openBox();
    QVERIFY(palette());
    type(u"出口"_s);
    const auto isPlace = [this] {
        const auto now = palette()->current();
        if (now && now->kind != Kind::Place)
            press(Qt::Key_Down);
        return now && now->kind == Kind::Place;
    };
    QTRY_VERIFY(isPlace());
    const QString place = palette()->current()->ref;
    press(Qt::Key_Return);
    QTRY_COMPARE(window().currentPage(), static_cast<int>(Page::Quality));
    QCOMPARE(m_console->qualityPage().target(), place);
}

void TestConsoleKeys::everyPageHasItsField()
{
    const auto leads = [this](const QString &name) {
        window().setFocus();
        QTest::keyClick(&window(), Qt::Key_Slash);
        QVERIFY2(child<QWidget>(name).hasFocus(), qPrintable(name));
        QVERIFY2(child<QWidget>(name).isVisible(), qPrintable(name));
    };
    m_console->show(Page::Incidents);
    leads(u"search"_s);
    m_console->show(Page::Quality);
    leads(u"targetFilter"_s);
    m_console->show(Page::Tickets);
    leads(u"workSearch"_s);
    m_console->showContacts();
    leads(u"contactSearch"_s);
    m_console->showArticles();
    leads(u"articleSearch"_s);
    // Where there is none, no field that is out of sight takes what is typed then.
    for (const Page page : {Page::Handover, Page::Settings}) {
        m_console->show(page);
        window().setFocus();
        QTest::keyClick(&window(), Qt::Key_Slash);
        QWidget *focus = window().focusWidget();
        QVERIFY(!focus || focus->isVisible());
    }
}

void TestConsoleKeys::aSlashInAField()
{
    auto &field = child<widgets::SearchField>(u"search"_s);
    window().setFocus();
    press(Qt::Key_Slash);
    QVERIFY(field.hasFocus());
    QVERIFY(field.text().isEmpty());
    QTest::keyClicks(&field, u"a/b"_s);
    QCOMPARE(field.text(), u"a/b"_s);
    field.clear();
    openBox();
    QTest::keyClicks(QApplication::focusWidget(), u"1/2"_s);
    QCOMPARE(palette()->field().text(), u"1/2"_s);
}

void TestConsoleKeys::theFirstProcedure()
{
    const auto leads = [this](const QUuid &incident, const QString &key) {
        m_console->show(Page::Incidents);
        m_console->incidentsPage().show(incident);
        QTRY_COMPARE(core().advice().incident(), incident);
        const auto isAdvised = [this, &key] {
            const auto &all = core().advice().articles();
            return !all.isEmpty() && all.first().article == article(key);
        };
        QTRY_VERIFY2(isAdvised(), qPrintable(key));
        window().setFocus();
        QTest::keyClick(&window(), Qt::Key_K);
        QTRY_VERIFY(m_console->knowledgePage().isVisible());
        QTRY_COMPARE(m_console->knowledgePage().pane().shown(), article(key));
    };
    leads(m_open, u"egress-loss"_s);
    const QUuid strange = openIncident(u"Qwertz"_s, {});
    QTRY_VERIFY(core().incidents().find(strange));
    leads(strange, u"unknown-fault"_s);
}

void TestConsoleKeys::theCallList()
{
    m_console->incidentsPage().show(m_open);
    window().setFocus();
    QTest::keyClick(&window(), Qt::Key_H);
    QTRY_VERIFY(m_console->contactsPage().isVisible());
    QCOMPARE(m_console->contactsPage().view(), ui::ContactsView::Calls);
    QTRY_VERIFY(child<QListView>(u"contactList"_s).hasFocus());
    press(Qt::Key_Escape);
    QTRY_VERIFY(m_console->incidentsPage().isVisible());
    QCOMPARE(m_console->incidentsPage().inspector().incident(), m_open);
}

QTEST_MAIN(TestConsoleKeys)
#include "tst_console_keys.moc"
