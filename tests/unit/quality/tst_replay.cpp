// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quality/replay.h"
#include "app/quality/rulesfile.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace watchroom;
using namespace watchroom::quality;

namespace {

QJsonObject limits(double on, double off, int hold)
{
    return {{u"on"_s, on}, {u"off"_s, off}, {u"for"_s, hold}, {u"clear"_s, 60}};
}

QJsonObject rule(const QJsonObject &levels)
{
    return {{u"name"_s, u"rtt_high"_s}, {u"metric"_s, u"rtt"_s}, {u"group"_s, u"network"_s},
        {u"direction"_s, u"above"_s}, {u"step"_s, 5}, {u"levels"_s, levels},
        {u"no_data_for"_s, 60}};
}

QByteArray file(const QList<QJsonObject> &rules)
{
    QJsonArray list;
    for (const QJsonObject &one : rules)
        list.append(one);
    return QJsonDocument(QJsonObject{{u"rules"_s, list}}).toJson();
}

} // namespace

class TestReplay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void episodes();
    void readsBothKindsOfTime();
    void sortsByTime();
    void badSamples_data();
    void badSamples();
    void rulesAreChecked();
    void advice();
    void defaultRulesAreGood();
};

void TestReplay::episodes()
{
    const auto rules = readRules(
        file({rule({{u"yellow"_s, limits(150, 135, 30)}, {u"red"_s, limits(200, 180, 10)}})}));
    QVERIFY(rules);
    QByteArray csv = "time,target,metric,value\n";
    const auto add = [&csv](int from, int to, int value) {
        for (int t = from; t <= to; t += 5)
            csv += QByteArray::number(1'700'000'000 + t) + ",site,rtt," + QByteArray::number(value)
                + '\n';
    };
    add(0, 5, 160);
    add(10, 60, 210);
    add(65, 300, 160);
    add(305, 400, 100);
    const auto samples = readSamples(csv);
    QVERIFY(samples);
    const QJsonArray found = toJson(replay(rules->rules, *samples));
    QCOMPARE(found.size(), 2);
    const auto at = [&found](
                        int i, const QString &name) { return found.at(i).toObject().value(name); };
    QCOMPARE(at(0, u"level"_s).toString(), u"red"_s);
    QCOMPARE(at(0, u"rule"_s).toString(), u"rtt_high"_s);
    QCOMPARE(at(0, u"target"_s).toString(), u"site"_s);
    QCOMPARE(at(0, u"from"_s).toString(), u"2023-11-14T22:13:40.000000Z"_s); // 1700000020
    QCOMPARE(at(0, u"to"_s).toString(), u"2023-11-14T22:15:25.000000Z"_s);
    QCOMPARE(at(1, u"level"_s).toString(), u"yellow"_s);
    QCOMPARE(at(1, u"to"_s).toString(), u"2023-11-14T22:19:25.000000Z"_s);
}

void TestReplay::readsBothKindsOfTime()
{
    const auto samples = readSamples("\xEF\xBB\xBFtime,target,metric,value\r\n"
                                     "2023-11-14T22:13:20Z,\"华山, 3\",loss,6.8\r\n"
                                     "1700000001.5,b,loss,\r\n\r\n1700000002,b,loss,NaN\n");
    QVERIFY(samples);
    QCOMPARE(samples->size(), std::size_t{3});
    QCOMPARE((*samples)[0].time, 1'700'000'000'000);
    QCOMPARE((*samples)[0].target, u"华山, 3"_s);
    QCOMPARE((*samples)[1].time, 1'700'000'001'500);
    QVERIFY(std::isnan((*samples)[1].value));
    QVERIFY(std::isnan((*samples)[2].value));
}

void TestReplay::sortsByTime()
{
    const auto samples = readSamples("time,target,metric,value\n20,a,rtt,2\n10,a,rtt,1\n");
    QVERIFY(samples);
    QCOMPARE(samples->front().value, 1.0);
}

void TestReplay::badSamples_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("problem");
    const QByteArray head = "time,target,metric,value\n";
    QTest::newRow("nothing") << QByteArray() << 1 << u"head"_s;
    QTest::newRow("head") << QByteArray("when,who\n") << 1 << u"head"_s;
    QTest::newRow("fields") << head + "1,a,rtt\n" << 2 << u"fields"_s;
    QTest::newRow("time") << head + "1,a,rtt,1\nyesterday,a,rtt,1\n" << 3 << u"time"_s;
    QTest::newRow("metric") << head + "1,a,latency,1\n" << 2 << u"metric"_s;
    QTest::newRow("value") << head + "1,a,rtt,much\n" << 2 << u"value"_s;
}

void TestReplay::badSamples()
{
    QFETCH(QByteArray, csv);
    QFETCH(int, line);
    QFETCH(QString, problem);
    const auto samples = readSamples(csv);
    QVERIFY(!samples);
    QCOMPARE(samples.error().code, u"samples_invalid"_s);
    QCOMPARE(samples.error().params.value(u"line"_s).toInt(), line);
    QCOMPARE(samples.error().params.value(u"problem"_s).toString(), problem);
}

void TestReplay::rulesAreChecked()
{
    const auto where = [](const QByteArray &text) {
        const auto rules = readRules(text);
        return rules ? QString() : rules.error().params.value(u"where"_s).toString();
    };
    QJsonObject unknown = rule({{u"red"_s, limits(200, 180, 10)}});
    unknown.insert(u"name"_s, u"other"_s);
    unknown.insert(u"metric"_s, u"latency"_s);
    QCOMPARE(
        where(file({rule({{u"red"_s, limits(200, 180, 10)}}), unknown})), u"rules[1].metric"_s);
    QCOMPARE(where(file(
                 {rule({{u"yellow"_s, limits(150, 135, 10)}, {u"red"_s, limits(200, 180, 30)}})})),
        u"rules[0].levels.red.for"_s);
    QCOMPARE(where("{\n\"rules\": [\n oops"), u"line 3"_s);
    QCOMPARE(where("{}"), u"rules"_s);
}

void TestReplay::advice()
{
    QJsonObject odd = rule({{u"yellow"_s, limits(150, 135, 30)}, {u"red"_s, limits(200, 140, 10)}});
    odd.insert(u"step"_s, 15);
    const auto rules = readRules(file({odd}));
    QVERIFY(rules);
    QStringList found;
    for (const RuleAdvice &item : rules->advice)
        found.append(item.where + u' ' + item.problem);
    QCOMPARE(found,
        (QStringList{u"rules[0].levels.red.off off_overlaps_lower"_s,
            u"rules[0].levels.red.for step_longer_than_for"_s}));
}

void TestReplay::defaultRulesAreGood()
{
    QList<QJsonObject> documents;
    for (const domain::Rule &made : defaultRules(15))
        documents.append(domain::toJson(made));
    const auto rules = readRules(file(documents));
    QVERIFY2(rules, qPrintable(rules ? QString() : rules.error().detail));
    QCOMPARE(rules->rules.size(), 7);
    QVERIFY(rules->advice.isEmpty());
    const domain::Rule &loss = rules->rules[2];
    QCOMPARE(loss.of(domain::Level::Red)->on, 5.0);
    QCOMPARE(loss.of(domain::Level::Red)->off, 4.0);
    QCOMPARE(loss.of(domain::Level::Red)->forSeconds, 20);
    QCOMPARE(rules->rules[6].of(domain::Level::Blue)->off, 3.6 * 1.1);
}

QTEST_GUILESS_MAIN(TestReplay)
#include "tst_replay.moc"
