// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roster/rostereffect.h"
#include "tests/unit/roster/rosters.h"

#include <QTest>

using namespace watchroom;
using namespace Qt::StringLiterals;
using roster::Problem;
using roster::RosterState;
using test::march;
using test::team;

namespace {

/// "gap network 19 08:00-20:00", times in Shanghai.
QString line(const Problem &problem)
{
    const auto time = [](base::Instant instant) {
        return base::toIso(instant + std::chrono::hours(8)).mid(8, 8).replace(u'T', u' ');
    };
    const QString kind = problem.kind == Problem::Kind::Gap
        ? u"gap "_s + problem.position
        : problem.person + u' ' + problem.position + u'+' + problem.other;
    return kind + u' ' + time(problem.from) + u" - "_s + time(problem.until);
}

QStringList lines(const QList<Problem> &problems)
{
    QStringList all;
    for (const Problem &problem : problems)
        all.append(line(problem));
    return all;
}

} // namespace

/// What is wrong in a roster, what a change would do, who is there.
class TestRosterState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLeaveIsAGapFromWhereItIsAskedFor();
    void whereSomebodyIsNeededNoShiftIsAGap();
    void somebodyAtTwoPositions();
    void withAChangeOnly();
    void aSwapTakesBoth();
    void checkedInFromAnHourBefore();
    void aCoverMendsWhatTheLeaveMade();
    void whatStaysWrongDoesNotCount();
};

void TestRosterState::aLeaveIsAGapFromWhereItIsAskedFor()
{
    RosterState state = team();
    state.roster = state.with(
        {.kind = u"leave"_s, .person = u"li"_s, .from = march(18, 12), .until = march(19, 12)});
    // Li has the 16th, 18th ... by day. What is past when one asks is not told.
    QCOMPARE(lines(state.problems(march(18, 14), march(25, 0))),
        QStringList{u"gap network 18 14:00 - 18 20:00"_s});
    QVERIFY(state.problems(march(19, 0), march(25, 0)).isEmpty());
}

void TestRosterState::whereSomebodyIsNeededNoShiftIsAGap()
{
    RosterState state = team();
    state.roster.rotations.removeLast(); // nobody at night
    QVERIFY(state.problems(march(18, 8), march(19, 8)).isEmpty());
    state.positions[0].needed = true;
    QCOMPARE(lines(state.problems(march(18, 8), march(19, 8))),
        QStringList{u"gap network 18 20:00 - 19 08:00"_s});
}

void TestRosterState::somebodyAtTwoPositions()
{
    RosterState state = team();
    state.roster.rotations.append(test::daily(u"scribe"_s, u"day"_s, 18, 22, {u"wang"_s}));
    QCOMPARE(lines(state.problems(march(18, 0), march(18, 23))),
        QStringList{u"wang scribe+network 18 20:00 - 18 22:00"_s});
}

void TestRosterState::withAChangeOnly()
{
    const RosterState state = team();
    const auto before = domain::shiftsOf(state.roster, march(18, 8), march(18, 20));
    const domain::Roster proposed = state.with({.kind = u"cover"_s,
        .position = u"network"_s,
        .person = u"wang"_s,
        .replaces = u"li"_s,
        .from = march(18, 8),
        .until = march(18, 20)});
    QCOMPARE(domain::shiftsOf(state.roster, march(18, 8), march(18, 20)), before); // as it was
    const auto after = domain::shiftsOf(proposed, march(18, 8), march(18, 20));
    QCOMPARE(after.size(), 1);
    QCOMPARE(after.first().person, u"wang"_s);
    QCOMPARE(after.first().rostered, u"li"_s);
}

void TestRosterState::aSwapTakesBoth()
{
    const domain::Roster swapped = team().with({.kind = u"swap"_s,
        .position = u"network"_s,
        .person = u"li"_s,
        .replaces = u"zhou"_s,
        .from = march(19, 8),
        .until = march(19, 20),
        .otherPosition = u"network"_s,
        .otherFrom = march(20, 8),
        .otherUntil = march(20, 20)});
    const auto on = [&swapped](int day) {
        return domain::onDuty(
            domain::shiftsOf(swapped, march(day, 0), march(day, 23)), march(day, 10))
            .first()
            .person;
    };
    QCOMPARE(on(18), u"li"_s);
    QCOMPARE(on(19), u"li"_s); // was Zhou's
    QCOMPARE(on(20), u"zhou"_s); // was Li's
    QCOMPARE(on(21), u"zhou"_s);
}

void TestRosterState::checkedInFromAnHourBefore()
{
    RosterState state = team();
    const domain::Shift shift = domain::shiftsOf(state.roster, march(18, 9), march(18, 10)).first();
    const auto checkedIn = [&](base::Instant at, const QString &who, const QString &where) {
        state.checkIns = {{where, who, at}};
        return state.checkedIn(shift).has_value();
    };
    QVERIFY(!checkedIn(march(18, 6, 59), u"li"_s, u"network"_s));
    QVERIFY(checkedIn(march(18, 7), u"li"_s, u"network"_s));
    QVERIFY(checkedIn(march(18, 19, 59), u"li"_s, u"network"_s));
    QVERIFY(!checkedIn(march(18, 20), u"li"_s, u"network"_s));
    QVERIFY(!checkedIn(march(18, 8), u"wang"_s, u"network"_s));
    QVERIFY(!checkedIn(march(18, 8), u"li"_s, u"scribe"_s));
}

void TestRosterState::aCoverMendsWhatTheLeaveMade()
{
    RosterState state = team();
    const roster::NewChange leave{
        .kind = u"leave"_s, .person = u"li"_s, .from = march(18, 0), .until = march(19, 0)};
    const auto left = roster::effectOf(state, leave);
    QCOMPARE(left.affected, QStringList{u"li"_s});
    QCOMPARE(lines(left.made), QStringList{u"gap network 18 08:00 - 18 20:00"_s});
    QVERIFY(left.mended.isEmpty());
    state.roster = state.with(leave);
    const auto covered = roster::effectOf(state,
        {.kind = u"cover"_s,
            .position = u"network"_s,
            .person = u"zhou"_s,
            .replaces = u"li"_s,
            .from = march(18, 8),
            .until = march(18, 12)});
    QCOMPARE(covered.affected, QStringList{u"zhou"_s});
    QVERIFY(covered.made.isEmpty());
    QCOMPARE(lines(covered.mended), QStringList{u"gap network 18 08:00 - 18 12:00"_s});
}

void TestRosterState::whatStaysWrongDoesNotCount()
{
    RosterState state = team();
    state.roster.rotations[0].members.clear(); // nobody by day, before and after
    const auto effect = roster::effectOf(state,
        {.kind = u"leave"_s, .person = u"zhou"_s, .from = march(18, 0), .until = march(20, 0)});
    QCOMPARE(effect, roster::RosterEffect());
}

QTEST_GUILESS_MAIN(TestRosterState)

#include "tst_state.moc"
