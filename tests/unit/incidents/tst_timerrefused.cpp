// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/incidents/timerkeeper.h"
#include "tests/unit/store/replicatest.h"

#include <QSignalSpy>

using namespace watchroom;
using namespace watchroom::store;
using incidents::TimerKeeper;

/// What a clock has come to is not forgotten when the server refuses the entry, as it does when
/// the lease was another's in between.
class TestTimerRefused : public ReplicaTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void aRefusedDecisionIsTakenAgain();
};

namespace {

int look(TimerKeeper &keeper)
{
    QCoreApplication::processEvents(); // what was saved is heard of first
    QSignalSpy looked(&keeper, &TimerKeeper::looked);
    keeper.look();
    return looked.isEmpty() && !looked.wait() ? -1 : looked.front().front().toInt();
}

} // namespace

void TestTimerRefused::aRefusedDecisionIsTakenAgain()
{
    [[maybe_unused]] const QUuid id = serverIncident(
        {{u"acknowledged_by"_s, u"chen"_s}, {u"acknowledged_at"_s, base::toIso(m_clock.now())},
            {u"due_at"_s, u"2026-03-18T01:30:00.000000Z"_s}});
    TimerKeeper keeper(*m_store, m_clock);
    keeper.setFence(1);
    QCOMPARE(look(keeper), 1);
    QCOMPARE(look(keeper), 0);
    const auto sent = batch(*m_store);
    QCOMPARE(sent.size(), 1);
    settle({result(sent.first(), domain::ResultState::Rejected, std::nullopt, u"not_lease"_s)});
    keeper.setFence(2);
    QCOMPARE(look(keeper), 1);
    QCOMPARE(look(keeper), 0);
}

QTEST_GUILESS_MAIN(TestTimerRefused)
#include "tst_timerrefused.moc"
