// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/roster.h"
#include "tests/unit/domain/memoryfacts.h"

#include <QTest>

using namespace watchroom;
using namespace watchroom::domain;
using namespace Qt::StringLiterals;
using test::at;

namespace {

constexpr auto kNight = "night"_L1;

Rotation daily(const QString &position, const QString &slot, const QTime &from, const QTime &until,
    const QStringList &members)
{
    Rotation rotation;
    rotation.id = QUuid::createUuid();
    rotation.position = position;
    rotation.slot = slot;
    rotation.zone = "Asia/Shanghai";
    rotation.startsOn = QDate(2026, 3, 16); // a Monday
    rotation.handoff = from;
    rotation.unit = Rotation::Unit::Days;
    rotation.every = 1;
    rotation.hours = DailyHours{from, until};
    rotation.members = members;
    return rotation;
}

RosterOverride change(RosterOverride::Kind kind, const QString &person, const QString &replaces,
    const QString &from, const QString &until)
{
    return {.id = QUuid::createUuid(),
        .kind = kind,
        .position = kind == RosterOverride::Kind::Temporary ? u"network"_s : QString(),
        .person = person,
        .replaces = replaces,
        .from = at(from),
        .until = at(until)};
}

/// "network night chen 12:00-00:00", times in UTC.
QString line(const Shift &shift)
{
    const auto time = [](base::Instant instant) { return base::toIso(instant).mid(11, 5); };
    const QString who = shift.person.isEmpty() ? u"-"_s : shift.person;
    return u"%1 %2 %3-%4"_s.arg(shift.position, who, time(shift.from), time(shift.until));
}

QStringList lines(const QList<Shift> &shifts)
{
    QStringList all;
    for (const Shift &shift : shifts)
        all.append(line(shift));
    return all;
}

} // namespace

class TestRoster : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void threeShiftsADay();
    void nightBelongsToTheDayItBegins();
    void leaveLeavesAGap();
    void coverFillsIt();
    void partOfAShiftIsCovered();
    void temporaryGoesOverAll();
    void twoOnTheSameTemporaryShift();
    void laterChangesGoOverEarlierOnes();
    void whoIsSwitchedOffLeavesAGap();
    void doubleDutyIsFound();
    void whomAChangeAffects();
    void aRotationEnds();
    void nobodyInIt();

private:
    [[nodiscard]] QList<Shift> day() const;
    void add(const RosterOverride &o) { m_roster.overrides.append(o); }

    Roster m_roster;
};

void TestRoster::init()
{
    m_roster = {};
    m_roster.active = {u"chen"_s, u"li"_s, u"zhou"_s, u"wang"_s};
    // 08:00 to 16:00, 16:00 to 24:00 and 00:00 to 08:00 in Shanghai.
    m_roster.rotations = {daily(u"network"_s, u"day"_s, QTime(8, 0), QTime(16, 0), {u"chen"_s}),
        daily(u"network"_s, u"late"_s, QTime(16, 0), QTime(0, 0), {u"li"_s}),
        daily(u"network"_s, kNight, QTime(0, 0), QTime(8, 0), {u"zhou"_s, u"wang"_s})};
}

/// 18 March in Shanghai.
QList<Shift> TestRoster::day() const
{
    return shiftsOf(m_roster, at(u"2026-03-17T16:00:00Z"), at(u"2026-03-18T16:00:00Z"));
}

void TestRoster::threeShiftsADay()
{
    QCOMPARE(lines(day()),
        (QStringList{u"network zhou 16:00-00:00"_s, u"network chen 00:00-08:00"_s,
            u"network li 08:00-16:00"_s}));
    const QList<Shift> now = onDuty(day(), at(u"2026-03-18T08:00:00Z"));
    QCOMPARE(lines(now), QStringList{u"network li 08:00-16:00"_s});
    QVERIFY(gapsOf(day()).isEmpty());
}

void TestRoster::nightBelongsToTheDayItBegins()
{
    m_roster.rotations = {
        daily(u"network"_s, kNight, QTime(20, 0), QTime(8, 0), {u"chen"_s, u"li"_s})};
    // The third turn begins on the 18th at 20:00 and ends on the 19th.
    QCOMPARE(lines(shiftsOf(m_roster, at(u"2026-03-18T23:00:00Z"), at(u"2026-03-18T23:30:00Z"))),
        QStringList{u"network chen 12:00-00:00"_s});
}

void TestRoster::leaveLeavesAGap()
{
    add(change(RosterOverride::Kind::Leave, u"chen"_s, {}, u"2026-03-18T02:00:00Z"_s,
        u"2026-03-20T00:00:00Z"_s));
    QCOMPARE(lines(gapsOf(day())), QStringList{u"network - 02:00-08:00"_s});
    QCOMPARE(gapsOf(day()).first().rostered, u"chen"_s);
}

