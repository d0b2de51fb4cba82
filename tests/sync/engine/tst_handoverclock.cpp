// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handover/handoverkeeper.h"
#include "tests/sync/engine/desk.h"

#include <QSignalSpy>
#include <QTest>

using namespace watchroom;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using handover::HandoverKeeper;
using test::Desk;

/// The handover's clock at two desks of one server: who has the lease writes, the server takes it.
class TestHandoverClock : public test::DeskTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCOMPARE(prepare(), QString()); }
    void init() { QCOMPARE(begin(), QString()); }
    void theHolderOfTheLeaseWrites();
    void acceptedWhereNobodyCouldSeeIt();

private:
    /// The console's wiring: its fence follows the lease.
    static void follow(Desk &desk, HandoverKeeper &keeper)
    {
        connect(desk.service.get(), &sync::SyncService::leaseChanged, &keeper,
            [&keeper](const sync::Lease &lease) {
                keeper.setFence(lease.mine ? std::optional(lease.fence) : std::nullopt);
            });
    }
    /// Somebody's time as the shift lead, around now.
    static store::Draft lead(
        const Desk &desk, const QString &person, base::Instant from, base::Instant until)
    {
        return {.table = u"roster_override"_s,
            .id = base::newId(desk.clock.now()),
            .set = {{u"kind"_s, u"temporary"_s}, {u"position"_s, u"shift_lead"_s},
                {u"person"_s, person}, {u"begins_at"_s, base::toIso(from)},
                {u"ends_at"_s, base::toIso(until)}}};
    }
};

