// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/ids.h"
#include "app/domain/record.h"
#include "tests/sync/server/caller.h"
#include "tests/sync/server/serverfixture.h"

#include <QJsonDocument>
#include <QtTest/QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace watchroom;
using namespace watchroom::tests;
using domain::Row;

namespace {

const auto kChen = u"chen"_s;

QHash<QString, QList<Row>> chainsOf(Caller &reader)
{
    QHash<QString, QList<Row>> chains;
    const QStringList lines =
        reader.lines(u"SELECT * FROM sync.pull('%1', '1:1:')"_s.arg(base::toText(reader.client())));
    for (const QString &line : lines) {
        const Row row = QJsonDocument::fromJson(line.toUtf8()).object()["r"_L1].toObject();
        if (row.contains("chain"_L1))
            chains[row["chain"_L1].toString()].append(row);
    }
    for (QList<Row> &chain : chains) {
        std::ranges::sort(chain, {}, [](const Row &row) { return row["n"_L1].toInteger(); });
    }
    return chains;
}

} // namespace

/// The record: what the server hashes is what domain/record recomputes, and nobody can change it.
class TestRecord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_server.start(), m_server.error().constData()); }

    void init()
    {
        m_database = m_server.newDatabase();
        QVERIFY2(!m_database.isEmpty(), m_server.error().constData());
    }

    void everyChainIsWhole()
    {
        Caller reader(m_server.conninfo(m_database, u"desk1"_s));
        Caller chen(m_server.conninfo(m_database, kChen));
        QVERIFY(reader.open() && chen.open());
        const auto opened = chen.push(insertOf(u"incident"_s,
            {{u"title"_s, u"画面卡顿 \"A\\B\""_s}, {u"level"_s, u"yellow"_s},
                {u"label"_s, u"A1-1"_s}, {u"owner"_s, kChen}},
            kChen));
        QCOMPARE(word(opened), u"applied"_s);
        const QString incident = (*opened.row)["id"_L1].toString();
        QCOMPARE(
            word(chen.push(updateOf(u"incident"_s, *opened.row, {{u"level"_s, u"red"_s}}, kChen))),
            u"applied"_s);
        QCOMPARE(words(chen.push(entries(incident))), QStringList(7, u"applied"_s));
        QCOMPARE(words(chen.push(entries(QString()))), QStringList(7, u"applied"_s));
        const auto chains = chainsOf(reader);
        QCOMPARE(chains.size(), 2);
        qsizetype count = 0;
        for (const auto &[name, chain] : chains.asKeyValueRange()) {
            const auto broken = domain::verifyChain(chain);
            QVERIFY2(!broken, qPrintable(name + u" breaks at %1"_s.arg(broken ? broken->n : 0)));
            count += chain.size();
        }
        QCOMPARE(count, 3 + 7 + 1 + 7);
    }

    void aChangedEntryIsFound()
    {
        Caller reader(m_server.conninfo(m_database, u"desk1"_s));
        Caller chen(m_server.conninfo(m_database, kChen));
        QVERIFY(reader.open() && chen.open());
        QCOMPARE(words(chen.push(entries(QString()))), QStringList(7, u"applied"_s));
        QList<Row> chain = chainsOf(reader).values().value(0);
        QCOMPARE(chain.size(), 8);
        chain[3][u"text"_s] = u"another"_s;
        QCOMPARE(domain::verifyChain(chain)->n, chain[3]["n"_L1].toInteger());
    }

    void aSealedDayGetsNoMore()
    {
        // As after a clock that was a day ahead.
        Caller reader(m_server.conninfo(m_database, u"desk1"_s));
        Caller chen(m_server.conninfo(m_database, kChen));
        QVERIFY(reader.open() && chen.open());
        QCOMPARE(words(chen.push(entries(QString()))), QStringList(7, u"applied"_s));
        const auto ahead = m_server.cluster().psql(m_server.cluster().superConninfo(m_database),
            u"INSERT INTO sync.log_chain (chain) VALUES ('day:2999-12-31')"_s);
        QVERIFY2(ahead.exitCode == 0, qPrintable(ahead.err));
        QCOMPARE(words(chen.push(entries(QString()))), QStringList(7, u"applied"_s));
        const auto chains = chainsOf(reader);
        const QList<Row> last = chains.value(u"day:2999-12-31"_s);
        QCOMPARE(last.size(), 7);
        QVERIFY(last.first()["params"_L1].toObject().contains("sealed"_L1));
        const auto whole = m_server.cluster().psql(
            m_server.cluster().superConninfo(m_database), u"SELECT sync.verify_record()"_s);
        QVERIFY2(whole.exitCode == 0, qPrintable(whole.err));
        QVERIFY2(whole.out.contains(u"\"broken\": null"_s), qPrintable(whole.out));
    }

    void numbersAndTextsHashAlike_data()
    {
        QTest::addColumn<QString>("json");
        QTest::newRow("integers")
            << u"{\"a\":9007199254740993,\"b\":-9223372036854775807,\"c\":0}"_s;
        QTest::newRow("reals")
            << u"{\"a\":0.1,\"b\":12.50,\"c\":-3.0000001,\"d\":1e21,\"e\":1e-7}"_s;
        QTest::newRow("too many digits") << u"{\"a\":0.12345678901234567890123,\"b\":1e300}"_s;
        QTest::newRow("beyond 64 bits")
            << u"{\"a\":18446744073709551616,\"b\":9223372036854775808}"_s;
        QTest::newRow("keys")
            << u"{\"b\":1,\"a\":2,\"é\":3,\"A\":4,\"值\":5,\"😀\":6,\"ﬀ\":7,\"\":8}"_s;
        QTest::newRow("texts")
            << u"{\"a\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\\u007f\\u2028😀\"}"_s;
        QTest::newRow("nested") << u"[[],{},[null,true,false,{\"b\":[1],\"a\":\"\"}]]"_s;
    }
    void numbersAndTextsHashAlike()
    {
        QFETCH(const QString, json);
        const QJsonDocument document = QJsonDocument::fromJson(json.toUtf8());
        QVERIFY(!document.isNull());
        const QJsonValue value =
            document.isArray() ? QJsonValue(document.array()) : document.object();
        QCOMPARE(owner(u"SELECT sync.canonical($j$%1$j$::jsonb)"_s.arg(json)),
            QString::fromUtf8(domain::canonicalJson(value)));
    }

    void derivedIdsAreTheSame()
    {
        const QStringList parts{u"alert"_s, u"丢包率"_s, u""_s, u"2026-03-18T14:32:41.000000Z"_s};
        QCOMPARE(
            owner(
                u"SELECT sync.derived_id('alert', '丢包率', '', '2026-03-18T14:32:41.000000Z')"_s),
            base::toText(base::derivedId(parts)));
    }

    void aNewDaySealsTheOneBefore()
    {
        // Yesterday's chain, as it would stand.
        const QString sealed = owner(
            u"SET ROLE watchroom_owner; BEGIN; SELECT set_config('watchroom.day', '2026-03-17', "
            u"true),"
            " set_config('watchroom.actor_kind', 'setup', true) \\g /dev/null\n"
            "ALTER TABLE app.log_entry DISABLE TRIGGER a_guard;"
            " INSERT INTO app.log_entry (id, kind, text) VALUES (gen_random_uuid(), 'note', 'a'),"
            " (gen_random_uuid(), 'note', 'b');"
            " ALTER TABLE app.log_entry ENABLE TRIGGER a_guard; COMMIT;"
            " SELECT head FROM sync.log_chain WHERE chain = 'day:2026-03-17'"_s);
        QCOMPARE(sealed.size(), 64);
        // The day of the set-up begins with the policy's entry; make the day begin now.
        owner(u"SET ROLE watchroom_owner; ALTER TABLE app.log_entry DISABLE TRIGGER USER;"
              " DELETE FROM app.log_entry WHERE chain <> 'day:2026-03-17';"
              " DELETE FROM sync.log_chain WHERE chain <> 'day:2026-03-17';"
              " ALTER TABLE app.log_entry ENABLE TRIGGER USER"_s);
        Caller chen(m_server.conninfo(m_database, kChen));
        QVERIFY(chen.open());
        const auto operations = entries(QString());
        QCOMPARE(word(chen.push(operations[0])), u"applied"_s);
        QCOMPARE(word(chen.push(operations[1])), u"applied"_s);
        const QJsonObject first =
            chen.row(u"log_entry"_s, operations[0].id)["params"_L1]["sealed"_L1].toObject();
        QCOMPARE(first["chain"_L1].toString(), u"day:2026-03-17"_s);
        QCOMPARE(first["n"_L1].toInt(), 2);
        QCOMPARE(first["head"_L1].toString(), sealed);
        QVERIFY(!chen.row(u"log_entry"_s, operations[1].id)["params"_L1].toObject().contains(
            "sealed"_L1));
    }

    void noOneChangesTheRecord_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("update") << u"UPDATE app.log_entry SET text = 'x'"_s;
        QTest::newRow("hash") << u"UPDATE app.log_entry SET hash = 'x'"_s;
        QTest::newRow("delete") << u"DELETE FROM app.log_entry"_s;
        QTest::newRow("truncate") << u"TRUNCATE app.log_entry"_s;
        QTest::newRow("delete an incident") << u"DELETE FROM app.incident"_s;
        QTest::newRow("policy") << u"UPDATE app.policy SET doc = '{}'"_s;
        QTest::newRow("id") << u"UPDATE app.person SET id = gen_random_uuid()"_s;
    }
    void noOneChangesTheRecord()
    {
        QFETCH(const QString, sql);
        Caller chen(m_server.conninfo(m_database, kChen));
        QVERIFY(chen.open());
        chen.push(entries(QString()));
        for (const QString &user :
            {m_server.admin(m_database), m_server.cluster().superConninfo(m_database)}) {
            const auto output = m_server.cluster().psql(user, u"BEGIN; "_s + sql + u"; COMMIT"_s);
            QVERIFY2(output.exitCode != 0, qPrintable(sql));
        }
    }

    void whateverTheWriterSentTheServerStamps()
    {
        const QString person = owner(
            u"SET ROLE watchroom_owner; BEGIN;"
            " SELECT set_config('watchroom.actor_kind', 'setup', true) \\g /dev/null\n"
            "INSERT INTO app.person (id, login, name, active, rev, ver, xid, updated_by, "
            "updated_at)"
            " VALUES (gen_random_uuid(), 'wang', 'Wang', true, 99, gen_random_uuid(), '1', 'ghost',"
            " '2001-01-01') RETURNING rev || ' ' || updated_by || ' ' || (updated_at > now() -"
            " interval '1 minute') || ' ' || (xid = pg_current_xact_id()); COMMIT"_s);
        QCOMPARE(person, u"1 admin true true"_s);
    }

