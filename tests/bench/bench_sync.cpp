// SPDX-License-Identifier: GPL-3.0-or-later
// An action at one console until the other's models show it, through one PostgreSQL on loopback
// that flushes each commit: a new title in its IncidentsModel, an entry in its TimelineModel.
// bench_sync [actions].
#include "app/incidents/incidentcommands.h"
#include "tests/bench/boardworkspace.h"
#include "tests/bench/figures.h"
#include "tests/bench/rununtil.h"
#include "tests/bench/viewer.h"
#include "tests/sync/engine/desk.h"

#include <QEventLoop>
#include <QTimer>

#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace watchroom;
using namespace std::chrono_literals;
using bench::demand;
using bench::Viewer;

namespace {

constexpr auto kQuiet = 100ms; // between two actions of a person

void measure(test::Desk &one, Viewer &viewer, const QUuid &incident, int actions)
{
    incidents::IncidentCommands commands(*one.replica, one.clock, [&one] { return one.author(); });
    QList<double> spread; // each after quiet, as a person acts
    QList<double> burst; // one straight after the other
    for (int i = 0; i < actions; ++i) {
        QEventLoop pause;
        QTimer::singleShot(kQuiet, &pause, &QEventLoop::quit);
        pause.exec();
        spread.append(bench::oneAction(commands, viewer, incident, i));
    }
    for (int i = 0; i < actions; ++i)
        burst.append(bench::oneAction(commands, viewer, incident, actions + i));
    bench::tell(u"sync_p50"_s, bench::percentile(spread, 0.5));
    bench::tell(u"sync_p99"_s, bench::percentile(spread, 0.99));
    bench::tell(u"sync_burst_p50"_s, bench::percentile(burst, 0.5));
    bench::tell(u"sync_burst_p99"_s, bench::percentile(burst, 0.99));
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const int actions = argc > 1 ? std::max(1, std::atoi(argv[1])) : 300;
    test::SharedServer server(fakes::PgCluster::Durability::Full);
    const QString failure = server.prepare();
    demand(failure.isEmpty(), failure);
    const QString database = server.newDatabase();
    const auto info = server.station(u"desk-1"_s, database);
    test::Desk one(info);
    test::Desk two(server.station(u"desk-2"_s, database));
    demand(one.signIn(info, u"desk-1"_s).isEmpty(), u"sign-in"_s);
    one.service->start();
    two.service->start();
    for (const test::Desk *desk : {&one, &two}) {
        demand(bench::runUntil([desk] {
            return desk->service->status().state == sync::SyncStatus::State::Synced;
        }),
            u"first sync"_s);
    }
    Viewer viewer(*two.replica);
    const auto drafts = bench::newIncidents(0, 1, u"chen"_s, one.clock);
    demand(one.save(drafts), u"opening"_s);
    const QUuid incident = drafts.first().id;
    viewer.timeline.setIncident(incident);
    demand(
        bench::runUntil([&] { return viewer.board.find(incident) != nullptr; }), u"its arrival"_s);
    measure(one, viewer, incident, actions);
    return 0;
}
