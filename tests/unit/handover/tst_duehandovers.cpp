// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handover/duehandovers.h"
#include "tests/unit/handover/duties.h"

#include <QJsonArray>
#include <QTest>

using namespace watchroom;
using namespace watchroom::handover;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::march;

/// The clock of a handover whose shift begins on 18 March at 20:00, told without a clock running.
class TestDueHandovers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isMadeAnHourBefore();
    void isNotMadeBesideALiveOne();
    void tellsItsSteps_data();
    void tellsItsSteps();
    void whoCheckedInIsNotCalled();
    void tellsWhom();
    void everyStepIsAnnouncedByTheOneBefore();
    void whoStaysOnTooLong();
    void longWatchesOfTheRotaAreNoOvertime();

private:
    [[nodiscard]] static WatchedHandover watched()
    {
        return {.id = QUuid(u"11111111-1111-4111-8111-111111111111"_s),
            .scope = u"desk"_s,
            .label = u"A3-9"_s,
            .outgoing = u"chen"_s,
            .incoming = u"li"_s,
            .shiftAt = march(18, 20),
            .since = march(18, 8)};
    }
    [[nodiscard]] static QStringList codes(const HandoverFacts &facts, base::Instant now)
    {
        QStringList all;
        for (const HandoverDue &due : dueHandovers(facts, now)) {
            const auto minutes = due.params.value("minutes"_L1);
            all.append(due.code.mid(9)
                + (minutes.isDouble() ? QString::number(minutes.toInt()) : QString()));
        }
        return all;
    }
};

void TestDueHandovers::isMadeAnHourBefore()
{
    const HandoverFacts facts{
        .next = nextDutyHandover(test::team(), u"desk"_s, march(18, 12))->handover};
    QCOMPARE(codes(facts, march(18, 18, 59)), QStringList());
    QCOMPARE(nextHandover(facts, march(18, 12)), march(18, 19));
    QCOMPARE(codes(facts, march(18, 19)), QStringList{u"opened"_s});
    // A station that was off makes it later, but not when it would be over at once.
    QCOMPARE(codes(facts, march(18, 20, 29)), QStringList{u"opened"_s});
    QCOMPARE(codes(facts, march(18, 20, 30)), QStringList());
}

void TestDueHandovers::isNotMadeBesideALiveOne()
{
    HandoverFacts facts{.next = nextDutyHandover(test::team(), u"desk"_s, march(18, 12))->handover};
    WatchedHandover other = watched();
    other.shiftAt = march(18, 23);
    facts.watched = {other};
    QCOMPARE(codes(facts, march(18, 19)), QStringList());
    facts.watched[0].scope = u"network"_s;
    QCOMPARE(codes(facts, march(18, 19)), QStringList{u"opened"_s});
    facts.watched[0].scope = u"desk"_s;
    facts.watched[0].live = false;
    QCOMPARE(codes(facts, march(18, 19)), QStringList{u"opened"_s});
}

void TestDueHandovers::tellsItsSteps_data()
{
    QTest::addColumn<int>("minutes"); // after the shift's begin
    QTest::addColumn<QStringList>("codes");
    QTest::newRow("made") << -60 << QStringList();
    QTest::newRow("31 min before") << -31 << QStringList();
    QTest::newRow("30 min before") << -30 << QStringList{u"reminder30"_s};
    QTest::newRow("11 min before") << -11 << QStringList{u"reminder30"_s};
    QTest::newRow("10 min before") << -10 << QStringList{u"reminder10"_s, u"no_show"_s};
    QTest::newRow("its begin") << 0 << QStringList{u"no_show"_s};
    QTest::newRow("9 min after") << 9 << QStringList{u"no_show"_s};
    QTest::newRow("10 min after") << 10 << QStringList{u"late"_s, u"no_show"_s, u"overtime"_s};
    QTest::newRow("29 min after") << 29 << QStringList{u"late"_s, u"no_show"_s, u"overtime"_s};
    QTest::newRow("30 min after") << 30 << QStringList{u"overdue"_s, u"overtime"_s};
    QTest::newRow("11 h after") << 11 * 60 << QStringList{u"overdue"_s, u"overtime"_s};
    QTest::newRow("a day after") << 24 * 60 << QStringList{u"expired"_s};
}

