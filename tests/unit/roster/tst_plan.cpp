// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roster/planmodel.h"
#include "tests/unit/roster/rosters.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace watchroom;
using namespace Qt::StringLiterals;
using roster::Plan;
using roster::PlanModel;
using roster::PlanShift;
using roster::RosterState;
using test::march;
using test::team;

namespace {

const QDate kMonday(2026, 3, 16);

Plan week(const RosterState &state)
{
    return roster::planOf(state, kMonday, 7, QTimeZone("Asia/Shanghai"));
}

/// Who is shown in a cell, by lane; "-" for nobody.
QStringList whoIn(const Plan &plan, qsizetype row, int column)
{
    QStringList who;
    for (const PlanShift &shown : plan.rows[row].at(column))
        who.append(shown.shift.person.isEmpty() ? u"-"_s : shown.shift.person);
    return who;
}

} // namespace

/// Which shift stands where in a week or a month.
class TestRosterPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void slotsByTimeOfDay();
    void aNightIsOfTheDayOnWhichItBegins();
    void whatALeaveLeftOfANightStaysThere();
    void aWeekIsOneBar();
    void overEachOtherInLanes();
    void temporaryShiftsHaveARowOfTheirOwn();
    void whatLacksAShiftIsShown();
    void marks();
    void theModelKeepsItsCells();
};

void TestRosterPlan::slotsByTimeOfDay()
{
    RosterState state = team();
    std::ranges::reverse(state.roster.rotations);
    const Plan plan = week(state);
    QCOMPARE(plan.rows.size(), 3); // and one of the position nobody has a rotation for
    QCOMPARE(plan.rows[0].slot, u"day"_s);
    QVERIFY(plan.rows[0].leads);
    QCOMPARE(plan.rows[1].slot, u"night"_s);
    QVERIFY(!plan.rows[1].leads);
    QCOMPARE(plan.rows[2].position, u"scribe"_s);
    QVERIFY(plan.rows[2].shifts.isEmpty());
}

void TestRosterPlan::aNightIsOfTheDayOnWhichItBegins()
{
    const Plan plan = week(team());
    for (int column = 0; column < 7; ++column) {
        QCOMPARE(whoIn(plan, 0, column), QStringList{column % 2 == 0 ? u"li"_s : u"zhou"_s});
        QCOMPARE(whoIn(plan, 1, column), QStringList{u"wang"_s});
    }
}

void TestRosterPlan::whatALeaveLeftOfANightStaysThere()
{
    RosterState state = team();
    state.roster = state.with(
        {.kind = u"leave"_s, .person = u"wang"_s, .from = march(18, 0), .until = march(19, 0)});
    const Plan plan = week(state);
    QCOMPARE(whoIn(plan, 1, 1), (QStringList{u"wang"_s, u"-"_s})); // away from midnight on
    QCOMPARE(whoIn(plan, 1, 2), (QStringList{u"-"_s, u"wang"_s})); // until midnight
    QCOMPARE(whoIn(plan, 1, 3), QStringList{u"wang"_s});
    QCOMPARE(plan.rows[1].lanes, 2);
}

void TestRosterPlan::aWeekIsOneBar()
{
    RosterState state = team();
    auto &rotation = state.roster.rotations[0];
    rotation.hours.reset();
    rotation.unit = domain::Rotation::Unit::Weeks;
    state.roster.rotations.removeLast();
    const Plan plan = week(state);
    QCOMPARE(plan.rows[0].shifts.size(), 1);
    QCOMPARE(plan.rows[0].shifts.first().first, 0);
    QCOMPARE(plan.rows[0].shifts.first().last, 6);
    const Plan midWeek = roster::planOf(state, kMonday.addDays(3), 7, QTimeZone("Asia/Shanghai"));
    QCOMPARE(whoIn(midWeek, 0, 0), QStringList{u"li"_s});
    QCOMPARE(midWeek.rows[0].shifts.first().first, -3);
    QCOMPARE(whoIn(midWeek, 0, 4), QStringList{u"zhou"_s});
}

