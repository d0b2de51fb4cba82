// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/ids.h"
#include "app/domain/record.h"
#include "tests/sync/server/caller.h"
#include "tests/sync/server/serverfixture.h"

#include <QtTest/QTest>

#include <algorithm>
#include <random>
#include <thread>

using namespace Qt::StringLiterals;
using namespace watchroom;
using namespace watchroom::tests;
using domain::Operation;
using domain::Row;

namespace {

constexpr int kClients = 16;
constexpr int kRounds = 12;

/// What one client saw.
struct Tally
{
    int results = 0;
    int done = 0; ///< applied, merged or already
    int conflicts = 0;
    int retries = 0;
    QStringList unexpected;
};

/// Random work of one person on rows that all share; everything is sent twice now and then.
class Worker
{
public:
    Worker(QString conninfo, unsigned seed, QList<Row> targets, QList<Row> incidents)
        : m_conninfo(std::move(conninfo))
        , m_random(seed)
        , m_targets(std::move(targets))
        , m_incidents(std::move(incidents))
    {
    }

    Tally run()
    {
        Caller caller(m_conninfo);
        if (!caller.open()) {
            m_tally.unexpected.append(caller.error());
            return m_tally;
        }
        for (int round = 0; round < kRounds; ++round) {
            QJsonArray envelopes;
            const int size = 1 + pick(8);
            for (int i = 0; i < size; ++i)
                envelopes.append(caller.envelope(anything(round)));
            send(caller, envelopes);
            if (pick(4) == 0)
                send(caller, envelopes);
        }
        return m_tally;
    }

private:
    int pick(int bound) { return std::uniform_int_distribution<int>(0, bound - 1)(m_random); }

    Operation anything(int round)
    {
        const Row &target = m_targets[pick(int(m_targets.size()))];
        const Row &incident = m_incidents[pick(int(m_incidents.size()))];
        const QString text = QString::number(m_random());
        switch (pick(6)) {
        case 0:
            return updateOf(u"target"_s, target, {{u"name"_s, text}}, u"chen"_s);
        case 1:
            return updateOf(u"incident"_s, incident, {{u"title"_s, text}}, u"chen"_s);
        case 2:
            return insertOf(u"log_entry"_s,
                {{u"kind"_s, u"note"_s}, {u"text"_s, text}, {u"incident"_s, incident["id"_L1]}},
                u"chen"_s);
        case 3:
            return insertOf(u"log_entry"_s, {{u"kind"_s, u"note"_s}, {u"text"_s, text}}, u"chen"_s);
        case 4: {
            // The same decision of many at once.
            const QString name = u"shared %1"_s.arg(round);
            return insertOf(u"incident"_s,
                {{u"title"_s, name}, {u"level"_s, u"blue"_s}, {u"label"_s, name}}, u"chen"_s,
                base::derivedId({name}));
        }
        default:
            return insertOf(
                u"source"_s, {{u"name"_s, text}, {u"kind"_s, u"prometheus"_s}}, u"chen"_s);
        }
    }

    void send(Caller &caller, const QJsonArray &envelopes)
    {
        for (int attempt = 0; attempt < 20; ++attempt) {
            const QJsonArray results = caller.apply(envelopes)["results"_L1].toArray();
            if (caller.state() == "40001"_L1 || caller.state() == "55P03"_L1) {
                ++m_tally.retries;
                continue;
            }
            if (!caller.state().isEmpty())
                m_tally.unexpected.append(caller.state() + u' ' + caller.error());
            count(results);
            return;
        }
        m_tally.unexpected.append(u"retried for ever"_s);
    }

    void count(const QJsonArray &results)
    {
        for (const QJsonValue &result : results) {
            const QString state = result["state"_L1].toString();
            ++m_tally.results;
            if (state == "conflict"_L1)
                ++m_tally.conflicts;
            else if (state == "applied"_L1 || state == "merged"_L1 || state == "already"_L1)
                ++m_tally.done;
            else
                m_tally.unexpected.append(state + u' ' + result["code"_L1].toString());
        }
    }

    QString m_conninfo;
    std::mt19937 m_random;
    QList<Row> m_targets;
    QList<Row> m_incidents;
    Tally m_tally;
};

} // namespace

/// Sixteen clients at once on the same rows, chains and decisions.
class TestConcurrency : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_server.start(), m_server.error().constData()); }

    void nothingIsLostAndNobodyDeadlocks()
    {
        const QString database = m_server.newDatabase();
        QVERIFY(!database.isEmpty());
        Caller chen(m_server.conninfo(database, u"chen"_s));
        Caller reader(m_server.conninfo(database, u"desk1"_s));
        QVERIFY(chen.open() && reader.open());
        QList<Row> targets;
        QList<Row> incidents;
        for (int i = 0; i < 4; ++i) {
            const QString name = QString::number(i);
            targets.append(
                *chen
                     .push(insertOf(u"target"_s,
                         {{u"key"_s, name}, {u"kind"_s, u"site"_s}, {u"name"_s, name}}, u"chen"_s))
                     .row);
            incidents.append(
                *chen.push(insertOf(u"incident"_s,
                               {{u"title"_s, name}, {u"level"_s, u"blue"_s}, {u"label"_s, name}},
                               u"chen"_s))
                     .row);
        }
        std::vector<Tally> tallies(kClients);
        {
            std::vector<std::jthread> threads;
            for (unsigned i = 0; i < kClients; ++i) {
                threads.emplace_back([&, i] {
                    tallies[i] =
                        Worker(m_server.conninfo(database, u"chen"_s), i, targets, incidents).run();
                });
            }
        }
        Tally all;
        for (const Tally &tally : tallies) {
            all.results += tally.results;
            all.done += tally.done;
            all.conflicts += tally.conflicts;
            all.retries += tally.retries;
            all.unexpected += tally.unexpected;
        }
        QVERIFY2(all.unexpected.isEmpty(), qPrintable(all.unexpected.join(u"; "_s)));
        QVERIFY(all.done > kClients * kRounds / 2);
        QVERIFY(all.conflicts > 0); // the test must meet what it is about
        QCOMPARE(
            m_server.cluster()
                .psql(m_server.admin(database),
                    u"SELECT deadlocks FROM pg_stat_database WHERE datname = '%1'"_s.arg(database))
                .out,
            u"0"_s);
        verifyRecord(reader.pull());
    }

private:
    static void verifyRecord(const QHash<QString, Row> &rows)
    {
        QHash<QString, QList<Row>> chains;
        for (const Row &row : rows) {
            if (row.contains("chain"_L1))
                chains[row["chain"_L1].toString()].append(row);
        }
        QVERIFY(chains.size() > 4);
        for (auto [name, chain] : chains.asKeyValueRange()) {
            std::ranges::sort(chain, {}, [](const Row &row) { return row["n"_L1].toInteger(); });
            // The day's chain began before this reader did.
            if (!name.startsWith("day:"_L1))
                QVERIFY2(!domain::verifyChain(chain), qPrintable(name));
            for (qsizetype i = 1; i < chain.size(); ++i)
                QCOMPARE(chain[i]["n"_L1].toInteger(), chain[i - 1]["n"_L1].toInteger() + 1);
        }
    }

    ServerFixture m_server;
};

QTEST_GUILESS_MAIN(TestConcurrency)
#include "tst_concurrency.moc"
