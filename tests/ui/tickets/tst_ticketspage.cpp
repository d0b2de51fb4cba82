// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/tickets/ticketdesk.h"
#include "ui/tickets/ticketstoolbar.h"
#include "ui/tickets/worklist.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/veildialog.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace watchroom;
using namespace Qt::StringLiterals;
using test::TicketDesk;
using tickets::NewWork;
using tickets::WorkKind;
using tickets::WorkModel;

/// Tickets and pending items as somebody at the desk sees and handles them.
class TestTicketsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<TicketDesk>(); }
    void cleanup() { m_desk.reset(); }

    void aNewOneByKeyboard();
    void anEmptyTitleIsTold();
    void claimPlanEnd();
    void itsTextIsEdited();
    void offeredAcceptedDeclined();
    void severalAtOnce();
    void othersAreNotTakenInBulk();
    void filters();
    void endedOnesAreReadWhenAsked();
    void nobodySitsHere();
    void itsIncidentIsALink();
    void bothLanguages();
    void everythingHasAName();
    void sorted();

private:
    [[nodiscard]] ui::WorkList &list() const { return m_desk->page().list(); }
    [[nodiscard]] QStringList titles() const;
    void chooseKind(int kind) const { segments(u"workKind"_s)->setCurrent(kind); }
    void chooseWhich(ui::TicketsToolbar::Which which) const
    {
        segments(u"workWhich"_s)->setCurrent(int(which));
    }
    [[nodiscard]] widgets::SegmentedControl *segments(const QString &name) const
    {
        return m_desk->shown<widgets::SegmentedControl>(name);
    }

    std::unique_ptr<TicketDesk> m_desk;
};

QStringList TestTicketsPage::titles() const
{
    QStringList all;
    for (int row = 0; row < list().model()->rowCount(); ++row)
        all.append(list().model()->index(row, WorkModel::TitleColumn).data().toString());
    return all;
}

void TestTicketsPage::aNewOneByKeyboard()
{
    m_desk->page().openNew();
    auto *title = m_desk->shown<QLineEdit>(u"title"_s);
    QVERIFY(title);
    QTRY_VERIFY(title->hasFocus());
    title->insert(u"换备用线路"_s); // as an input method does
    QTest::keyClick(title, Qt::Key_Tab);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_End); // red
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(m_desk->model(WorkKind::Ticket).rowCount(), 1);
    const tickets::Work &work = m_desk->model(WorkKind::Ticket).items().first();
    QCOMPARE(work.title, u"换备用线路"_s);
    QCOMPARE(work.level, u"red"_s);
    QCOMPARE(work.owner, u"chen"_s);
    QVERIFY(work.number.has_value());
    QTRY_VERIFY(!m_desk->shown<QLineEdit>(u"title"_s));
    QCOMPARE(titles(), QStringList{u"换备用线路"_s});
}

void TestTicketsPage::anEmptyTitleIsTold()
{
    m_desk->page().openNew();
    m_desk->button(u"save"_s)->click();
    auto *complaint = m_desk->shown<QLabel>(u"complaint"_s);
    QVERIFY(complaint);
    QVERIFY2(complaint->text().contains(u"标题"_s), qPrintable(complaint->text()));
    // A link that hides a script is told by the rules, and nothing typed is lost.
    m_desk->shown<QLineEdit>(u"title"_s)->setText(u"x"_s);
    m_desk->shown<QLineEdit>(u"url"_s)->setText(u"javascript:alert(1)"_s);
    m_desk->button(u"save"_s)->click();
    QTRY_VERIFY2(complaint->text().contains(u"http"_s), qPrintable(complaint->text()));
    QCOMPARE(m_desk->shown<QLineEdit>(u"title"_s)->text(), u"x"_s);
    QCOMPARE(m_desk->model(WorkKind::Ticket).rowCount(), 0);
}

