// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/ids.h"
#include "tests/sync/server/caller.h"
#include "tests/sync/server/serverfixture.h"

#include <QJsonDocument>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace watchroom;
using namespace watchroom::tests;
using domain::Operation;
using domain::Row;

namespace {

const auto kChen = u"chen"_s;
const auto kLi = u"li"_s;

Row target(const QString &key)
{
    return {
        {u"key"_s, key}, {u"kind"_s, u"site"_s}, {u"name"_s, u"会诊室"_s}, {u"enabled"_s, true}};
}

Row incident(const QString &title)
{
    return {{u"title"_s, title}, {u"level"_s, u"yellow"_s}, {u"label"_s, u"A1-1"_s}};
}

Row note(const QString &text)
{
    return {{u"kind"_s, u"note"_s}, {u"text"_s, text}};
}

} // namespace

/// apply_changes by a person's own connection: what comes back for each way an operation can go.
class TestOperations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_server.start(), m_server.error().constData()); }

    void init()
    {
        m_database = m_server.newDatabase();
        QVERIFY2(!m_database.isEmpty(), m_server.error().constData());
        m_chen = std::make_unique<Caller>(m_server.conninfo(m_database, kChen));
        m_li = std::make_unique<Caller>(m_server.conninfo(m_database, kLi));
        QVERIFY2(m_chen->open(), qPrintable(m_chen->error()));
        QVERIFY2(m_li->open(), qPrintable(m_li->error()));
    }

    void cleanup()
    {
        m_chen.reset();
        m_li.reset();
    }

    void aRetryIsAnsweredAndNotRepeated()
    {
        const Operation operation = insertOf(u"log_entry"_s, note(u"一次"_s), kChen);
        const QJsonArray envelopes{m_chen->envelope(operation)};
        const QJsonObject first = m_chen->apply(envelopes);
        const QJsonObject second = m_chen->apply(envelopes);
        QCOMPARE(first["results"_L1][0]["state"_L1].toString(), u"applied"_s);
        QCOMPARE(second, first);
        QCOMPARE(m_chen->pull().size(), 1);
    }

    void anotherOperationUnderAKnownNumberIsAFork()
    {
        QCOMPARE(word(m_chen->push(insertOf(u"log_entry"_s, note(u"a"_s), kChen))), u"applied"_s);
        m_chen->nextSeq = 1;
        m_chen->push(insertOf(u"log_entry"_s, note(u"b"_s), kChen));
        QCOMPARE(m_chen->state(), u"WR001"_s);
        QCOMPARE(m_chen->error(), u"client_forked"_s);
    }

    void aForkedDiskSendsTheSameBodiesUnderNewNumbers()
    {
        const Operation operation = insertOf(u"target"_s, target(u"s1"_s), kChen);
        const auto first = m_chen->push(operation);
        Caller fork(m_server.conninfo(m_database, kChen));
        QVERIFY(fork.open());
        const auto second = fork.push(operation);
        QCOMPARE(word(second), u"applied"_s);
        QCOMPARE(second.ver, first.ver);
        QCOMPARE(m_chen->row(u"target"_s, operation.id)["rev"_L1].toInt(), 1);
    }

    void aGapIsRefused()
    {
        // A client of which nothing came begins where it says: it may have been another before.
        m_chen->nextSeq = 7;
        QCOMPARE(word(m_chen->push(insertOf(u"log_entry"_s, note(u"a"_s), kChen))), u"applied"_s);
        m_chen->nextSeq = 9;
        m_chen->push(insertOf(u"log_entry"_s, note(u"a"_s), kChen));
        QCOMPARE(m_chen->error(), u"op_gap"_s);
        m_chen->nextSeq = 8;
        const QJsonArray gap{m_chen->envelope(insertOf(u"log_entry"_s, note(u"a"_s), kChen)), [&] {
                                 m_chen->nextSeq = 10;
                                 return m_chen->envelope(
                                     insertOf(u"log_entry"_s, note(u"b"_s), kChen));
                             }()};
        m_chen->apply(gap);
        QCOMPARE(m_chen->error(), u"op_gap"_s);
        QCOMPARE(m_chen->pull().size(), 1);
    }

    void ownChainNeverConflictsWithItself()
    {
        // Five edits made offline on one row, each seeing only what the one before it set.
        Row seen{{u"id"_s, base::toText(QUuid::createUuid())}};
        QList<Operation> operations{
            insertOf(u"target"_s, target(u"s1"_s), kChen, domain::uuid(seen, "id"_L1))};
        for (const auto &[key, value] : target(u"s1"_s).toVariantMap().asKeyValueRange())
            seen[key] = QJsonValue::fromVariant(value);
        for (const QString &name : {u"a"_s, u"b"_s, u"c"_s}) {
            operations.append(updateOf(u"target"_s, seen, {{u"name"_s, name}}, kChen));
            operations.last().dep = {operations[operations.size() - 2].op};
            operations.last().baseVer = {};
            seen[u"name"_s] = name;
        }
        operations.append(deleteOf(u"target"_s, seen, kChen));
        operations.last().dep = {operations[operations.size() - 2].op};
        operations.last().baseVer = {};
        QCOMPARE(words(m_chen->push(operations)), QStringList(5, u"applied"_s));
        QCOMPARE(m_chen->row(u"target"_s, operations[0].id)["name"_L1].toString(), u"c"_s);
    }

    void aForeignEditInBetweenIsAConflict()
    {
        const Row row = *m_chen->push(insertOf(u"target"_s, target(u"s1"_s), kChen)).row;
        const auto mine = updateOf(u"target"_s, row, {{u"name"_s, u"mine"_s}}, kChen);
        QCOMPARE(word(m_chen->push(mine)), u"applied"_s);
        const Row theirs = m_li->row(u"target"_s, mine.id);
        QCOMPARE(word(m_li->push(updateOf(u"target"_s, theirs, {{u"name"_s, u"theirs"_s}}, kLi))),
            u"applied"_s);
        Row seen = row;
        seen[u"name"_s] = u"mine"_s;
        auto next = updateOf(u"target"_s, seen, {{u"name"_s, u"mine again"_s}}, kChen);
        next.dep = {mine.op};
        const auto result = m_chen->push(next);
        QCOMPARE(word(result), u"conflict"_s);
        QCOMPARE(result.params["fields"_L1].toArray(), QJsonArray{u"name"_s});
        QCOMPARE(result.params["by"_L1].toString(), kLi);
        QCOMPARE((*result.row)["name"_L1].toString(), u"theirs"_s);
        QCOMPARE(m_chen->row(u"target"_s, mine.id)["name"_L1].toString(), u"theirs"_s);
        QCOMPARE(
            admin(u"SELECT body::jsonb #>> '{set,name}' FROM sync.conflict"_s), u"mine again"_s);
    }

    void aStrangersValueIsNotTakenForMine()
    {
        // My second edit merged with a stranger's of another field; my third, made before I saw
        // it, sets that field.
        const Row row = *m_chen->push(insertOf(u"target"_s, target(u"s1"_s), kChen)).row;
        const auto first = updateOf(u"target"_s, row, {{u"name"_s, u"mine"_s}}, kChen);
        QCOMPARE(word(m_li->push(updateOf(u"target"_s, row, {{u"name_en"_s, u"theirs"_s}}, kLi))),
            u"applied"_s);
        auto second = updateOf(u"target"_s, row, {{u"name_en"_s, u"mine"_s}}, kChen);
        second.dep = {first.op};
        QCOMPARE(words(m_chen->push({first, second})), (QStringList{u"merged"_s, u"conflict"_s}));
        QCOMPARE(m_chen->row(u"target"_s, first.id)["name_en"_L1].toString(), u"theirs"_s);
    }

    void disjointFieldsMerge()
    {
        const Row row = *m_chen->push(insertOf(u"target"_s, target(u"s1"_s), kChen)).row;
        QCOMPARE(word(m_chen->push(updateOf(u"target"_s, row, {{u"name"_s, u"A"_s}}, kChen))),
            u"applied"_s);
        const auto merged = m_li->push(updateOf(u"target"_s, row, {{u"name_en"_s, u"B"_s}}, kLi));
        QCOMPARE(word(merged), u"merged"_s);
        QCOMPARE((*merged.row)["name"_L1].toString(), u"A"_s);
        QCOMPARE((*merged.row)["name_en"_L1].toString(), u"B"_s);
    }

    void aClaimIsExclusive()
    {
        const Row row = *m_chen->push(insertOf(u"incident"_s, incident(u"卡顿"_s), kChen)).row;
        QCOMPARE(word(m_chen->push(updateOf(u"incident"_s, row, {{u"owner"_s, kChen}}, kChen))),
            u"applied"_s);
        const auto lost = m_li->push(updateOf(u"incident"_s, row, {{u"owner"_s, kLi}}, kLi));
        QCOMPARE(word(lost), u"conflict"_s);
        QCOMPARE((*lost.row)["owner"_L1].toString(), kChen);
        // Another unit of the same row is nobody's loss, and the same value is no dispute.
        QCOMPARE(word(m_li->push(updateOf(u"incident"_s, row, {{u"title"_s, u"画面卡顿"_s}}, kLi))),
            u"merged"_s);
        QCOMPARE(word(m_chen->push(updateOf(u"incident"_s, row, {{u"owner"_s, kChen}}, kChen))),
            u"merged"_s);
    }

    void aWholeUnitIsCompared()
    {
        const Row row = *m_chen->push(insertOf(u"incident"_s, incident(u"卡顿"_s), kChen)).row;
        auto partial = updateOf(u"incident"_s, row, {{u"acknowledged_by"_s, kLi}}, kLi);
        partial.base.remove(u"acknowledged_at"_s);
        const auto refused = m_li->push(partial);
        QCOMPARE(word(refused), u"rejected"_s);
        QCOMPARE(refused.code, u"base_missing"_s);
        QCOMPARE(refused.params["column"_L1].toString(), u"acknowledged_at"_s);
    }

    void aNullBaseVersionOverwritesNothing()
    {
        const Row row = *m_chen->push(insertOf(u"target"_s, target(u"s1"_s), kChen)).row;
        QCOMPARE(word(m_chen->push(updateOf(u"target"_s, row, {{u"name"_s, u"A"_s}}, kChen))),
            u"applied"_s);
        auto blind = updateOf(u"target"_s, row, {{u"name"_s, u"B"_s}}, kLi);
        blind.baseVer = {};
        QCOMPARE(word(m_li->push(blind)), u"conflict"_s);
        QCOMPARE(m_li->row(u"target"_s, blind.id)["name"_L1].toString(), u"A"_s);
    }

    void whatLostIsKeptWholeAndReadByLeads()
    {
        const Row row = *m_chen->push(insertOf(u"target"_s, target(u"s1"_s), kChen)).row;
        QCOMPARE(word(m_chen->push(updateOf(u"target"_s, row, {{u"name"_s, u"A"_s}}, kChen))),
            u"applied"_s);
        const auto lost = updateOf(u"target"_s, row, {{u"name"_s, u"B"_s}}, kLi);
        QCOMPARE(word(m_li->push(lost)), u"conflict"_s);

        m_li->value(u"SELECT sync.list_conflicts(10)"_s);
        QCOMPARE(m_li->error(), u"not_lead"_s);
        const auto read = [this](int most) {
            const QString said = m_chen->value(u"SELECT sync.list_conflicts(%1)"_s.arg(most));
            return QJsonDocument::fromJson(said.toUtf8()).array();
        };
        QVERIFY(read(0).isEmpty());
        const QJsonArray kept = read(10);
        QCOMPARE(kept.size(), 1);
        QCOMPARE(kept[0]["actor"_L1].toString(), kLi);
        QCOMPARE(kept[0]["station"_L1].toString(), kLi);
        QCOMPARE(kept[0]["op"_L1].toString(), base::toText(lost.op));
        QCOMPARE(kept[0]["table"_L1].toString(), u"target"_s);
        const QJsonObject body =
            QJsonDocument::fromJson(kept[0]["body"_L1].toString().toUtf8()).object();
        QCOMPARE(body["set"_L1]["name"_L1].toString(), u"B"_s);
    }

    void deletions()
    {
        const Row row = *m_chen->push(insertOf(u"target"_s, target(u"s1"_s), kChen)).row;
        QCOMPARE(word(m_chen->push(updateOf(u"target"_s, row, {{u"name"_s, u"A"_s}}, kChen))),
            u"applied"_s);
        QCOMPARE(word(m_li->push(deleteOf(u"target"_s, row, kLi))), u"conflict"_s);
        const Row fresh = m_li->row(u"target"_s, domain::uuid(row, "id"_L1));
        QCOMPARE(word(m_li->push(deleteOf(u"target"_s, fresh, kLi))), u"applied"_s);
        QCOMPARE(word(m_chen->push(deleteOf(u"target"_s, fresh, kChen))), u"already"_s);
        const auto late = m_chen->push(updateOf(u"target"_s, fresh, {{u"name"_s, u"B"_s}}, kChen));
        QCOMPARE(word(late), u"conflict"_s);
        QCOMPARE(late.code, u"deleted"_s);
    }

    void appendedTwice()
    {
        const QUuid id = QUuid::createUuid();
        QCOMPARE(
            word(m_chen->push(insertOf(u"log_entry"_s, note(u"a"_s), kChen, id))), u"applied"_s);
        QCOMPARE(
            word(m_chen->push(insertOf(u"log_entry"_s, note(u"a"_s), kChen, id))), u"already"_s);
        const auto other = m_chen->push(insertOf(u"log_entry"_s, note(u"b"_s), kChen, id));
        QCOMPARE(word(other), u"rejected"_s);
        QCOMPARE(other.code, u"id_exists"_s);
        QCOMPARE(admin(u"SELECT count(*) FROM app.log_entry WHERE text IS NOT NULL"_s), u"1"_s);
    }

    void theSameDecisionAtTwoPlacesIsMadeOnce()
    {
        const QUuid id = base::derivedId({u"incident"_s, u"alert"_s});
        QCOMPARE(
            word(m_chen->push(insertOf(u"incident"_s, incident(u"a"_s), kChen, id))), u"applied"_s);
        const auto second = m_li->push(insertOf(u"incident"_s, incident(u"b"_s), kLi, id));
        QCOMPARE(word(second), u"already"_s);
        QCOMPARE((*second.row)["title"_L1].toString(), u"a"_s);
    }

    void onePoisonedOperationBlocksNothing_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("code");
        const auto text = [](const QString &changes) {
            return QStringLiteral(R"({"op":"01900000-0000-7000-8000-00000000000a",)"
                                  R"("grp":"01900000-0000-7000-8000-00000000000a","dep":[],)"
                                  R"("needs":[],"base_ver":null,"base":{},"actor":"chen",)"
                                  R"("at":"2026-03-18T14:32:41.123456Z",)")
                + changes + u'}';
        };
        const QString id = u"\"id\":\"01900000-0000-7000-8000-00000000000b\","_s;
        QTest::newRow("not json") << u"{"_s << u"invalid_value"_s;
        QTest::newRow("nul") << u"{\"op\":\"\\u0000\"}"_s << u"invalid_value"_s;
        QTest::newRow("half a pair") << u"{\"op\":\"\\ud800\"}"_s << u"invalid_value"_s;
        QTest::newRow("a list") << u"[]"_s << u"invalid_value"_s;
        QTest::newRow("malformed id")
            << text(u"\"id\":\"x\",\"tbl\":\"target\",\"kind\":\"insert\",\"set\":{}"_s)
            << u"invalid_value"_s;
        QTest::newRow("unknown table")
            << text(id + u"\"tbl\":\"pg_class\",\"kind\":\"insert\",\"set\":{}"_s)
            << u"unknown_table"_s;
        QTest::newRow("unknown column")
            << text(id + u"\"tbl\":\"target\",\"kind\":\"insert\",\"set\":{\"xid\":1}"_s)
            << u"unknown_column"_s;
        QTest::newRow("guard's column")
            << text(id + u"\"tbl\":\"incident\",\"kind\":\"insert\",\"set\":{\"number\":1}"_s)
            << u"guard_only"_s;
        QTest::newRow("guarded table")
            << text(id + u"\"tbl\":\"stage_record\",\"kind\":\"insert\",\"set\":{}"_s)
            << u"guard_only"_s;
        QTest::newRow("number for text")
            << text(id + u"\"tbl\":\"target\",\"kind\":\"insert\",\"set\":{\"name\":5}"_s)
            << u"invalid_value"_s;
        QTest::newRow("no such day") << text(id
            + u"\"tbl\":\"log_entry\",\"kind\":\"append\",\"set\":{\"kind\":\"note\","
              "\"text\":\"x\",\"happened_at\":\"2026-02-30T00:00:00.000000Z\"}"_s)
                                     << u"invalid_value"_s;
        QTest::newRow("infinity") << text(id
            + u"\"tbl\":\"log_entry\",\"kind\":\"append\",\"set\":{\"kind\":\"note\","
              "\"text\":\"x\",\"happened_at\":\"infinity\"}"_s)
                                  << u"invalid_value"_s;
        QTest::newRow("beyond a number")
            << text(id + u"\"tbl\":\"alert\",\"kind\":\"insert\",\"set\":{\"value\":1e999}"_s)
            << u"invalid_value"_s;
        QTest::newRow("fence beyond a bigint")
            << text(id + u"\"tbl\":\"alert\",\"kind\":\"insert\",\"set\":{\"fence\":1e30}"_s)
            << u"invalid_value"_s;
        QTest::newRow("update of nothing")
            << text(id + u"\"tbl\":\"target\",\"kind\":\"update\",\"set\":{}"_s) << u"not_found"_s;
        QTest::newRow("guard") << text(id
            + u"\"tbl\":\"target\",\"kind\":\"insert\",\"set\":{\"key\":"
              "\"k\",\"kind\":\"moon\"}"_s)
                               << u"kind_unknown"_s;
        QTest::newRow("long text") << text(id
            + u"\"tbl\":\"log_entry\",\"kind\":\"append\",\"set\":{\"kind\":"
              "\"note\",\"text\":\""_s
            + QString(200'001, u'x') + u"\"}"_s)
                                   << u"too_large"_s;
        QTest::newRow("long body") << QString(262'145, u' ') << u"too_large"_s;
    }
    void onePoisonedOperationBlocksNothing()
    {
        QFETCH(const QString, body);
        QFETCH(const QString, code);
        QJsonArray envelopes;
        for (int i = 0; i < 3; ++i)
            envelopes.append(m_chen->envelope(insertOf(u"log_entry"_s, note(u"ok"_s), kChen)));
        QJsonObject poison = envelopes[1].toObject();
        poison[u"body"_s] = body;
        envelopes[1] = poison;
        const QJsonValue results = m_chen->apply(envelopes)["results"_L1];
        QCOMPARE(m_chen->error(), QString());
        QCOMPARE(results[0]["state"_L1].toString(), u"applied"_s);
        QCOMPARE(results[1]["state"_L1].toString(), u"rejected"_s);
        QCOMPARE(results[1]["code"_L1].toString(), code);
        QVERIFY(domain::resultFromJson(results[1].toObject()));
        QCOMPARE(results[2]["state"_L1].toString(), u"applied"_s);
        QCOMPARE(m_chen->pull().size(), 2);
    }

    void aGroupIsAppliedWholeOrNotAtAll()
    {
        Operation before = insertOf(u"target"_s, target(u"before"_s), kChen);
        Operation good = insertOf(u"target"_s, target(u"good"_s), kChen);
        Operation bad =
            insertOf(u"target"_s, {{u"key"_s, u"bad"_s}, {u"kind"_s, u"moon"_s}}, kChen);
        Operation tail = insertOf(u"target"_s, target(u"tail"_s), kChen);
        good.group = bad.group = tail.group = QUuid::createUuid();
        Operation after = insertOf(u"target"_s, target(u"after"_s), kChen);
        const auto results = m_chen->push({before, good, bad, tail, after});
        QCOMPARE(words(results),
            (QStringList{u"applied"_s, u"rejected"_s, u"rejected"_s, u"rejected"_s, u"applied"_s}));
        QCOMPARE(results[2].code, u"kind_unknown"_s);
        QCOMPARE(results[1].code, u"follows_refused"_s);
        QCOMPARE(results[3].code, u"follows_refused"_s);
        QCOMPARE(m_chen->pull().size(), 2);
    }

    void followersShareTheFateOfWhatTheyFollow()
    {
        const Operation refused =
            insertOf(u"target"_s, {{u"key"_s, u"bad"_s}, {u"kind"_s, u"moon"_s}}, kChen);
        Row seen = refused.set;
        seen[u"id"_s] = base::toText(refused.id);
        Operation edit = updateOf(u"target"_s, seen, {{u"name"_s, u"x"_s}}, kChen);
        edit.dep = {refused.op};
        Operation needing = insertOf(u"log_entry"_s, note(u"x"_s), kChen);
        needing.needs = {refused.op};
        const auto results = m_chen->push({refused, edit, needing});
        QCOMPARE(words(results), QStringList(3, u"rejected"_s));
        QCOMPARE(results[1].code, u"follows_refused"_s);
        QCOMPARE(results[2].code, u"follows_refused"_s);
    }

    void anEntryArrivesThoughItsIncidentWasRefused()
    {
        const Operation refused = insertOf(u"incident"_s, incident(QString()), kChen);
        Row words = note(u"医生来电"_s);
        words[u"incident"_s] = base::toText(refused.id);
        const Operation entry = insertOf(u"log_entry"_s, words, kChen);
        const auto results = m_chen->push({refused, entry});
        QCOMPARE(results[0].code, u"title_missing"_s);
        QCOMPARE(word(results[1]), u"applied"_s);
        const Row kept = m_chen->row(u"log_entry"_s, entry.id);
        QVERIFY(kept["chain"_L1].toString().startsWith("day:"_L1));
        QCOMPARE(kept["params"_L1]["incident"_L1].toString(), base::toText(refused.id));
    }

    void limitsOfACall()
    {
        QJsonArray many;
        for (int i = 0; i < 501; ++i)
            many.append(m_chen->envelope(insertOf(u"log_entry"_s, note(u"x"_s), kChen)));
        m_chen->apply(many);
        QCOMPARE(m_chen->error(), u"too_large"_s);
        // Eleven bodies of 200,000 characters are more than 2 MiB, ten are not.
        m_chen->nextSeq = 1;
        QJsonArray large;
        for (int i = 0; i < 11; ++i)
            large.append(
                m_chen->envelope(insertOf(u"log_entry"_s, note(QString(200'000, u'"')), kChen)));
        m_chen->apply(large);
        QCOMPARE(m_chen->error(), u"too_large"_s);
        m_chen->nextSeq = 1;
        large = {};
        for (int i = 0; i < 10; ++i)
            large.append(
                m_chen->envelope(insertOf(u"log_entry"_s, note(QString(200'000, u'x')), kChen)));
        QCOMPARE(m_chen->apply(large)["results"_L1].toArray().size(), 10);
        m_chen->value(u"SELECT sync.apply_changes('%1', 1, 'another epoch', '[]')"_s.arg(
            base::toText(m_chen->client())));
        QCOMPARE(m_chen->error(), u"epoch_changed"_s);
        m_chen->value(u"SELECT sync.apply_changes('%1', 0, '%2', '[]')"_s.arg(
            base::toText(m_chen->client()), m_chen->greeting()["epoch"_L1].toString()));
        QCOMPARE(m_chen->error(), u"schema_too_old"_s);
        m_chen->value(u"SELECT sync.apply_changes('%1', 1, '%2', '[]')"_s.arg(
            base::toText(m_li->client()), m_chen->greeting()["epoch"_L1].toString()));
        QCOMPARE(m_chen->error(), u"not_my_client"_s);
    }

    void onlyReadCommitted()
    {
        m_chen->value(u"SET default_transaction_isolation = 'repeatable read'"_s);
        m_chen->push(insertOf(u"log_entry"_s, note(u"x"_s), kChen));
        QCOMPARE(m_chen->state(), u"0A000"_s);
    }

private:
    QString admin(const QString &sql)
    {
        return m_server.cluster().psql(m_server.admin(m_database), sql).out;
    }

    ServerFixture m_server;
    QString m_database;
    std::unique_ptr<Caller> m_chen;
    std::unique_ptr<Caller> m_li;
};

QTEST_GUILESS_MAIN(TestOperations)
#include "tst_operations.moc"
