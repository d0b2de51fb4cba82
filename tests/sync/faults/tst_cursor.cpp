// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/engine/desk.h"
#include "tests/sync/faults/asked.h"
#include "tests/sync/server/caller.h"

#include <QTest>

#include <atomic>
#include <random>
#include <thread>

using namespace watchroom;
using namespace Qt::StringLiterals;
using test::Desk;
using tests::Caller;

namespace {

constexpr int kWriters = 16;

/// What one writer committed: the last version of each of its rows; and what it took back.
struct Written
{
    QHash<QString, QString> kept; ///< id -> ver
    QSet<QString> undone; ///< vers
    int commits = 0;
    int rollbacks = 0;
    QString trouble;
};

/// Transactions of random length on rows of its own, some rolled back, some in part.
class Writer
{
public:
    Writer(QString conninfo, unsigned seed)
        : m_conninfo(std::move(conninfo))
        , m_random(seed)
    {
    }

    Written run(int transactions)
    {
        Caller caller(m_conninfo);
        if (!caller.connectOnly())
            return {.kept = {}, .undone = {}, .trouble = caller.error()};
        caller.value(u"SET session_replication_role = replica"_s);
        for (int i = 0; i < transactions && m_written.trouble.isEmpty(); ++i)
            transact(caller);
        return m_written;
    }

private:
    int pick(int bound) { return std::uniform_int_distribution<int>(0, bound - 1)(m_random); }

    void transact(Caller &caller)
    {
        m_fresh.clear();
        caller.value(u"BEGIN"_s);
        const int steps = 1 + pick(6);
        for (int i = 0; i < steps; ++i) {
            write(caller);
            if (pick(3) == 0)
                undoOne(caller);
            caller.value(u"SELECT pg_sleep(%1)"_s.arg(pick(8) / 1000.0));
        }
        const bool undo = pick(4) == 0;
        caller.value(undo ? u"ROLLBACK"_s : u"COMMIT"_s);
        if (!caller.error().isEmpty())
            m_written.trouble = caller.error();
        for (const auto &[id, ver] : m_fresh.asKeyValueRange()) {
            if (undo)
                m_written.undone.insert(ver);
            else
                m_written.kept.insert(id, ver);
        }
        ++(undo ? m_written.rollbacks : m_written.commits);
    }

    void write(Caller &caller)
    {
        const QString ver = base::toText(QUuid::createUuid());
        QString id = base::toText(QUuid::createUuid());
        if (!m_written.kept.isEmpty() && pick(2) == 0) {
            id = std::next(m_written.kept.keyBegin(), pick(int(m_written.kept.size()))).operator*();
            caller.value(u"UPDATE app.target SET rev = rev + 1, ver = '%2', xid ="
                         " pg_current_xact_id() WHERE id = '%1'"_s.arg(id, ver));
        } else {
            caller.value(u"INSERT INTO app.target (id, rev, ver, xid, updated_by, updated_at, key,"
                         " kind, name, enabled) VALUES ('%1', 1, '%2', pg_current_xact_id(),"
                         " 'test', now(), '%1', 'site', 'X', true)"_s.arg(id, ver));
        }
        if (!caller.error().isEmpty())
            m_written.trouble = caller.error();
        m_fresh.insert(id, ver);
    }

    /// Within the transaction: its subtransactions have numbers of their own.
    void undoOne(Caller &caller)
    {
        const QHash<QString, QString> before = m_fresh;
        caller.value(u"SAVEPOINT s"_s);
        write(caller);
        if (pick(2) == 0) {
            caller.value(u"RELEASE s"_s);
            return;
        }
        caller.value(u"ROLLBACK TO s"_s);
        for (const auto &[id, ver] : m_fresh.asKeyValueRange()) {
            if (before.value(id) != ver)
                m_written.undone.insert(ver);
        }
        m_fresh = before;
    }

    QString m_conninfo;
    std::mt19937 m_random;
    Written m_written;
    QHash<QString, QString> m_fresh; ///< of the transaction under way
};

} // namespace

/// The pull's cursor against sixteen writers whose transactions begin, end and fail in any order.
class TestCursor : public test::DeskTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCOMPARE(prepare(), QString()); }
    void init() { QCOMPARE(begin(), QString()); }
    void nothingIsMissedBesideSixteenWriters();
};

// Fault 10.
void TestCursor::nothingIsMissedBesideSixteenWriters()
{
    const auto seed = test::seed();
    const int transactions = test::asked("WATCHROOM_TRANSACTIONS", 40);
    Caller reader(desk(1).toText());
    QVERIFY(reader.open());
    Desk console(desk(2)); // and one that does it all: wake-ups or not, by the same cursor
    console.service->start();
    SYNCED(console);
    std::vector<Written> written(kWriters);
    std::atomic<int> left = kWriters;
    QHash<QString, int> seen; ///< "id ver" -> how often
    QHash<QString, QString> last;
    int pulls = 0;
    const auto pull = [&] {
        const auto rows = reader.pull();
        ++pulls;
        for (const domain::Row &row : rows) {
            const QString id = domain::text(row, "id"_L1);
            const QString ver = domain::text(row, "ver"_L1);
            ++seen[id + u' ' + ver];
            last[id] = ver;
        }
    };
    {
        std::vector<std::jthread> threads;
        for (unsigned i = 0; i < kWriters; ++i) {
            threads.emplace_back([&, i] {
                written[i] = Writer(m_server.cluster.superConninfo(m_database), seed + i)
                                 .run(transactions);
                --left;
            });
        }
        while (left > 0)
            pull();
    }
    pull();
    QCOMPARE(reader.error(), QString());
    QHash<QString, QString> kept;
    QSet<QString> undone;
    int commits = 0;
    int rollbacks = 0;
    for (const Written &one : written) {
        QCOMPARE(one.trouble, QString());
        kept.insert(one.kept);
        undone.unite(one.undone);
        commits += one.commits;
        rollbacks += one.rollbacks;
    }
    int missed = 0;
    for (const auto &[id, ver] : kept.asKeyValueRange())
        missed += last.value(id) == ver ? 0 : 1;
    QCOMPARE(missed, 0);
    QCOMPARE(last.size(), kept.size());
    for (const auto &[version, times] : seen.asKeyValueRange()) {
        QCOMPARE(times, 1);
        QVERIFY(!undone.contains(version.section(u' ', 1)));
    }
    QVERIFY(pulls > 20 && rollbacks > 0); // the test must meet what it is about
    EQUAL(console, m_server.cluster);
    qInfo() << "commits" << commits << "rollbacks" << rollbacks << "rows" << kept.size()
            << "versions seen" << seen.size() << "pulls" << pulls << "missed 0, twice 0";
}

QTEST_GUILESS_MAIN(TestCursor)
#include "tst_cursor.moc"
