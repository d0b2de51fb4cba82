// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/engine/desk.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QSet>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>

// An action saved at one console until it can be read at another, through one PostgreSQL on
// loopback: bench_sync [number of actions].

using namespace watchroom;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

void demand(bool fine, const char *what)
{
    if (!fine)
        qFatal("%s failed", what);
}

bool waitFor(const std::function<bool()> &reached)
{
    QDeadlineTimer deadline(30s);
    while (!reached() && !deadline.hasExpired()) {
        QEventLoop loop;
        QTimer::singleShot(10, &loop, &QEventLoop::quit);
        loop.exec();
    }
    return reached();
}

/// Milliseconds from save() to rowsChanged() at the other console. -1: not within 30 s.
double oneAction(test::Desk &from, test::Desk &to, int n)
{
    QEventLoop loop;
    QUuid wanted;
    QSet<QUuid> arrived;
    QElapsedTimer timer;
    QObject::connect(to.replica.get(), &store::Store::rowsChanged, &loop,
        [&](const QString &, const QList<QUuid> &ids) {
            arrived.unite(QSet<QUuid>(ids.cbegin(), ids.cend()));
            if (arrived.contains(wanted))
                loop.quit();
        });
    QTimer::singleShot(30s, &loop, [&] { loop.exit(1); });
    timer.start();
    wanted = from.note(QString::number(n));
    if (!arrived.contains(wanted) && loop.exec() != 0)
        return -1;
    return double(timer.nsecsElapsed()) / 1e6;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const int actions = argc > 1 ? std::max(1, std::atoi(argv[1])) : 500;
    test::SharedServer server;
    const QString failure = server.prepare();
    demand(failure.isEmpty(), qPrintable(failure));
    const QString database = server.newDatabase();
    test::Desk one(server.station(u"desk-1"_s, database));
    test::Desk two(server.station(u"desk-2"_s, database));
    demand(one.signIn(server.station(u"desk-1"_s, database), u"desk-1"_s).isEmpty(), "sign-in");
    one.service->start();
    two.service->start();
    for (test::Desk *desk : {&one, &two}) {
        demand(waitFor([desk] {
            return desk->service->status().state == sync::SyncStatus::State::Synced;
        }),
            "first sync");
    }
    QList<double> spread; // each after quiet, as a person acts
    QList<double> burst; // one straight after the other
    for (int i = 0; i < actions; ++i) {
        QEventLoop pause;
        QTimer::singleShot(200, &pause, &QEventLoop::quit);
        pause.exec();
        spread.append(oneAction(one, two, i));
    }
    for (int i = 0; i < actions; ++i)
        burst.append(oneAction(one, two, actions + i));
    std::printf(
        "| action at one console -> readable at the other, %d |      p50 |      p99 |\n", actions);
    for (auto [name, values] : {std::pair{"after quiet", &spread}, std::pair{"in a row", &burst}}) {
        std::ranges::sort(*values);
        demand(values->first() >= 0, "arrival");
        std::printf("| %-44s | %8.2f | %8.2f |\n", name, values->at(values->size() / 2),
            values->at(values->size() * 99 / 100));
    }
    return 0;
}