void TestTicketsPage::claimPlanEnd()
{
    const QUuid id = m_desk->open({.title = u"备用线路无信号"_s, .level = u"yellow"_s});
    QVERIFY(!m_desk->shown<QWidget>(u"workPanel"_s));
    m_desk->page().show(WorkKind::Ticket, id);
    QVERIFY(m_desk->shown<QWidget>(u"workPanel"_s));
    QCOMPARE(m_desk->shown<QLabel>(u"workTitle"_s)->text(), u"备用线路无信号"_s);
    QCOMPARE(m_desk->button(u"takeWork"_s)->text(), u"认领"_s);
    QVERIFY(!m_desk->button(u"endWork"_s)->isEnabled());
    m_desk->button(u"takeWork"_s)->click();
    QTRY_COMPARE(m_desk->work(id).owner, u"chen"_s);
    QTRY_VERIFY(!m_desk->button(u"takeWork"_s)->isEnabled());

    m_desk->button(u"planWork"_s)->click();
    m_desk->shown<QLineEdit>(u"nextAction"_s)->setText(u"打给运营商"_s);
    m_desk->shown<QAbstractButton>(u"timed"_s)->click();
    const QDateTime due = m_desk->shown<QDateTimeEdit>(u"due"_s)->dateTime();
    m_desk->button(u"save"_s)->click();
    QTRY_COMPARE(m_desk->work(id).nextAction, u"打给运营商"_s);
    QCOMPARE(m_desk->work(id).dueAt,
        std::optional(base::Instant{base::Seconds{due.toSecsSinceEpoch()}}));
    QTRY_VERIFY(!m_desk->shown<QLineEdit>(u"nextAction"_s));

    m_desk->page().panel().end();
    m_desk->shown<widgets::SegmentedControl>(u"ending"_s)->setCurrent(1);
    m_desk->button(u"save"_s)->click();
    QVERIFY(m_desk->shown<QLabel>(u"complaint"_s)); // dropped needs a word why
    m_desk->shown<QLineEdit>(u"outcome"_s)->setText(u"厂家已修复"_s);
    m_desk->button(u"save"_s)->click();
    QTRY_COMPARE(m_desk->model(WorkKind::Ticket).rowCount(), 0);
    QTRY_VERIFY(!m_desk->shown<QWidget>(u"workPanel"_s));
    QCOMPARE(m_desk->entriesOf(id),
        (QStringList{u"work_opened"_s, u"work_claimed"_s, u"work_planned"_s, u"work_ended"_s}));
}

void TestTicketsPage::itsTextIsEdited()
{
    const QUuid id = m_desk->open({.title = u"换线路"_s, .level = u"blue"_s, .claim = true});
    list().choose(id);
    m_desk->button(u"editWork"_s)->click();
    auto *title = m_desk->shown<QLineEdit>(u"title"_s);
    title->clear();
    m_desk->button(u"save"_s)->click();
    QTRY_VERIFY(m_desk->shown<QLabel>(u"complaint"_s)); // without a title nobody knows what it is
    title->setText(u"换备用线路"_s);
    segments(u"level"_s)->setCurrent(2);
    m_desk->shown<QPlainTextEdit>(u"detail"_s)->setPlainText(u"机房 B，第 3 排"_s);
    m_desk->shown<QLineEdit>(u"url"_s)->setText(u"https://tracker.example/131"_s);
    m_desk->button(u"save"_s)->click();
    QTRY_COMPARE(m_desk->work(id).title, u"换备用线路"_s);
    QCOMPARE(m_desk->work(id).level, u"red"_s);
    QCOMPARE(m_desk->work(id).detail, u"机房 B，第 3 排"_s);
    QCOMPARE(m_desk->work(id).url, u"https://tracker.example/131"_s);
    QVERIFY(m_desk->entriesOf(id).contains(u"work_renamed"_s));
}

void TestTicketsPage::offeredAcceptedDeclined()
{
    const QUuid id = m_desk->open({.title = u"换麦克风"_s, .level = u"yellow"_s, .claim = true});
    m_desk->page().show(WorkKind::Ticket, id);
    m_desk->button(u"transferWork"_s)->click();
    auto *receiver = m_desk->shown<QComboBox>(u"receiver"_s);
    QCOMPARE(receiver->count(), 1); // not the owner
    m_desk->button(u"save"_s)->click();
    QVERIFY(m_desk->shown<QLabel>(u"complaint"_s));
    receiver->setCurrentIndex(0);
    m_desk->button(u"save"_s)->click();
    QTRY_COMPARE(m_desk->work(id).offeredTo, u"zhou"_s);
    QCOMPARE(m_desk->work(id).owner, u"chen"_s);
    QTRY_COMPARE(m_desk->button(u"transferWork"_s)->text(), u"撤回"_s);

    m_desk->sitDown(u"zhou"_s);
    m_desk->page().list().clearSelection();
    m_desk->page().show(WorkKind::Ticket, id);
    QCOMPARE(m_desk->button(u"takeWork"_s)->text(), u"接收"_s);
    QCOMPARE(m_desk->button(u"transferWork"_s)->text(), u"不接收"_s);
    m_desk->button(u"transferWork"_s)->click();
    QTRY_VERIFY(m_desk->work(id).offeredTo.isEmpty());
    QCOMPARE(m_desk->work(id).owner, u"chen"_s);

    m_desk->sitDown(u"chen"_s);
    QVERIFY(m_desk->commands().offer(WorkKind::Ticket, id, u"zhou"_s).result());
    m_desk->sitDown(u"zhou"_s);
    QTRY_COMPARE(m_desk->button(u"takeWork"_s)->text(), u"接收"_s);
    m_desk->button(u"takeWork"_s)->click();
    QTRY_COMPARE(m_desk->work(id).owner, u"zhou"_s);
    QCOMPARE(m_desk->entriesOf(id),
        (QStringList{u"work_opened"_s, u"work_claimed"_s, u"work_offered"_s, u"work_declined"_s,
            u"work_offered"_s, u"work_accepted"_s}));
}

