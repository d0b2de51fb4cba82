// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/ids.h"
#include "app/domain/operation.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

#include <numeric>

using namespace watchroom::domain;
using namespace Qt::StringLiterals;
namespace base = watchroom::base;

namespace {

Operation operation()
{
    Operation operation;
    operation.op = QUuid::fromString(u"0190f3a2-7b1c-7def-8123-456789abcd01");
    operation.group = QUuid::fromString(u"0190f3a2-7b1c-7def-8123-456789abcd02");
    operation.dep = {QUuid::fromString(u"0190f3a2-7b1c-7def-8123-456789abcd03")};
    operation.table = u"incident"_s;
    operation.id = QUuid::fromString(u"0190f3a2-7b1c-7def-8123-456789abcdef");
    operation.kind = OperationKind::Update;
    operation.baseVer = QUuid::fromString(u"d49ff541-60bb-5a8f-9585-c3d03de9503c");
    operation.base = {{u"title"_s, u"旧"_s}};
    operation.set = {{u"title"_s, u"新"_s}};
    operation.at = base::fromIso(u"2026-03-18T14:32:41.123456Z").value();
    operation.actor = u"chen"_s;
    return operation;
}

QJsonObject bodyObject()
{
    return QJsonDocument::fromJson(toBody(operation())).object();
}

QByteArray bytes(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

class TestOperation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bodyHasTheWiresMembers();
    void bodyGoesThereAndBack();
    void stationsOwnInsert();
    void wrongMembersAreNamed_data();
    void wrongMembersAreNamed();
    void everyMemberIsNeeded();
    void anyBytesAreSurvived();
    void tooLargeIsRefused();
    void hashAndProofAreThoseOfPython();
    void resultsGoThereAndBack_data();
    void resultsGoThereAndBack();
    void wrongResultsAreRefused();
};

void TestOperation::bodyHasTheWiresMembers()
{
    const QJsonObject body = bodyObject();
    QCOMPARE(body.keys(),
        (QStringList{u"actor"_s, u"at"_s, u"base"_s, u"base_ver"_s, u"dep"_s, u"grp"_s, u"id"_s,
            u"kind"_s, u"needs"_s, u"op"_s, u"set"_s, u"tbl"_s}));
    QCOMPARE(body.value("kind"_L1), u"update"_s);
    QCOMPARE(body.value("at"_L1), u"2026-03-18T14:32:41.123456Z"_s);
    QCOMPARE(body.value("dep"_L1).toArray(), QJsonArray{u"0190f3a2-7b1c-7def-8123-456789abcd03"_s});
    QVERIFY(!toBody(operation()).contains('\n'));
}

void TestOperation::bodyGoesThereAndBack()
{
    const auto read = fromBody(toBody(operation()));
    QVERIFY(read);
    const Operation before = operation();
    QCOMPARE(read->op, before.op);
    QCOMPARE(read->group, before.group);
    QCOMPARE(read->dep, before.dep);
    QVERIFY(read->needs.isEmpty());
    QCOMPARE(read->table, before.table);
    QCOMPARE(read->id, before.id);
    QVERIFY(read->kind == before.kind);
    QCOMPARE(read->baseVer, before.baseVer);
    QCOMPARE(read->base, before.base);
    QCOMPARE(read->set, before.set);
    QVERIFY(read->at == before.at);
    QCOMPARE(read->actor, before.actor);
    QCOMPARE(toBody(*read), toBody(before));
}

void TestOperation::stationsOwnInsert()
{
    Operation insert = operation();
    insert.kind = OperationKind::Insert;
    insert.baseVer = QUuid();
    insert.actor.clear();
    const QByteArray body = toBody(insert);
    QVERIFY(body.contains("\"actor\":null"));
    QVERIFY(body.contains("\"base_ver\":null"));
    const auto read = fromBody(body);
    QVERIFY(read);
    QVERIFY(read->baseVer.isNull());
    QVERIFY(read->actor.isEmpty());
}

void TestOperation::wrongMembersAreNamed_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("op") << u"op"_s << QJsonValue(u"x"_s);
    QTest::newRow("op null") << u"op"_s << QJsonValue();
    QTest::newRow("braces") << u"id"_s << QJsonValue(u"{0190f3a2-7b1c-7def-8123-456789abcdef}"_s);
    QTest::newRow("zero id") << u"id"_s << QJsonValue(u"00000000-0000-0000-0000-000000000000"_s);
    QTest::newRow("grp") << u"grp"_s << QJsonValue(1);
    QTest::newRow("dep") << u"dep"_s << QJsonValue(u"x"_s);
    QTest::newRow("dep of words") << u"dep"_s << QJsonValue(QJsonArray{u"x"_s});
    QTest::newRow("needs") << u"needs"_s << QJsonValue(QJsonArray{QJsonValue()});
    QTest::newRow("tbl") << u"tbl"_s << QJsonValue(u""_s);
    QTest::newRow("kind") << u"kind"_s << QJsonValue(u"upsert"_s);
    QTest::newRow("base_ver") << u"base_ver"_s << QJsonValue(7);
    QTest::newRow("base") << u"base"_s << QJsonValue(QJsonArray{});
    QTest::newRow("set") << u"set"_s << QJsonValue();
    QTest::newRow("at") << u"at"_s << QJsonValue(u"now"_s);
    QTest::newRow("actor") << u"actor"_s << QJsonValue(QJsonObject{});
}

