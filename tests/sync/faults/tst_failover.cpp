// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/faults/asked.h"
#include "tests/sync/faults/crew.h"

#include <QElapsedTimer>
#include <QTest>

using namespace watchroom;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::Crew;
using test::Desk;

namespace {

constexpr int kDesks = 5;

} // namespace

/// The primary dies under load and the standby takes over; consoles know both addresses.
class TestFailover : public test::DeskTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_seed = test::seed(); }
    void init();
    void synchronousLosesNothing();
    void asynchronousLosesTheTailAndGetsItBack();

private:
    [[nodiscard]] Crew::Way both() const;
    [[nodiscard]] static QStringList acknowledged(Crew &crew);
    [[nodiscard]] QString atStandby(const QString &sql) const
    {
        return m_standby->psql(m_standby->superConninfo(m_database), sql).out;
    }

    quint32 m_seed = 0;
    std::unique_ptr<test::SharedServer> m_primary; ///< a cluster of its own for each function
    std::unique_ptr<fakes::PgCluster> m_standby;
};

void TestFailover::init()
{
    m_standby.reset();
    m_primary = std::make_unique<test::SharedServer>();
    QCOMPARE(m_primary->prepare(kDesks), QString());
    m_database = m_primary->newDatabase();
    m_standby = std::make_unique<fakes::PgCluster>();
    QVERIFY2(m_standby->startAsStandbyOf(m_primary->cluster), m_standby->error().constData());
}

Crew::Way TestFailover::both() const
{
    return [this](int number) {
        auto info = m_primary->station(u"desk-%1"_s.arg(number), m_database);
        info.set("host"_L1, u"127.0.0.1,127.0.0.1"_s);
        info.set("port"_L1, u"%1,%2"_s.arg(m_primary->cluster.port()).arg(m_standby->port()));
        return info;
    };
}

QStringList TestFailover::acknowledged(Crew &crew)
{
    QStringList ops;
    for (std::size_t i = 0; i < crew.size(); ++i)
        ops += crew.desk(i).lines(u"SELECT op AS line FROM sync_outbox WHERE state = 'acked'"_s);
    return ops;
}

// Fault 6.
void TestFailover::synchronousLosesNothing()
{
    QCOMPARE(m_primary->query(m_database, u"ALTER SYSTEM SET synchronous_standby_names = '*'"_s),
        QString());
    QCOMPARE(m_primary->query(m_database, u"SELECT pg_reload_conf()"_s), u"t"_s);
    QTRY_COMPARE_WITH_TIMEOUT(
        m_primary->query(m_database, u"SELECT sync_state FROM pg_stat_replication"_s), u"sync"_s,
        kPatience);
    Crew crew(both(), m_seed, kDesks);
    QCOMPARE(crew.begin(both()), QString());
    crew.work(test::asked("WATCHROOM_LOAD", 100), [this](int i) {
        if (i == 80)
            m_primary->cluster.kill();
    });
    const QStringList confirmed = acknowledged(crew);
    QVERIFY(confirmed.size() > 20);
    // Before anybody can send anything again: what was confirmed is with the standby.
    QTRY_COMPARE_WITH_TIMEOUT(
        atStandby(u"SELECT pg_last_wal_replay_lsn() = pg_last_wal_receive_lsn()"_s), u"t"_s,
        kPatience);
    const QStringList there = atStandby(u"SELECT op FROM sync.applied_op"_s).split(u'\n');
    for (const QString &op : confirmed)
        QVERIFY2(there.contains(op), qPrintable(op));
    QElapsedTimer timer;
    timer.start();
    QVERIFY2(m_standby->promote(), m_standby->error().constData());
    crew.work(40);
    WHOLE(crew, *m_standby);
    qInfo() << "confirmed" << confirmed.size() << "lost 0, whole" << timer.elapsed()
            << "ms after promotion began";
}

// Fault 7.
void TestFailover::asynchronousLosesTheTailAndGetsItBack()
{
    Crew crew(both(), m_seed, kDesks);
    QCOMPARE(crew.begin(both()), QString());
    crew.work(60);
    QCOMPARE(crew.settle(m_primary->cluster, m_database), QString());
    const QString before = m_primary->query(m_database, u"SELECT sync.epoch()"_s);
    const QString count = u"SELECT count(*) FROM sync.applied_op"_s;
    QTRY_COMPARE_WITH_TIMEOUT(atStandby(count), m_primary->query(m_database, count), kPatience);
    // From here on the standby hears nothing: what follows is confirmed, seen by all, and lost.
    m_standby->kill();
    crew.work(test::asked("WATCHROOM_LOAD", 100));
    QCOMPARE(crew.settle(m_primary->cluster, m_database), QString());
    const int confirmed = m_primary->query(m_database, count).toInt();
    m_primary->cluster.kill();
    QVERIFY2(m_standby->start(), m_standby->error().constData());
    const int left = atStandby(count).toInt();
    QVERIFY(left < confirmed);
    QElapsedTimer timer;
    timer.start();
    QVERIFY2(m_standby->promote(), m_standby->error().constData());
    crew.work(40);
    WHOLE(crew, *m_standby);
    QVERIFY(atStandby(u"SELECT sync.epoch()"_s) != before);
    for (std::size_t i = 0; i < crew.size(); ++i)
        QCOMPARE(crew.desk(i).service->status().serverEpoch, atStandby(u"SELECT sync.epoch()"_s));
    qInfo() << "confirmed" << confirmed << "of them forgotten" << confirmed - left << "whole"
            << timer.elapsed() << "ms after promotion began";
}

QTEST_GUILESS_MAIN(TestFailover)
#include "tst_failover.moc"