void TestTicketsPage::severalAtOnce()
{
    QList<QUuid> ids;
    for (const QString &title : {u"甲"_s, u"乙"_s, u"丙"_s})
        ids.append(
            m_desk->open({.kind = WorkKind::PendingItem, .title = title, .level = u"blue"_s}));
    chooseKind(1);
    list().selectAll();
    QVERIFY(!m_desk->button(u"planWork"_s)); // of one alone
    m_desk->button(u"takeWork"_s)->click();
    for (const QUuid &id : std::as_const(ids))
        QTRY_COMPARE(m_desk->work(id).owner, u"chen"_s);
    QCOMPARE(list().chosen().size(), 3);
    m_desk->page().panel().transfer();
    auto *receiver = m_desk->shown<QComboBox>(u"receiver"_s);
    receiver->setCurrentIndex(receiver->findData(u"zhou"_s));
    m_desk->button(u"save"_s)->click();
    for (const QUuid &id : std::as_const(ids)) {
        QTRY_COMPARE(m_desk->work(id).offeredTo, u"zhou"_s);
        QCOMPARE(m_desk->entriesOf(id),
            (QStringList{u"work_opened"_s, u"work_claimed"_s, u"work_offered"_s}));
    }
}

void TestTicketsPage::othersAreNotTakenInBulk()
{
    const QUuid theirs = m_desk->open({.title = u"他人的"_s, .level = u"blue"_s});
    m_desk->sitDown(u"zhou"_s);
    QVERIFY(m_desk->commands().claim(WorkKind::Ticket, theirs).result());
    m_desk->sitDown(u"chen"_s);
    const QUuid free = m_desk->open({.title = u"无人的"_s, .level = u"blue"_s});
    QTRY_COMPARE(m_desk->work(theirs).owner, u"zhou"_s);
    list().selectAll();
    m_desk->button(u"takeWork"_s)->click();
    QTRY_COMPARE(m_desk->work(free).owner, u"chen"_s);
    QCOMPARE(m_desk->work(theirs).owner, u"zhou"_s);
}

void TestTicketsPage::filters()
{
    m_desk->open({.title = u"我的"_s, .level = u"blue"_s, .claim = true});
    const QUuid offered = m_desk->open({.title = u"给我的"_s, .level = u"blue"_s});
    m_desk->sitDown(u"zhou"_s);
    QVERIFY(m_desk->commands().claim(WorkKind::Ticket, offered).result());
    QVERIFY(m_desk->commands().offer(WorkKind::Ticket, offered, u"chen"_s).result());
    m_desk->sitDown(u"chen"_s);
    m_desk->open({.kind = WorkKind::PendingItem, .title = u"门禁卡"_s, .level = u"blue"_s});
    QTRY_COMPARE(m_desk->work(offered).offeredTo, u"chen"_s);
    using Which = ui::TicketsToolbar::Which;
    chooseWhich(Which::Mine);
    QCOMPARE(titles(), QStringList{u"我的"_s});
    chooseWhich(Which::Offered);
    QCOMPARE(titles(), QStringList{u"给我的"_s});
    chooseWhich(Which::Open);
    QCOMPARE(titles().size(), 2);
    auto *search = m_desk->shown<QLineEdit>(u"workSearch"_s);
    search->setText(u"周敏 给"_s);
    QCOMPARE(titles(), QStringList{u"给我的"_s});
    search->clear();
    chooseKind(1);
    QCOMPARE(titles(), QStringList{u"门禁卡"_s});
    QVERIFY(list().isColumnHidden(WorkModel::ReferenceColumn));
}