void TestHandoverClock::theHolderOfTheLeaseWrites()
{
    Desk one(desk(1));
    Desk two(desk(2));
    HandoverKeeper first(*one.replica, one.clock);
    HandoverKeeper second(*two.replica, two.clock);
    follow(one, first);
    follow(two, second);
    one.service->setWantsLease(true);
    one.service->start();
    two.service->start();
    SYNCED(one);
    SYNCED(two);
    QCOMPARE(enter(one, 1), QString());
    QSignalSpy heard(&second, &HandoverKeeper::reminderDue);

    // In 25 minutes the watch passes from Zhou to Li. At the network it should have passed 31
    // minutes ago.
    const base::Instant now = one.clock.now();
    QVERIFY(one.save({lead(one, u"zhou"_s, now - 2h, now + 25min)}));
    QVERIFY(one.save({lead(one, u"li"_s, now + 25min, now + 8h)}));
    handover::HandoverCommands commands(*one.replica, one.clock, [&one] { return one.author(); });
    QVERIFY(commands
                .open({.scope = u"network"_s,
                    .shiftAt = now - 31min,
                    .outgoing = u"li"_s,
                    .incoming = u"zhou"_s,
                    .outgoingPeople = {u"li"_s},
                    .incomingPeople = {u"zhou"_s}})
                .result());

    const auto states = [this] {
        return query(u"SELECT string_agg(concat_ws(' ', scope, state, outgoing, incoming,"
                     " CASE WHEN scope = 'desk' THEN opened_by ELSE ended_by END), ','"
                     " ORDER BY scope) FROM app.handover"_s);
    };
    QTRY_COMPARE_WITH_TIMEOUT(
        states(), u"desk draft zhou li desk-1,network draft li zhou"_s, kPatience);
    const auto written = [this] {
        return query(u"SELECT string_agg(code || ' ' || author, ',' ORDER BY code) FROM"
                     " app.log_entry WHERE incident IS NULL AND code IN ('handover_reminder',"
                     " 'handover_overdue')"_s);
    };
    QTRY_COMPARE_WITH_TIMEOUT(
        written(), u"handover_overdue desk-1,handover_reminder desk-1"_s, kPatience);
    // The other desk says it as well, and writes nothing.
    const auto told = [&heard](const QString &code) {
        return std::ranges::any_of(heard, [&code](const QList<QVariant> &signal) {
            return signal.first().value<handover::HandoverReminder>().code == code;
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(told(u"handover_reminder"_s), kPatience);
    SETTLED(one);
    SETTLED(two);

    // Whoever gets the lease next finds it done.
    one.service->setWantsLease(false);
    two.service->setWantsLease(true);
    QTRY_COMPARE_WITH_TIMEOUT(query(u"SELECT holder FROM sync.lease"_s), u"desk-2"_s, kPatience);
    QSignalSpy looked(&second, &HandoverKeeper::looked);
    second.look();
    QTRY_VERIFY_WITH_TIMEOUT(!looked.isEmpty(), kPatience);
    SETTLED(two);
    QCOMPARE(written(), u"handover_overdue desk-1,handover_reminder desk-1"_s);
    for (const Desk *desk : {&one, &two}) {
        const auto counts = desk->replica->counts().result();
        QCOMPARE(counts.rejected, 0);
        QCOMPARE(counts.held, 0);
        QCOMPARE(counts.conflicts, 0);
    }
    EQUAL(one, m_server.cluster);
}

/// Both leads signed at a desk that was cut off, and it was overdue at the others meanwhile: it is
/// not too late when it arrives.
void TestHandoverClock::acceptedWhereNobodyCouldSeeIt()
{
    Desk one(desk(1));
    Desk two(desk(2));
    two.service->start();
    one.service->start();
    SYNCED(one);
    SYNCED(two);
    QCOMPARE(enter(two, 2, u"zhou"_s), QString());
    const store::Author zhou = two.author();
    QCOMPARE(enter(two, 2, u"li"_s), QString());
    const store::Author li = two.author();
    handover::HandoverCommands out(*two.replica, two.clock, [&zhou] { return zhou; });
    handover::HandoverCommands in(*two.replica, two.clock, [&li] { return li; });
    QVERIFY(out.open({.scope = u"network"_s,
                         .shiftAt = two.clock.now() - 31min,
                         .outgoing = u"zhou"_s,
                         .incoming = u"li"_s,
                         .outgoingPeople = {u"zhou"_s},
                         .incomingPeople = {u"li"_s}})
                .result());
    SETTLED(two);
    QTRY_COMPARE_WITH_TIMEOUT(one.count(u"handover"_s), 1, kPatience);

    two.service.reset(); // cut off
    const auto state = [&two] {
        return *two.replica
                    ->read<handover::HandoverState>([](store::Reader &reader) {
                        return handover::readHandover(reader, u"network"_s);
                    })
                    .result();
    };
    for (const handover::SheetSystem &system : state().systems)
        QVERIFY(out.check(state().id, system.key, u"ok"_s, {}).result());
    const auto sheet = handover::sheetOf(state(), two.clock.now(), {.zone = "Asia/Shanghai"});
    QVERIFY(out.handOver(*sheet, u"password"_s, u"desk-2"_s).result());
    QVERIFY(in.accept(state(), u"password"_s, u"desk-2"_s).result());
    QCOMPARE(state().state, u"accepted"_s);

    HandoverKeeper keeper(*one.replica, one.clock);
    follow(one, keeper);
    one.service->setWantsLease(true);
    QTRY_COMPARE_WITH_TIMEOUT(
        query(u"SELECT count(*) FROM app.log_entry WHERE code = 'handover_overdue'"_s), u"1"_s,
        kPatience);
    two.restart([](const QString &) {});
    two.service->start();
    SYNCED(two);
    SETTLED(two);
    QCOMPARE(query(u"SELECT state FROM app.handover"_s), u"accepted"_s);
    const auto counts = two.replica->counts().result();
    QCOMPARE(counts.conflicts + counts.rejected + counts.held, 0);
    QCOMPARE(query(u"SELECT count(*) FROM app.handover_signature"_s), u"2"_s);
}

QTEST_GUILESS_MAIN(TestHandoverClock)
#include "tst_handoverclock.moc"