void TestRoster::coverFillsIt()
{
    leaveLeavesAGap();
    add(change(RosterOverride::Kind::Cover, u"wang"_s, u"chen"_s, u"2026-03-18T00:00:00Z"_s,
        u"2026-03-19T00:00:00Z"_s));
    QVERIFY(gapsOf(day()).isEmpty());
    QCOMPARE(lines(onDuty(day(), at(u"2026-03-18T03:00:00Z"))),
        QStringList{u"network wang 02:00-08:00"_s});
}

void TestRoster::partOfAShiftIsCovered()
{
    add(change(RosterOverride::Kind::Cover, u"wang"_s, u"li"_s, u"2026-03-18T09:15:00Z"_s,
        u"2026-03-18T11:45:00Z"_s));
    QCOMPARE(lines(day()).mid(2),
        (QStringList{u"network li 08:00-09:15"_s, u"network wang 09:15-11:45"_s,
            u"network li 11:45-16:00"_s}));
}

void TestRoster::temporaryGoesOverAll()
{
    add(change(RosterOverride::Kind::Temporary, u"wang"_s, {}, u"2026-03-18T06:00:00Z"_s,
        u"2026-03-18T10:00:00Z"_s));
    QCOMPARE(lines(day()).mid(1),
        (QStringList{u"network chen 00:00-06:00"_s, u"network wang 06:00-10:00"_s,
            u"network li 10:00-16:00"_s}));
}

void TestRoster::twoOnTheSameTemporaryShift()
{
    const auto temporary = [this](const QString &person, const QString &until) {
        add(change(RosterOverride::Kind::Temporary, person, {}, u"2026-03-18T06:00:00Z"_s, until));
    };
    temporary(u"wang"_s, u"2026-03-18T10:00:00Z"_s);
    temporary(u"zhou"_s, u"2026-03-18T10:00:00Z"_s);
    temporary(u"zhou"_s, u"2026-03-18T10:00:00Z"_s);
    QCOMPARE(lines(day()).mid(1),
        (QStringList{u"network chen 00:00-06:00"_s, u"network wang 06:00-10:00"_s,
            u"network zhou 06:00-10:00"_s, u"network li 10:00-16:00"_s}));
    temporary(u"li"_s, u"2026-03-18T09:00:00Z"_s);
    QCOMPARE(lines(day()).mid(1),
        (QStringList{u"network chen 00:00-06:00"_s, u"network li 06:00-09:00"_s,
            u"network wang 09:00-10:00"_s, u"network zhou 09:00-10:00"_s,
            u"network li 10:00-16:00"_s}));
}

void TestRoster::laterChangesGoOverEarlierOnes()
{
    add(change(RosterOverride::Kind::Cover, u"wang"_s, u"li"_s, u"2026-03-18T08:00:00Z"_s,
        u"2026-03-18T16:00:00Z"_s));
    add(change(RosterOverride::Kind::Cover, u"zhou"_s, u"wang"_s, u"2026-03-18T12:00:00Z"_s,
        u"2026-03-18T16:00:00Z"_s));
    QCOMPARE(lines(day()).mid(2),
        (QStringList{u"network wang 08:00-12:00"_s, u"network zhou 12:00-16:00"_s}));
}

void TestRoster::whoIsSwitchedOffLeavesAGap()
{
    m_roster.active.remove(u"li"_s);
    QCOMPARE(lines(gapsOf(day())), QStringList{u"network - 08:00-16:00"_s});
}

void TestRoster::doubleDutyIsFound()
{
    m_roster.rotations.append(
        daily(u"scribe"_s, u"day"_s, QTime(12, 0), QTime(18, 0), {u"chen"_s}));
    const QList<DoubleDuty> twice = doubleDutiesOf(day());
    QCOMPARE(twice.size(), 1);
    QCOMPARE(twice.first().person, u"chen"_s);
    QCOMPARE(base::toIso(twice.first().from), u"2026-03-18T04:00:00.000000Z"_s);
    QCOMPARE(base::toIso(twice.first().until), u"2026-03-18T08:00:00.000000Z"_s);
}

void TestRoster::whomAChangeAffects()
{
    const QList<Shift> before = day();
    QVERIFY(affectedBy(before, before).isEmpty());
    add(change(RosterOverride::Kind::Cover, u"wang"_s, u"li"_s, u"2026-03-18T09:00:00Z"_s,
        u"2026-03-18T11:00:00Z"_s));
    QCOMPARE(affectedBy(before, day()), (QStringList{u"li"_s, u"wang"_s}));
}

void TestRoster::aRotationEnds()
{
    m_roster.rotations.removeLast();
    m_roster.rotations[0].endsOn = QDate(2026, 3, 17);
    m_roster.rotations[1].startsOn = QDate(2026, 3, 19);
    QVERIFY(day().isEmpty());
}

void TestRoster::nobodyInIt()
{
    m_roster.rotations[0].members.clear();
    QCOMPARE(lines(gapsOf(day())), QStringList{u"network - 00:00-08:00"_s});
}

QTEST_GUILESS_MAIN(TestRoster)

#include "tst_roster.moc"
