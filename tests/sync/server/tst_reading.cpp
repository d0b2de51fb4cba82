// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/ids.h"
#include "tests/sync/server/caller.h"
#include "tests/sync/server/serverfixture.h"

#include <QJsonDocument>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace watchroom;
using namespace watchroom::tests;
using domain::Row;

namespace {

const auto kChen = u"chen"_s;

Row source(const QString &name)
{
    return {{u"name"_s, name}, {u"kind"_s, u"prometheus"_s}, {u"enabled"_s, true}};
}

/// As domain words it: count and xor of the versions, by the last byte of the id.
QJsonObject bucketsOf(const QList<Row> &rows)
{
    QHash<QString, std::pair<int, QByteArray>> buckets;
    for (const Row &row : rows) {
        const QByteArray id = domain::uuid(row, "id"_L1).toRfc4122();
        const QByteArray ver = domain::uuid(row, "ver"_L1).toRfc4122();
        auto &[count, sum] = buckets[QString::fromLatin1(id.right(1).toHex())];
        sum.resize(16, '\0');
        ++count;
        for (qsizetype i = 0; i < 16; ++i)
            sum[i] = static_cast<char>(sum[i] ^ ver[i]);
    }
    QJsonObject all;
    for (const auto &[bucket, value] : buckets.asKeyValueRange())
        all[bucket] = u"%1:%2"_s.arg(value.first).arg(QString::fromLatin1(value.second.toHex()));
    return all;
}

} // namespace

