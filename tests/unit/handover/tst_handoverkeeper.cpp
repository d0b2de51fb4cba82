// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handover/handoverkeeper.h"
#include "tests/unit/handover/shifts.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

using namespace watchroom;
using namespace watchroom::handover;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::march;
using test::ShiftDesk;

/// An evening of 18 March in a real workspace: Chen's watch ends at 20:00, Li's begins.
class TestHandoverKeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void anEveningNobodyCame();
    void whoCheckedInIsNotCalled();
    void withoutTheLeaseNothingIsWritten();
    void onlyOnceWhateverIsLookedAt();
    void whatAPersonBeganIsWatchedToo();
    void afterARefusalNoOtherIsMade();
    void aNewRosterIsSeen();

private:
    int lookAt(base::Instant now);
    int look();
    [[nodiscard]] QStringList timers() const;
    [[nodiscard]] QStringList states() const;

    std::unique_ptr<ShiftDesk> m_desk;
    std::unique_ptr<HandoverKeeper> m_keeper;
};

void TestHandoverKeeper::init()
{
    m_desk = std::make_unique<ShiftDesk>();
    m_desk->roster();
    m_keeper = std::make_unique<HandoverKeeper>(*m_desk->store, m_desk->clock);
    m_keeper->setFence(1);
    QVERIFY(look() >= 0);
}

void TestHandoverKeeper::cleanup()
{
    m_keeper.reset();
    m_desk.reset();
}

/// Until a look that began after the call is over.
int TestHandoverKeeper::look()
{
    QSignalSpy looked(m_keeper.get(), &HandoverKeeper::looked);
    m_keeper->look();
    return looked.isEmpty() && !looked.wait() ? -1 : looked.back().front().toInt();
}

int TestHandoverKeeper::lookAt(base::Instant now)
{
    m_desk->clock.set(now);
    return look();
}

QStringList TestHandoverKeeper::timers() const
{
    QStringList codes;
    for (const domain::Row &entry :
        m_desk->rows(u"log_entry"_s, u"kind=?"_s, {u"timer"_s}, u"ORDER BY n"_s)) {
        if (!entry.value("incident"_L1).isNull())
            continue;
        codes.append(domain::text(entry, "code"_L1).mid(9));
    }
    return codes;
}

QStringList TestHandoverKeeper::states() const
{
    QStringList states;
    for (const domain::Row &row :
        m_desk->rows(u"handover"_s, {}, {}, u"ORDER BY shift_at, attempt"_s))
        states.append(domain::text(row, "state"_L1));
    return states;
}

void TestHandoverKeeper::anEveningNobodyCame()
{
    QCOMPARE(lookAt(march(18, 18, 59)), 0);
    QCOMPARE(states(), QStringList());
    QCOMPARE(lookAt(march(18, 19)), 1);
    const domain::Row made = m_desk->rows(u"handover"_s).value(0);
    QCOMPARE(domain::text(made, "outgoing"_L1), u"chen"_s);
    QCOMPARE(domain::text(made, "incoming"_L1), u"li"_s);
    QCOMPARE(made.value("incoming_people"_L1).toArray(), (QJsonArray{u"li"_s, u"wu"_s}));
    QCOMPARE(domain::instant(made, "shift_at"_L1), march(18, 20));
    QVERIFY(!domain::text(made, "label"_L1).isEmpty());
    QVERIFY(domain::text(made, "opened_by"_L1) != u"chen"_s); // the station did
    QSignalSpy told(m_keeper.get(), &HandoverKeeper::reminderDue);
    QCOMPARE(lookAt(march(18, 19, 30)), 1);
    QCOMPARE(lookAt(march(18, 19, 50)), 2);
    QCOMPARE(lookAt(march(18, 20, 10)), 3);
    QCOMPARE(timers(),
        (QStringList{
            u"reminder"_s, u"reminder"_s, u"no_show"_s, u"late"_s, u"no_show"_s, u"overtime"_s}));
    QCOMPARE(told.size(), 6);
    const auto first = told.first().first().value<HandoverReminder>();
    QCOMPARE(first.code, u"handover_reminder"_s);
    QCOMPARE(first.minutes, 30);
    QCOMPARE(first.incoming, u"li"_s);
    QCOMPARE(states(), QStringList{u"draft"_s});
    QCOMPARE(lookAt(march(18, 20, 30)), 1);
    QCOMPARE(timers().last(), u"overdue"_s);
    QCOMPARE(states(), QStringList{u"draft"_s}); // it can still be accepted
    // In the morning the next one takes its place.
    QCOMPARE(lookAt(march(19, 7)), 1);
    QCOMPARE(states(), QStringList{u"expired"_s});
    const auto ended = m_desk->rows(u"log_entry"_s, u"code=?"_s, {u"handover_expired"_s});
    QCOMPARE(ended.size(), 1);
    QCOMPARE(look(), 1);
    QCOMPARE(states(), (QStringList{u"expired"_s, u"draft"_s}));
}

