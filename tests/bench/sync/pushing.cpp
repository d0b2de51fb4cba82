// SPDX-License-Identifier: GPL-3.0-or-later
// A long queue over a slow link, and ten consoles that push into each other's incidents.
#include "tests/bench/boardworkspace.h"
#include "tests/bench/figures.h"
#include "tests/bench/rununtil.h"
#include "tests/bench/sync/arrivals.h"
#include "tests/bench/sync/fleet.h"
#include "tests/bench/sync/subjects.h"
#include "tests/fakes/cutproxy.h"

#include <QFile>

namespace watchroom::bench {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kPatience = 600'000; // ms

store::Draft note(const QUuid &incident, const base::Clock &clock, const QString &text)
{
    return {.table = u"log_entry"_s,
        .id = base::newId(clock.now()),
        .kind = domain::OperationKind::Append,
        .set = {
            {u"kind"_s, u"note"_s}, {u"incident"_s, base::toText(incident)}, {u"text"_s, text}}};
}

/// Two notes, then a title: what is only added, and what is changed.
QList<store::Draft> work(const QList<QUuid> &incidents, const base::Clock &clock, int n)
{
    const QUuid incident = incidents.at(n % incidents.size());
    if (n % 3 < 2)
        return {note(incident, clock, u"已联系现场 %1"_s.arg(n))};
    return {{.table = u"incident"_s,
        .id = incident,
        .kind = domain::OperationKind::Update,
        .set = {{u"title"_s, u"上行丢包 %1"_s.arg(n)}}}};
}

} // namespace

void measurePushing(int operations, int roundTripMs)
{
    Fleet fleet(1);
    fakes::CutProxy proxy(quint16(fleet.cluster().port()));
    fleet.addDesks(1, proxy.port());
    test::Desk &desk = fleet.desk(1);
    fleet.signIn(1);
    fleet.startAll();
    const QList<QUuid> incidents = fleet.openIncidents(50);
    proxy.cut(true);
    demand(
        runUntil([&] { return desk.service->status().state == sync::SyncStatus::State::Offline; }),
        u"offline"_s);
    QList<QFuture<base::Result<store::Saved>>> saves;
    for (int i = 0; i < operations; ++i)
        saves.append(desk.replica->save(work(incidents, desk.clock, i), desk.author()));
    for (auto &saved : saves) {
        saved.waitForFinished();
        demand(saved.result().has_value(), u"saving"_s);
    }
    proxy.heal();
    proxy.delay(roundTripMs * 1ms / 2);
    QElapsedTimer timer;
    timer.start();
    const double server = processorSeconds(fleet.cluster());
    const double own = ownProcessorSeconds();
    desk.service->wake();
    demand(runUntil([&] { return desk.service->status().counts.pending == 0; }, kPatience),
        u"an empty outbox"_s);
    tell(u"push_server_ms_per_op"_s,
        (processorSeconds(fleet.cluster()) - server) * 1000 / operations);
    tell(u"push_client_ms_per_op"_s, (ownProcessorSeconds() - own) * 1000 / operations);
    tell(u"push_ops_per_s"_s, operations / (double(timer.elapsed()) / 1000));
    proxy.delay(0ms);
    fleet.demandEqual();
    const int there = fleet
                          .query(u"SELECT count(DISTINCT op) FROM sync.applied_op"
                                 " WHERE state = 'applied' AND kind <> 'insert'"_s)
                          .toInt();
    demand(there == operations, u"each operation once"_s);
}

void measureCrowd(int incidents)
{
    constexpr int kConsoles = 10;
    constexpr int kRounds = 5;
    Fleet fleet(kConsoles);
    fleet.addDesks(kConsoles);
    for (int i = 1; i <= kConsoles; ++i)
        fleet.signIn(i);
    fleet.startAll();
    Arrivals arrivals;
    for (int i = 1; i <= kConsoles; ++i)
        arrivals.watch(*fleet.desk(i).replica);
    QList<QUuid> all;
    for (int i = 0; i < incidents; ++i) {
        test::Desk &desk = fleet.desk(1 + i % kConsoles);
        const auto drafts = newIncidents(i, 1, u"chen"_s, desk.clock);
        all.append(drafts.first().id);
        arrivals.sent(all.last(), kConsoles);
        (void)desk.replica->save(drafts, desk.author());
    }
    demand(runUntil([&] { return arrivals.missing() == 0; }), u"incidents everywhere"_s);
    const QList<double> opening = arrivals.took();
    // Then each writes into incidents of the others, in orders of its own.
    for (int round = 0; round < kRounds; ++round) {
        for (int i = 0; i < incidents; ++i) {
            const int console = i % kConsoles;
            test::Desk &desk = fleet.desk(1 + console);
            const int at = console % 2 == 0 ? (i * 7 + round) % incidents
                                            : incidents - 1 - (i * 7 + round) % incidents;
            const auto draft = note(all.at(at), desk.clock, u"第 %1 轮"_s.arg(round));
            arrivals.sent(draft.id, kConsoles);
            (void)desk.replica->save({draft}, desk.author());
        }
        demand(runUntil([&] { return arrivals.missing() == 0; }), u"entries everywhere"_s);
    }
    tell(u"crowd_open_p99"_s, percentile(opening, 0.99));
    tell(u"crowd_p50"_s, percentile(arrivals.took(), 0.5));
    tell(u"crowd_p99"_s, percentile(arrivals.took(), 0.99));
    tell(u"crowd_max"_s, percentile(arrivals.took(), 1));
    fleet.demandEqual();
    const QString deadlocks =
        fleet.query(u"SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"_s);
    QFile log(fleet.cluster().logFile()); // what the statistics may not have been told yet
    demand(log.open(QIODevice::ReadOnly) && !log.readAll().contains("deadlock detected"),
        u"no deadlock in the server's log"_s);
    tell(u"crowd_deadlocks"_s, deadlocks.toDouble());
    demand(deadlocks == "0"_L1, u"no deadlock"_s);
    demand(fleet.query(u"SELECT count(*) FROM app.incident"_s).toInt() == incidents,
        u"each incident once"_s);
}

} // namespace watchroom::bench
