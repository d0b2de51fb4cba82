// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/handover/duties.h"

#include <QTest>

using namespace watchroom;
using namespace watchroom::handover;
using namespace Qt::StringLiterals;
using test::away;
using test::daily;
using test::march;

/// When the watch passes, as the roster says it.
class TestDutyHandover : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDeskPassesWithItsLead();
    void aPositionPassesAlone();
    void whoStaysHandsNothingOver();
    void aGapIsSaid();
    void overAGapTheLastOneHandsOver();
    void aCoverTakesItOver();
    void whileTwoAreOnTheFirstLeads();
    void whoIsSwitchedOffTakesNothingOver();
    void byTheWallClockWhereItChanges();
    void sidesAndPositionsOfTheSheet();
};

void TestDutyHandover::theDeskPassesWithItsLead()
{
    const auto next = nextDutyHandover(test::team(), u"desk"_s, march(18, 12));
    QVERIFY(next);
    const NewHandover &passed = next->handover;
    QCOMPARE(passed.scope, u"desk"_s);
    QCOMPARE(passed.shiftAt, march(18, 20));
    QCOMPARE(passed.outgoing, u"chen"_s);
    QCOMPARE(passed.incoming, u"li"_s);
    QCOMPARE(passed.outgoingPeople, (QStringList{u"chen"_s, u"luo"_s}));
    QCOMPARE(passed.incomingPeople, (QStringList{u"li"_s, u"wu"_s}));
    QVERIFY(!next->gap);
    QCOMPARE(next->outgoingSince, march(18, 8));
    // In the morning Zhou, whose turn it is; the scribe comes an hour later.
    const auto morning = nextDutyHandover(test::team(), u"desk"_s, march(18, 20, 1));
    QCOMPARE(morning->handover.shiftAt, march(19, 8));
    QCOMPARE(morning->handover.incoming, u"zhou"_s);
    QCOMPARE(morning->handover.incomingPeople, (QStringList{u"zhou"_s, u"luo"_s}));
    QCOMPARE(handoversOf(test::team(), u"desk"_s, march(18, 0), march(20, 0)).size(), 4);
}

void TestDutyHandover::aPositionPassesAlone()
{
    const auto next = nextDutyHandover(test::team(), u"network"_s, march(18, 12));
    QCOMPARE(next->handover.shiftAt, march(18, 20));
    QCOMPARE(next->handover.outgoingPeople, QStringList{u"luo"_s});
    QCOMPARE(next->handover.incomingPeople, QStringList{u"wu"_s});
    QVERIFY(!nextDutyHandover(test::team(), u"coordinator"_s, march(18, 12)));
}

void TestDutyHandover::whoStaysHandsNothingOver()
{
    DutyRoster duty = test::team();
    duty.roster.rotations = {
        daily(u"shift_lead"_s, u"early"_s, u"06:00"_s, u"14:00"_s, {u"chen"_s}),
        daily(u"shift_lead"_s, u"late"_s, u"14:00"_s, u"22:00"_s, {u"chen"_s, u"zhou"_s}),
        daily(u"shift_lead"_s, u"night"_s, u"22:00"_s, u"06:00"_s, {u"li"_s})};
    // On the 18th Chen has two shifts in a row: he hands over at 22 o'clock, after 16 hours.
    const auto next = nextDutyHandover(duty, u"desk"_s, march(18, 7));
    QCOMPARE(next->handover.shiftAt, march(18, 22));
    QCOMPARE(next->outgoingSince, march(18, 6));
    QCOMPARE(nextDutyHandover(duty, u"desk"_s, march(19, 7))->handover.shiftAt, march(19, 14));
}

void TestDutyHandover::aGapIsSaid()
{
    DutyRoster duty = test::team();
    duty.roster.overrides = {away(u"li"_s, march(18, 20), march(19, 8))};
    const auto next = nextDutyHandover(duty, u"desk"_s, march(18, 12));
    QVERIFY(next && next->gap);
    QCOMPARE(next->handover.shiftAt, march(18, 20));
    QCOMPARE(next->handover.outgoing, u"chen"_s);
    QCOMPARE(next->handover.incoming, QString());
    QVERIFY(next->handover.incomingPeople.isEmpty());
    // Somebody who leaves in the middle of the shift leaves a gap from then on.
    duty.roster.overrides = {away(u"li"_s, march(19, 2), march(19, 8))};
    QCOMPARE(nextDutyHandover(duty, u"desk"_s, march(18, 21))->handover.shiftAt, march(19, 2));
}

void TestDutyHandover::overAGapTheLastOneHandsOver()
{
    DutyRoster duty = test::team();
    duty.roster.overrides = {away(u"li"_s, march(18, 20), march(19, 8))};
    const auto next = nextDutyHandover(duty, u"desk"_s, march(18, 22));
    QVERIFY(next && !next->gap);
    QCOMPARE(next->handover.shiftAt, march(19, 8));
    QCOMPARE(next->handover.outgoing, u"chen"_s);
    QCOMPARE(next->handover.incoming, u"zhou"_s);
    QCOMPARE(next->handover.outgoingPeople, (QStringList{u"chen"_s, u"luo"_s}));
    // And who comes back after it has it still.
    duty.roster.rotations[0].members = {u"chen"_s};
    QCOMPARE(nextDutyHandover(duty, u"desk"_s, march(18, 22))->handover.shiftAt, march(19, 20));
}

