// SPDX-License-Identifier: GPL-3.0-or-later
// What is compared with: a table whose rows are numbered by a sequence, one INSERT a change, and
// clients that ask for higher numbers than they have seen.
#include "app/remote/conninfo.h"
#include "tests/bench/figures.h"
#include "tests/bench/rununtil.h"
#include "tests/bench/sync/fleet.h"
#include "tests/bench/sync/longtransaction.h"
#include "tests/bench/sync/naivefleet.h"
#include "tests/bench/sync/subjects.h"
#include "tests/fakes/cutproxy.h"

#include <QRandomGenerator>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTimer>

namespace watchroom::bench {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kMost = 200; // clients

class Naive
{
public:
    Naive()
        : cluster(fakes::PgCluster::Durability::Full)
    {
        cluster.setOptions(serverOptions(kMost));
        demand(cluster.start(), QString::fromUtf8(cluster.error()));
        database = cluster.createDatabase();
        password = remote::ConnInfo::parse(cluster.superConninfo(database))->value("password"_L1);
        const auto made = cluster.psql(cluster.superConninfo(database),
            u"CREATE TABLE change (n bigserial PRIMARY KEY, body text, doc text);"_s);
        demand(made.exitCode == 0, made.err);
        clock.start();
        writer = open();
    }
    ~Naive() { closePlainly(writer); }
    Naive(const Naive &) = delete;
    Naive &operator=(const Naive &) = delete;

    [[nodiscard]] QSqlDatabase open(int port = 0) const
    {
        return openPlainly(port > 0 ? port : cluster.port(), database, password);
    }
    [[nodiscard]] std::unique_ptr<NaiveFleet> clients(
        int count, std::chrono::milliseconds interval) const
    {
        return std::make_unique<NaiveFleet>(
            cluster.port(), database, password, count, interval, clock);
    }
    void change(const QSqlDatabase &connection) const
    {
        QSqlQuery insert(connection);
        demand(insert.exec(u"INSERT INTO change (body, doc) VALUES ('%1', repeat('x', 200))"_s.arg(
                   clock.nsecsElapsed())),
            u"INSERT"_s);
    }
    /// With pauses as a person makes them.
    void changeFor(int seconds) const
    {
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < seconds * 1000LL) {
            pause(100ms + QRandomGenerator::global()->bounded(100) * 1ms);
            change(writer);
        }
        pause(1200ms); // whoever asks once a second has asked
    }

    fakes::PgCluster cluster;
    QString database;
    QString password;
    QElapsedTimer clock;
    QSqlDatabase writer;
};

void tellSpread(const QString &name, const QList<double> &took)
{
    tell(name + u"_p50"_s, percentile(took, 0.5));
    tell(name + u"_p99"_s, percentile(took, 0.99));
}

void latencies(const Naive &naive, int seconds, int heldFor)
{
    for (const auto interval : {1000ms, 100ms}) {
        for (const int count : {1, 50}) {
            const auto fleet = naive.clients(count, interval);
            naive.changeFor(seconds);
            const auto name = u"naive_%1_%2"_s.arg(interval.count()).arg(count);
            tellSpread(name, fleet->takeLatencies());
        }
        const auto fleet = naive.clients(1, interval);
        const auto name = u"naive_%1_held"_s.arg(interval.count());
        LongTransaction held(naive.cluster.superConninfo(naive.database),
            u"INSERT INTO change (body) VALUES ('%1')"_s.arg(naive.clock.nsecsElapsed()));
        naive.changeFor(heldFor);
        tellSpread(name, fleet->takeLatencies());
        held.commit();
        pause(3s);
        tell(name + u"_lost"_s, fleet->takeLatencies().isEmpty() ? 1 : 0);
    }
}

void load(const Naive &naive, int seconds)
{
    for (const auto interval : {1000ms, 100ms}) {
        const auto fleet = naive.clients(kMost, interval);
        QTimer changes;
        QObject::connect(&changes, &QTimer::timeout, &changes, [&] { naive.change(naive.writer); });
        changes.start(50ms);
        pause(3s);
        (void)fleet->takeLatencies();
        QElapsedTimer timer;
        timer.start();
        const double before = processorSeconds(naive.cluster);
        pause(seconds * 1s);
        const double used = processorSeconds(naive.cluster) - before;
        const auto name = u"naive_%1_fleet"_s.arg(interval.count());
        tell(name + u"_cores"_s, used / (double(timer.elapsed()) / 1000));
        tellSpread(name, fleet->takeLatencies());
    }
}