void TestRosterPlan::overEachOtherInLanes()
{
    RosterState state = team();
    state.roster.rotations.append(test::daily(u"network"_s, u"day"_s, 8, 20, {u"wang"_s}));
    const Plan plan = week(state);
    QCOMPARE(plan.rows[0].lanes, 2);
    QCOMPARE(whoIn(plan, 0, 0).size(), 2);
}

void TestRosterPlan::temporaryShiftsHaveARowOfTheirOwn()
{
    RosterState state = team();
    state.roster = state.with({.kind = u"temporary"_s,
        .position = u"network"_s,
        .person = u"zhou"_s,
        .from = march(18, 10),
        .until = march(18, 12)});
    const Plan plan = week(state);
    QCOMPARE(plan.rows[2].position, u"network"_s);
    QVERIFY(plan.rows[2].slot.isEmpty());
    QCOMPARE(whoIn(plan, 2, 2), QStringList{u"zhou"_s});
    QCOMPARE(whoIn(plan, 0, 2), (QStringList{u"li"_s, u"li"_s})); // before and after
}

void TestRosterPlan::whatLacksAShiftIsShown()
{
    RosterState state = team();
    state.roster.rotations.removeLast();
    state.positions[0].needed = true;
    const Plan plan = week(state);
    QVERIFY(plan.rows[1].slot.isEmpty());
    QCOMPARE(whoIn(plan, 1, 3), QStringList{u"-"_s});
    QVERIFY(plan.rows[1].at(3).first().uncovered);
    QCOMPARE(plan.rows[1].at(3).first().shift.from, march(19, 20));
    QCOMPARE(plan.rows[1].at(3).first().shift.until, march(20, 8));
}

void TestRosterPlan::marks()
{
    RosterState state = team();
    const QUuid id = QUuid::createUuid();
    state.changes = {{.id = id,
        .what = {.kind = u"cover"_s, .person = u"wang"_s, .from = {}, .until = {}},
        .state = u"accepted"_s,
        .askedBy = {},
        .askedOf = {},
        .askedAt = {}}};
    state.roster.overrides = {{.id = id,
        .position = u"network"_s,
        .person = u"wang"_s,
        .replaces = u"li"_s,
        .from = march(18, 8),
        .until = march(18, 20)}};
    state.roster.rotations.append(test::daily(u"scribe"_s, u"day"_s, 18, 22, {u"wang"_s}));
    const Plan plan = week(state);
    QCOMPARE(plan.rows[0].at(2).first().change, u"cover"_s);
    QVERIFY(plan.rows[0].at(2).first().twice); // from 18:00 on
    QVERIFY(plan.rows[0].at(1).first().change.isEmpty());
    QVERIFY(!plan.rows[0].at(1).first().twice);
}

void TestRosterPlan::theModelKeepsItsCells()
{
    PlanModel model(
        {[] { return words::Names(); }, [] { return march(18, 14, 32); }, [] { return u"li"_s; }});
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(&model, &PlanModel::modelReset);
    QSignalSpy changes(&model, &PlanModel::dataChanged);
    RosterState state = team();
    model.setPlan(week(state));
    QCOMPARE(resets.count(), 1);
    QCOMPARE(model.columnCount(), 7);
    QVERIFY(model.headerData(2, Qt::Horizontal, PlanModel::TodayRole).toBool());
    state.roster.rotations[0].members = {u"zhou"_s};
    model.setPlan(week(state));
    QCOMPARE(resets.count(), 1);
    QCOMPARE(changes.count(), 1);
    QVERIFY(model.indexOf(u"network"_s, u"night"_s, kMonday.addDays(6)).isValid());
    QVERIFY(!model.indexOf(u"network"_s, u"night"_s, kMonday.addDays(7)).isValid());
    const QString spoken = model.index(0, 2).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(spoken.contains(u"zhou"_s) && spoken.contains(u"08:00–20:00"_s), qPrintable(spoken));
}

QTEST_GUILESS_MAIN(TestRosterPlan)

#include "tst_plan.moc"
