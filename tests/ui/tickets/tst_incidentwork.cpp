// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/tickets/ticketdesk.h"
#include "ui/tickets/incidentwork.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace watchroom;
using namespace Qt::StringLiterals;
using test::TicketDesk;
using tickets::WorkKind;

/// What the details of an incident say of its tickets and pending items.
class TestIncidentWork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void showsTheMostUrgentOfThisIncident();
    void followsWhatChanges();
    void leadsToThePage();
    void aNewOneBelongsToIt();
    void aClosedIncidentGetsNoMore();

private:
    [[nodiscard]] QStringList lines() const;

    std::unique_ptr<TicketDesk> m_desk;
    std::unique_ptr<ui::IncidentWork> m_work;
    QUuid m_incident;
};

void TestIncidentWork::init()
{
    m_desk = std::make_unique<TicketDesk>();
    m_incident = m_desk->openIncident(u"卡顿"_s);
    m_work = std::make_unique<ui::IncidentWork>(m_desk->theme(),
        ui::IncidentWork::Needs{m_desk->model(WorkKind::Ticket),
            m_desk->model(WorkKind::PendingItem), [](const QString &login) { return login; }});
    m_work->resize(600, 200);
    m_work->show();
    m_work->setIncident(m_incident);
}

void TestIncidentWork::cleanup()
{
    m_work.reset();
    m_desk.reset();
}

QStringList TestIncidentWork::lines() const
{
    QStringList said;
    const auto buttons = m_work->findChildren<QPushButton *>();
    for (const QPushButton *button : buttons) {
        if (button->isVisible() && button->objectName() != "newIncidentWork"_L1)
            said.append(button->accessibleName());
    }
    return said;
}

void TestIncidentWork::showsTheMostUrgentOfThisIncident()
{
    QVERIFY(lines().isEmpty());
    m_desk->open({.title = u"别的"_s, .level = u"red"_s});
    m_desk->open({.kind = WorkKind::PendingItem,
        .title = u"蓝"_s,
        .level = u"blue"_s,
        .incident = m_incident});
    m_desk->open({.title = u"黄甲"_s, .level = u"yellow"_s, .incident = m_incident});
    m_desk->open({.title = u"黄乙"_s, .level = u"yellow"_s, .incident = m_incident});
    m_desk->open({.title = u"红"_s, .level = u"red"_s, .incident = m_incident, .claim = true});
    QTRY_COMPARE(lines().size(), 3);
    QVERIFY2(lines().first().contains(u"红 · chen"_s), qPrintable(lines().first()));
    QVERIFY2(lines().at(1).contains(u"黄甲 · 无人认领"_s), qPrintable(lines().at(1)));
    QVERIFY(lines().at(2).contains(u"黄乙"_s));
}

void TestIncidentWork::followsWhatChanges()
{
    const QUuid id = m_desk->open({.title = u"换线"_s, .level = u"red"_s, .incident = m_incident});
    QTRY_VERIFY(lines().value(0).contains(u"无人认领"_s));
    QVERIFY(m_desk->commands().claim(WorkKind::Ticket, id).result());
    QTRY_VERIFY(lines().value(0).contains(u"chen"_s));
    QVERIFY(m_desk->commands().close(WorkKind::Ticket, id, u"done"_s, {}).result());
    QTRY_VERIFY(lines().isEmpty());
}

void TestIncidentWork::leadsToThePage()
{
    const QUuid id = m_desk->open({.title = u"换线"_s, .level = u"red"_s, .incident = m_incident});
    QTRY_COMPARE(lines().size(), 1);
    QSignalSpy asked(m_work.get(), &ui::IncidentWork::workAsked);
    m_work->findChild<QPushButton *>(u"incidentWork0"_s)->click();
    QCOMPARE(asked.value(0).value(1).toUuid(), id);
}

void TestIncidentWork::aNewOneBelongsToIt()
{
    QSignalSpy asked(m_work.get(), &ui::IncidentWork::newAsked);
    m_work->findChild<QPushButton *>(u"newIncidentWork"_s)->click();
    QCOMPARE(asked.value(0).value(0).toUuid(), m_incident);
    m_desk->page().openNew(m_incident);
    QCOMPARE(m_desk->shown<QComboBox>(u"incident"_s)->currentData().toUuid(), m_incident);
    m_desk->shown<QLineEdit>(u"title"_s)->setText(u"换线"_s);
    m_desk->shown<QPushButton>(u"save"_s)->click();
    QTRY_VERIFY(lines().value(0).contains(u"换线"_s));
}

void TestIncidentWork::aClosedIncidentGetsNoMore()
{
    m_work->setReadOnly(true);
    QVERIFY(!m_work->findChild<QPushButton *>(u"newIncidentWork"_s)->isVisible());
}

QTEST_MAIN(TestIncidentWork)

#include "tst_incidentwork.moc"
