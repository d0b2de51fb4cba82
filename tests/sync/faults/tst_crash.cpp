// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/engine/desk.h"

#include <QTest>

using namespace watchroom;
using namespace Qt::StringLiterals;
using test::Desk;

/// A server that crashes counts its transactions from what its disk has. What a desk's cursor had
/// counted already is given again, to rows that the desk has never seen.
class TestCrash : public test::DeskTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // What is not waited for stays in memory until then.
        m_server.cluster.setOptions({u"wal_writer_delay=10000ms"_s});
        QCOMPARE(prepare(), QString());
    }
    void numbersGivenAgain();

private:
    /// Transactions that leave nothing; the number of the last.
    [[nodiscard]] qint64 fruitless(int count) const;
};

qint64 TestCrash::fruitless(int count) const
{
    QString sql;
    for (int i = 0; i < count; ++i)
        sql += u"BEGIN; SELECT pg_current_xact_id(); ROLLBACK; "_s;
    return query(sql).section(u'\n', -1).toLongLong();
}

void TestCrash::numbersGivenAgain()
{
    QCOMPARE(begin(), QString());
    Desk one(desk(1));
    QCOMPARE(enter(one, 1), QString());
    one.service->start();
    SYNCED(one);
    bool again = false;
    // Something else may have brought the numbers to the disk: a checkpoint, the snapshot that
    // PostgreSQL logs every 15 s.
    for (int round = 0; round < 5 && !again; ++round) {
        const qint64 last = fruitless(100);
        QVERIFY(last > 0);
        const auto counted = [&] { // by the desk, in the next pull that finds nothing
            const auto state = one.replica->syncState().result();
            return state
                && state->value(store::state::kCursor).section(u':', 1, 1).toLongLong() > last;
        };
        one.service->wake();
        QTRY_VERIFY_WITH_TIMEOUT(counted(), kPatience);
        one.service.reset();
        m_server.cluster.kill();
        QVERIFY2(m_server.cluster.start(), m_server.cluster.error().constData());
        const QString kind = round % 2 == 0 ? u"agent"_s : u"console"_s;
        QCOMPARE(setUp(u"UPDATE app.station SET kind = '%1' WHERE name = 'desk-2'"_s.arg(kind)),
            QString());
        again = query(u"SELECT xid FROM app.station WHERE name = 'desk-2'"_s).toLongLong() <= last;
        // A cursor that is ahead of the server is refused; one that it has caught up with is not.
        QVERIFY(fruitless(200) > last);
        one.restart([](const QString &) {});
        one.service->start();
        SYNCED(one);
        EQUAL(one, m_server.cluster);
    }
    QVERIFY2(again, "no number was given again");
}

QTEST_GUILESS_MAIN(TestCrash)
#include "tst_crash.moc"