void TestOperation::wrongMembersAreNamed()
{
    QFETCH(QString, member);
    QFETCH(QJsonValue, value);
    QJsonObject body = bodyObject();
    body.insert(member, value);
    const auto read = fromBody(bytes(body));
    QVERIFY(!read);
    QCOMPARE(read.error().kind, base::Error::Kind::Invalid);
    QCOMPARE(read.error().code, u"invalid_value"_s);
    QCOMPARE(read.error().params.value("where"_L1), member);
}

void TestOperation::everyMemberIsNeeded()
{
    const QStringList members = bodyObject().keys();
    for (const QString &member : members) {
        QJsonObject body = bodyObject();
        body.remove(member);
        QVERIFY2(!fromBody(bytes(body)), qPrintable(member));
    }
}

void TestOperation::anyBytesAreSurvived()
{
    QRandomGenerator random(20'260'318);
    const QByteArray good = toBody(operation());
    for (int round = 0; round < 20'000; ++round) {
        // Half of them are noise, half a good body with a few bytes changed or cut.
        QByteArray body(random.bounded(200), Qt::Uninitialized);
        if (round % 2 == 0)
            body = good.left(random.bounded(static_cast<int>(good.size()) + 1));
        const int changes = round % 2 == 0 ? 3 : static_cast<int>(body.size());
        for (int i = 0; i < changes && !body.isEmpty(); ++i)
            body[random.bounded(static_cast<int>(body.size()))] =
                static_cast<char>(random.bounded(256));
        if (const auto read = fromBody(body)) {
            QVERIFY(!read->op.isNull());
            QVERIFY(!read->id.isNull());
            QVERIFY(!read->table.isEmpty());
        }
    }
    QVERIFY(!fromBody({}));
    QVERIFY(!fromBody(QByteArray(100'000, '[')));
    QVERIFY(!fromBody("[]"));
}

void TestOperation::tooLargeIsRefused()
{
    Operation large = operation();
    large.set.insert("title"_L1, QString(256 * 1024, u'x'));
    const auto read = fromBody(toBody(large));
    QVERIFY(!read);
    QCOMPARE(read.error().code, u"too_large"_s);
}

// hashlib.sha256(b'{"a":1}').hexdigest()
// hmac.new(bytes(range(32)), (op + '\n' + hash).encode(), hashlib.sha256).hexdigest()
void TestOperation::hashAndProofAreThoseOfPython()
{
    const QByteArray hash = bodyHash("{\"a\":1}");
    QCOMPARE(hash, QByteArray("015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862"));
    QByteArray key(32, '\0');
    std::iota(key.begin(), key.end(), '\0');
    QCOMPARE(proof(key, QUuid::fromString(u"0190f3a2-7b1c-7def-8123-456789abcdef"), hash),
        QByteArray("2c6a2e43026aa4ed53c0dff460dde178c8313dc151a13f2dd12a8e6c7b67b757"));
}

void TestOperation::resultsGoThereAndBack_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<QString>("word");
    int state = 0;
    for (const auto *word : {"applied", "merged", "already", "conflict", "rejected", "held"})
        QTest::newRow(word) << state++ << QString::fromLatin1(word);
}

void TestOperation::resultsGoThereAndBack()
{
    QFETCH(int, state);
    QFETCH(QString, word);
    OperationResult result;
    result.seq = 7;
    result.op = operation().op;
    result.state = static_cast<ResultState>(state);
    result.ver = operation().baseVer;
    result.code = u"not_owner"_s;
    result.params = {{u"a"_s, 1}};
    result.row = Row{{u"title"_s, u"新"_s}};
    const QJsonObject json = toJson(result);
    QCOMPARE(json.value("state"_L1), word);
    const auto read = resultFromJson(json);
    QVERIFY(read);
    QCOMPARE(toJson(*read), json);
    const auto bare =
        resultFromJson({{u"seq"_s, 7}, {u"op"_s, base::toText(result.op)}, {u"state"_s, word},
            {u"ver"_s, QJsonValue()}, {u"code"_s, QJsonValue()}, {u"row"_s, QJsonValue()}});
    QVERIFY(bare);
    QVERIFY(bare->ver.isNull());
    QVERIFY(bare->code.isEmpty());
    QVERIFY(!bare->row);
}

void TestOperation::wrongResultsAreRefused()
{
    const QJsonObject good{
        {u"seq"_s, 7}, {u"op"_s, base::toText(operation().op)}, {u"state"_s, u"applied"_s}};
    QVERIFY(resultFromJson(good));
    for (const QString &member : {u"seq"_s, u"op"_s, u"state"_s}) {
        QJsonObject bad = good;
        bad.insert(member, u"x"_s);
        QVERIFY2(!resultFromJson(bad), qPrintable(member));
        bad.remove(member);
        QVERIFY2(!resultFromJson(bad), qPrintable(member));
    }
}

} // namespace

QTEST_GUILESS_MAIN(TestOperation)
#include "tst_operation.moc"
