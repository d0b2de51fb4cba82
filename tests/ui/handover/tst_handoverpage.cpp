// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/handover/handoverdesk.h"
#include "ui/handover/itembox.h"
#include "ui/handover/itemsstep.h"
#include "ui/handover/itemsview.h"
#include "ui/handover/readbackrow.h"
#include "ui/handover/readbackstep.h"
#include "ui/handover/restview.h"
#include "ui/handover/sheetpreview.h"
#include "ui/handover/signstep.h"
#include "ui/handover/systemrow.h"
#include "ui/handover/systemsstep.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTest>

using namespace watchroom;
using namespace Qt::StringLiterals;
using handover::HandoverItem;
using test::HandoverDesk;
using ui::HandoverStep;
using ui::ReadBackRow;

/// The wizard as people use it: what is wanting, who may say what, and how the watch passes.
class TestHandoverPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<HandoverDesk>(); }
    void cleanup() { m_desk.reset(); }

    void betweenHandovers();
    void aHandoverIsStartedByTheRoster();
    void whatIsKnownIsFilledIn();
    void anEmptyGapTakesItsProposal();
    void aDueTimeThatIsNone();
    void aProcedureIsTakenWithItsStep();
    void onlyReceiversConfirm();
    void aQuestionGoesBackAndIsAnswered();
    void blueOnesAreConfirmedTogether();
    void systemsGrowOld();
    void aSystemOfTheTeam();
    void aSystemThatMetricsCheck();
    void aReadBackThatDiffers();
    void onlyWhoLeavesHasHeard();
    void aWaiverNeedsASecondName();
    void onePositionAlone();
    void inEnglish();

private:
    [[nodiscard]] const HandoverItem &item(const QUuid &id) const
    {
        for (const HandoverItem &one : m_desk->state().items) {
            if (one.facts.id == id)
                return one;
        }
        qFatal("no such item");
    }
    [[nodiscard]] ReadBackRow *row(const QUuid &id) const
    {
        return m_desk->shown<ReadBackRow>(u"readBack "_s + id.toString(QUuid::WithoutBraces));
    }
    std::unique_ptr<HandoverDesk> m_desk;
};

void TestHandoverPage::betweenHandovers()
{
    QVERIFY(m_desk->page().rest().isVisible());
    QVERIFY(m_desk->button(u"startHandover"_s));
    m_desk->picture(u"rest"_s);
}

void TestHandoverPage::aHandoverIsStartedByTheRoster()
{
    m_desk->button(u"startHandover"_s)->click();
    QCOMPARE(m_desk->shown<QComboBox>(u"outgoing"_s)->currentData().toString(), u"chen"_s);
    QCOMPARE(m_desk->shown<QComboBox>(u"incoming"_s)->currentData().toString(), u"liu"_s);
    m_desk->picture(u"start"_s);
    m_desk->button(u"save"_s)->click();
    QTRY_VERIFY(m_desk->book().state() && m_desk->state().isLive());
    QCOMPARE(m_desk->state().shiftAt, std::optional(HandoverDesk::at(18, 20)));
    QCOMPARE(m_desk->state().outgoingPeople, (QStringList{u"chen"_s, u"li"_s}));
    QCOMPARE(m_desk->state().incomingPeople, (QStringList{u"liu"_s, u"luo"_s}));
}

void TestHandoverPage::whatIsKnownIsFilledIn()
{
    const QUuid ticket = m_desk->ticket(u"换备用线路"_s, u"red"_s, u"li"_s);
    const QUuid blue = m_desk->ticket(u"短信回访"_s, u"blue"_s, u"zhou"_s);
    m_desk->open();
    m_desk->page().begin();
    QTRY_COMPARE(m_desk->page().tickets().count(), 2);
    m_desk->picture(u"tickets-empty"_s);
    m_desk->button(u"fillIn"_s)->click();
    QTRY_COMPARE(item(ticket).facts.receiver, u"luo"_s); // has Li's position next
    QTRY_COMPARE(item(blue).facts.receiver, u"liu"_s); // Zhou has none: the lead
    QTRY_VERIFY(!item(ticket).facts.contingency.isEmpty());
    QVERIFY(item(blue).facts.contingency.isEmpty());
}

void TestHandoverPage::anEmptyGapTakesItsProposal()
{
    const QUuid event = m_desk->incident(u"上海电信上行丢包"_s, u"yellow"_s, u"chen"_s);
    m_desk->open();
    m_desk->page().begin();
    m_desk->page().tickets().choose(u"incident"_s, event);
    auto *field = m_desk->shown<QLineEdit>(u"contingency"_s);
    field->setFocus();
    const QString proposed = field->placeholderText();
    QVERIFY(!proposed.isEmpty());
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(item(event).facts.contingency, proposed);
}

