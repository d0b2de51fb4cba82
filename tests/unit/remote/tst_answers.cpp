// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/remote/answers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace watchroom;
using namespace Qt::StringLiterals;

namespace {

const auto kRow =
    u"{\"id\":\"0190c2a0-0000-7000-8000-000000000001\",\"ver\":\"0190c2a0-0000-7000-8000-000000000002\",\"deleted\":false,\"part\":\"core\",\"name\":\"值守\"}"_s;
const auto kEnd =
    u"{\"cursor\":\"1:2:\",\"last_op\":3,\"epoch\":\"e\",\"now\":\"2026-03-18T14:32:41.123456Z\"}"_s;
const auto kHello =
    u"{\"epoch\":\"e\",\"last_op\":7,\"prefix\":\"A3\",\"schema_min\":1,\"schema_max\":2,\"now\":\"2026-03-18T14:32:41.123456Z\",\"pull_interval\":150,\"station\":\"desk\",\"kind\":\"console\",\"parts\":[\"2026-01\",\"2026-03\",7,\"nonsense\"]}"_s;

/// A valid text, and each way of spoiling it.
QStringList spoiled(const QString &good)
{
    QStringList bad{QString(), u"null"_s, u"[]"_s, u"{}"_s, u"7"_s, u"<html>"_s,
        good.left(good.size() / 2), good + u'x', QString(good).replace(u"\"e\""_s, u"{}"_s),
        u"[{}]"_s, u"[[1,2]]"_s, u"[["_s + QString(5000, u'[') + QString(5000, u']') + u"]]"_s};
    return bad;
}

} // namespace

class TestAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void honestAnswersAreRead();
    void hostileAnswersAreCorrupt();
    void wrongNumbersAreCorrupt_data();
    void wrongNumbersAreCorrupt();
    void bodiesTravelByteForByte();
};

void TestAnswers::honestAnswersAreRead()
{
    const auto hello = remote::readHello(kHello);
    QVERIFY(hello);
    QCOMPARE(hello->lastOp, 7);
    QCOMPARE(hello->parts, (QStringList{u"2026-03"_s, u"2026-01"_s}));
    QCOMPARE(base::toIso(hello->now), u"2026-03-18T14:32:41.123456Z"_s);
    const auto pulled = remote::readPulled({u"{\"t\":\"target\",\"r\":%1}"_s.arg(kRow), kEnd});
    QVERIFY(pulled);
    QCOMPARE(pulled->rows.size(), 1);
    QCOMPARE(pulled->rows.first().second["name"_L1].toString(), u"值守"_s);
    QCOMPARE(pulled->cursor, u"1:2:"_s);
    const auto digest = remote::readDigest(u"{\"buckets\":{\"0f\":\"2:ab\"}}"_s);
    QVERIFY(digest);
    QCOMPARE(digest->value(u"0f"_s), u"2:ab"_s);
    QVERIFY(remote::readRows(u"[%1]"_s.arg(kRow)));
    QVERIFY(remote::readRows(u"[]"_s)->isEmpty());
    const auto beat =
        remote::readBeat(u"{\"now\":\"2026-03-18T14:32:41.000000Z\",\"stations_online\":2,"
                         "\"lease\":{\"holder\":null,\"fence\":0,\"mine\":false,\"ends\":null}}"_s);
    QVERIFY(beat);
    QVERIFY(beat->leaseHolder.isEmpty() && !beat->mine);
}

void TestAnswers::hostileAnswersAreCorrupt()
{
    using Kind = base::Error::Kind;
    for (const QString &bad : spoiled(kHello))
        QCOMPARE(remote::readHello(bad).error().kind, Kind::Corrupt);
    for (const QString &bad : spoiled(kEnd)) {
        QCOMPARE(remote::readPulled({bad}).error().kind, Kind::Corrupt);
        QCOMPARE(remote::readPulled({bad, kEnd}).error().kind, Kind::Corrupt);
        QVERIFY(!remote::readApplied(bad));
        QVERIFY(!remote::readDigest(bad));
        QVERIFY(!remote::readBeat(bad));
    }
    for (const QString &bad : {u"{}"_s, u"[[1,2]]"_s, u"[{}]"_s, u"[[\"x\",\"y\"]]"_s, u"["_s}) {
        QVERIFY(!remote::readRows(bad));
        QVERIFY(!remote::readList(bad));
    }
    QVERIFY(!remote::readDigest(u"{\"buckets\":{\"../x\":\"1:a\"}}"_s));
    QVERIFY(!remote::readDigest(u"{\"buckets\":{\"00\":7}}"_s));
}

void TestAnswers::wrongNumbersAreCorrupt_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::newRow("negative") << u"\"last_op\":7"_s << u"\"last_op\":-7"_s;
    QTest::newRow("fraction") << u"\"last_op\":7"_s << u"\"last_op\":7.5"_s;
    QTest::newRow("huge") << u"\"last_op\":7"_s << u"\"last_op\":1e300"_s;
    QTest::newRow("text") << u"\"last_op\":7"_s << u"\"last_op\":\"7\""_s;
    QTest::newRow("no instant") << u"2026-03-18T14:32:41.123456Z"_s << u"yesterday"_s;
    QTest::newRow("schema") << u"\"schema_max\":2"_s << u"\"schema_max\":99999999999"_s;
    QTest::newRow("epoch") << u"\"epoch\":\"e\""_s << u"\"epoch\":\"\""_s;
}

void TestAnswers::wrongNumbersAreCorrupt()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QVERIFY(kHello.contains(from));
    QVERIFY(!remote::readHello(QString(kHello).replace(from, to)));
}

void TestAnswers::bodiesTravelByteForByte()
{
    const QByteArray body = "{\"b\":1, \"a\":\"\\u0000 \\\\ '值'\"}";
    const QString text = remote::envelopes({{.seq = 9, .body = body, .session = {}, .proof = {}}});
    const QJsonObject sent = QJsonDocument::fromJson(text.toUtf8()).array().at(0).toObject();
    QCOMPARE(sent["body"_L1].toString().toUtf8(), body);
    QCOMPARE(sent["seq"_L1].toInteger(), 9);
    QVERIFY(sent["session"_L1].isNull() && sent["proof"_L1].isNull());
}

QTEST_GUILESS_MAIN(TestAnswers)
#include "tst_answers.moc"