/// pull by snapshot, digest, list and rows.
class TestReading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_server.start(), m_server.error().constData()); }

    void init()
    {
        m_database = m_server.newDatabase();
        QVERIFY2(!m_database.isEmpty(), m_server.error().constData());
    }

    void nothingIsMissedWhenCommitsComeOutOfOrder()
    {
        // Writers begin in one order and commit in another, one of them stays open for long and
        // one rolls back, while a reader pulls after every step.
        Caller reader(m_server.conninfo(m_database, u"desk1"_s));
        QVERIFY(reader.open());
        constexpr int kWriters = 8;
        std::vector<std::unique_ptr<Caller>> writers;
        QSet<QString> written;
        QHash<QString, int> seen;
        const auto pull = [&] {
            const auto rows = reader.pull();
            QCOMPARE(reader.error(), QString());
            for (const auto &[key, row] : rows.asKeyValueRange())
                ++seen[key];
        };
        for (int i = 0; i < kWriters; ++i) {
            writers.push_back(std::make_unique<Caller>(m_server.conninfo(m_database, kChen)));
            QVERIFY(writers.back()->open());
        }
        for (int round = 0; round < 5; ++round) {
            for (int i = 0; i < kWriters; ++i) {
                Caller &writer = *writers[static_cast<std::size_t>(i)];
                writer.value(u"BEGIN"_s);
                const auto operation = insertOf(u"source"_s, source(u"s%1"_s.arg(i)), kChen);
                // Other last bytes of the ids, so that no two writers share a stripe.
                auto bytes = operation.id.toRfc4122();
                bytes[15] = static_cast<char>(i);
                auto own = operation;
                own.id = QUuid::fromRfc4122(bytes);
                QCOMPARE(word(writer.push(own)), u"applied"_s);
                if (!(round == 2 && i == 5))
                    written.insert(u"source/"_s + base::toText(own.id));
                pull();
            }
            // 0 stays open over everybody else's commits.
            for (int i = kWriters - 1; i > 0; --i) {
                const bool undo = round == 2 && i == 5;
                writers[static_cast<std::size_t>(i)]->value(undo ? u"ROLLBACK"_s : u"COMMIT"_s);
                if (undo)
                    --writers[static_cast<std::size_t>(i)]->nextSeq;
                pull();
            }
            QCOMPARE(seen.size(), written.size() - 1);
            writers[0]->value(u"COMMIT"_s);
            pull();
            QCOMPARE(seen.size(), written.size());
        }
        QCOMPARE(QSet<QString>(seen.keyBegin(), seen.keyEnd()), written);
        for (const int times : std::as_const(seen))
            QCOMPARE(times, 1);
    }

    void lastOpIsOfTheSameSnapshot()
    {
        Caller caller(m_server.conninfo(m_database, kChen));
        QVERIFY(caller.open());
        caller.push({insertOf(u"source"_s, source(u"a"_s), kChen),
            insertOf(u"source"_s, source(u"b"_s), kChen)});
        const QString last = caller.value(
            u"SELECT * FROM sync.pull('%1', NULL)"_s.arg(base::toText(caller.client())));
        const QJsonObject said = QJsonDocument::fromJson(last.toUtf8()).object();
        QCOMPARE(said["last_op"_L1].toInt(), 2);
        QCOMPARE(said["epoch"_L1], caller.greeting()["epoch"_L1]);
    }

    void tooFarBehindIsTold()
    {
        Caller caller(m_server.conninfo(m_database, u"desk1"_s));
        QVERIFY(caller.open());
        const auto made = m_server.cluster().psql(m_server.admin(m_database),
            u"SET ROLE watchroom_owner;"
            " ALTER TABLE app.source DISABLE TRIGGER a_guard;"
            " INSERT INTO app.source (id, name) SELECT gen_random_uuid(), n::text"
            " FROM generate_series(1, 20001) n; ALTER TABLE app.source ENABLE TRIGGER a_guard;"_s);
        QVERIFY2(made.exitCode == 0, qPrintable(made.err));
        caller.pull();
        QCOMPARE(caller.state(), u"WR001"_s);
        QCOMPARE(caller.error(), u"far_behind"_s);
    }

    void aDigestSaysWhatTheRowsAre()
    {
        Caller caller(m_server.conninfo(m_database, kChen));
        QVERIFY(caller.open());
        QList<domain::Operation> operations;
        for (int i = 0; i < 300; ++i)
            operations.append(insertOf(u"source"_s, source(QString::number(i)), kChen));
        caller.push(operations);
        QList<Row> rows;
        QString ids;
        for (const Row &row : caller.pull())
            rows.append(row);
        QCOMPARE(rows.size(), 300);
        const QString said = caller.value(u"SELECT sync.digest('core', 'source')"_s);
        const QJsonObject buckets =
            QJsonDocument::fromJson(said.toUtf8()).object()["buckets"_L1].toObject();
        QCOMPARE(buckets, bucketsOf(rows));

        QJsonArray listed;
        for (const QString &bucket : buckets.keys()) {
            const QString list =
                caller.value(u"SELECT sync.list('core', 'source', '{%1}')"_s.arg(bucket));
            for (const QJsonValue &pair : QJsonDocument::fromJson(list.toUtf8()).array())
                listed.append(pair);
        }
        QCOMPARE(listed.size(), 300);
        QSet<QString> versions;
        for (const QJsonValue &pair : std::as_const(listed))
            versions.insert(pair[0].toString() + pair[1].toString());
        for (const Row &row : std::as_const(rows))
            QVERIFY(versions.contains(row["id"_L1].toString() + row["ver"_L1].toString()));
        QCOMPARE(caller.row(u"source"_s, domain::uuid(rows[0], "id"_L1)), rows[0]);
        QCOMPARE(
            caller.value(u"SELECT sync.digest('2020-01', 'source')"_s), u"{\"buckets\": {}}"_s);
        QCOMPARE(caller.value(u"SELECT sync.digest('core', 'pg_class')"_s), u"{\"buckets\": {}}"_s);
    }

    void instantsTravelWithSixDecimals()
    {
        Caller caller(m_server.conninfo(m_database, kChen));
        QVERIFY(caller.open());
        auto operation =
            insertOf(u"log_entry"_s, {{u"kind"_s, u"note"_s}, {u"text"_s, u"x"_s}}, kChen);
        operation.set[u"happened_at"_s] = u"2026-03-18T22:32:41.1+08:00"_s;
        QCOMPARE(word(caller.push(operation)), u"applied"_s);
        QCOMPARE(caller.row(u"log_entry"_s, operation.id)["happened_at"_L1].toString(),
            u"2026-03-18T14:32:41.100000Z"_s);
    }

    void wallsGetLess()
    {
        Caller chen(m_server.conninfo(m_database, kChen));
        Caller desk(m_server.conninfo(m_database, u"desk1"_s));
        Caller wall(m_server.conninfo(m_database, u"wall1"_s));
        QVERIFY(chen.open() && desk.open() && wall.open());
        QCOMPARE(wall.greeting()["kind"_L1].toString(), u"wall"_s);
        const auto entry = insertOf(
            u"log_entry"_s, {{u"kind"_s, u"call"_s}, {u"text"_s, u"医生说画面停了"_s}}, kChen);
        QCOMPARE(word(chen.push(entry)), u"applied"_s);
        const QString key = u"log_entry/"_s + base::toText(entry.id);
        const Row full = desk.pull()[key];
        const Row less = wall.pull()[key];
        QCOMPARE(full["text"_L1].toString(), u"医生说画面停了"_s);
        QVERIFY(!less.contains("text"_L1) && !less.contains("params"_L1));
        QCOMPARE(less["ver"_L1], full["ver"_L1]);
        QCOMPARE(wall.row(u"log_entry"_s, entry.id), less);
        for (const QString &line :
            wall.lines(u"SELECT sync.rows('person', (SELECT array_agg((e ->> 0)::uuid) FROM"
                       " jsonb_array_elements(sync.list('core', 'person', (SELECT array_agg("
                       "lpad(to_hex(b), 2, '0')) FROM generate_series(0, 255) b))::jsonb) e))"_s))
            QVERIFY(!line.contains("phone"_L1));
        const auto refused = wall.push(
            insertOf(u"log_entry"_s, {{u"kind"_s, u"note"_s}, {u"text"_s, u"x"_s}}, QString()));
        QCOMPARE(word(refused), u"rejected"_s);
        QCOMPARE(refused.code, u"wall_reads_only"_s);
    }

    void oneClientIsOneLogins()
    {
        Caller desk(m_server.conninfo(m_database, u"desk1"_s));
        QVERIFY(desk.open());
        Caller wall(m_server.conninfo(m_database, u"wall1"_s), desk.client());
        QVERIFY(!wall.open());
        QCOMPARE(
            wall.value(u"SELECT * FROM sync.pull('%1', NULL)"_s.arg(base::toText(desk.client()))),
            QString());
        QCOMPARE(wall.error(), u"not_my_client"_s);
    }

    void prefixesAreGivenOnce()
    {
        Caller first(m_server.conninfo(m_database, u"desk1"_s));
        Caller second(m_server.conninfo(m_database, u"desk2"_s));
        QVERIFY(first.open() && second.open());
        const QString prefix = first.greeting()["prefix"_L1].toString();
        QVERIFY(prefix != second.greeting()["prefix"_L1].toString());
        Caller again(m_server.conninfo(m_database, u"desk1"_s), first.client());
        QVERIFY(again.open());
        QCOMPARE(again.greeting()["prefix"_L1].toString(), prefix);
        const auto prefixes = m_server.cluster().psql(m_server.admin(m_database),
            u"SELECT string_agg(sync.prefix_of(n), ' ' ORDER BY n)"
            " FROM unnest('{1,9,10,234,235,6318,6319}'::bigint[]) n"_s);
        QCOMPARE(prefixes.out, u"A1 A9 B1 Z9 AA1 ZZ9 AAA1"_s);
    }

    void rowsOfTheFutureAskForAdoption()
    {
        // As after a restore into a younger server.
        const auto made = m_server.cluster().psql(m_server.admin(m_database),
            u"SET ROLE watchroom_owner; ALTER TABLE app.person DISABLE TRIGGER USER;"
            " UPDATE app.person SET xid = '99999999999'; ALTER TABLE app.person ENABLE TRIGGER USER"_s);
        QCOMPARE(made.exitCode, 0);
        Caller caller(m_server.conninfo(m_database, u"desk1"_s));
        QVERIFY(!caller.open());
        caller.value(u"SELECT sync.hello('%1', 1, 'test')"_s.arg(base::toText(caller.client())));
        QCOMPARE(caller.error(), u"restamp_needed"_s);
        remote::ServerAdmin admin;
        QVERIFY(m_server.openAdmin(admin, m_database));
        QVERIFY(admin.adopt());
        Caller after(m_server.conninfo(m_database, u"desk1"_s));
        QVERIFY(after.open());
    }

private:
    ServerFixture m_server;
    QString m_database;
};

QTEST_GUILESS_MAIN(TestReading)
#include "tst_reading.moc"
