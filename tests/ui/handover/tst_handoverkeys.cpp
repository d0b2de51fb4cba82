// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/walltime.h"
#include "tests/ui/handover/handoverdesk.h"
#include "ui/handover/itemsstep.h"
#include "ui/handover/itemsview.h"
#include "ui/handover/readbackrow.h"
#include "ui/handover/readbackstep.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QTest>

using namespace watchroom;
using namespace Qt::StringLiterals;
using handover::HandoverItem;
using test::HandoverDesk;
using ui::HandoverStep;
using ui::ReadBackRow;

/// The wizard without a mouse: with the keyboard alone, and how many keys that takes; what a screen
/// reader is told.
class TestHandoverKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<HandoverDesk>(); }
    void cleanup() { m_desk.reset(); }
    void theKeyboardIsEnough();
    void everythingHasAName();
    void whoChecksInIsSeen();

private:
    std::unique_ptr<HandoverDesk> m_desk;
};

// Twenty open items from the first row to the watch that passed, with keys alone.
void TestHandoverKeys::theKeyboardIsEnough()
{
    const QStringList levels{u"red"_s, u"yellow"_s, u"blue"_s, u"blue"_s};
    for (int i = 0; i < 20; ++i) {
        const QString level = levels[i % 4];
        const QString what = u"事项 %1"_s.arg(i);
        if (i % 5 == 4)
            m_desk->pending(what, level, u"li"_s, u"步骤 %1"_s.arg(i), 20 + i % 4);
        else
            m_desk->ticket(what, level, u"li"_s, u"步骤 %1"_s.arg(i), 20 + i % 4);
    }
    m_desk->open();
    QTRY_COMPARE(m_desk->state().items.size(), 20);
    int keys = 0;
    const auto press = [&](int key, Qt::KeyboardModifiers with = {}) {
        ++keys;
        QTest::keyClick(QApplication::focusWidget(), Qt::Key(key), with);
        m_desk->settle();
    };
    const auto type = [&](const QString &digits) {
        for (const QChar digit : digits)
            press(Qt::Key_0 + digit.digitValue());
    };
    auto &page = m_desk->page();
    const auto until = [&](const QString &name) { // Tab to a field, as a person would
        for (int i = 0; i < 12 && QApplication::focusWidget()->objectName() != name; ++i)
            press(Qt::Key_Tab);
        return QApplication::focusWidget()->objectName() == name;
    };
    page.begin();
    // Chen: receivers and "if ... then ..." of both steps.
    QTest::keyClick(&page.tickets().view(), Qt::Key_Backtab);
    ++keys;
    const auto fillIn = [&] {
        for (int i = 0; i < 6 && QApplication::focusWidget()->objectName() != "fillIn"_L1; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab);
            ++keys;
        }
        QCOMPARE(QApplication::focusWidget()->objectName(), u"fillIn"_s);
        press(Qt::Key_Space);
    };
    fillIn();
    QTRY_VERIFY(std::ranges::none_of(m_desk->state().items, [](const HandoverItem &one) {
        return one.facts.table == "ticket"_L1 && one.facts.receiver.isEmpty();
    }));
    press(Qt::Key_2, Qt::ControlModifier);
    QTest::keyClick(&page.pending().view(), Qt::Key_Backtab);
    ++keys;
    fillIn();
    QTRY_VERIFY(std::ranges::none_of(m_desk->state().items,
        [](const HandoverItem &one) { return one.facts.receiver.isEmpty(); }));
    // Key systems: one key each, and Tab to the next.
    press(Qt::Key_3, Qt::ControlModifier);
    for (int i = 0; i < 4; ++i) {
        QVERIFY(until(u"systemResult"_s));
        press(Qt::Key_Right);
        QTRY_COMPARE(m_desk->state().systems[i].result, u"ok"_s);
        if (i < 3)
            press(Qt::Key_Tab);
    }
    // Liu confirms: each red and yellow one by itself, the blue ones together.
    m_desk->sitDown(u"liu"_s);
    for (const int step : {1, 2}) {
        press(Qt::Key_0 + step, Qt::ControlModifier);
        auto &items = step == 1 ? page.tickets() : page.pending();
        for (int i = 0; i < 20 && items.confirmedCount() < items.count(); ++i) {
            const int before = items.confirmedCount();
            press(Qt::Key_Space);
            QTRY_VERIFY(items.confirmedCount() > before);
        }
        QCOMPARE(items.confirmedCount(), items.count());
    }
    // The read-back: four digits, one of three, the owner.
    press(Qt::Key_4, Qt::ControlModifier);
    for (int i = 0; i < 5; ++i) {
        const HandoverItem one = m_desk->state().items[i];
        QCOMPARE(QApplication::focusWidget()->objectName(), u"saidDue"_s);
        type(domain::wallTime(*one.facts.dueAt, QTimeZone("Asia/Shanghai")).toString(u"HHmm"));
        const auto steps = ui::stepsFor(one, m_desk->state().items);
        press(Qt::Key_1 + int(steps.indexOf(one.facts.nextAction)));
        auto *owner = qobject_cast<QComboBox *>(QApplication::focusWidget());
        QVERIFY(owner);
        for (int n = 0; n <= owner->findData(one.facts.receiver); ++n)
            press(Qt::Key_Down);
        QTRY_VERIFY2(page.readBack().rows()[i]->standing() == ReadBackRow::Standing::Agrees,
            qPrintable(one.facts.title));
        press(Qt::Key_Return);
    }
    // Chen heard each, and signs; Liu signs.
    m_desk->sitDown(u"chen"_s);
    page.showStep(HandoverStep::ReadBack);
    for (int i = 0; i < 5; ++i) {
        QVERIFY(until(u"heard"_s));
        press(Qt::Key_Space);
        QTRY_COMPARE(page.readBack().rows()[i]->standing(), ReadBackRow::Standing::Heard);
    }
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(page.step(), HandoverStep::Signatures);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"signaturePassword"_s);
    for (const QString &password : {u"chen"_s, u"liu"_s}) {
        QTest::keyClicks(QApplication::focusWidget(), password);
        keys += int(password.size());
        press(Qt::Key_Return);
        if (password == "chen"_L1) {
            QTRY_COMPARE(m_desk->state().state, u"out_signed"_s);
            m_desk->sitDown(u"liu"_s);
            QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"signaturePassword"_s);
        }
    }
    QTRY_COMPARE(m_desk->state().state, u"accepted"_s);
    qInfo("20 items, %d keys", keys);
    QVERIFY2(keys < 200, qPrintable(QString::number(keys)));
}

void TestHandoverKeys::everythingHasAName()
{
    QCOMPARE(m_desk->unnamed().join(u','), QString()); // between handovers
    m_desk->prepare();
    for (const HandoverStep step : {HandoverStep::Tickets, HandoverStep::Pending,
             HandoverStep::Systems, HandoverStep::ReadBack, HandoverStep::Signatures}) {
        m_desk->page().showStep(step);
        m_desk->settle();
        QCOMPARE(m_desk->unnamed().join(u','), QString());
    }
}

void TestHandoverKeys::whoChecksInIsSeen()
{
    m_desk->open();
    QTRY_VERIFY(m_desk->shown<QLabel>(u"absent"_s)->text().contains(u"刘洋"_s));
    m_desk->sitDown(u"liu"_s);
    m_desk->must(m_desk->rosterCommands().checkIn(u"shift_lead"_s));
    QTRY_VERIFY(!m_desk->shown<QLabel>(u"absent"_s)->text().contains(u"刘洋"_s));
}

QTEST_MAIN(TestHandoverKeys)
#include "tst_handoverkeys.moc"
