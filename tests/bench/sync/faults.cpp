// SPDX-License-Identifier: GPL-3.0-or-later
// How long until a console shows that its link or server is gone, and until the standby has its
// work.
#include "tests/bench/figures.h"
#include "tests/bench/rununtil.h"
#include "tests/bench/sync/fleet.h"
#include "tests/bench/sync/subjects.h"
#include "tests/fakes/cutproxy.h"

#include <QFuture>
#include <QRandomGenerator>

namespace watchroom::bench {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = sync::SyncStatus::State;

namespace {

constexpr int kTries = 5;
constexpr int kPatience = 60'000; // ms

double untilOffline(test::Desk &desk)
{
    QElapsedTimer timer;
    timer.start();
    demand(runUntil([&] { return desk.service->status().state == State::Offline; }, kPatience),
        u"offline"_s);
    return double(timer.elapsed());
}

void untilSynced(test::Desk &desk)
{
    demand(runUntil(
               [&] {
                   return desk.replica->counts().result().pending == 0
                       && desk.service->status().state == State::Synced;
               },
               kPatience),
        u"in step again"_s);
}

/// Idle, and with a change on its way.
template <class Break, class Mend>
void measureLoss(Fleet &fleet, const QString &name, Break breakIt, Mend mend)
{
    test::Desk &desk = fleet.desk(1);
    QList<double> idle;
    QList<double> busy;
    for (int i = 0; i < kTries; ++i) {
        pause(1s + QRandomGenerator::global()->bounded(2000) * 1ms);
        breakIt();
        idle.append(untilOffline(desk));
        mend();
        untilSynced(desk);
        breakIt();
        demand(!desk.note(u"on its way"_s).isNull(), u"saving"_s);
        busy.append(untilOffline(desk));
        mend();
        untilSynced(desk);
    }
    tell(name + u"_idle_max"_s, percentile(idle, 1));
    tell(name + u"_busy_max"_s, percentile(busy, 1));
    fleet.demandEqual();
    demand(
        fleet.query(u"SELECT count(*) FROM app.log_entry WHERE kind = 'note'"_s).toInt() == kTries,
        u"each note once"_s);
}

} // namespace

void measureDeadLink()
{
    Fleet fleet(1);
    fakes::CutProxy proxy(quint16(fleet.cluster().port()));
    fleet.addDesks(1, proxy.port());
    fleet.signIn(1);
    fleet.startAll();
    measureLoss(
        fleet, u"dead"_s, [&] { proxy.blackHole(); }, [&] { proxy.heal(); });
}

void measureFrozenServer()
{
    Fleet fleet(1);
    fleet.addDesks(1);
    fleet.signIn(1);
    fleet.startAll();
    measureLoss(
        fleet, u"frozen"_s, [&] { fleet.server.cluster.pause(); },
        [&] { fleet.server.cluster.resume(); });
}

void measureFailover()
{
    Fleet fleet(1);
    fakes::PgCluster standby(fakes::PgCluster::Durability::Full);
    standby.setOptions(serverOptions(1));
    demand(standby.startAsStandbyOf(fleet.cluster()), QString::fromUtf8(standby.error()));
    // As packaging/server sets it up: a commit is on both before it is answered.
    (void)fleet.query(u"ALTER SYSTEM SET synchronous_standby_names = '*'"_s);
    (void)fleet.query(u"SELECT pg_reload_conf()"_s);
    auto both = fleet.station(1);
    both.set("host"_L1, u"127.0.0.1,127.0.0.1"_s);
    both.set("port"_L1, u"%1,%2"_s.arg(fleet.cluster().port()).arg(standby.port()));
    fleet.addDesks(1);
    test::Desk &desk = fleet.desk(1);
    desk.setServer(both);
    desk.restart([](const QString &) {});
    fleet.signIn(1);
    fleet.startAll();
    int saved = 0;
    const auto save = [&] { demand(!desk.note(u"第 %1 条"_s.arg(saved++)).isNull(), u"saving"_s); };
    for (int i = 0; i < 20; ++i)
        save();
    untilSynced(desk);
    save(); // perhaps on its way
    QElapsedTimer timer;
    timer.start();
    fleet.server.cluster.kill();
    demand(standby.promote(), QString::fromUtf8(standby.error()));
    tell(u"failover_promoted"_s, double(timer.elapsed()));
    save();
    untilSynced(desk);
    tell(u"failover_writes"_s, double(timer.elapsed()));
    const QString notes = standby
                              .psql(standby.superConninfo(fleet.database),
                                  u"SELECT count(*) FROM app.log_entry WHERE kind = 'note'"_s)
                              .out;
    demand(notes.toInt() == saved, u"each note once"_s);
    demand(desk.contents() == test::clusterContents(standby, fleet.database),
        u"a replica equal to the server"_s);
}

} // namespace watchroom::bench
