// SPDX-License-Identifier: GPL-3.0-or-later
// What the event loop of an open board feels while 2,000 incidents arrive by sync from a station
// in another process, through a real PostgreSQL on loopback.
#include "app/programs/console/console.h"
#include "tests/bench/boardapplication.h"
#include "tests/bench/boardworkspace.h"
#include "tests/bench/figures.h"
#include "tests/bench/loopgaps.h"
#include "tests/bench/rununtil.h"
#include "tests/sync/engine/desk.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/veildialog.h"

#include <QElapsedTimer>
#include <QProcess>

using namespace Qt::StringLiterals;
using namespace watchroom;
using bench::demand;
using bench::runUntil;

namespace {

constexpr int kIncidents = 2'000;
constexpr int kBatch = 50;
constexpr int kLongest = 180'000; // ms

/// A connection string as add-station prints it.
QString line(const remote::ConnInfo &info)
{
    QStringList parts;
    for (const auto key : {"host"_L1, "port"_L1, "dbname"_L1, "user"_L1, "password"_L1}) {
        if (info.contains(key))
            parts.append(u"%1='%2'"_s.arg(key, info.value(key)));
    }
    parts.append(u"sslmode=disable"_s);
    return parts.join(u' ');
}

bool isSynced(const sync::SyncService &service)
{
    return service.status().state == sync::SyncStatus::State::Synced
        && service.status().counts == store::OutboxCounts{};
}

/// The other station: opens them all and ends when the server has them.
int write(const QString &server)
{
    const auto info = remote::ConnInfo::parse(server);
    demand(info.has_value(), u"the connection string"_s);
    test::Desk desk(*info);
    demand(desk.signIn(*info, u"desk-1"_s).isEmpty(), u"sign-in"_s);
    desk.service->start();
    demand(runUntil([&] { return isSynced(*desk.service); }), u"the writer's first sync"_s);
    for (int first = 0; first < kIncidents; first += kBatch) {
        const auto drafts = bench::newIncidents(first, kBatch, u"chen"_s, desk.clock);
        demand(desk.save(drafts), u"saving"_s);
    }
    const auto sent = [&] { return isSynced(*desk.service); };
    demand(runUntil([&] { return !sent(); }) && runUntil(sent, kLongest), u"sending"_s);
    return 0;
}

std::unique_ptr<programs::Console> openConsole(
    bench::BoardApplication &application, const QString &folder, const QString &server)
{
    const programs::WorkspaceConfig config{
        .server = server, .source = u"simulator"_s, .mapping = {}, .demo = false};
    demand(config.save(folder).has_value(), u"the workspace"_s);
    auto core = programs::Core::open(folder, false);
    demand(core.has_value(), u"opening the workspace"_s);
    auto console = std::make_unique<programs::Console>(application, std::move(*core));
    console->window().resize(1440, 900);
    console->window().show();
    widgets::VeilDialog *signIn = nullptr; // the board goes on without anybody
    demand(runUntil([&] {
        signIn = console->window().findChild<widgets::VeilDialog *>();
        return signIn != nullptr;
    }),
        u"the sign-in dialog"_s);
    signIn->reject();
    demand(runUntil([&] { return isSynced(*console->core().sync()); }), u"the first sync"_s);
    return console;
}

} // namespace

int main(int argc, char **argv)
{
    bench::BoardApplication application(argc, argv);
    if (argc == 3)
        return write(QString::fromLocal8Bit(argv[2]));
    test::SharedServer server;
    const QString failure = server.prepare();
    demand(failure.isEmpty(), failure);
    const QString database = server.newDatabase();
    const QTemporaryDir folder;
    auto console =
        openConsole(application, folder.path(), line(server.station(u"desk-2"_s, database)));
    QProcess writer;
    writer.setProcessChannelMode(QProcess::ForwardedChannels);
    writer.start(QCoreApplication::applicationFilePath(),
        {u"write"_s, line(server.station(u"desk-1"_s, database))});
    const auto arrived = [&] { return console->core().incidents().rowCount(); };
    demand(runUntil([&] { return arrived() > 0; }), u"the first arrival"_s);
    bench::LoopGaps gaps;
    QElapsedTimer timer;
    timer.start();
    gaps.start();
    demand(runUntil([&] { return arrived() == kIncidents; }, kLongest), u"arrival"_s);
    const double took = double(timer.elapsed());
    bool settled = false; // what follows the last one belongs to it
    QTimer::singleShot(500, &application, [&settled] { settled = true; });
    demand(runUntil([&settled] { return settled; }), u"the end"_s);
    gaps.stop();
    writer.waitForFinished();
    bench::tell(u"arrival_gap_max"_s, bench::percentile(gaps.gaps(), 1));
    bench::tell(u"arrival_gap_p99"_s, bench::percentile(gaps.gaps(), 0.99));
    bench::tell(u"arrival_ms"_s, took);
    return 0;
}
