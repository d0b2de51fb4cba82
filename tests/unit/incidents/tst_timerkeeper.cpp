// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/incidents/timerkeeper.h"
#include "tests/unit/quality/qualityfixture.h"

#include <QJsonArray>
#include <QSignalSpy>

using namespace watchroom;
using namespace watchroom::incidents;
using namespace watchroom::quality;
using namespace std::chrono_literals;

/// The default policy: red is acknowledged within 2 min, which is also the limit of Detection.
class TestTimerKeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void warningAndBreachAreWrittenOnce();
    void withoutTheLeaseNothingIsDecided();
    void clocksAreKnownWithoutTheLease();
    void anAcknowledgementLapses();
    void closedIncidentsHaveNoClock();
    void whatChangesAClockIsSeen();
    void moreThanOneReadsWorth();

private:
    int look();
    [[nodiscard]] QStringList timers() const;

    std::unique_ptr<Workspace> m_space;
    std::unique_ptr<TimerKeeper> m_keeper;
};

void TestTimerKeeper::init()
{
    m_space = std::make_unique<Workspace>();
    m_keeper = std::make_unique<TimerKeeper>(*m_space->store, m_space->clock);
    m_keeper->setFence(1);
}

void TestTimerKeeper::cleanup()
{
    m_keeper.reset();
    m_space.reset();
}

/// Until a look that began after the call is over.
int TestTimerKeeper::look()
{
    QCoreApplication::processEvents(); // what was saved is heard of first
    QSignalSpy looked(m_keeper.get(), &TimerKeeper::looked);
    m_keeper->look();
    return looked.isEmpty() && !looked.wait() ? -1 : looked.front().front().toInt();
}

QStringList TestTimerKeeper::timers() const
{
    QStringList codes;
    for (const Row &entry :
        m_space->rows(u"log_entry"_s, u"kind=?"_s, {u"timer"_s}, u"ORDER BY n"_s))
        codes.append(domain::text(entry, "code"_L1));
    return codes;
}

void TestTimerKeeper::warningAndBreachAreWrittenOnce()
{
    const base::Instant opened = m_space->clock.now();
    [[maybe_unused]] const QUuid id = m_space->open(u"red"_s);
    QCOMPARE(look(), 0);
    m_space->clock.advance(95s);
    QCOMPARE(look(), 0);
    m_space->clock.advance(1s); // 80 % of 120 s
    QCOMPARE(look(), 1);
    QCOMPARE(look(), 0);
    QCOMPARE(timers(), QStringList{u"clock_warning"_s});
    m_space->clock.advance(24s);
    QCOMPARE(look(), 2);
    QCOMPARE(look(), 0);
    QStringList found = timers();
    found.sort();
    QCOMPARE(
        found, (QStringList{u"acknowledge_overdue"_s, u"clock_breached"_s, u"clock_warning"_s}));
    const Row overdue = m_space->rows(u"log_entry"_s, u"code=?"_s, {u"acknowledge_overdue"_s})[0];
    const QJsonObject params = overdue.value(u"params"_s).toObject();
    QCOMPARE(params.value(u"parties"_s).toArray(),
        (QJsonArray{u"shift_lead"_s, u"deputy"_s, u"command"_s}));
    QCOMPARE(domain::instant(overdue, "happened_at"_L1), opened + 120s);
}

void TestTimerKeeper::withoutTheLeaseNothingIsDecided()
{
    [[maybe_unused]] const QUuid id = m_space->open(u"red"_s);
    m_space->clock.advance(1h);
    m_keeper->setFence({});
    QCOMPARE(look(), 0);
    QVERIFY(timers().isEmpty());
    m_keeper->setFence(1); // what fell due meanwhile is decided by whoever has it now
    QCOMPARE(look(), 2);
}

