// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/incidents/boarddesk.h"
#include "ui/incidents/nextdueline.h"

#include <QPushButton>
#include <QTest>

using namespace watchroom;
using namespace Qt::StringLiterals;
using test::BoardDesk;

/// What the details of an incident ask for when nobody has heard it, or nobody any more.
class TestAnswering : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<BoardDesk>(); }
    void cleanup() { m_desk.reset(); }
    void theOwnerAcknowledgesAfterARise();
    void whoWasSilentIsAskedAgain();
    void aColleagueTakesOverWhatHasLapsed();

private:
    [[nodiscard]] QPushButton *button() const { return m_desk->shown<QPushButton>(u"claim"_s); }
    [[nodiscard]] QString due() const
    {
        return m_desk->shown<ui::NextDueLine>(u"nextDue"_s)->accessibleName();
    }

    std::unique_ptr<BoardDesk> m_desk;
};

void TestAnswering::theOwnerAcknowledgesAfterARise()
{
    const QUuid id = m_desk->open(u"抖动"_s, u"yellow"_s, true);
    m_desk->page().show(id);
    QCOMPARE(button()->text(), u"接替"_s);
    QVERIFY(!button()->isEnabled());
    QTRY_VERIFY2(due().startsWith(u"下一个到期 14:"_s), qPrintable(due()));
    QVERIFY2(due().endsWith(u"监测发现"_s), qPrintable(due()));
    m_desk->page().inspector().raise();
    QTRY_COMPARE(button()->text(), u"确认"_s);
    QVERIFY(button()->isEnabled());
    QTRY_VERIFY2(due().endsWith(u"确认"_s), qPrintable(due()));
    button()->click();
    QTRY_COMPARE(m_desk->model().find(id)->acknowledgedBy, u"chen"_s);
    QTRY_COMPARE(button()->text(), u"接替"_s);
}

void TestAnswering::whoWasSilentIsAskedAgain()
{
    const QUuid id = m_desk->open(u"会诊中断"_s, u"red"_s, true);
    QVERIFY(m_desk->commands().advance(id, {.to = u"assessment"_s}).result());
    QVERIFY(m_desk->commands().assessAndAdvance(id, {.group = u"network"_s, .sites = {}}).result());
    m_desk->page().show(id);
    // 15 minutes of silence come before the half hour of the diagnosis.
    QTRY_VERIFY2(due().startsWith(u"下一个到期 14:"_s), qPrintable(due()));
    QVERIFY2(due().endsWith(u"确认失效"_s), qPrintable(due()));
    m_desk->advance(base::Seconds{900});
    QTRY_COMPARE(button()->text(), u"确认"_s);
    QTRY_VERIFY2(due().startsWith(u"超时"_s), qPrintable(due()));
    QVERIFY2(due().endsWith(u"重新确认"_s), qPrintable(due()));
    button()->click();
    QTRY_COMPARE(button()->text(), u"接替"_s);
    QTRY_VERIFY2(due().startsWith(u"下一个到期 14:"_s), qPrintable(due()));
}

void TestAnswering::aColleagueTakesOverWhatHasLapsed()
{
    const QUuid id = m_desk->open(u"会诊中断"_s, u"red"_s, true);
    m_desk->page().show(id);
    m_desk->sitDown(u"zhou"_s);
    m_desk->page().setLocked(false); // as the console does when somebody else sits down
    m_desk->advance(base::Seconds{900});
    QTRY_VERIFY2(due().startsWith(u"超时"_s), qPrintable(due()));
    QCOMPARE(button()->text(), u"接替"_s);
    QVERIFY(button()->isEnabled());
}

QTEST_MAIN(TestAnswering)
#include "tst_answering.moc"