void TestDutyHandover::aCoverTakesItOver()
{
    DutyRoster duty = test::team();
    duty.roster.overrides = {{.id = QUuid::createUuid(),
        .kind = domain::RosterOverride::Kind::Cover,
        .position = u"shift_lead"_s,
        .person = u"sun"_s,
        .replaces = u"li"_s,
        .from = march(18, 20),
        .until = march(19, 2)}};
    const auto all = handoversOf(duty, u"desk"_s, march(18, 12), march(19, 12));
    QCOMPARE(all.size(), 3);
    QCOMPARE(all.at(0).handover.incoming, u"sun"_s);
    QCOMPARE(all.at(1).handover.shiftAt, march(19, 2));
    QCOMPARE(all.at(1).handover.outgoing, u"sun"_s);
    QCOMPARE(all.at(1).handover.incoming, u"li"_s);
    QCOMPARE(all.at(2).handover.outgoing, u"li"_s);
}

void TestDutyHandover::whileTwoAreOnTheFirstLeads()
{
    DutyRoster duty = test::team();
    duty.roster.rotations = {daily(u"shift_lead"_s, u"day"_s, u"08:00"_s, u"20:30"_s, {u"chen"_s}),
        daily(u"shift_lead"_s, u"night"_s, u"20:00"_s, u"08:30"_s, {u"li"_s})};
    const auto next = nextDutyHandover(duty, u"desk"_s, march(18, 12));
    QCOMPARE(next->handover.shiftAt, march(18, 20, 30));
    QCOMPARE(next->handover.outgoing, u"chen"_s);
    QCOMPARE(next->handover.incoming, u"li"_s);
}

void TestDutyHandover::whoIsSwitchedOffTakesNothingOver()
{
    DutyRoster duty = test::team();
    duty.roster.active.remove(u"li"_s);
    QVERIFY(nextDutyHandover(duty, u"desk"_s, march(18, 12))->gap);
    duty.roster.active = {u"li"_s, u"chen"_s, u"zhou"_s};
    const auto next = nextDutyHandover(duty, u"desk"_s, march(18, 12));
    QCOMPARE(next->handover.outgoingPeople, QStringList{u"chen"_s});
}

void TestDutyHandover::byTheWallClockWhereItChanges()
{
    DutyRoster duty = test::team();
    duty.roster.rotations = {daily(u"shift_lead"_s, u"day"_s, u"08:00"_s, u"20:00"_s, {u"chen"_s}),
        daily(u"shift_lead"_s, u"night"_s, u"20:00"_s, u"08:00"_s, {u"li"_s})};
    for (domain::Rotation &rotation : duty.roster.rotations)
        rotation.zone = "Europe/Berlin";
    // On 29 March the night is an hour shorter.
    const auto night = nextDutyHandover(duty, u"desk"_s, *base::fromIso(u"2026-03-28T12:00:00Z"));
    QCOMPARE(base::toIso(night->handover.shiftAt), u"2026-03-28T19:00:00.000000Z"_s);
    const auto day = nextDutyHandover(duty, u"desk"_s, *base::fromIso(u"2026-03-28T19:01:00Z"));
    QCOMPARE(base::toIso(day->handover.shiftAt), u"2026-03-29T06:00:00.000000Z"_s);
}

void TestDutyHandover::sidesAndPositionsOfTheSheet()
{
    const DutyRoster duty = test::team();
    const DutySide out = outgoingDuty(duty, u"desk"_s, u"chen"_s, march(18, 20));
    QCOMPARE(out.slot, u"day"_s);
    QCOMPARE(out.from, march(18, 8));
    QCOMPARE(out.until, march(18, 20));
    const DutySide in = incomingDuty(duty, u"desk"_s, u"li"_s, march(18, 20));
    QCOMPARE(in.slot, u"night"_s);
    QCOMPARE(in.from, march(18, 20));
    QCOMPARE(in.until, march(19, 8));
    QVERIFY(!incomingDuty(duty, u"desk"_s, u"wu"_s, march(18, 20)).from);
    const QList<SheetPosition> positions = positionsAt(duty, u"desk"_s, march(18, 18));
    QCOMPARE(positions.size(), 3);
    QCOMPARE(positions.at(0).position, u"shift_lead"_s);
    QCOMPARE(positions.at(0).from, u"chen"_s);
    QCOMPARE(positions.at(0).to, u"chen"_s);
    QCOMPARE(positions.at(2).position, u"scribe"_s);
    QCOMPARE(positions.at(2).name, u"记录"_s);
    QCOMPARE(positions.at(2).from, u"sun"_s);
    QCOMPARE(positions.at(2).to, QString());
    QCOMPARE(positionsAt(duty, u"network"_s, march(18, 20)).size(), 1);
}

QTEST_GUILESS_MAIN(TestDutyHandover)
#include "tst_dutyhandover.moc"