/// Every console knows them, whoever decides.
void TestTimerKeeper::clocksAreKnownWithoutTheLease()
{
    m_keeper->setFence({});
    const QUuid id = m_space->open(u"red"_s);
    const base::Instant opened = m_space->clock.now();
    QCOMPARE(look(), 0);
    IncidentClocks clocks = m_keeper->clocksOf(id);
    QVERIFY(clocks.due);
    QCOMPARE(clocks.due->what, domain::NextDue::What::Acknowledge);
    QCOMPARE(clocks.due->at, opened + 120s);
    QVERIFY(!clocks.lapses);
    m_space->change(id, {{u"owner"_s, m_space->login}, {u"stage"_s, u"assessment"_s}});
    QCOMPARE(look(), 0);
    clocks = m_keeper->clocksOf(id);
    QCOMPARE(clocks.due->what, domain::NextDue::What::Stage);
    QCOMPARE(clocks.due->at, opened + 10min);
    QCOMPARE(clocks.lapses, opened + 15min);
    m_space->clock.advance(14min);
    QVERIFY(!m_keeper->hasLapsed(id));
    m_space->clock.advance(1min);
    QVERIFY(m_keeper->hasLapsed(id));
    m_space->change(id, {{u"stage"_s, u"closed"_s}, {u"stage_reason"_s, u"false_alarm"_s}});
    QCOMPARE(look(), 0);
    QVERIFY(!m_keeper->clocksOf(id).due);
    QVERIFY(!m_keeper->hasLapsed(id));
}

void TestTimerKeeper::anAcknowledgementLapses()
{
    const QUuid id = m_space->open(u"red"_s);
    m_space->clock.advance(10s);
    m_space->change(id, {{u"owner"_s, m_space->login}});
    m_space->clock.advance(14min);
    look();
    QVERIFY(!timers().contains(u"acknowledge_lapsed"_s));
    m_space->clock.advance(1min);
    look();
    QCOMPARE(timers().count(u"acknowledge_lapsed"_s), 1);
    look();
    QCOMPARE(timers().count(u"acknowledge_lapsed"_s), 1);
    QVERIFY(!timers().contains(u"acknowledge_overdue"_s));
}

void TestTimerKeeper::closedIncidentsHaveNoClock()
{
    const QUuid id = m_space->open(u"blue"_s);
    m_space->change(id, {{u"owner"_s, m_space->login}});
    m_space->change(id, {{u"stage"_s, u"closed"_s}, {u"stage_reason"_s, u"false_alarm"_s}});
    m_space->clock.advance(48h);
    QCOMPARE(look(), 0);
    QVERIFY(timers().isEmpty());
}

/// A clock is known until its row or an entry moves it.
void TestTimerKeeper::whatChangesAClockIsSeen()
{
    const QUuid id = m_space->open(u"red"_s);
    QCOMPARE(look(), 0);
    m_space->clock.advance(10s);
    m_space->change(id, {{u"owner"_s, m_space->login}});
    m_space->change(id, {{u"waiting_for"_s, u"运营商"_s}});
    QCOMPARE(look(), 0);
    m_space->clock.advance(14min); // the clock of the stage stands, the acknowledgement's runs
    QCOMPARE(look(), 0);
    m_space->note(id, u"运营商在查"_s);
    QCOMPARE(look(), 0);
    m_space->clock.advance(2min); // but for the entry it would have lapsed
    QCOMPARE(look(), 0);
    m_space->change(id, {{u"waiting_for"_s, QJsonValue()}});
    m_space->clock.advance(2min);
    QCOMPARE(look(), 1);
    QCOMPARE(timers(), QStringList{u"clock_breached"_s});
    m_space->clock.advance(13min);
    QCOMPARE(look(), 1);
    QCOMPARE(timers().last(), u"acknowledge_lapsed"_s);
}

void TestTimerKeeper::moreThanOneReadsWorth()
{
    constexpr int kMany = 230;
    for (int i = 0; i < kMany; ++i)
        [[maybe_unused]] const QUuid id = m_space->open(u"red"_s);
    m_space->clock.advance(1h);
    QCOMPARE(look(), 2 * kMany); // breached, and not acknowledged
    QCOMPARE(look(), 0);
}

QTEST_GUILESS_MAIN(TestTimerKeeper)
#include "tst_timerkeeper.moc"
