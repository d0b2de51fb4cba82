// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/sync/naivefleet.h"

#include "tests/bench/figures.h"

#include <QRandomGenerator>
#include <QSqlError>
#include <QSqlQuery>
#include <QTimer>
#include <QUuid>

namespace watchroom::bench {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kThreads = 4;

} // namespace

struct NaiveFleet::Client
{
    QSqlDatabase connection;
    QTimer timer;
    qint64 last = 0;
};

QSqlDatabase openPlainly(int port, const QString &database, const QString &password)
{
    auto connection = QSqlDatabase::addDatabase(u"QPSQL"_s, QUuid::createUuid().toString());
    connection.setHostName(u"127.0.0.1"_s);
    connection.setPort(port);
    connection.setDatabaseName(database);
    connection.setUserName(u"postgres"_s);
    connection.setPassword(password);
    demand(connection.open(), u"connection "_s + connection.lastError().text());
    return connection;
}

void closePlainly(QSqlDatabase &connection)
{
    const QString name = connection.connectionName();
    connection.close();
    connection = {};
    QSqlDatabase::removeDatabase(name);
}

NaiveFleet::NaiveFleet(int port, const QString &database, const QString &password, int clients,
    std::chrono::milliseconds interval, const QElapsedTimer &clock)
    : m_clock(clock)
{
    for (int i = 0; i < kThreads; ++i)
        m_threads.push_back(std::make_unique<Thread>());
    for (int i = 0; i < clients; ++i) {
        Thread &thread = *m_threads.at(std::size_t(i % kThreads));
        thread.worker
            .run([=, this, &thread] {
                auto client = std::make_unique<Client>();
                client->connection = openPlainly(port, database, password);
                QSqlQuery newest(client->connection);
                demand(newest.exec(u"SELECT coalesce(max(n), 0) FROM change"_s) && newest.next(),
                    u"first look"_s);
                client->last = newest.value(0).toLongLong();
                client->timer.setTimerType(Qt::PreciseTimer);
                QObject::connect(&client->timer, &QTimer::timeout, &client->timer,
                    [this, &thread, one = client.get()] { ask(*one, thread); });
                // Not all at the same instant.
                const auto first =
                    QRandomGenerator::global()->bounded(qint64(interval.count())) * 1ms;
                QTimer::singleShot(first, Qt::PreciseTimer, &client->timer,
                    [one = client.get(), interval] { one->timer.start(interval); });
                thread.clients.push_back(std::move(client));
            })
            .waitForFinished();
    }
}

NaiveFleet::~NaiveFleet()
{
    for (const auto &thread : m_threads) {
        thread->worker
            .run([&thread] {
                for (const auto &client : thread->clients)
                    closePlainly(client->connection);
                thread->clients.clear();
            })
            .waitForFinished();
    }
}

void NaiveFleet::ask(Client &client, Thread &thread)
{
    QSqlQuery query(client.connection);
    query.setForwardOnly(true);
    if (!query.exec(u"SELECT n, body FROM change WHERE n > %1 ORDER BY n"_s.arg(client.last)))
        return;
    while (query.next()) {
        client.last = query.value(0).toLongLong();
        ++m_seen;
        thread.took.append(
            double(m_clock.nsecsElapsed() - query.value(1).toString().toLongLong()) / 1e6);
    }
}

QList<double> NaiveFleet::takeLatencies()
{
    QList<double> all;
    for (const auto &thread : m_threads)
        all += thread->worker.run([&thread] { return std::exchange(thread->took, {}); }).result();
    return all;
}

} // namespace watchroom::bench