/// The share of committed rows that a client never saw, beside 16 writers.
void missed(const Naive &naive, int seconds)
{
    for (const auto interval : {1000ms, 100ms}) {
        const auto fleet = naive.clients(1, interval);
        std::atomic<bool> over = false;
        std::atomic<qint64> written = 0;
        {
            std::vector<std::unique_ptr<base::WorkerThread>> writers;
            for (int i = 0; i < 16; ++i) {
                writers.push_back(std::make_unique<base::WorkerThread>(u"writer"_s));
                writers.back()->post([&] {
                    auto connection = naive.open();
                    while (!over) {
                        naive.change(connection);
                        ++written;
                    }
                    closePlainly(connection);
                });
            }
            pause(seconds * 1s);
            over = true;
        }
        pause(2s);
        const auto name = u"naive_%1_missed"_s.arg(interval.count());
        tell(name, double(written - fleet->seen()));
        tell(name + u"_of"_s, double(written));
    }
}

/// All rows with one SELECT into one transaction of SQLite.
void filling(const Naive &naive, int rows)
{
    QSqlQuery reader(naive.writer);
    demand(reader.exec(u"TRUNCATE change"_s)
            && reader.exec(u"INSERT INTO change (body, doc) SELECT i::text, repeat('x', 500)"
                           " FROM generate_series(1, %1) i"_s.arg(rows)),
        u"rows"_s);
    const QTemporaryDir dir;
    auto file = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"file"_s);
    file.setDatabaseName(dir.filePath(u"naive.sqlite"_s));
    QElapsedTimer timer;
    timer.start();
    demand(file.open(), u"SQLite"_s);
    {
        QSqlQuery writer(file);
        (void)writer.exec(u"PRAGMA journal_mode = WAL"_s);
        demand(writer.exec(u"CREATE TABLE change (n INTEGER PRIMARY KEY, body TEXT, doc TEXT)"_s)
                && file.transaction() && writer.prepare(u"INSERT INTO change VALUES (?, ?, ?)"_s),
            u"SQLite's table"_s);
        reader.setForwardOnly(true);
        demand(reader.exec(u"SELECT n, body, doc FROM change"_s), u"SELECT"_s);
        while (reader.next()) {
            for (int i = 0; i < 3; ++i)
                writer.bindValue(i, reader.value(i));
            demand(writer.exec(), u"SQLite's INSERT"_s);
        }
        demand(file.commit(), u"SQLite's commit"_s);
    }
    tell(u"naive_fill_all"_s, double(timer.elapsed()));
    closePlainly(file);
}

void slowLink(const Naive &naive)
{
    constexpr int kOperations = 200;
    fakes::CutProxy proxy(quint16(naive.cluster.port()));
    auto connection = naive.open(proxy.port());
    proxy.delay(10ms);
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < kOperations; ++i)
        naive.change(connection);
    tell(u"naive_push_ops_per_s"_s, kOperations / (double(timer.elapsed()) / 1000));
    proxy.delay(0ms);
    // The link dies, the client asks and waits for its answer.
    constexpr int kPatience = 30;
    base::WorkerThread client(u"client"_s);
    auto asked = client.run([&] {
        auto own = naive.open(proxy.port());
        proxy.blackHole();
        timer.start();
        QSqlQuery query(own);
        (void)query.exec(u"SELECT 1"_s);
        const double took = double(timer.elapsed()) / 1000;
        closePlainly(own);
        return took;
    });
    demand(!runUntil([&] { return asked.isFinished(); }, kPatience * 1000),
        u"waiting on a dead link"_s);
    proxy.heal();
    tell(u"naive_dead_at_least"_s, asked.result());
    closePlainly(connection);
}

} // namespace

void measureNaive(int seconds, int heldFor)
{
    const Naive naive;
    latencies(naive, seconds, heldFor);
    load(naive, seconds);
    missed(naive, std::min(seconds, 10));
    slowLink(naive);
    filling(naive, 100'000);
}

} // namespace watchroom::bench
