// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/sync/fleet.h"

#include "tests/bench/boardworkspace.h"
#include "tests/bench/figures.h"
#include "tests/bench/rununtil.h"

#include <QEventLoop>
#include <QFile>
#include <QTimer>

#include <ctime>
#include <unistd.h>

namespace watchroom::bench {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kPatience = 120'000; // ms
constexpr auto kNext = 20ms; // between two stations that start

} // namespace

QStringList serverOptions(int stations)
{
    return {u"max_connections=%1"_s.arg(stations + 60), u"shared_buffers=128MB"_s};
}

Fleet::Fleet(int stations)
    : server(fakes::PgCluster::Durability::Full)
{
    server.cluster.setOptions(serverOptions(stations));
    const QString failure = server.prepare(stations);
    demand(failure.isEmpty(), failure);
    database = server.newDatabase();
    demand(!database.isEmpty(), u"database"_s);
}

remote::ConnInfo Fleet::station(int number, int port) const
{
    auto info = server.station(u"desk-%1"_s.arg(number), database);
    if (port > 0)
        info.set("port"_L1, QString::number(port));
    return info;
}

void Fleet::addDesks(int count, int port)
{
    for (int i = 0; i < count; ++i)
        m_desks.push_back(std::make_unique<test::Desk>(
            station(size() + 1, port), remote::PgSettings().deadline, sync::SyncSettings()));
}

void Fleet::startAll()
{
    for (const auto &desk : m_desks) {
        desk->service->start();
        pause(kNext);
    }
    for (const auto &desk : m_desks) {
        demand(runUntil(
                   [&desk] {
                       return desk->service->status().state == sync::SyncStatus::State::Synced;
                   },
                   kPatience),
            u"first sync"_s);
    }
}

void Fleet::signIn(int number)
{
    const QString failure = desk(number).signIn(station(number), u"desk-%1"_s.arg(number));
    demand(failure.isEmpty(), u"sign-in "_s + failure);
}

QString Fleet::query(const QString &sql) const
{
    return server.query(database, sql);
}

void Fleet::demandEqual()
{
    for (const auto &desk : m_desks) {
        demand(runUntil([&desk] { return desk->service->status().counts == store::OutboxCounts(); },
                   kPatience),
            u"an empty outbox"_s);
    }
    const QString there = test::serverContents(server, database);
    for (const auto &desk : m_desks) {
        QString here;
        for (int i = 0; i < 300 && here != there; ++i) {
            here = desk->contents();
            if (here != there)
                pause(100ms);
        }
        demand(here == there, u"a replica equal to the server"_s);
    }
}

QList<QUuid> Fleet::openIncidents(int count)
{
    const auto drafts = newIncidents(0, count, u"chen"_s, desk(1).clock);
    demand(desk(1).save(drafts), u"opening incidents"_s);
    demand(runUntil([this] { return desk(1).service->status().counts.pending == 0; }, kPatience),
        u"opened incidents on the server"_s);
    QList<QUuid> ids;
    for (const store::Draft &draft : drafts)
        ids.append(draft.id);
    return ids;
}

double processorSeconds(const fakes::PgCluster &cluster)
{
    double ticks = 0;
    const QList<pid_t> all = cluster.processes();
    for (const pid_t pid : all) {
        QFile file(u"/proc/%1/stat"_s.arg(pid));
        if (!file.open(QIODevice::ReadOnly))
            continue; // ended meanwhile
        const QByteArray stat = file.readAll();
        const auto fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
        ticks += fields.value(11).toDouble() + fields.value(12).toDouble();
        if (pid == all.constFirst()) // the ended children of the first
            ticks += fields.value(13).toDouble() + fields.value(14).toDouble();
    }
    return ticks / double(::sysconf(_SC_CLK_TCK));
}

double ownProcessorSeconds()
{
    return double(std::clock()) / CLOCKS_PER_SEC;
}

void pause(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, Qt::PreciseTimer, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace watchroom::bench
