// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/clocks.h"

#include <QTest>

using namespace watchroom::domain;
using namespace Qt::StringLiterals;
namespace base = watchroom::base;
using base::Seconds;
using std::chrono::microseconds;

namespace {

const base::Instant kEntered{std::chrono::seconds{1'773'844'361}};

/// A red incident in Diagnosis: 30 minutes from the entry, acknowledged at the entry.
Row incident()
{
    return {{u"stage"_s, u"diagnosis"_s}, {u"level"_s, u"red"_s},
        {u"opened_at"_s, base::toIso(kEntered)}, {u"stage_entered_at"_s, base::toIso(kEntered)},
        {u"due_at"_s, base::toIso(kEntered + Seconds{1800})}, {u"waited_s"_s, 0},
        {u"waiting_since"_s, QJsonValue()}, {u"acknowledged_by"_s, u"chen"_s},
        {u"acknowledged_at"_s, base::toIso(kEntered)}};
}

Row with(const QString &column, const QJsonValue &value)
{
    Row row = incident();
    row.insert(column, value);
    return row;
}

QJsonValue iso(Seconds after)
{
    return base::toIso(kEntered + after);
}

class TestClocks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void edges_data()
    {
        QTest::addColumn<qint64>("micros");
        QTest::addColumn<int>("state");
        const auto row = [](const char *name, qint64 micros, ClockState state) {
            QTest::newRow(name) << micros << static_cast<int>(state);
        };
        row("at the entry", 0, ClockState::Running);
        row("before 80 %", 1'440'000'000 - 1, ClockState::Running);
        row("at 80 %", 1'440'000'000, ClockState::Warning);
        row("before the end", 1'800'000'000 - 1, ClockState::Warning);
        row("at the end", 1'800'000'000, ClockState::Breached);
        row("a day later", 86'400'000'000, ClockState::Breached);
    }

    void edges()
    {
        QFETCH(qint64, micros);
        QFETCH(int, state);
        const StageClock clock = stageClock(incident(), kEntered + microseconds{micros});
        QCOMPARE(static_cast<int>(clock.state), state);
        QVERIFY(clock.dueAt == kEntered + Seconds{1800});
    }

    void shareAndRemainder()
    {
        const StageClock half = stageClock(incident(), kEntered + Seconds{900});
        QCOMPARE(half.used, 0.5);
        QCOMPARE(half.remaining, Seconds{900});
        const StageClock late = stageClock(incident(), kEntered + Seconds{2700});
        QCOMPARE(late.used, 1.5);
        QCOMPARE(late.remaining, Seconds{-900});
    }

    void noClock()
    {
        QVERIFY(stageClock(with(u"due_at"_s, QJsonValue()), kEntered).state == ClockState::None);
        QVERIFY(stageClock(with(u"stage"_s, u"closed"_s), kEntered).state == ClockState::None);
        QVERIFY(stageClock({}, kEntered).state == ClockState::None);
    }

    void waitingStands()
    {
        const Row waiting = with(u"waiting_since"_s, iso(Seconds{900}));
        for (const Seconds later : {Seconds{900}, Seconds{1800}, Seconds{90'000}}) {
            const StageClock clock = stageClock(waiting, kEntered + later);
            QVERIFY(clock.state == ClockState::Waiting);
            QCOMPARE(clock.used, 0.5);
            QCOMPARE(clock.remaining, Seconds{900});
            QCOMPARE(clock.waited, later - Seconds{900});
        }
        QVERIFY(!warnsAt(waiting));
    }

    void whatWasWaitedCountsApart()
    {
        // As the guard leaves it: 600 s waited, the deadline moved by as much.
        Row row = with(u"waited_s"_s, 600);
        row.insert("due_at"_L1, iso(Seconds{2400}));
        const StageClock before = stageClock(row, kEntered + Seconds{2039});
        QVERIFY(before.state == ClockState::Running);
        QCOMPARE(before.waited, Seconds{600});
        QVERIFY(stageClock(row, kEntered + Seconds{2040}).state == ClockState::Warning);
        QCOMPARE(stageClock(row, kEntered + Seconds{1500}).used, 0.5);
    }

    void warningHasAnInstant_data()
    {
        QTest::addColumn<qint64>("limit");
        for (const qint64 limit : {1, 7, 600, 1800, 86'401})
            QTest::addRow("%lld s", limit) << limit;
    }

    void warningHasAnInstant()
    {
        QFETCH(qint64, limit);
        const Row row = with(u"due_at"_s, base::toIso(kEntered + Seconds{limit} + microseconds{3}));
        const auto warning = warnsAt(row);
        QVERIFY(warning);
        QVERIFY(stageClock(row, *warning).state == ClockState::Warning);
        QVERIFY(stageClock(row, *warning - microseconds{1}).state == ClockState::Running);
    }

    void acknowledgementHoldsWhileSomethingHappens()
    {
        const Policy policy = defaultPolicy();
        const auto lapses = [&](const Row &row, std::optional<base::Instant> activity) {
            return acknowledgementLapses(row, activity, policy);
        };
        // Red: 15 minutes.
        QVERIFY(lapses(incident(), {}) == kEntered + Seconds{900});
        QVERIFY(lapses(incident(), kEntered + Seconds{100}) == kEntered + Seconds{1000});
        // What was done before acknowledging renews nothing.
        QVERIFY(lapses(incident(), kEntered - Seconds{100}) == kEntered + Seconds{900});
        QVERIFY(lapses(with(u"level"_s, u"yellow"_s), {}) == kEntered + Seconds{1800});
        QVERIFY(lapses(with(u"level"_s, u"blue"_s), {}) == kEntered + Seconds{3600});
        QVERIFY(!lapses(with(u"acknowledged_by"_s, QJsonValue()), {}));
        QVERIFY(lapses(with(u"stage"_s, u"recovery"_s), {}));
        for (const QString &stage : {u"notification"_s, u"review"_s, u"closed"_s})
            QVERIFY2(!lapses(with(u"stage"_s, stage), {}), qPrintable(stage));
    }

    void acknowledgementIsDue()
    {
        const Policy policy = defaultPolicy();
        const Row unheard = with(u"acknowledged_by"_s, QJsonValue());
        QVERIFY(acknowledgementDue(unheard, {}, policy) == kEntered + Seconds{120});
        QVERIFY(
            acknowledgementDue(unheard, kEntered + Seconds{60}, policy) == kEntered + Seconds{180});
        QVERIFY(!acknowledgementDue(incident(), {}, policy));
        Row closed = unheard;
        closed.insert("stage"_L1, u"closed"_s);
        QVERIFY(!acknowledgementDue(closed, {}, policy));
    }

    void theNearestComesFirst()
    {
        const Policy policy = defaultPolicy();
        using What = NextDue::What;
        auto next = nextDue(incident(), {}, {}, policy);
        QVERIFY(next && next->what == What::Lapse && next->at == kEntered + Seconds{900});
        next = nextDue(incident(), kEntered + Seconds{1000}, {}, policy);
        QVERIFY(next && next->what == What::Stage && next->at == kEntered + Seconds{1800});
        next = nextDue(with(u"acknowledged_by"_s, QJsonValue()), {}, {}, policy);
        QVERIFY(next && next->what == What::Acknowledge && next->at == kEntered + Seconds{120});
        // While waiting the stage is not due; silence of the owner still is.
        next = nextDue(
            with(u"waiting_since"_s, iso(Seconds{10})), kEntered + Seconds{5000}, {}, policy);
        QVERIFY(next && next->what == What::Lapse);
        QVERIFY(!nextDue(with(u"stage"_s, u"closed"_s), {}, {}, policy));
    }
};

} // namespace

QTEST_GUILESS_MAIN(TestClocks)
#include "tst_clocks.moc"
