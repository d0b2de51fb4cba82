// SPDX-License-Identifier: GPL-3.0-or-later
// From a change at one console to the others: 1, 50 and 200 stations, beside a long transaction.
#include "tests/bench/figures.h"
#include "tests/bench/rununtil.h"
#include "tests/bench/sync/arrivals.h"
#include "tests/bench/sync/fleet.h"
#include "tests/bench/sync/longtransaction.h"
#include "tests/bench/sync/subjects.h"
#include "tests/bench/viewer.h"

#include <QRandomGenerator>
#include <QTimer>

namespace watchroom::bench {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

void tellSpread(const QString &name, const QList<double> &took)
{
    tell(name + u"_p50"_s, percentile(took, 0.5));
    tell(name + u"_p99"_s, percentile(took, 0.99));
    tell(name + u"_max"_s, percentile(took, 1));
    tell(name + u"_n"_s, double(took.size()));
}

/// Acts at desk 1 for so long, with pauses as a person makes them; what desk 2's models took.
QList<double> actFor(Fleet &fleet, Viewer &viewer, const QUuid &incident, int seconds, int &n)
{
    test::Desk &one = fleet.desk(1);
    incidents::IncidentCommands commands(*one.replica, one.clock, [&one] { return one.author(); });
    const auto quiet = fleet.size() > 2 ? 200ms : 100ms;
    QList<double> took;
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < seconds * 1000LL) {
        pause(quiet + QRandomGenerator::global()->bounded(qint64(quiet.count())) * 1ms);
        took.append(oneAction(commands, viewer, incident, n++));
    }
    return took;
}

} // namespace

void measureLatency(int stations, int seconds, int heldFor)
{
    Fleet fleet(stations + 1);
    fleet.addDesks(stations + 1);
    fleet.signIn(1);
    fleet.startAll();
    Viewer viewer(*fleet.desk(2).replica);
    const QUuid incident = fleet.openIncidents(1).first();
    viewer.timeline.setIncident(incident);
    demand(runUntil([&] { return viewer.board.find(incident) != nullptr; }), u"its arrival"_s);
    int n = 0;
    (void)actFor(fleet, viewer, incident, 3, n); // plans and caches are made
    const auto name = u"latency_%1"_s.arg(stations);
    tellSpread(name, actFor(fleet, viewer, incident, seconds, n));
    if (heldFor > 0) {
        const QString id = base::toText(QUuid::createUuid());
        LongTransaction held(fleet.cluster().superConninfo(fleet.database),
            u"INSERT INTO app.target (id, key, kind, name, enabled)"
            " VALUES ('%1', 'late', 'site', 'late', true)"_s.arg(id));
        tellSpread(name + u"_held"_s, actFor(fleet, viewer, incident, heldFor, n));
        tell(name + u"_held_for"_s, heldFor);
        held.commit();
        // psql wakes nobody: the next change or poll brings it.
        demand(runUntil([&] { return fleet.desk(2).has(u"target"_s, QUuid(id)); }),
            u"the late row's arrival"_s);
    }
    fleet.demandEqual();
}

void measureFleet(int stations, int changesASecond, int seconds)
{
    constexpr int kWriters = 10;
    Fleet fleet(stations);
    fleet.addDesks(stations);
    for (int i = 1; i <= kWriters; ++i)
        fleet.signIn(i);
    fleet.startAll();
    const QList<QUuid> incidents = fleet.openIncidents(20);
    pause(16s); // a beat each, so that every station knows how many there are
    Arrivals arrivals;
    for (int i = 1; i <= stations; ++i)
        arrivals.watch(*fleet.desk(i).replica);
    int n = 0;
    QTimer changes;
    changes.setTimerType(Qt::PreciseTimer);
    QObject::connect(&changes, &QTimer::timeout, &changes, [&] {
        test::Desk &writer = fleet.desk(1 + n % kWriters);
        const QUuid id = base::newId(writer.clock.now());
        arrivals.sent(id, stations);
        (void)writer.replica->save(
            {{.table = u"log_entry"_s,
                .id = id,
                .kind = domain::OperationKind::Append,
                .set = {{u"kind"_s, u"note"_s},
                    {u"incident"_s, base::toText(incidents.at(n % incidents.size()))},
                    {u"text"_s, u"已联系现场 %1"_s.arg(n)}}}},
            writer.author());
        ++n;
    });
    changes.start(1000 / changesASecond);
    pause(3s);
    QElapsedTimer timer;
    timer.start();
    const double before = processorSeconds(fleet.cluster());
    pause(seconds * 1s);
    const double used = processorSeconds(fleet.cluster()) - before;
    tell(u"fleet_cores"_s, used / (double(timer.elapsed()) / 1000));
    changes.stop();
    demand(runUntil([&] { return arrivals.missing() == 0; }), u"arrival everywhere"_s);
    tellSpread(u"fleet"_s, arrivals.took());
    tell(u"fleet_changes"_s, n);
    fleet.demandEqual();
    demand(fleet.query(u"SELECT count(*) FROM app.log_entry WHERE kind = 'note'"_s).toInt() == n,
        u"each note once"_s);
}

} // namespace watchroom::bench
