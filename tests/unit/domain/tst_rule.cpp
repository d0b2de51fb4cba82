// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/rule.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace watchroom::domain;
using namespace Qt::StringLiterals;

namespace {

QJsonObject level(double on, double off)
{
    return {{u"on"_s, on}, {u"off"_s, off}, {u"for"_s, 30}, {u"clear"_s, 120}};
}

QJsonObject document(const QString &direction = u"above"_s)
{
    const bool above = direction == u"above"_s;
    return {{u"name"_s, u"rtt"_s}, {u"metric"_s, u"rtt"_s}, {u"group"_s, u"network"_s},
        {u"direction"_s, direction}, {u"step"_s, 5}, {u"no_data_for"_s, 60},
        {u"levels"_s,
            above ? QJsonObject{{u"blue"_s, level(150, 135)}, {u"red"_s, level(400, 360)}}
                  : QJsonObject{{u"blue"_s, level(3.6, 3.8)}, {u"red"_s, level(2.6, 2.8)}}}};
}

QJsonObject withLevel(const QString &name, const QJsonValue &value)
{
    QJsonObject rule = document();
    QJsonObject levels = rule.value("levels"_L1).toObject();
    levels.insert(name, value);
    rule.insert("levels"_L1, levels);
    return rule;
}

QJsonObject with(const QString &member, const QJsonValue &value)
{
    QJsonObject rule = document();
    rule.insert(member, value);
    return rule;
}

class TestRule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatItWrites()
    {
        for (const auto &direction : {u"above"_s, u"below"_s}) {
            const auto rule = parseRule(document(direction));
            QVERIFY(rule);
            QCOMPARE(toJson(*rule), document(direction));
        }
        const QJsonObject ready = with(u"contingency"_s, u"若再丢包，则切换专线"_s);
        QCOMPARE(toJson(parseRule(ready).value_or(Rule())), ready);
    }

    void readsEveryMember()
    {
        const auto rule = parseRule(document());
        QVERIFY(rule);
        QCOMPARE(rule->stepSeconds, 5);
        QCOMPARE(rule->noDataSeconds, 60);
        QVERIFY(rule->direction == Rule::Direction::Above);
        QVERIFY(!rule->of(Level::Yellow));
        QCOMPARE(rule->of(Level::Red)->on, 400.0);
        QCOMPARE(rule->of(Level::Red)->off, 360.0);
        QCOMPARE(rule->of(Level::Red)->forSeconds, 30);
        QCOMPARE(rule->of(Level::Red)->clearSeconds, 120);
    }

    void wrongMembersAreNamed_data()
    {
        QTest::addColumn<QJsonObject>("rule");
        QTest::addColumn<QString>("where");
        QTest::newRow("name") << with(u"name"_s, u" "_s) << u"name"_s;
        QTest::newRow("metric") << with(u"metric"_s, 1) << u"metric"_s;
        QTest::newRow("group") << with(u"group"_s, u"kitchen"_s) << u"group"_s;
        QTest::newRow("direction") << with(u"direction"_s, u"up"_s) << u"direction"_s;
        QTest::newRow("step") << with(u"step"_s, 0) << u"step"_s;
        QTest::newRow("levels") << with(u"levels"_s, QJsonObject{}) << u"levels"_s;
        QTest::newRow("no_data_for") << with(u"no_data_for"_s, QJsonValue()) << u"no_data_for"_s;
        QTest::newRow("contingency blank") << with(u"contingency"_s, u" "_s) << u"contingency"_s;
        QTest::newRow("contingency too long")
            << with(u"contingency"_s, QString(2'001, u'若')) << u"contingency"_s;
        QTest::newRow("on") << withLevel(u"blue"_s, QJsonObject{}) << u"levels.blue.on"_s;
        QTest::newRow("off beyond on")
            << withLevel(u"blue"_s, level(150, 151)) << u"levels.blue.off"_s;
        QTest::newRow("red below blue")
            << withLevel(u"red"_s, level(150, 140)) << u"levels.red.on"_s;
        QTest::newRow("level no object") << withLevel(u"yellow"_s, 200) << u"levels.yellow"_s;
        QJsonObject negative = level(150, 135);
        negative.insert("for"_L1, -1);
        QTest::newRow("for") << withLevel(u"blue"_s, negative) << u"levels.blue.for"_s;
        negative = level(150, 135);
        negative.insert("clear"_L1, 1.5);
        QTest::newRow("clear") << withLevel(u"blue"_s, negative) << u"levels.blue.clear"_s;
        QJsonObject below = document(u"below"_s);
        below.insert("levels"_L1, QJsonObject{{u"red"_s, level(2.6, 2.5)}});
        QTest::newRow("below: off on the bad side") << below << u"levels.red.off"_s;
    }

    void wrongMembersAreNamed()
    {
        QFETCH(QJsonObject, rule);
        QFETCH(QString, where);
        const auto read = parseRule(rule);
        QVERIFY(!read);
        QCOMPARE(read.error().code, u"doc_invalid"_s);
        QCOMPARE(read.error().params.value("where"_L1), where);
    }

    void equalOnAndOffIsNoDeadband() { QVERIFY(parseRule(withLevel(u"blue"_s, level(150, 150)))); }

    void files()
    {
        const auto file = [](const QJsonArray &rules) {
            return QJsonDocument(QJsonObject{{u"rules"_s, rules}}).toJson();
        };
        const auto rules = parseRules(file({document(), with(u"name"_s, u"loss"_s)}));
        QVERIFY(rules);
        QCOMPARE(rules->size(), 2);
        QCOMPARE(rules->at(1).name, u"loss"_s);
        const auto where = [](const QByteArray &bytes) {
            const auto read = parseRules(bytes);
            return read ? QString() : read.error().params.value("where"_L1).toString();
        };
        QCOMPARE(where(file({document(), document()})), u"rules[1].name"_s);
        QCOMPARE(where(file({document(), with(u"step"_s, 0)})), u"rules[1].step"_s);
        QCOMPARE(where(file({1})), u"rules[0].name"_s);
        QCOMPARE(where("{}"), u"rules"_s);
        QCOMPARE(where("<html>"), u"rules"_s);
        QCOMPARE(where(QByteArray("\xff\x00\x01", 3)), u"rules"_s);
    }
};

} // namespace

QTEST_GUILESS_MAIN(TestRule)
#include "tst_rule.moc"