void TestTicketsPage::endedOnesAreReadWhenAsked()
{
    const QUuid id = m_desk->open({.title = u"完成的"_s, .level = u"blue"_s, .claim = true});
    QVERIFY(m_desk->commands().close(WorkKind::Ticket, id, u"done"_s, u"已更换"_s).result());
    QTRY_VERIFY(titles().isEmpty());
    chooseWhich(ui::TicketsToolbar::Which::Ended);
    QTRY_COMPARE(titles(), QStringList{u"完成的"_s});
    list().selectAll();
    QVERIFY(m_desk->shown<QWidget>(u"workPanel"_s));
    for (const auto *name : {"takeWork", "endWork", "transferWork", "planWork", "waitWork"})
        QVERIFY2(!m_desk->button(QString::fromLatin1(name)), name);
}

void TestTicketsPage::nobodySitsHere()
{
    const QUuid id = m_desk->open({.title = u"无人"_s, .level = u"blue"_s});
    m_desk->sitDown({});
    QSignalSpy asked(&m_desk->page(), &ui::TicketsPage::authorAsked);
    m_desk->page().show(WorkKind::Ticket, id);
    m_desk->button(u"takeWork"_s)->click();
    QCOMPARE(asked.count(), 1);
    m_desk->page().openNew();
    QCOMPARE(asked.count(), 2);
    QVERIFY(m_desk->work(id).owner.isEmpty());
}

void TestTicketsPage::itsIncidentIsALink()
{
    const QUuid incident = m_desk->openIncident(u"卡顿"_s);
    const QUuid id = m_desk->open({.title = u"跟踪"_s,
        .level = u"blue"_s,
        .incident = incident,
        .url = u"https://tracker.example/1"_s});
    m_desk->page().show(WorkKind::Ticket, id);
    QSignalSpy asked(&m_desk->page(), &ui::TicketsPage::incidentAsked);
    m_desk->button(u"workIncident"_s)->click();
    QCOMPARE(asked.value(0).value(0).toUuid(), incident);
    QSignalSpy opened(&m_desk->page(), &ui::TicketsPage::urlAsked);
    m_desk->button(u"workUrl"_s)->click();
    QCOMPARE(opened.value(0).value(0).toString(), u"https://tracker.example/1"_s);
}

void TestTicketsPage::bothLanguages()
{
    const QUuid id = m_desk->open({.title = u"无人"_s, .level = u"blue"_s});
    m_desk->page().show(WorkKind::Ticket, id);
    QCOMPARE(m_desk->button(u"newWork"_s)->text(), u"新建"_s);
    m_desk->language().use(words::Language::Code::English);
    QTRY_COMPARE(m_desk->button(u"newWork"_s)->text(), u"New"_s);
    QCOMPARE(m_desk->button(u"takeWork"_s)->text(), u"Claim"_s);
    QCOMPARE(list().model()->headerData(WorkModel::DueColumn, Qt::Horizontal).toString(), u"Due"_s);
}

void TestTicketsPage::everythingHasAName()
{
    const QUuid id = m_desk->open({.title = u"无人"_s, .level = u"blue"_s});
    m_desk->page().show(WorkKind::Ticket, id);
    QCOMPARE(m_desk->unnamed().join(u','), QString());
}

void TestTicketsPage::sorted()
{
    WorkModel &model = m_desk->model(WorkKind::Ticket);
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const base::Instant now = m_desk->now();
    const auto add = [&](const QString &title, const QString &level, int minutes) {
        NewWork work{.title = title, .level = level};
        work.plan.dueAt = now + base::Seconds{60 * minutes};
        return m_desk->open(work);
    };
    add(u"黄后"_s, u"yellow"_s, 60);
    add(u"黄先"_s, u"yellow"_s, 30);
    add(u"红"_s, u"red"_s, 600);
    QCOMPARE(titles(), (QStringList{u"红"_s, u"黄先"_s, u"黄后"_s}));
    list().sortByColumn(WorkModel::DueColumn, Qt::AscendingOrder);
    QCOMPARE(titles(), (QStringList{u"黄先"_s, u"黄后"_s, u"红"_s}));
}

QTEST_MAIN(TestTicketsPage)

#include "tst_ticketspage.moc"
