// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/codes.h"
#include "app/domain/policy.h"
#include "app/domain/row.h"

#include <QJsonArray>
#include <QTest>

using namespace watchroom::domain;
using namespace Qt::StringLiterals;
namespace base = watchroom::base;

namespace {

base::Instant at(const QString &text)
{
    return base::fromIso(text).value();
}

/// The document with the member at the path set; an undefined value removes it.
QJsonObject with(QJsonObject document, const QStringList &path, const QJsonValue &value)
{
    if (path.size() > 1)
        document.insert(
            path.first(), with(document.value(path.first()).toObject(), path.mid(1), value));
    else if (value.isUndefined())
        document.remove(path.first());
    else
        document.insert(path.first(), value);
    return document;
}

Policy policyOf(const QString &zone)
{
    return parsePolicy(with(defaultPolicyDocument(), {u"zone"_s}, zone)).value();
}

class TestPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void defaultsAreProducts_data();
    void defaultsAreProducts();
    void receiversByDefault();
    void limitsByDefault_data();
    void limitsByDefault();
    void wrongMembersAreNamed_data();
    void wrongMembersAreNamed();
    void unknownMembersAreLeftAlone();
    void workingDays_data();
    void workingDays();
    void secondsAndNone();
    void quietHours();
    void codesOfLevelsAndStages();
};

// The table of product.md, "The rules of the trade".
void TestPolicy::defaultsAreProducts_data()
{
    QTest::addColumn<int>("level");
    QTest::addColumn<qint64>("acknowledge");
    QTest::addColumn<qint64>("lease");
    QTest::addColumn<qint64>("statusEvery");
    QTest::newRow("blue") << 0 << qint64{60 * 60} << qint64{60 * 60} << qint64{-1};
    QTest::newRow("yellow") << 1 << qint64{15 * 60} << qint64{30 * 60} << qint64{2 * 3600};
    QTest::newRow("red") << 2 << qint64{2 * 60} << qint64{15 * 60} << qint64{30 * 60};
}

void TestPolicy::defaultsAreProducts()
{
    QFETCH(int, level);
    QFETCH(qint64, acknowledge);
    QFETCH(qint64, lease);
    QFETCH(qint64, statusEvery);
    const Policy policy = defaultPolicy();
    const LevelPolicy &rules = policy.of(static_cast<Level>(level));
    QCOMPARE(rules.acknowledgeSeconds, acknowledge);
    QCOMPARE(rules.acknowledgeLeaseSeconds, lease);
    QCOMPARE(rules.statusEverySeconds.value_or(-1), statusEvery);
    QCOMPARE(rules.limit(Stage::Detection).amount, acknowledge);
    QVERIFY(rules.statusParties.contains(u"business"_s));
    for (const QStringList &list : {rules.told, rules.unacknowledged, rules.statusParties})
        for (const QString &party : list)
            QVERIFY(codes::contains(codes::kParties, party));
}

void TestPolicy::receiversByDefault()
{
    const Policy policy = defaultPolicy();
    QCOMPARE(policy.zone, QByteArray("Asia/Shanghai"));
    QCOMPARE(policy.workdayEnd, QTime(18, 0));
    QCOMPARE(policy.of(Level::Blue).told, QStringList{u"group"_s});
    QCOMPARE(
        policy.of(Level::Yellow).told, (QStringList{u"group"_s, u"shift_lead"_s, u"scribe"_s}));
    QCOMPARE(policy.of(Level::Red).told, (QStringList{u"duty"_s, u"command"_s, u"business"_s}));
    QCOMPARE(policy.of(Level::Blue).unacknowledged, QStringList{u"next_shift"_s});
    QCOMPARE(policy.of(Level::Yellow).unacknowledged, QStringList{u"shift_lead"_s});
    QCOMPARE(policy.of(Level::Red).unacknowledged,
        (QStringList{u"shift_lead"_s, u"deputy"_s, u"command"_s}));
    QCOMPARE(policy.of(Level::Blue).maySkip,
        (QList<Stage>{Stage::Diagnosis, Stage::Recovery, Stage::Notification, Stage::Review}));
    QVERIFY(policy.of(Level::Yellow).maySkip.isEmpty());
    QVERIFY(policy.of(Level::Red).maySkip.isEmpty());
    QVERIFY(policy.of(Level::Yellow).statusQuiet.has_value());
    QCOMPARE(policy.of(Level::Yellow).statusQuiet->from, QTime(22, 0));
    QCOMPARE(policy.of(Level::Yellow).statusQuiet->to, QTime(7, 0));
    QVERIFY(!policy.of(Level::Blue).statusQuiet);
    QVERIFY(!policy.of(Level::Red).statusQuiet);
}