private:
    static QList<domain::Operation> entries(const QString &incident)
    {
        QList<domain::Operation> all;
        for (const QString &text : {u"a"_s, u"医生来电：画面卡顿\n第二行"_s,
                 u"\u0001\t\"quoted\" \\ / \u007f\u2028"_s, QString(60'000, u'值'), u"😀 emoji"_s}) {
            Row set{{u"kind"_s, u"call"_s}, {u"channel"_s, u"phone"_s}, {u"text"_s, text}};
            all.append(insertOf(u"log_entry"_s, set, kChen));
        }
        all.append(insertOf(u"log_entry"_s,
            {{u"kind"_s, u"note"_s}, {u"text"_s, u"with parameters"_s},
                {u"params"_s,
                    QJsonObject{{u"z"_s, 0.1}, {u"a"_s, QJsonArray{1, 2.5, 1e21}},
                        {u"值"_s, QJsonValue()}}},
                {u"blobs"_s,
                    QJsonArray{QJsonObject{{u"hash"_s, QString(64, u'a')}, {u"name"_s, u"图.png"_s},
                        {u"size"_s, 12}, {u"type"_s, u"image/png"_s}}}}},
            kChen));
        all.append(insertOf(u"log_entry"_s,
            {{u"kind"_s, u"correction"_s}, {u"text"_s, u"corrected"_s},
                {u"corrects"_s, base::toText(all[0].id)}},
            kChen));
        for (domain::Operation &operation : all) {
            if (!incident.isEmpty())
                operation.set[u"incident"_s] = incident;
        }
        return all;
    }

    QString owner(const QString &sql)
    {
        const auto output = m_server.cluster().psql(m_server.admin(m_database), sql);
        if (output.exitCode != 0)
            qWarning().noquote() << output.err;
        return output.out;
    }

    ServerFixture m_server;
    QString m_database;
};

QTEST_GUILESS_MAIN(TestRecord)
#include "tst_record.moc"
