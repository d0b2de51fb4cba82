// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/viewer.h"

#include "tests/bench/figures.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

namespace watchroom::bench {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Viewer::Viewer(store::Store &replica)
    : directory(replica)
    , board(replica, directory, incidents::IncidentsModel::Scope::Open)
    , timeline(replica, directory)
{
}

bool Viewer::shows(const QUuid &incident, const QString &words) const
{
    const auto *found = board.find(incident);
    const QVariant top = timeline.data(timeline.index(0), incidents::TimelineModel::EntryRole);
    return (found && found->title == words) || top.value<incidents::Entry>().text == words;
}

double oneAction(
    incidents::IncidentCommands &commands, Viewer &viewer, const QUuid &incident, int n)
{
    QEventLoop loop;
    const QString words = u"上行丢包 %1"_s.arg(n);
    const auto look = [&] {
        if (viewer.shows(incident, words))
            loop.quit();
    };
    QObject::connect(&viewer.board, &QAbstractItemModel::dataChanged, &loop, look);
    QObject::connect(&viewer.timeline, &QAbstractItemModel::rowsInserted, &loop, look);
    QTimer::singleShot(30s, &loop, [&loop] { loop.exit(1); });
    QElapsedTimer timer;
    timer.start();
    const auto saved = n % 2 == 0 ? commands.setTitle(incident, words)
                                  : commands.addEntry({.incident = incident, .text = words});
    demand(loop.exec() == 0, u"arrival"_s);
    const double took = double(timer.nsecsElapsed()) / 1e6;
    demand(saved.isFinished() && saved.result().has_value(), u"saving"_s);
    return took;
}

} // namespace watchroom::bench
