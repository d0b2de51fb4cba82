// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/faults/faultyworkspace.h"
#include "ui/contacts/contactspage.h"
#include "ui/incidents/incidentspage.h"

#include <QListView>
#include <QPushButton>
#include <QTemporaryDir>

using namespace watchroom;
using namespace watchroom::test;

/// From an incident to those who are called for it and back, in the whole console.
class TestConsoleContacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void calledFromTheBoard();
    void byTheButton();
    void notWhileItIsLocked();
    void besideTheArticles();

private:
    void press(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }
    [[nodiscard]] QListView &list() const
    {
        return *m_console->window().findChild<QListView *>(u"contactList"_s);
    }
    [[nodiscard]] QStringList callCodes() const;

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<programs::Console> m_console;
    QUuid m_incident;
};

void TestConsoleContacts::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    makeStandalone(m_dir->path());
    m_console = openConsole(m_dir->path());
    m_console->preferences().setLanguage(Language::Code::Chinese);
    QVERIFY(QTest::qWaitForWindowActive(&m_console->window()));
    auto &core = m_console->core();
    contacts::Contact carrier;
    carrier.kind = u"party"_s;
    carrier.name = u"运营商夜间值班"_s;
    carrier.ways = {{u"phone"_s, u"010-5550 1234"_s}};
    carrier.tags = {u"network"_s};
    QVERIFY(core.contactCommands().add({carrier}).result().has_value());
    const auto opened = core.commands()
                            .open({.title = u"网络抖动，web-01"_s,
                                .level = u"red"_s,
                                .target = {},
                                .group = u"network"_s})
                            .result();
    QVERIFY(opened.has_value());
    m_incident = domain::uuid(opened->rows.first(), "id"_L1);
    QTRY_VERIFY(core.incidents().find(m_incident) != nullptr);
    QTRY_COMPARE(core.contacts().contacts().size(), 1);
    m_console->incidentsPage().show(m_incident);
}

void TestConsoleContacts::cleanup()
{
    m_console.reset();
    m_dir.reset();
}

QStringList TestConsoleContacts::callCodes() const
{
    auto rows = m_console->core().store().read<QList<domain::Row>>(
        [incident = base::toText(m_incident)](store::Reader &reader) {
            return reader.rows(u"log_entry"_s, u"kind = 'call' AND incident = ?"_s, {incident});
        });
    QStringList codes;
    const base::Result<QList<domain::Row>> read = rows.result();
    for (const domain::Row &row : *read)
        codes.append(domain::text(row, "code"_L1));
    return codes;
}

void TestConsoleContacts::calledFromTheBoard()
{
    QTest::keyClick(&m_console->window(), Qt::Key_H);
    QTRY_VERIFY(list().isVisible());
    QTRY_COMPARE(list().model()->rowCount(), 1);
    QTRY_VERIFY(list().hasFocus());
    press(Qt::Key_2);
    QTRY_COMPARE(callCodes(), QStringList({u"contact_no_answer"_s}));
    press(Qt::Key_1);
    QTRY_COMPARE(callCodes(), QStringList({u"contact_no_answer"_s, u"contact_reached"_s}));
    QTRY_VERIFY(m_console->core().contacts().contacts().first().verifiedAt.has_value());
    takePictures(*m_console, u"console-calls"_s);
    press(Qt::Key_Escape);
    QTRY_VERIFY(m_console->incidentsPage().isVisible());
    QCOMPARE(m_console->incidentsPage().inspector().incident(), m_incident);
}

void TestConsoleContacts::byTheButton()
{
    auto *calls = m_console->window().findChild<QPushButton *>(u"showCalls"_s);
    QVERIFY(calls->isVisible());
    takePictures(*m_console, u"console-inspector"_s);
    calls->click();
    QTRY_VERIFY(m_console->contactsPage().isVisible());
    QCOMPARE(m_console->contactsPage().view(), ui::ContactsView::Calls);
}

void TestConsoleContacts::notWhileItIsLocked()
{
    QVERIFY(m_console->account().setPin(u"2580"_s));
    m_console->account().lock();
    QTRY_VERIFY(m_console->account().isLocked());
    QTest::keyClick(&m_console->window(), Qt::Key_H);
    QVERIFY(!m_console->contactsPage().isVisible());
    QVERIFY(!m_console->window().findChild<QPushButton *>(u"showCalls"_s)->isVisible());
}

void TestConsoleContacts::besideTheArticles()
{
    m_console->showContacts();
    QVERIFY(m_console->contactsPage().isVisible());
    QTest::keyClick(&m_console->window(), Qt::Key_N);
    QTRY_VERIFY(m_console->window().findChild<QWidget *>(u"contactDialog"_s));
    press(Qt::Key_Escape);
    QTRY_VERIFY(!m_console->window().findChild<QWidget *>(u"contactDialog"_s));
    m_console->showArticles();
    QVERIFY(!m_console->contactsPage().isVisible());
    takePictures(*m_console, u"console-articles"_s);
}

QTEST_MAIN(TestConsoleContacts)
#include "tst_console_contacts.moc"
