// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quality/mapping.h"
#include "app/quality/metrics.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace watchroom;
using namespace watchroom::quality;

namespace {

QJsonObject good()
{
    return {{u"profile"_s, u"own"_s}, {u"target_label"_s, u"site"_s}, {u"interval"_s, 5},
        {u"metrics"_s,
            QJsonObject{
                {u"rtt"_s,
                    QJsonObject{{u"promql"_s, u"rtt_seconds{job=\"a\"}"_s}, {u"scale"_s, 1000}}},
                {u"mos"_s, QJsonObject{{u"promql"_s, u"avg by ($label) (rate(mos[$rate]))"_s}}}}},
        {u"targets"_s,
            QJsonArray{QJsonObject{
                           {u"key"_s, u"east"_s}, {u"kind"_s, u"region"_s}, {u"name"_s, u"华东"_s}},
                QJsonObject{{u"key"_s, u"hs"_s}, {u"kind"_s, u"site"_s}, {u"parent"_s, u"east"_s},
                    {u"name"_s, u"华山院区"_s}, {u"label"_s, u"hua\"shan"_s}}}}};
}

QJsonObject with(const QString &path, const QJsonValue &value)
{
    QJsonObject json = good();
    const QStringList parts = path.split(u'.');
    if (parts.size() == 1) {
        json.insert(path, value);
        return json;
    }
    QJsonObject metrics = json.value(u"metrics"_s).toObject();
    QJsonObject metric = metrics.value(parts[1]).toObject();
    if (parts.size() == 2) {
        metrics.insert(parts[1], value);
    } else {
        metric.insert(parts[2], value);
        metrics.insert(parts[1], metric);
    }
    json.insert(u"metrics"_s, metrics);
    return json;
}

QJsonObject target(const QString &key, const QString &kind, const QString &parent = {})
{
    return {{u"key"_s, key}, {u"kind"_s, kind}, {u"parent"_s, parent}};
}

} // namespace

class TestMapping : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAGoodOne();
    void queriesAggregateByTarget();
    void saysWhereItIsWrong_data();
    void saysWhereItIsWrong();
    void notJson();
    void shippedProfilesAreGood();
};

void TestMapping::readsAGoodOne()
{
    const auto mapping = readMapping(good());
    QVERIFY(mapping);
    QCOMPARE(mapping->interval, std::chrono::seconds{5});
    QCOMPARE(mapping->metrics.size(), 2);
    QCOMPARE(mapping->query(u"rtt")->scale, 1000.0);
    QCOMPARE(mapping->targets.size(), 2);
    QCOMPARE(mapping->targets[1].parent, u"east"_s);
    QCOMPARE(mapping->labelOf(u"hs"_s), u"hua\"shan"_s);
    QCOMPARE(mapping->labelOf(u"east"_s), u"east"_s);
    QVERIFY(!mapping->query(u"fps"));
}

void TestMapping::queriesAggregateByTarget()
{
    const auto mapping = readMapping(good());
    QVERIFY(mapping);
    const MetricQuery &rtt = *mapping->query(u"rtt");
    const MetricQuery &mos = *mapping->query(u"mos");
    QCOMPARE(mapping->valueQuery(rtt), u"max by (site) (rtt_seconds{job=\"a\"})"_s);
    QCOMPARE(mapping->valueQuery(mos), u"min by (site) (avg by (site) (rate(mos[20s])))"_s);
    QCOMPARE(mapping->freshQuery(rtt), u"max by (site) (timestamp(rtt_seconds{job=\"a\"}))"_s);
    QCOMPARE(mapping->freshQuery(mos), QString());
    QVERIFY(mapping->valueQueryOf(rtt, u"hs"_s).contains(uR"("site", "hua\"shan", "", "")"_s));
}

void TestMapping::saysWhereItIsWrong_data()
{
    QTest::addColumn<QJsonObject>("json");
    QTest::addColumn<QString>("where");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char *name, const QJsonObject &json, const QString &where,
                         const QString &problem) {
        QTest::newRow(name) << json << where << problem;
    };
    row("no profile", with(u"profile"_s, {}), u"profile"_s, u"missing"_s);
    row("label", with(u"target_label"_s, u"a-b"_s), u"target_label"_s, u"out_of_range"_s);
    row("interval", with(u"interval"_s, 0), u"interval"_s, u"out_of_range"_s);
    row("interval text", with(u"interval"_s, u"15s"_s), u"interval"_s, u"not_number"_s);
    row("metric", with(u"metrics.latency"_s, QJsonObject{{u"promql"_s, u"a"_s}}),
        u"metrics.latency"_s, u"unknown"_s);
    row("metric text", with(u"metrics.rtt"_s, u"up"_s), u"metrics.rtt"_s, u"not_object"_s);
    row("promql", with(u"metrics.rtt.promql"_s, u" "_s), u"metrics.rtt.promql"_s, u"missing"_s);
    row("variable", with(u"metrics.rtt.promql"_s, u"rate(a[$range])"_s), u"metrics.rtt.promql"_s,
        u"unknown"_s);
    row("promql number", with(u"metrics.rtt.promql"_s, 7), u"metrics.rtt.promql"_s, u"not_text"_s);
    row("scale", with(u"metrics.rtt.scale"_s, 0), u"metrics.rtt.scale"_s, u"out_of_range"_s);
    row("no metrics", with(u"metrics"_s, QJsonObject()), u"metrics"_s, u"missing"_s);
    row("kind", with(u"targets"_s, QJsonArray{target(u"a"_s, u"room"_s)}), u"targets[0].kind"_s,
        u"unknown"_s);
    row("twice",
        with(u"targets"_s, QJsonArray{target(u"a"_s, u"site"_s), target(u"a"_s, u"site"_s)}),
        u"targets[1].key"_s, u"duplicate"_s);
    row("parent", with(u"targets"_s, QJsonArray{target(u"a"_s, u"site"_s, u"b"_s)}),
        u"targets[0].parent"_s, u"unknown"_s);
    row("loop",
        with(u"targets"_s,
            QJsonArray{target(u"a"_s, u"site"_s, u"b"_s), target(u"b"_s, u"site"_s, u"a"_s)}),
        u"targets[0].parent"_s, u"loop"_s);
}

void TestMapping::saysWhereItIsWrong()
{
    QFETCH(QJsonObject, json);
    QFETCH(QString, where);
    QFETCH(QString, problem);
    const auto mapping = readMapping(json);
    QVERIFY(!mapping);
    QCOMPARE(mapping.error().code, u"mapping_invalid"_s);
    QCOMPARE(mapping.error().params.value(u"where"_s).toString(), where);
    QCOMPARE(mapping.error().params.value(u"problem"_s).toString(), problem);
}

void TestMapping::notJson()
{
    const auto mapping = readMapping(QByteArray("{\n \"profile\": \"a\",\n oops }"));
    QVERIFY(!mapping);
    QCOMPARE(mapping.error().params.value(u"where"_s).toString(), u"line 3"_s);
}

void TestMapping::shippedProfilesAreGood()
{
    for (const QString &name : shippedProfiles()) {
        const auto json = shippedProfile(name);
        QVERIFY2(json, qPrintable(name));
        const auto mapping = readMapping(*json);
        QVERIFY2(mapping, qPrintable(mapping ? name : mapping.error().detail));
        QCOMPARE(mapping->profile, name);
        for (const MetricQuery &query : mapping->metrics)
            QVERIFY(!mapping->freshQuery(query).isEmpty());
    }
    QVERIFY(!shippedProfile(u"../secret"_s));
}

QTEST_GUILESS_MAIN(TestMapping)
#include "tst_mapping.moc"