void TestHandoverPage::aDueTimeThatIsNone()
{
    const QUuid ticket = m_desk->ticket(u"换备用线路"_s, u"blue"_s, u"li"_s, u"换"_s);
    m_desk->open();
    m_desk->page().begin();
    m_desk->page().tickets().choose(u"ticket"_s, ticket);
    auto *field = m_desk->shown<QLineEdit>(u"due"_s);
    field->setFocus();
    QTest::keyClicks(field, u"25:90"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(m_desk->text(u"itemProblem"_s).contains(u"25:90"_s));
    QVERIFY(!item(ticket).facts.dueAt);
    field->selectAll();
    QTest::keyClicks(field, u"2130"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(item(ticket).facts.dueAt, std::optional(HandoverDesk::at(18, 21, 30)));
}

// Its next action is the step it stands at: nobody writes it, and nobody is asked for a plan.
void TestHandoverPage::aProcedureIsTakenWithItsStep()
{
    const QUuid event = m_desk->incident(u"上海电信上行丢包"_s, u"red"_s, u"chen"_s);
    const QUuid run = m_desk->procedure(u"出口链路丢包处置"_s, u"chen"_s, event);
    m_desk->open();
    m_desk->page().begin();
    QTRY_COMPARE(m_desk->page().tickets().count(), 2);
    m_desk->page().tickets().choose(u"procedure_run"_s, run);
    auto *next = m_desk->shown<QLineEdit>(u"nextAction"_s);
    QVERIFY(next->text().contains(u"核对告警"_s));
    QVERIFY(!next->isEnabled());
    QVERIFY(!m_desk->shown<QLineEdit>(u"contingency"_s)->isEnabled());
    m_desk->picture(u"procedure"_s);
    QTest::keyClick(&m_desk->page().tickets().view(), Qt::Key_Return);
    QVERIFY(m_desk->shown<QComboBox>(u"receiver"_s)->hasFocus());
    m_desk->button(u"fillIn"_s)->click();
    QTRY_COMPARE(item(run).facts.receiver, u"liu"_s);
    m_desk->sitDown(u"liu"_s);
    m_desk->page().tickets().choose(u"procedure_run"_s, run);
    QTest::keyClick(&m_desk->page().tickets().view(), Qt::Key_Space);
    QTRY_VERIFY(item(run).confirmed);
}

void TestHandoverPage::onlyReceiversConfirm()
{
    const QUuid ticket = m_desk->ticket(u"换备用线路"_s, u"blue"_s, u"li"_s, u"换"_s, 21);
    m_desk->open();
    m_desk->must(m_desk->commands().setItem(
        m_desk->state().id, u"ticket"_s, ticket, {.receiver = u"gao"_s}));
    QTRY_COMPARE(item(ticket).facts.receiver, u"gao"_s);
    m_desk->page().begin();
    m_desk->page().tickets().choose(u"ticket"_s, ticket);
    QVERIFY(!m_desk->button(u"confirmItem"_s)->isEnabled()); // Chen hands it over
    m_desk->sitDown(u"gao"_s);
    QVERIFY(m_desk->button(u"confirmItem"_s)->isEnabled());
    QTest::keyClick(&m_desk->page().tickets().view(), Qt::Key_Space);
    QTRY_VERIFY(item(ticket).confirmed);
    QCOMPARE(item(ticket).facts.confirmedBy, u"gao"_s);
}

void TestHandoverPage::aQuestionGoesBackAndIsAnswered()
{
    const QUuid ticket = m_desk->ticket(u"短信回访"_s, u"blue"_s, u"zhou"_s, u"回访"_s, 21);
    m_desk->open();
    m_desk->must(m_desk->commands().setItem(
        m_desk->state().id, u"ticket"_s, ticket, {.receiver = u"gao"_s}));
    QTRY_COMPARE(item(ticket).facts.receiver, u"gao"_s);
    m_desk->sitDown(u"gao"_s);
    m_desk->page().tickets().choose(u"ticket"_s, ticket);
    QTest::keyClick(&m_desk->page().tickets().view(), Qt::Key_Q);
    auto *talk = m_desk->shown<QLineEdit>(u"talk"_s);
    QVERIFY(talk->hasFocus());
    talk->setText(u"回访几家医院？"_s);
    QTest::keyClick(talk, Qt::Key_Return);
    QTRY_COMPARE(item(ticket).question, u"回访几家医院？"_s);
    m_desk->sitDown(u"zhou"_s);
    QCOMPARE(m_desk->page().waitingForMe(), 1);
    QVERIFY(m_desk->text(u"talkSaid"_s).contains(u"高婷"_s));
    m_desk->picture(u"question"_s);
    talk->setText(u"三家，名单在共享盘"_s);
    m_desk->button(u"sendTalk"_s)->click();
    QTRY_COMPARE(item(ticket).answer, u"三家，名单在共享盘"_s);
    QCOMPARE(m_desk->page().waitingForMe(), 0);
}

void TestHandoverPage::blueOnesAreConfirmedTogether()
{
    const QUuid blue = m_desk->ticket(u"短信回访"_s, u"blue"_s, u"zhou"_s, u"回访"_s, 21);
    const QUuid red =
        m_desk->ticket(u"换板卡"_s, u"red"_s, u"li"_s, u"换"_s, 21, u"若不行，则改走 05"_s);
    m_desk->open();
    for (const QUuid &id : {blue, red})
        m_desk->must(m_desk->commands().setItem(
            m_desk->state().id, u"ticket"_s, id, {.receiver = u"liu"_s}));
    QTRY_COMPARE(item(red).facts.receiver, u"liu"_s);
    QVERIFY(!m_desk->button(u"confirmBlue"_s)); // Chen
    m_desk->sitDown(u"liu"_s);
    QTRY_VERIFY(m_desk->button(u"confirmBlue"_s));
    m_desk->button(u"confirmBlue"_s)->click();
    QTRY_VERIFY(item(blue).confirmed);
    QVERIFY(!item(red).confirmed);
}

void TestHandoverPage::systemsGrowOld()
{
    m_desk->open();
    m_desk->page().showStep(HandoverStep::Systems);
    auto *sound = m_desk->page().systems().row(u"sound"_s);
    auto *result = sound->findChild<widgets::SegmentedControl *>();
    QVERIFY(result->hasFocus());
    QTest::keyClick(result, Qt::Key_Right);
    QTRY_COMPARE(m_desk->state().systems.first().result, u"ok"_s);
    QVERIFY(sound->isFresh());
    QVERIFY(!m_desk->button(u"checkAgain"_s));
    m_desk->setNow(m_desk->now() + std::chrono::minutes(16));
    QVERIFY(!sound->isFresh());
    m_desk->button(u"checkAgain"_s)->click();
    QTRY_VERIFY(sound->isFresh());
    m_desk->picture(u"systems"_s);
}

void TestHandoverPage::aSystemOfTheTeam()
{
    m_desk->open();
    m_desk->page().showStep(HandoverStep::Systems);
    m_desk->shown<QLineEdit>(u"newSystem"_s)->setText(u"录像存储"_s);
    m_desk->button(u"addSystem"_s)->click();
    QTRY_VERIFY(m_desk->page().systems().row(u"录像存储"_s));
    QCOMPARE(m_desk->page().systems().count(), 5);
    QTRY_VERIFY(m_desk->button(u"removeSystem"_s));
    m_desk->button(u"removeSystem"_s)->click();
    QTRY_COMPARE(m_desk->page().systems().count(), 4);
}

void TestHandoverPage::aSystemThatMetricsCheck()
{
    const QString name = u"北京 MCU 集群"_s;
    m_desk->open();
    m_desk->page().showStep(HandoverStep::Systems);
    m_desk->shown<QLineEdit>(u"newSystem"_s)->setText(name); // by its name, not its code word
    m_desk->button(u"addSystem"_s)->click();
    QTRY_VERIFY(m_desk->page().systems().row(u"bj-mcu"_s));
    const auto isWanting = [this] {
        return handover::missingOf(m_desk->state(), m_desk->now())
            .contains(handover::Missing{u"system"_s, u"system"_s, u"bj-mcu"_s});
    };
    const auto read = [&](const QString &result, const QString &seen) {
        m_desk->book().setReadings({{.key = u"bj-mcu"_s,
            .name = name,
            .result = result,
            .seen = seen,
            .at = m_desk->now()}});
    };
    QVERIFY(isWanting());
    read(u"ok"_s, u"正常"_s);
    QVERIFY(!isWanting());
    const auto *row = m_desk->page().systems().row(u"bj-mcu"_s);
    QCOMPARE(row->system().seen, u"正常"_s);
    m_desk->picture(u"systems-metrics"_s);

    m_desk->setNow(HandoverDesk::at(18, 19, 57)); // nothing was heard for 16 minutes
    QVERIFY(isWanting());
    read(u"failed"_s, u"红色 1"_s);
    QVERIFY(isWanting());
    // Who looks and says what they saw is believed, until that is old.
    m_desk->must(m_desk->commands().check(
        m_desk->state().id, u"bj-mcu"_s, u"ok"_s, u"备机已接管，画面正常"_s));
    QTRY_COMPARE(row->system().by, u"chen"_s);
    read(u"failed"_s, u"红色 1"_s);
    QVERIFY(!isWanting());
    m_desk->setNow(HandoverDesk::at(18, 20, 13));
    read(u"failed"_s, u"红色 1"_s);
    QVERIFY(isWanting());
    QCOMPARE(row->system().by, QString());
}

void TestHandoverPage::aReadBackThatDiffers()
{
    const QUuid ticket = m_desk->ticket(
        u"备用出口切换申请"_s, u"yellow"_s, u"li"_s, u"等院方批准"_s, 20, u"若未批，则上报"_s);
    m_desk->open();
    m_desk->must(m_desk->commands().setItem(
        m_desk->state().id, u"ticket"_s, ticket, {.receiver = u"luo"_s}));
    QTRY_COMPARE(item(ticket).facts.receiver, u"luo"_s);
    m_desk->page().showStep(HandoverStep::ReadBack);
    m_desk->sitDown(u"liu"_s);
    auto *due = row(ticket)->findChild<QLineEdit *>(u"saidDue"_s);
    auto *next = row(ticket)->findChild<widgets::SegmentedControl *>(u"saidNext"_s);
    auto *owner = row(ticket)->findChild<QComboBox *>(u"saidOwner"_s);
    QVERIFY(due->hasFocus());
    QTest::keyClicks(due, u"2000"_s);
    QVERIFY(next->hasFocus()); // four digits are a time
    const int right =
        int(ui::stepsFor(item(ticket), m_desk->state().items).indexOf(u"等院方批准"_s));
    QTest::keyClick(next, Qt::Key(Qt::Key_1 + right));
    QVERIFY(owner->hasFocus());
    owner->setCurrentIndex(owner->findData(u"luo"_s));
    Q_EMIT owner->activated(owner->currentIndex());
    QTRY_COMPARE(row(ticket)->standing(), ReadBackRow::Standing::Differs);
    m_desk->picture(u"readback-differs"_s);
    m_desk->button(u"correctSaid"_s)->click();
    QTRY_COMPARE(row(ticket)->standing(), ReadBackRow::Standing::Agrees);
}

void TestHandoverPage::onlyWhoLeavesHasHeard()
{
    m_desk->prepare();
    const QUuid first = m_desk->state().items.first().facts.id;
    m_desk->must(m_desk->commands().setItem(
        m_desk->state().id, m_desk->state().items.first().facts.table, first, {.heard = false}));
    m_desk->page().showStep(HandoverStep::ReadBack);
    QTRY_COMPARE(row(first)->standing(), ReadBackRow::Standing::Agrees);
    m_desk->sitDown(u"liu"_s);
    QVERIFY(!row(first)->findChild<QPushButton *>(u"heard"_s)->isEnabled());
    m_desk->sitDown(u"chen"_s);
    m_desk->picture(u"readback"_s);
    row(first)->findChild<QPushButton *>(u"heard"_s)->click();
    QTRY_COMPARE(row(first)->standing(), ReadBackRow::Standing::Heard);
}

void TestHandoverPage::aWaiverNeedsASecondName()
{
    m_desk->prepare();
    m_desk->must(m_desk->commands().check(m_desk->state().id, u"wall"_s, u"failed"_s, u"黑屏"_s));
    m_desk->page().showStep(HandoverStep::Systems);
    QTRY_VERIFY(m_desk->button(u"waive"_s));
    QVERIFY(!m_desk->button(u"next"_s)->isEnabled());
    m_desk->button(u"waive"_s)->click();
    m_desk->button(u"save"_s)->click();
    QVERIFY(!m_desk->text(u"complaint"_s).isEmpty());
    auto *reason = m_desk->shown<QComboBox>(u"reason"_s);
    auto *second = m_desk->shown<QComboBox>(u"secondName"_s);
    QCOMPARE(second->findData(u"chen"_s), -1); // not themselves
    reason->setCurrentIndex(reason->findData(u"known_fault"_s));
    second->setCurrentIndex(second->findData(u"zhou"_s));
    m_desk->picture(u"waive"_s);
    m_desk->button(u"save"_s)->click();
    QTRY_COMPARE(m_desk->state().waivers.size(), 1);
    QTRY_VERIFY(m_desk->button(u"next"_s)->isEnabled());
    QVERIFY(m_desk->text(u"waivers"_s).contains(u"周敏"_s));
}

void TestHandoverPage::onePositionAlone()
{
    const QUuid network = m_desk->ticket(u"换备用线路"_s, u"blue"_s, u"li"_s, u"换"_s, 21);
    const QUuid other = m_desk->ticket(u"短信回访"_s, u"blue"_s, u"zhou"_s, u"回访"_s, 21);
    auto *scope = m_desk->shown<QComboBox>(u"handoverScope"_s);
    scope->setCurrentIndex(scope->findData(u"network"_s));
    Q_EMIT scope->activated(scope->currentIndex());
    QTRY_COMPARE(m_desk->book().scope(), u"network"_s);
    QTRY_VERIFY(m_desk->book().isLoaded());
    m_desk->sitDown(u"li"_s);
    m_desk->button(u"startHandover"_s)->click();
    QCOMPARE(m_desk->shown<QComboBox>(u"incoming"_s)->currentData().toString(), u"luo"_s);
    m_desk->button(u"save"_s)->click();
    QTRY_VERIFY(m_desk->book().state() && m_desk->state().isLive());
    QCOMPARE(m_desk->state().scope, u"network"_s);
    QCOMPARE(m_desk->state().items.size(), 1); // what is Li's, not the desk's
    QCOMPARE(m_desk->state().items.first().facts.id, network);
    const QUuid id = m_desk->state().id;
    m_desk->must(m_desk->commands().setItem(id, u"ticket"_s, network, {.receiver = u"luo"_s}));
    for (const handover::SheetSystem &system : handover::usualSystems())
        m_desk->must(m_desk->commands().check(id, system.key, u"ok"_s, {}));
    m_desk->sitDown(u"luo"_s);
    m_desk->must(m_desk->commands().setItem(id, u"ticket"_s, network, {.confirmed = true}));
    QTRY_VERIFY(item(network).confirmed);
    m_desk->must(m_desk->commands().setItem(id, u"ticket"_s, network,
        {.readBack = handover::SheetReadBack{.table = u"ticket"_s,
             .id = network,
             .dueAt = item(network).facts.dueAt,
             .nextAction = u"换"_s,
             .owner = u"luo"_s}}));
    m_desk->sitDown(u"li"_s);
    m_desk->must(m_desk->commands().setItem(id, u"ticket"_s, network, {.heard = true}));
    m_desk->page().showStep(HandoverStep::Signatures);
    m_desk->sign(m_desk->page().signatures().outgoing(), u"li"_s);
    QTRY_COMPARE(m_desk->state().state, u"out_signed"_s);
    m_desk->sign(m_desk->page().signatures().incoming(), u"luo"_s);
    QTRY_COMPARE(m_desk->state().state, u"accepted"_s);
    auto read = m_desk->store().read<QList<domain::Row>>([](store::Reader &reader) {
        return reader.rows(u"ticket"_s, {}, {}, u"ORDER BY number"_s);
    });
    read.waitForFinished();
    const base::Result<QList<domain::Row>> tickets = read.result();
    QCOMPARE(domain::text(tickets->at(0), "owner"_L1), u"luo"_s);
    QCOMPARE(domain::uuid(tickets->at(1), "id"_L1), other);
    QCOMPARE(domain::text(tickets->at(1), "owner"_L1), u"zhou"_s); // not of this position
}

void TestHandoverPage::inEnglish()
{
    m_desk->prepare();
    m_desk->language().use(words::Language::Code::English);
    m_desk->settle();
    m_desk->picture(u"tickets-en"_s);
    m_desk->page().showStep(HandoverStep::Systems);
    m_desk->picture(u"systems-en"_s);
    m_desk->page().showStep(HandoverStep::ReadBack);
    m_desk->picture(u"readback-en"_s);
    m_desk->page().showStep(HandoverStep::Signatures);
    QTRY_COMPARE(m_desk->page().signatures().preview().pageCount(), 1);
    m_desk->picture(u"sign-en"_s);
    QVERIFY(m_desk->button(u"recall"_s) == nullptr);
    QCOMPARE(m_desk->button(u"back"_s)->text(), u"Back"_s);
    m_desk->goAway(true);
    m_desk->button(u"onPaper"_s)->click();
    QCOMPARE(m_desk->button(u"save"_s)->text(), u"Keep it"_s);
    m_desk->picture(u"paper-en"_s);
}

QTEST_MAIN(TestHandoverPage)
#include "tst_handoverpage.moc"
