// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/language.h"
#include "ui/incidents/cardcontent.h"

#include <QTest>

using namespace watchroom;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using incidents::Incident;

/// The words on a card, at an instant that is given.
class TestCardContent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void showsTheTimeLeftAndTheLimit();
    void saysByHowMuchTheLimitIsPassed();
    void aLimitThatIsADateShowsTheDate();
    void workingDaysAreSaidAsSuch();
    void aWaitStandsStill();
    void nobodyOwnsIt();
    void aRecoveredOneIsHollow();

private:
    [[nodiscard]] Incident incident(const QString &level, const QString &stage,
        std::optional<std::chrono::seconds> limit) const;
    [[nodiscard]] ui::CardContent at(const Incident &incident, std::chrono::seconds later) const;

    words::Language m_language;
    // 2026-03-18 14:00 in Shanghai, a Wednesday.
    const base::Instant m_start = *base::fromIso(u"2026-03-18T06:00:00.000000Z");
};

void TestCardContent::initTestCase()
{
    m_language.use(words::Language::Code::Chinese);
}

Incident TestCardContent::incident(
    const QString &level, const QString &stage, std::optional<std::chrono::seconds> limit) const
{
    Incident made;
    made.id = QUuid::createUuid();
    made.number = 128;
    made.title = u"上行丢包"_s;
    made.level = level;
    made.stage = stage;
    made.owner = u"lize"_s;
    made.openedAt = m_start;
    made.stageEnteredAt = m_start;
    if (limit)
        made.dueAt = m_start + *limit;
    return made;
}

ui::CardContent TestCardContent::at(const Incident &incident, std::chrono::seconds later) const
{
    return ui::cardContent(incident, u"上海电信出口"_s,
        incident.owner.isEmpty() ? QString() : u"李泽"_s, domain::defaultPolicy(), m_start + later);
}

void TestCardContent::showsTheTimeLeftAndTheLimit()
{
    const auto card = at(incident(u"red"_s, u"diagnosis"_s, 30min), 11min + 29s);
    QCOMPARE(card.timeLead, u"剩"_s);
    QCOMPARE(card.time, u"18:31"_s);
    QCOMPARE(card.limit, u"30:00"_s);
    QVERIFY(!card.overdue);
    QVERIFY(std::abs(card.used - 689.0 / 1800) < 0.001);
    QCOMPARE(card.spoken(), u"红色, #128, 上行丢包, 上海电信出口, 李泽, 剩 18:31"_s);
}

void TestCardContent::saysByHowMuchTheLimitIsPassed()
{
    const auto card = at(incident(u"red"_s, u"recovery"_s, 60min), 64min + 31s);
    QVERIFY(card.overdue);
    QCOMPARE(card.timeLead, u"超时"_s);
    QCOMPARE(card.time, u"04:31"_s);
}

void TestCardContent::aLimitThatIsADateShowsTheDate()
{
    // Blue, Notification: the next working day at 18:00 in the policy's zone.
    const auto card = at(incident(u"blue"_s, u"notification"_s, 28h), 1h);
    QCOMPARE(card.timeLead, u"截至"_s);
    QCOMPARE(card.time, u"03-19 18:00"_s);
    QVERIFY(card.limit.isEmpty());
}

void TestCardContent::workingDaysAreSaidAsSuch()
{
    const auto card = at(incident(u"yellow"_s, u"review"_s, 7 * 24h + 4h), 4h);
    QCOMPARE(card.time, u"7 天 0 时"_s);
    QCOMPARE(card.limit, u"5 工作日"_s);
}

void TestCardContent::aWaitStandsStill()
{
    Incident waits = incident(u"yellow"_s, u"recovery"_s, 4h);
    waits.waitingFor = u"成都移动"_s;
    waits.waitingSince = m_start + 1h;
    const auto early = at(waits, 1h + 5min);
    const auto late = at(waits, 3h);
    QVERIFY(early.waiting && late.waiting);
    QCOMPARE(early.time, late.time);
    QCOMPARE(early.time, u"3:00:00"_s);
}

void TestCardContent::nobodyOwnsIt()
{
    Incident free = incident(u"yellow"_s, u"detection"_s, 15min);
    free.owner.clear();
    const auto card = at(free, 1min);
    QVERIFY(card.unclaimed);
    QCOMPARE(card.owner, u"无人认领"_s);
}

void TestCardContent::aRecoveredOneIsHollow()
{
    Incident recovered = incident(u"red"_s, u"notification"_s, 30min);
    QVERIFY(!at(recovered, 1min).hollow);
    recovered.recoveredAt = m_start;
    QVERIFY(at(recovered, 1min).hollow);
}

QTEST_GUILESS_MAIN(TestCardContent)
#include "tst_cardcontent.moc"