void TestHandoverKeeper::whoCheckedInIsNotCalled()
{
    lookAt(march(18, 19));
    m_desk->clock.set(march(18, 19, 40));
    m_desk->checkIn(u"li"_s);
    lookAt(march(18, 19, 50));
    lookAt(march(18, 20, 11));
    QVERIFY(!timers().contains(u"no_show"_s));
    QVERIFY(timers().contains(u"late"_s));
}

void TestHandoverKeeper::withoutTheLeaseNothingIsWritten()
{
    lookAt(march(18, 19));
    m_keeper->setFence({});
    QSignalSpy told(m_keeper.get(), &HandoverKeeper::reminderDue);
    QCOMPARE(lookAt(march(18, 19, 31)), 0);
    QVERIFY(timers().isEmpty());
    QCOMPARE(told.size(), 1); // every console says it
    m_keeper->setFence(1);
    QTRY_COMPARE(timers(), QStringList{u"reminder"_s}); // whoever has it now writes it, by itself
    look();
    QCOMPARE(told.size(), 1);
}

void TestHandoverKeeper::onlyOnceWhateverIsLookedAt()
{
    lookAt(march(18, 19));
    lookAt(march(18, 19, 30));
    QCOMPARE(look(), 0);
    HandoverKeeper second(*m_desk->store, m_desk->clock); // as after a restart
    second.setFence(1);
    QSignalSpy looked(&second, &HandoverKeeper::looked);
    second.look();
    QVERIFY(looked.wait());
    QCOMPARE(looked.back().front().toInt(), 0);
    QCOMPARE(timers().size(), 1);
    QCOMPARE(states().size(), 1);
}

void TestHandoverKeeper::whatAPersonBeganIsWatchedToo()
{
    HandoverCommands commands(
        *m_desk->store, m_desk->clock, [] { return ShiftDesk::author(u"luo"_s); });
    ShiftDesk::saved(commands.open({.scope = u"network"_s,
        .shiftAt = march(18, 15),
        .outgoing = u"luo"_s,
        .incoming = u"wu"_s,
        .outgoingPeople = {u"luo"_s},
        .incomingPeople = {u"wu"_s}}));
    lookAt(march(18, 14, 30));
    QCOMPARE(timers(), QStringList{u"reminder"_s});
    lookAt(march(18, 15, 30));
    QCOMPARE(timers().last(), u"overdue"_s);
    lookAt(march(19, 15));
    QCOMPARE(states(), QStringList{u"expired"_s});
}

void TestHandoverKeeper::afterARefusalNoOtherIsMade()
{
    lookAt(march(18, 19));
    HandoverCommands commands(
        *m_desk->store, m_desk->clock, [] { return ShiftDesk::author(u"li"_s); });
    ShiftDesk::saved(commands.refuse(
        domain::uuid(m_desk->rows(u"handover"_s).value(0), "id"_L1), u"unfit"_s, {}));
    lookAt(march(18, 20, 5));
    QCOMPARE(states(), QStringList{u"refused"_s});
    // Chen has the watch since 8:00: he stays on.
    lookAt(march(18, 20, 10));
    QCOMPARE(timers(), QStringList{u"overtime"_s});
}

void TestHandoverKeeper::aNewRosterIsSeen()
{
    m_desk->save(u"roster_override"_s,
        {{u"kind"_s, u"cover"_s}, {u"position"_s, u"shift_lead"_s}, {u"person"_s, u"zhou"_s},
            {u"replaces"_s, u"chen"_s}, {u"begins_at"_s, base::toIso(march(18, 12, 45))},
            {u"ends_at"_s, base::toIso(march(18, 20))}});
    // By itself: the change of the roster wakes it.
    QTRY_COMPARE(states(), QStringList{u"draft"_s});
    const domain::Row made = m_desk->rows(u"handover"_s).value(0);
    QCOMPARE(domain::text(made, "incoming"_L1), u"zhou"_s);
    QCOMPARE(domain::instant(made, "shift_at"_L1), march(18, 12, 45));
}

QTEST_GUILESS_MAIN(TestHandoverKeeper)
#include "tst_handoverkeeper.moc"
