// SPDX-License-Identifier: GPL-3.0-or-later
// An operator's action from the call of the use case until it is on the disk, and what the event
// loop of the open window feels of it: bench_save WORKSPACE PREFIX.
#include "app/base/whendone.h"
#include "app/programs/console/console.h"
#include "tests/bench/boardapplication.h"
#include "tests/bench/figures.h"
#include "tests/bench/loopgaps.h"
#include "tests/bench/rununtil.h"
#include "ui/shell/mainwindow.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace watchroom;
using bench::demand;

namespace {

constexpr int kActions = 400;

/// What people do most: a line in the record, a new title, a claim given back and taken again.
incidents::SavedFuture act(
    incidents::IncidentCommands &commands, const incidents::Incident &incident, int n)
{
    switch (n % 3) {
    case 0:
        return commands.addEntry(
            {.incident = incident.id, .text = u"已致电运营商，单号 %1"_s.arg(n)});
    case 1:
        return commands.setTitle(incident.id, u"上行丢包 %1，会诊卡顿"_s.arg(n));
    default:
        return commands.waitFor(incident.id, u"运营商 %1"_s.arg(n));
    }
}

double oneAction(programs::Core &core, const incidents::Incident &incident, int n)
{
    QElapsedTimer timer;
    timer.start();
    double took = -1;
    bool refused = false;
    base::whenDone(
        act(core.commands(), incident, n), qApp, [&](const base::Result<store::Saved> &saved) {
            took = double(timer.nsecsElapsed()) / 1e6;
            refused = !saved;
        });
    demand(bench::runUntil([&] { return took >= 0; }), u"saving"_s);
    demand(!refused, u"action %1"_s.arg(n));
    return took;
}

} // namespace

int main(int argc, char **argv)
{
    bench::BoardApplication application(argc, argv);
    demand(argc == 3, u"arguments"_s);
    auto core = programs::Core::open(QString::fromLocal8Bit(argv[1]), false);
    demand(core.has_value(), u"opening the workspace"_s);
    programs::Console console(application, std::move(*core));
    console.window().resize(1440, 900);
    console.window().show();
    demand(bench::runUntil([&] { return console.core().incidents().isLoaded(); }), u"loading"_s);
    QList<incidents::Incident> owned;
    for (const incidents::Incident &incident : console.core().incidents().incidents()) {
        if (!incident.owner.isEmpty())
            owned.append(incident);
    }
    bool settled = false;
    QTimer::singleShot(2'000, &application, [&settled] { settled = true; });
    demand(bench::runUntil([&settled] { return settled; }), u"settling"_s);
    QList<double> times;
    bench::LoopGaps gaps;
    gaps.start();
    for (int i = 0; i < kActions; ++i)
        times.append(oneAction(console.core(), owned[i % owned.size()], i));
    gaps.stop();
    const QString prefix = QString::fromLocal8Bit(argv[2]);
    bench::tell(prefix + u"_p50"_s, bench::percentile(times, 0.5));
    bench::tell(prefix + u"_p99"_s, bench::percentile(times, 0.99));
    bench::tell(prefix + u"_gap_p99"_s, bench::percentile(gaps.gaps(), 0.99));
    bench::tell(prefix + u"_gap_max"_s, bench::percentile(gaps.gaps(), 1));
    return 0;
}
