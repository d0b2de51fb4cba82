// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/derivedids.h"
#include "app/domain/record.h"

#include <QJsonArray>
#include <QTest>

using namespace watchroom::domain;
using namespace Qt::StringLiterals;

namespace {

// Made by Python, apart from this code:
//   h = hashlib.sha256(b'\1' + previous + struct.pack('>Q', n))
//   for v in fields: h.update(b'\xff'*4 if v is None else struct.pack('>I', len(v)) + v)
const QByteArray kFirst = "3a6ed949214d78eae97c0d5f4c0447ed90574570fb8a0f69dead439ee16e7fc7";
const QByteArray kSecond = "14099dec77a78f4b3f5344ad43e326dc561a91753d46a18bdff8dec4eaec228b";
// hashlib.sha256(''.join(f'{chain}\n{n}\n{hash}\n' for ... in sorted(heads)))
const QByteArray kFingerprint = "cbb1faafc7b1076831969ff3431d10ae41c9a27785bc13a7fd522be431edcd4d";

const QString kIncident = u"0190f3a2-7b1c-7def-8123-456789abcdef"_s;

Row first()
{
    return {{u"id"_s, u"6ad74606-febe-5bd6-8816-e9c5478837ce"_s}, {u"incident"_s, kIncident},
        {u"author"_s, u"chen"_s}, {u"carrier"_s, u"desk-1"_s},
        {u"recorded_at"_s, u"2026-03-18T14:32:41.123456Z"_s},
        {u"happened_at"_s, u"2026-03-18T14:32:41.000000Z"_s}, {u"kind"_s, u"guard"_s},
        {u"channel"_s, QJsonValue()}, {u"code"_s, u"incident_opened"_s},
        {u"params"_s,
            QJsonObject{
                {u"target"_s, QJsonValue()}, {u"level"_s, u"red"_s}, {u"label"_s, u"A3-7"_s}}},
        {u"n"_s, 1}, {u"hash"_s, QString::fromLatin1(kFirst)}};
}

Row second()
{
    return {{u"id"_s, u"0190f3a2-7b1c-7def-8123-456789abcd00"_s}, {u"incident"_s, kIncident},
        {u"author"_s, u"zhou"_s}, {u"carrier"_s, u"desk-2"_s},
        {u"recorded_at"_s, u"2026-03-18T14:33:20.000000Z"_s},
        {u"happened_at"_s, u"2026-03-18T14:33:10.500000Z"_s}, {u"kind"_s, u"call"_s},
        {u"channel"_s, u"phone"_s}, {u"text"_s, u"打电话给三院信息科：“已重启”\n"_s},
        {u"blobs"_s, QJsonArray{u"ab"_s}}, {u"n"_s, 2}, {u"hash"_s, QString::fromLatin1(kSecond)}};
}

/// A day's chain of one entry with these parameters.
QList<Row> day(const QJsonObject &params)
{
    Row entry{{u"id"_s, kIncident}, {u"author"_s, u"chen"_s}, {u"kind"_s, u"note"_s},
        {u"text"_s, u"x"_s}, {u"params"_s, params}, {u"n"_s, 1}};
    entry.insert("hash"_L1, QString::fromLatin1(entryHash(entry, {}, 1)));
    return {entry};
}

class TestRecord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hashesAreThoseOfPython()
    {
        QCOMPARE(entryHash(first(), {}, 1), kFirst);
        QCOMPARE(entryHash(second(), kFirst, 2), kSecond);
    }

    void everyFieldCounts()
    {
        for (const QString &field : {u"id"_s, u"incident"_s, u"author"_s, u"carrier"_s,
                 u"recorded_at"_s, u"happened_at"_s, u"kind"_s, u"channel"_s, u"code"_s,
                 u"params"_s, u"text"_s, u"corrects"_s, u"blobs"_s}) {
            Row altered = second();
            altered.insert(field, u"2020-01-01T00:00:00.000000Z"_s);
            QVERIFY2(entryHash(altered, kFirst, 2) != kSecond, qPrintable(field));
        }
        QVERIFY(entryHash(second(), kFirst, 3) != kSecond);
        QVERIFY(entryHash(second(), kSecond, 2) != kSecond);
    }

    void emptyIsNotNull()
    {
        Row empty = first();
        empty.insert("text"_L1, u""_s);
        QVERIFY(entryHash(empty, {}, 1) != kFirst);
    }

    void wholeChain()
    {
        QVERIFY(!verifyChain({first(), second()}));
        QVERIFY(!verifyChain({}));
    }

    void brokenChains_data()
    {
        QTest::addColumn<QList<Row>>("entries");
        QTest::addColumn<qint64>("n");
        QTest::addColumn<QString>("reason");
        Row text = second();
        text.insert("text"_L1, u"没打"_s);
        Row hash = first();
        hash.insert("hash"_L1, QString::fromLatin1(kSecond));
        QTest::newRow("text") << QList<Row>{first(), text} << qint64{2} << u"altered"_s;
        QTest::newRow("hash") << QList<Row>{hash, second()} << qint64{1} << u"altered"_s;
        QTest::newRow("first removed") << QList<Row>{second()} << qint64{1} << u"missing"_s;
        QTest::newRow("twice") << QList<Row>{first(), first()} << qint64{1} << u"repeated"_s;
    }

    void brokenChains()
    {
        QFETCH(QList<Row>, entries);
        QFETCH(qint64, n);
        QFETCH(QString, reason);
        const auto broken = verifyChain(entries);
        QVERIFY(broken);
        QCOMPARE(broken->n, n);
        QCOMPARE(QString(codeOf(broken->reason)), reason);
    }