void TestDueHandovers::tellsItsSteps()
{
    QFETCH(int, minutes);
    QFETCH(QStringList, codes);
    const base::Instant now = march(18, 20) + std::chrono::minutes(minutes);
    const HandoverFacts facts{.watched = {watched()}};
    QCOMPARE(TestDueHandovers::codes(facts, now), codes);
    for (const HandoverDue &due : dueHandovers(facts, now))
        QVERIFY(due.at <= now);
}

void TestDueHandovers::whoCheckedInIsNotCalled()
{
    WatchedHandover there = watched();
    there.there = true;
    there.since.reset();
    const HandoverFacts facts{.watched = {there}};
    QCOMPARE(codes(facts, march(18, 19, 50)), QStringList{u"reminder10"_s});
    QCOMPARE(codes(facts, march(18, 20, 10)), QStringList{u"late"_s});
}

void TestDueHandovers::tellsWhom()
{
    const HandoverFacts facts{.watched = {watched()}};
    const auto call = dueHandovers(facts, march(18, 19, 50)).at(1);
    QCOMPARE(call.params.value("parties"_L1).toArray(), QJsonArray{u"next_shift"_s});
    QCOMPARE(call.at, march(18, 19, 50));
    const QList<HandoverDue> late = dueHandovers(facts, march(18, 20, 15));
    QCOMPARE(late.at(0).params.value("parties"_L1).toArray(),
        (QJsonArray{u"shift_lead"_s, u"deputy"_s}));
    QCOMPARE(late.at(0).at, march(18, 20, 10));
    QCOMPARE(late.at(1).params.value("parties"_L1).toArray(), QJsonArray{u"deputy"_s});
    QVERIFY(late.at(1).id != call.id); // another call, another entry
    QCOMPARE(late.at(2).params.value("parties"_L1).toArray(), QJsonArray{u"command"_s});
    for (const HandoverDue &due : late) {
        QCOMPARE(due.params.value("outgoing"_L1).toString(), u"chen"_s);
        QCOMPARE(due.params.value("label"_L1).toString(), u"A3-9"_s);
    }
}

/// Whoever waits for the next instant misses no step.
void TestDueHandovers::everyStepIsAnnouncedByTheOneBefore()
{
    const HandoverFacts facts{.watched = {watched()}};
    base::Instant now = march(18, 19);
    QList<qint64> at;
    while (const auto next = nextHandover(facts, now)) {
        QVERIFY(*next > now);
        at.append(std::chrono::duration_cast<std::chrono::minutes>(*next - march(18, 20)).count());
        QVERIFY(codes(facts, *next) != codes(facts, *next - 1us));
        now = *next;
    }
    QCOMPARE(at, (QList<qint64>{-30, -10, 10, 30, 24 * 60}));
}

void TestDueHandovers::whoStaysOnTooLong()
{
    WatchedHandover extended = watched();
    extended.live = false;
    extended.since = march(18, 12);
    const HandoverFacts facts{.watched = {extended}};
    QCOMPARE(codes(facts, march(18, 23, 59)), QStringList());
    QCOMPARE(codes(facts, march(19, 0)), QStringList{u"overtime"_s});
    QCOMPARE(dueHandovers(facts, march(19, 3)).first().at, march(19, 0));
    QCOMPARE(codes(facts, march(19, 20)), QStringList());
}

void TestDueHandovers::longWatchesOfTheRotaAreNoOvertime()
{
    WatchedHandover week = watched();
    week.since = march(11, 20);
    week.there = true;
    const HandoverFacts facts{.watched = {week}};
    QCOMPARE(codes(facts, march(18, 19, 55)), QStringList{u"reminder10"_s});
    QCOMPARE(codes(facts, march(18, 20, 10)), (QStringList{u"late"_s, u"overtime"_s}));
}

QTEST_GUILESS_MAIN(TestDueHandovers)
#include "tst_duehandovers.moc"
