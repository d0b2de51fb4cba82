// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handover/handoverfigures.h"
#include "tests/unit/handover/passing.h"

#include <QTest>

using namespace watchroom;
using namespace watchroom::handover;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::march;
using test::Passing;
using test::ShiftDesk;

namespace {

EndedHandover ended(const QString &state, base::Instant shift, std::chrono::minutes opened,
    std::chrono::minutes until)
{
    return {.state = state, .shiftAt = shift, .openedAt = shift + opened, .endedAt = shift + until};
}

} // namespace

/// How well the watch is passed, by figures that are worked out by hand here.
class TestHandoverFigures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ofNothingThereIsNothing();
    void ofSixShifts();
    void byTheNearestRank();
    void ofRealHandovers();
};

void TestHandoverFigures::ofNothingThereIsNothing()
{
    const HandoverFigures figures = figuresOf({});
    QCOMPARE(figures.shifts, 0);
    QCOMPARE(figures.passed(), 0);
    QVERIFY(!figures.signing.p50);
    QVERIFY(!figures.whole.p90);
}

void TestHandoverFigures::ofSixShifts()
{
    // 1: on time. Signed at -8, accepted at +2: 10 min; opened at -60: 62 min. Two of two read
    // back.
    EndedHandover good = ended(u"accepted"_s, march(18, 20), -60min, 2min);
    good.signedAt = march(18, 19, 52);
    good.items = good.heard = 2;
    good.waivers = 1;
    good.changes = 2;
    good.surprises = 1;
    // 2: late. Signed at -5, accepted at +12: 17 min; 72 min. Four of the five that are wanted.
    EndedHandover late = ended(u"accepted"_s, march(19, 8), -60min, 12min);
    late.signedAt = march(19, 7, 55);
    late.items = 7;
    late.heard = 4;
    // 3: refused, and at the second attempt just in time. Signed at +6, accepted at +10: 4 min;
    // opened at -5: 15 min. Nothing was open: nothing had to be read back.
    const EndedHandover refused = ended(u"refused"_s, march(19, 20), -60min, -10min);
    EndedHandover second = ended(u"accepted"_s, march(19, 20), -5min, 10min);
    second.signedAt = march(19, 20, 6);
    // 4 to 6.
    const EndedHandover expired = ended(u"expired"_s, march(20, 8), -60min, 30min);
    EndedHandover forced = ended(u"forced"_s, march(20, 20), -60min, 5min);
    forced.waivers = 1;
    forced.changes = 3;
    const EndedHandover extended = ended(u"extended"_s, march(21, 8), -60min, -5min);

    const HandoverFigures figures =
        figuresOf({good, late, refused, second, expired, forced, extended});
    QCOMPARE(figures.shifts, 6);
    QCOMPARE(figures.onTime, 2);
    QCOMPARE(figures.accepted, 3);
    QCOMPARE(figures.refused, 1);
    QCOMPARE(figures.extended, 1);
    QCOMPARE(figures.expired, 1);
    QCOMPARE(figures.forced, 1);
    QCOMPARE(figures.passed(), 4);
    QCOMPARE(figures.signing, (Percentiles{10min, 17min})); // of 4, 10, 17
    QCOMPARE(figures.whole, (Percentiles{62min, 72min})); // of 15, 62, 72
    QCOMPARE(figures.readBack, 2);
    QCOMPARE(figures.waivers, 2);
    QCOMPARE(figures.changes, 5);
    QCOMPARE(figures.surprises, 1);
}

void TestHandoverFigures::byTheNearestRank()
{
    QList<EndedHandover> all;
    for (int minutes = 10; minutes >= 1; --minutes)
        all.append(
            ended(u"accepted"_s, march(1 + minutes, 8), 0min, std::chrono::minutes(minutes)));
    QCOMPARE(figuresOf(all).whole, (Percentiles{5min, 9min}));
    all.append(ended(u"accepted"_s, march(25, 8), 0min, 11min));
    QCOMPARE(figuresOf(all).whole, (Percentiles{6min, 10min}));
    QVERIFY(!figuresOf(all).signing.p50);
}

void TestHandoverFigures::ofRealHandovers()
{
    ShiftDesk desk;
    const Passing passing(desk);
    test::StandingClock &clock = desk.clock;
    const auto incident = [&](const QString &owner) {
        return desk.save(u"incident"_s,
            {{u"title"_s, u"丢包"_s}, {u"level"_s, u"yellow"_s}, {u"owner"_s, owner}}, owner);
    };
    const auto raise = [&](const QUuid &id, const QString &by) {
        desk.update(u"incident"_s, id, {{u"level"_s, u"red"_s}}, by);
    };
    const QUuid named = incident(u"chen"_s);
    const QUuid forgotten = incident(u"sun"_s); // of neither side: not on the sheet
    const QUuid later = incident(u"sun"_s);
    clock.set(march(18, 19));
    passing.begin(march(18, 20), u"chen"_s, u"li"_s);
    clock.set(march(18, 19, 50));
    passing.fillIn();
    passing.sign({{.rule = u"system"_s,
        .subject = u"wall"_s,
        .reason = u"no_access"_s,
        .by = u"chen"_s,
        .second = u"zhou"_s}});
    desk.save(
        u"ticket"_s, {{u"title"_s, u"换板卡"_s}, {u"level"_s, u"blue"_s}, {u"owner"_s, u"chen"_s}});
    clock.set(march(18, 20, 5));
    passing.accept();
    const QUuid fresh = incident(u"sun"_s); // nobody could know of it
    clock.set(march(18, 21));
    raise(named, u"li"_s);
    raise(forgotten, u"sun"_s);
    raise(fresh, u"sun"_s);
    clock.set(march(18, 22, 6));
    raise(later, u"sun"_s); // more than two hours after
    clock.set(march(19, 7));
    passing.begin(march(19, 8), u"li"_s, u"chen"_s);
    desk.saved(passing.as(u"chen"_s).refuse(passing.state().id, u"unfit"_s, {}));
    passing.begin(march(19, 8), u"li"_s, u"chen"_s, 2); // lives still

    const auto read = [&](base::Instant from, base::Instant until) {
        return *desk.store
                    ->read<QList<EndedHandover>>([=](store::Reader &reader) {
                        return readEndedHandovers(reader, u"desk"_s, from, until);
                    })
                    .result();
    };
    const HandoverFigures figures = figuresOf(read(march(18, 0), march(20, 0)));
    QCOMPARE(figures.shifts, 2);
    QCOMPARE(figures.onTime, 1);
    QCOMPARE(figures.accepted, 1);
    QCOMPARE(figures.refused, 1);
    QCOMPARE(figures.signing, (Percentiles{15min, 15min}));
    QCOMPARE(figures.whole, (Percentiles{65min, 65min}));
    QCOMPARE(figures.readBack, 1);
    QCOMPARE(figures.waivers, 1);
    QCOMPARE(figures.changes, 1); // the ticket of after the freeze
    QCOMPARE(figures.surprises, 1);
    QCOMPARE(read(march(18, 0), march(18, 20)).size(), 0); // the period is that of the shifts
    QCOMPARE(read(march(19, 0), march(20, 0)).size(), 1);
}

QTEST_GUILESS_MAIN(TestHandoverFigures)
#include "tst_handoverfigures.moc"