    void wholeRecord()
    {
        const QString chain = u"incident:"_s + kIncident;
        const QMap<QString, QList<Row>> chains{{chain, {first(), second()}}};
        QVERIFY(!verifyRecord({}, {}));
        QVERIFY(!verifyRecord(chains, {}));
        QVERIFY(!verifyRecord(chains, {{chain, 2, kSecond}, {u"incident:empty"_s, 0, {}}}));
    }

    void endsThatTheAuthorityKeeps_data()
    {
        QTest::addColumn<QList<Row>>("entries");
        QTest::addColumn<qint64>("keptN");
        QTest::addColumn<QByteArray>("keptHash");
        QTest::addColumn<qint64>("n");
        QTest::addColumn<QString>("reason");
        const QList<Row> both{first(), second()};
        QTest::newRow("the last removed")
            << QList<Row>{first()} << qint64{2} << kSecond << qint64{2} << u"missing"_s;
        QTest::newRow("all removed")
            << QList<Row>{} << qint64{2} << kSecond << qint64{1} << u"missing"_s;
        QTest::newRow("one too many") << both << qint64{1} << kFirst << qint64{2} << u"altered"_s;
        QTest::newRow("written anew") << both << qint64{2} << kFirst << qint64{2} << u"altered"_s;
    }

    void endsThatTheAuthorityKeeps()
    {
        QFETCH(QList<Row>, entries);
        QFETCH(qint64, keptN);
        QFETCH(QByteArray, keptHash);
        QFETCH(qint64, n);
        QFETCH(QString, reason);
        const QString chain = u"incident:"_s + kIncident;
        QMap<QString, QList<Row>> chains;
        if (!entries.isEmpty())
            chains.insert(chain, entries);
        const auto broken = verifyRecord(chains, {{chain, keptN, keptHash}});
        QVERIFY(broken);
        QCOMPARE(broken->chain, chain);
        QCOMPARE(broken->at.n, n);
        QCOMPARE(QString(codeOf(broken->at.reason)), reason);
    }

    void aDaySealsTheOneBefore_data()
    {
        QTest::addColumn<QStringList>("days"); ///< that are held
        QTest::addColumn<QString>("sealedHash");
        QTest::addColumn<QString>("chain"); ///< that is broken; empty: none
        const QString hash = day({}).last().value("hash"_L1).toString();
        const QStringList all{u"day:2026-03-17"_s, u"day:2026-03-18"_s, u"day:2026-03-19"_s};
        QTest::newRow("whole") << all << hash << QString();
        QTest::newRow("a day removed") << QStringList{all[0], all[2]} << hash << all[1];
        // What lies before the first day held is not held here.
        QTest::newRow("a window") << QStringList{all[2]} << hash << QString();
        QTest::newRow("a day written anew") << all << QString(64, u'0') << all[1];
    }

    void aDaySealsTheOneBefore()
    {
        QFETCH(QStringList, days);
        QFETCH(QString, sealedHash);
        QFETCH(QString, chain);
        QMap<QString, QList<Row>> chains;
        for (const QString &name : days)
            chains.insert(name, day({}));
        chains[days.last()] = day(QJsonObject{{u"sealed"_s,
            QJsonObject{{u"chain"_s, u"day:2026-03-18"_s}, {u"n"_s, 1}, {u"head"_s, sealedHash}}}});
        const auto broken = verifyRecord(chains, {});
        QCOMPARE(broken ? broken->chain : QString(), chain);
    }

    void fingerprintIsThatOfPython()
    {
        const ChainHead incident{u"incident:"_s + kIncident, 2, kSecond};
        const ChainHead day{u"day:2026-03-18"_s, 1, kFirst};
        QCOMPARE(fingerprint({incident, day}), kFingerprint);
        QCOMPARE(fingerprint({day, incident}), kFingerprint);
    }

    // uuid.uuid5(name space, "\n".join(parts)), see tst_ids.
    void idsAreThoseOfPython()
    {
        const QUuid incident = QUuid::fromString(kIncident);
        const auto at = watchroom::base::fromIso(u"2026-03-18T14:32:41Z").value();
        const auto is = [](const QUuid &id, QStringView text) {
            return id == QUuid::fromString(text);
        };
        const QUuid alert = alertId(u"loss"_s, u"site.ct2.r1"_s, at);
        QVERIFY(is(stageRecordId(incident, 1), u"b6970a57-2bc7-58d7-a8cf-a1f436c247f7"));
        QVERIFY(is(guardEntryId(incident, 0), u"6ad74606-febe-5bd6-8816-e9c5478837ce"));
        QVERIFY(is(alert, u"6c9b578a-a981-5930-adb1-8786427866da"));
        QVERIFY(is(incidentOfAlertId(alert), u"c6d145be-fb69-5067-b6a7-5624e80346c1"));
        QVERIFY(is(incidentAlertId(incident, alert), u"aec8fec1-688c-5208-9b91-e5c9cf0b6ebb"));
        QVERIFY(is(timerEntryId({incident, 3, u"stage"_s, u"breach"_s, at}),
            u"a766b2f3-a992-5a67-b592-c03a3d2a9bbc"));
    }

    void chainsAndPartsHaveTheirNames()
    {
        const auto at = watchroom::base::fromIso(u"2026-03-31T23:59:59.999999Z").value();
        QCOMPARE(incidentChain(QUuid::fromString(kIncident)), u"incident:"_s + kIncident);
        QCOMPARE(dayChain(at), u"day:2026-03-31"_s);
        QCOMPARE(monthPart(at), u"2026-03"_s);
        QCOMPARE(monthPart(at + std::chrono::microseconds{1}), u"2026-04"_s);
    }
};

} // namespace

QTEST_GUILESS_MAIN(TestRecord)
#include "tst_record.moc"