void TestPolicy::limitsByDefault_data()
{
    QTest::addColumn<int>("level");
    QTest::addColumn<int>("stage");
    QTest::addColumn<int>("kind");
    QTest::addColumn<qint64>("amount");
    const int none = static_cast<int>(Limit::Kind::None);
    const int seconds = static_cast<int>(Limit::Kind::Seconds);
    const int days = static_cast<int>(Limit::Kind::WorkingDays);
    const QList<QList<std::pair<int, qint64>>> table{
        {{seconds, 3600}, {seconds, 600}, {seconds, 8 * 3600}, {seconds, 24 * 3600}, {days, 1},
            {none, 0}},
        {{seconds, 900}, {seconds, 600}, {seconds, 2 * 3600}, {seconds, 4 * 3600},
            {seconds, 2 * 3600}, {days, 5}},
        {{seconds, 120}, {seconds, 600}, {seconds, 1800}, {seconds, 3600}, {seconds, 1800},
            {seconds, 259'200}},
    };
    for (int level = 0; level < 3; ++level)
        for (int stage = 1; stage <= 6; ++stage)
            QTest::addRow("%d %d", level, stage) << level << stage << table[level][stage - 1].first
                                                 << table[level][stage - 1].second;
}

void TestPolicy::limitsByDefault()
{
    QFETCH(int, level);
    QFETCH(int, stage);
    QFETCH(int, kind);
    QFETCH(qint64, amount);
    const Policy policy = defaultPolicy();
    const Limit limit = policy.of(static_cast<Level>(level)).limit(static_cast<Stage>(stage));
    QCOMPARE(static_cast<int>(limit.kind), kind);
    QCOMPARE(limit.amount, amount);
    QVERIFY(policy.of(static_cast<Level>(level)).limit(Stage::Closed) == Limit{});
}

void TestPolicy::wrongMembersAreNamed_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("where");
    const QJsonValue absent(QJsonValue::Undefined);
    const auto row = [](const QString &path, const QJsonValue &value, const QString &where = {}) {
        QTest::addRow("%s = %s", qPrintable(path), canonicalJson(value).constData())
            << path << value << (where.isEmpty() ? path : where);
    };
    row(u"zone"_s, QJsonValue());
    row(u"zone"_s, u"Asia/Nowhere"_s);
    row(u"workday_end"_s, u"25:00"_s);
    row(u"workday_end"_s, u"6 pm"_s);
    row(u"levels"_s, QJsonArray{});
    row(u"levels.blue"_s, absent);
    row(u"levels.red.acknowledge_s"_s, 0);
    row(u"levels.red.acknowledge_s"_s, 1.5);
    row(u"levels.red.acknowledge_s"_s, 1e18);
    row(u"levels.red.acknowledge_lease_s"_s, u"900"_s);
    row(u"levels.red.told"_s, u"duty"_s);
    row(u"levels.red.told"_s, QJsonArray{1});
    row(u"levels.red.told"_s, QJsonArray{u" "_s});
    row(u"levels.red.unacknowledged"_s, absent);
    row(u"levels.red.limits"_s, QJsonValue());
    row(u"levels.red.limits.review"_s, absent);
    row(u"levels.red.limits.review"_s, 5);
    row(u"levels.red.limits.review"_s, QJsonObject{});
    row(u"levels.red.limits.review"_s, QJsonObject{{u"s"_s, 1}, {u"working_days"_s, 1}});
    row(u"levels.red.limits.review"_s, QJsonObject{{u"s"_s, -1}}, u"levels.red.limits.review.s"_s);
    row(u"levels.red.limits.review"_s, QJsonObject{{u"working_days"_s, 0}},
        u"levels.red.limits.review.working_days"_s);
    row(u"levels.red.limits.review"_s, QJsonObject{{u"working_days"_s, 1'000'000}},
        u"levels.red.limits.review.working_days"_s);
    row(u"levels.blue.may_skip"_s, QJsonArray{u"closed"_s});
    row(u"levels.blue.may_skip"_s, QJsonArray{u"lunch"_s});
    row(u"levels.blue.status_parties"_s, QJsonValue());
    row(u"levels.blue.status_every_s"_s, absent);
    row(u"levels.blue.status_every_s"_s, 0);
    row(u"levels.yellow.status_quiet"_s, u"22:00"_s);
    row(u"levels.yellow.status_quiet.from"_s, u"22"_s);
    row(u"levels.yellow.status_quiet.to"_s, absent);
}

void TestPolicy::wrongMembersAreNamed()
{
    QFETCH(QString, path);
    QFETCH(QJsonValue, value);
    QFETCH(QString, where);
    const auto policy = parsePolicy(with(defaultPolicyDocument(), path.split(u'.'), value));
    QVERIFY(!policy);
    QCOMPARE(policy.error().code, u"doc_invalid"_s);
    QCOMPARE(policy.error().params, (QJsonObject{{u"where"_s, where}}));
}

void TestPolicy::unknownMembersAreLeftAlone()
{
    QVERIFY(parsePolicy(with(defaultPolicyDocument(), {u"levels"_s, u"red"_s, u"new"_s}, 1)));
}

void TestPolicy::workingDays_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<int>("days");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("due");
    const QString shanghai = u"Asia/Shanghai"_s;
    const QString london = u"Europe/London"_s;
    QTest::newRow("Wednesday to Thursday")
        << shanghai << 1 << u"2026-03-18T06:00:00Z"_s << u"2026-03-19T10:00:00Z"_s;
    QTest::newRow("Friday to Monday")
        << shanghai << 1 << u"2026-03-20T06:00:00Z"_s << u"2026-03-23T10:00:00Z"_s;
    QTest::newRow("Saturday to Monday")
        << shanghai << 1 << u"2026-03-21T06:00:00Z"_s << u"2026-03-23T10:00:00Z"_s;
    QTest::newRow("Sunday to Monday")
        << shanghai << 1 << u"2026-03-22T06:00:00Z"_s << u"2026-03-23T10:00:00Z"_s;
    QTest::newRow("five days are a week")
        << shanghai << 5 << u"2026-03-18T06:00:00Z"_s << u"2026-03-25T10:00:00Z"_s;
    // 16:30 UTC on Thursday is already Friday in Shanghai.
    QTest::newRow("the zone's day counts")
        << shanghai << 1 << u"2026-03-19T16:30:00Z"_s << u"2026-03-23T10:00:00Z"_s;
    QTest::newRow("the zone's day, before midnight")
        << shanghai << 1 << u"2026-03-19T15:30:00Z"_s << u"2026-03-20T10:00:00Z"_s;
    // London: clocks go forward on Sunday 29 March 2026, back on Sunday 25 October.
    QTest::newRow("winter") << london << 1 << u"2026-03-26T12:00:00Z"_s
                            << u"2026-03-27T18:00:00Z"_s;
    QTest::newRow("into summer") << london << 1 << u"2026-03-27T12:00:00Z"_s
                                 << u"2026-03-30T17:00:00Z"_s;
    QTest::newRow("into winter") << london << 1 << u"2026-10-23T12:00:00Z"_s
                                 << u"2026-10-26T18:00:00Z"_s;
    QTest::newRow("summer midnight")
        << london << 1 << u"2026-06-18T23:30:00Z"_s << u"2026-06-22T17:00:00Z"_s;
}

void TestPolicy::workingDays()
{
    QFETCH(QString, zone);
    QFETCH(int, days);
    QFETCH(QString, from);
    QFETCH(QString, due);
    const auto end = deadline(at(from), {Limit::Kind::WorkingDays, days}, policyOf(zone));
    QVERIFY(end);
    QCOMPARE(base::toIso(*end), base::toIso(at(due)));
}

void TestPolicy::secondsAndNone()
{
    const Policy policy = policyOf(u"Europe/London"_s);
    // Seconds are seconds, also over a night with 23 hours.
    const auto from = at(u"2026-03-28T12:00:00.123456Z"_s);
    QCOMPARE(base::toIso(*deadline(from, {Limit::Kind::Seconds, 86'400}, policy)),
        u"2026-03-29T12:00:00.123456Z"_s);
    QVERIFY(!deadline(from, {}, policy));
}

void TestPolicy::quietHours()
{
    const Policy policy = defaultPolicy();
    const QuietHours night = *policy.of(Level::Yellow).statusQuiet;
    // Shanghai is 8 hours ahead.
    QVERIFY(!isQuiet(at(u"2026-03-18T13:59:59Z"_s), night, policy));
    QVERIFY(isQuiet(at(u"2026-03-18T14:00:00Z"_s), night, policy));
    QVERIFY(isQuiet(at(u"2026-03-18T20:00:00Z"_s), night, policy));
    QVERIFY(isQuiet(at(u"2026-03-18T22:59:59Z"_s), night, policy));
    QVERIFY(!isQuiet(at(u"2026-03-18T23:00:00Z"_s), night, policy));
    const QuietHours noon{QTime(12, 0), QTime(13, 0)};
    QVERIFY(isQuiet(at(u"2026-03-18T04:30:00Z"_s), noon, policy));
    QVERIFY(!isQuiet(at(u"2026-03-18T05:00:00Z"_s), noon, policy));
}

void TestPolicy::codesOfLevelsAndStages()
{
    for (const Level level : kLevels)
        QVERIFY(levelFrom(QString(codeOf(level))) == level);
    QVERIFY(!levelFrom(u"Red"));
    QVERIFY(Level::Blue < Level::Yellow && Level::Yellow < Level::Red);
    for (const Stage stage : kStages)
        QVERIFY(stageFrom(QString(codeOf(stage))) == stage);
    QVERIFY(stageFrom(u"closed") == Stage::Closed);
    QVERIFY(!stageFrom(u""));
    QVERIFY(stageAfter(Stage::Review) == Stage::Closed);
    QVERIFY(!stageAfter(Stage::Closed));
}

} // namespace

QTEST_GUILESS_MAIN(TestPolicy)
#include "tst_policy.moc"
