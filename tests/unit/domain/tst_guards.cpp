// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/codes.h"
#include "app/domain/tables.h"
#include "tests/unit/domain/memoryfacts.h"

#include <QTest>

using namespace watchroom::domain;
using namespace watchroom::domain::test;
using namespace Qt::StringLiterals;
namespace base = watchroom::base;

Q_DECLARE_METATYPE(watchroom::domain::Actor)

namespace {

const base::Instant kNow = base::Instant{std::chrono::seconds{1'773'844'361}}; // 14:32:41
const QString kIncident = u"0190f3a2-7b1c-7def-8123-456789abcdef"_s;
const QString kEntry = u"0190f3a2-7b1c-7def-8123-456789abcd01"_s;
const QString kOther = u"0190f3a2-7b1c-7def-8123-456789abcd02"_s;

QJsonObject ruleDocument()
{
    return {{u"name"_s, u"loss"_s}, {u"metric"_s, u"loss"_s}, {u"group"_s, u"network"_s},
        {u"direction"_s, u"above"_s}, {u"step"_s, 5},
        {u"levels"_s,
            QJsonObject{{u"red"_s,
                QJsonObject{{u"on"_s, 5}, {u"off"_s, 4}, {u"for"_s, 20}, {u"clear"_s, 60}}}}},
        {u"no_data_for"_s, 60}};
}

namespace {

/// Nobody inserts these: the guards, or open_session, write them.
bool isGuarded(const Table &table)
{
    return table.policy == MergePolicy::Guarded || table.name == "session"_L1;
}

} // namespace

// ARCHITECTURE.md, "Guards", "Other tables".
class TestGuards : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void inserts_data();
    void inserts();
    void entryOfUnknownIncidentGoesToTheDay();
    void entryKnowsItsChainAndAuthor();
    void entryIsNeverChanged();
    void alertLives();
    void joiningIsWritten();
    void rolesAreWritten();
    void lastAdminStays();
    void loginsAreUniqueAndKept();
    void versionsFollowOneAnother();
};

void TestGuards::inserts_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<Row>("row");
    QTest::addColumn<Actor>("actor");
    QTest::addColumn<QString>("refused");
    const Actor chen = member(u"chen"_s);
    Actor gone = member(u"gone"_s);
    gone.active = false;
    const QString ok;
    const auto entry = [](const QString &kind, const Row &more = {}) {
        Row row{{u"kind"_s, kind}, {u"text"_s, u"打了电话"_s}};
        for (auto it = more.begin(); it != more.end(); ++it)
            row.insert(it.key(), it.value());
        return row;
    };
    for (const auto &table : tables()) {
        QTest::addRow("%s: not active", table.name.data()) << QString(
            table.name) << Row{} << gone << (isGuarded(table) ? u"guarded"_s : u"not_active"_s);
        QTest::addRow("%s: old fence", table.name.data())
            << QString(table.name) << Row{} << desk(false)
            << (isGuarded(table) ? u"guarded"_s : u"old_fence"_s);
    }
    QTest::newRow("stage record") << u"stage_record"_s << Row{} << admin() << u"guarded"_s;

    const QString log = u"log_entry"_s;
    for (const auto kind : codes::kPersonEntryKinds) {
        const Row more = kind == "correction"_L1
            ? Row{{u"corrects"_s, kEntry}, {u"incident"_s, kIncident}}
            : Row{};
        QTest::addRow("%s of a person", kind.data()) << log << entry(kind, more) << chen << ok;
        QTest::addRow("%s of a station", kind.data())
            << log << entry(kind) << desk() << u"kind_unknown"_s;
    }
    QTest::newRow("timer of a station") << log << entry(u"timer"_s) << desk() << ok;
    QTest::newRow("machine of a station") << log << entry(u"machine"_s) << desk() << ok;
    QTest::newRow("timer of a person") << log << entry(u"timer"_s) << chen << u"kind_unknown"_s;
    QTest::newRow("guard of a person") << log << entry(u"guard"_s) << admin() << u"kind_unknown"_s;
    QTest::newRow("no text") << log << entry(u"note"_s, {{u"text"_s, u" "_s}}) << chen
                             << u"text_missing"_s;
    QTest::newRow("code for text")
        << log << entry(u"timer"_s, {{u"text"_s, QJsonValue()}, {u"code"_s, u"breach"_s}}) << desk()
        << ok;
    QTest::newRow("200,000 characters")
        << log << entry(u"note"_s, {{u"text"_s, QString(200'000, u'字')}}) << chen << ok;
    QTest::newRow("200,001 characters")
        << log << entry(u"note"_s, {{u"text"_s, QString(200'001, u'字')}}) << chen
        << u"too_large"_s;
    QTest::newRow("channel") << log << entry(u"call"_s, {{u"channel"_s, u"phone"_s}}) << chen << ok;
    QTest::newRow("unknown channel")
        << log << entry(u"call"_s, {{u"channel"_s, u"fax"_s}}) << chen << u"channel_unknown"_s;
    QTest::newRow("correction of nothing")
        << log << entry(u"correction"_s) << chen << u"corrects_unknown"_s;
    QTest::newRow("correction of an unknown entry")
        << log << entry(u"correction"_s, {{u"corrects"_s, kOther}, {u"incident"_s, kIncident}})
        << chen << u"corrects_unknown"_s;
    QTest::newRow("correction of another incident's entry")
        << log << entry(u"correction"_s, {{u"corrects"_s, kEntry}}) << chen
        << u"corrects_unknown"_s;

    const QString alert = u"alert"_s;
    QTest::newRow("alert of a person")
        << alert << Row{{u"state"_s, u"firing"_s}} << admin() << u"station_only"_s;
    QTest::newRow("alert") << alert << Row{{u"state"_s, u"firing"_s}} << desk() << ok;
    QTest::newRow("state") << alert << Row{{u"state"_s, u"x"_s}} << desk() << u"state_unknown"_s;
    QTest::newRow("link of a person") << u"incident_alert"_s << Row{} << chen << u"station_only"_s;

    const QString role = u"incident_role"_s;
    QTest::newRow("role of a station")
        << role << Row{{u"role"_s, u"scribe"_s}} << desk() << u"station_may_not"_s;
    QTest::newRow("role") << role << Row{{u"role"_s, u"boss"_s}} << chen << u"role_unknown"_s;
    for (const auto word : codes::kRoles)
        QTest::newRow(word.data())
            << role << Row{{u"role"_s, QString(word)}, {u"incident"_s, kIncident}} << chen << ok;
    QTest::newRow("role in no incident")
        << role << Row{{u"role"_s, u"scribe"_s}} << chen << u"not_found"_s;
    QTest::newRow("link to no incident")
        << u"incident_alert"_s << Row{{u"alert"_s, kEntry}} << desk() << u"not_found"_s;
    QTest::newRow("link to no alert")
        << u"incident_alert"_s << Row{{u"incident"_s, kIncident}, {u"alert"_s, kEntry}} << desk()
        << u"not_found"_s;

    const Row person{{u"login"_s, u"new"_s}, {u"active"_s, true}};
    for (const QString &table : {u"person"_s, u"person_right"_s, u"station"_s}) {
        QTest::addRow("%s by a member", qPrintable(table))
            << table << person << chen << u"not_admin"_s;
        QTest::addRow("%s by a lead", qPrintable(table))
            << table << person << lead() << u"not_admin"_s;
        QTest::addRow("%s by a station", qPrintable(table))
            << table << person << desk() << u"not_admin"_s;
        QTest::addRow("%s by an admin", qPrintable(table)) << table << person << admin() << ok;
    }
    QTest::newRow("login taken") << u"person"_s << Row{{u"login"_s, u"chen"_s}} << admin()
                                 << u"login_taken"_s;
    QTest::newRow("name taken") << u"station"_s << Row{{u"name"_s, u"desk-1"_s}} << admin()
                                << u"name_taken"_s;

    for (const QString &table : {u"policy"_s, u"rule"_s, u"source"_s, u"target"_s}) {
        QTest::addRow("%s by a member", qPrintable(table))
            << table << Row{} << chen << u"not_senior"_s;
        QTest::addRow("%s by a station", qPrintable(table))
            << table << Row{} << desk() << u"not_senior"_s;
    }
    QTest::newRow("source") << u"source"_s << Row{{u"name"_s, u"p"_s}} << lead() << ok;
    for (const auto kind : codes::kTargetKinds)
        QTest::newRow(kind.data())
            << u"target"_s << Row{{u"key"_s, u"k"_s}, {u"kind"_s, QString(kind)}} << lead() << ok;
    QTest::newRow("target kind") << u"target"_s << Row{{u"key"_s, u"k"_s}, {u"kind"_s, u"x"_s}}
                                 << lead() << u"kind_unknown"_s;
    QTest::newRow("key taken") << u"target"_s
                               << Row{{u"key"_s, u"site.r1"_s}, {u"kind"_s, u"site"_s}} << lead()
                               << u"key_taken"_s;
}

void TestGuards::inserts()
{
    QFETCH(QString, table);
    QFETCH(Row, row);
    QFETCH(Actor, actor);
    QFETCH(QString, refused);
    MemoryFacts facts;
    facts.add(u"incident"_s, {{u"id"_s, kIncident}, {u"part"_s, u"core"_s}});
    facts.add(u"log_entry"_s, {{u"id"_s, kEntry}, {u"incident"_s, kIncident}});
    facts.add(u"station"_s, {{u"name"_s, u"desk-1"_s}});
    facts.add(u"target"_s, {{u"key"_s, u"site.r1"_s}, {u"kind"_s, u"site"_s}});
    row.insert("id"_L1, kOther);
    QCOMPARE(judge(table, std::nullopt, row, actor, kNow, kNow, facts).refused, refused);
}

void TestGuards::entryOfUnknownIncidentGoesToTheDay()
{
    MemoryFacts facts;
    const Judgement judged = judge(u"log_entry", std::nullopt,
        {{u"id"_s, kEntry}, {u"kind"_s, u"note"_s}, {u"text"_s, u"记录"_s},
            {u"incident"_s, kIncident}, {u"params"_s, QJsonObject{{u"a"_s, 1}}}},
        member(u"chen"_s), kNow, kNow, facts);
    QVERIFY(judged.accepted());
    QVERIFY(judged.row.value("incident"_L1).isNull());
    QCOMPARE(judged.row.value("params"_L1).toObject(),
        (QJsonObject{{u"a"_s, 1}, {u"incident"_s, kIncident}}));
    QCOMPARE(text(judged.row, "chain"_L1), u"day:2026-03-18"_s);
    QCOMPARE(text(judged.row, "part"_L1), u"2026-03"_s);
}

void TestGuards::entryKnowsItsChainAndAuthor()
{
    MemoryFacts facts;
    facts.add(u"incident"_s, {{u"id"_s, kIncident}, {u"part"_s, u"2026-02"_s}});
    Row row{{u"id"_s, kEntry}, {u"kind"_s, u"note"_s}, {u"text"_s, u"记录"_s},
        {u"incident"_s, kIncident}, {u"happened_at"_s, u"2036-01-01T00:00:00.000000Z"_s}};
    const base::Instant at = kNow - std::chrono::minutes{5};
    Judgement judged = judge(u"log_entry", std::nullopt, row, member(u"chen"_s), at, kNow, facts);
    QCOMPARE(text(judged.row, "chain"_L1), u"incident:"_s + kIncident);
    QCOMPARE(text(judged.row, "part"_L1), u"2026-02"_s);
    QCOMPARE(text(judged.row, "author"_L1), u"chen"_s);
    QCOMPARE(text(judged.row, "recorded_at"_L1), base::toIso(kNow));
    // It cannot have happened later than now; without a time it happened when it was typed.
    QCOMPARE(text(judged.row, "happened_at"_L1), base::toIso(kNow));
    row.remove("happened_at"_L1);
    judged = judge(u"log_entry", std::nullopt, row, member(u"chen"_s), at, kNow, facts);
    QCOMPARE(text(judged.row, "happened_at"_L1), base::toIso(at));
}

void TestGuards::entryIsNeverChanged()
{
    MemoryFacts facts;
    const Row row{{u"id"_s, kEntry}, {u"kind"_s, u"note"_s}, {u"text"_s, u"a"_s}};
    for (const auto table : {u"log_entry", u"policy", u"rule", u"incident_alert"}) {
        const bool machine = QStringView(table) == u"incident_alert";
        const auto judged = judge(table, row, row, machine ? desk() : admin(), kNow, kNow, facts);
        QCOMPARE(judged.refused, u"immutable"_s);
    }
}

void TestGuards::alertLives()
{
    MemoryFacts facts;
    const Row firing{{u"id"_s, kEntry}, {u"rule"_s, u"loss"_s}, {u"target"_s, u"site.r1"_s},
        {u"metric"_s, u"loss"_s}, {u"starts_at"_s, u"2026-03-18T14:30:00.000000Z"_s},
        {u"state"_s, u"firing"_s}, {u"level"_s, u"blue"_s}};
    for (const auto column : {"rule"_L1, "target"_L1, "metric"_L1, "starts_at"_L1}) {
        Row other = firing;
        other.insert(column, u"2026-03-18T14:31:00.000000Z"_s);
        QCOMPARE(judge(u"alert", firing, other, desk(), kNow, kNow, facts).refused, u"immutable"_s);
    }
    Row raised = firing;
    raised.insert("level"_L1, u"red"_s);
    const Judgement higher = judge(u"alert", firing, raised, desk(), kNow, kNow, facts);
    QVERIFY(higher.accepted());
    QCOMPARE(text(higher.row, "part"_L1), u"core"_s);
    Row cleared = firing;
    cleared.insert("state"_L1, u"cleared"_s);
    const Judgement judged = judge(u"alert", firing, cleared, desk(), kNow, kNow, facts);
    QCOMPARE(text(judged.row, "ended_at"_L1), base::toIso(kNow));
    QCOMPARE(text(judged.row, "part"_L1), u"2026-03"_s);
    QCOMPARE(judge(u"alert", judged.row, firing, desk(), kNow, kNow, facts).refused, u"closed"_s);
}

void TestGuards::joiningIsWritten()
{
    MemoryFacts facts;
    facts.add(u"incident"_s, {{u"id"_s, kIncident}, {u"part"_s, u"core"_s}});
    facts.add(u"alert"_s,
        {{u"id"_s, kEntry}, {u"rule"_s, u"loss"_s}, {u"target"_s, u"site.r1"_s},
            {u"level"_s, u"red"_s}, {u"value"_s, 7.5}});
    const Judgement judged = judge(u"incident_alert", std::nullopt,
        {{u"id"_s, kOther}, {u"incident"_s, kIncident}, {u"alert"_s, kEntry}, {u"fence"_s, 1}},
        desk(), kNow, kNow, facts);
    QCOMPARE(judged.entries.size(), 1);
    QCOMPARE(judged.entries.first().code, u"alert_joined"_s);
    QCOMPARE(base::toText(judged.entries.first().incident), kIncident);
    QCOMPARE(judged.entries.first().params,
        (QJsonObject{{u"alert"_s, kEntry}, {u"rule"_s, u"loss"_s}, {u"target"_s, u"site.r1"_s},
            {u"level"_s, u"red"_s}, {u"value"_s, 7.5}}));
    QVERIFY(judged.row.value("fence"_L1).isNull());
}

void TestGuards::rolesAreWritten()
{
    MemoryFacts facts;
    const Row given{{u"id"_s, kOther}, {u"incident"_s, kIncident}, {u"role"_s, u"scribe"_s},
        {u"person"_s, u"zhou"_s}};
    const Actor chen = member(u"chen"_s);
    const QJsonObject params{{u"role"_s, u"scribe"_s}, {u"person"_s, u"zhou"_s}};
    facts.add(u"incident"_s, {{u"id"_s, kIncident}, {u"part"_s, u"2026-02"_s}});
    Judgement judged = judge(u"incident_role", std::nullopt, given, chen, kNow, kNow, facts);
    QCOMPARE(text(judged.row, "part"_L1), u"2026-02"_s);
    QCOMPARE(judged.entries.first().code, u"role_given"_s);
    QCOMPARE(judged.entries.first().params, params);
    Row left = given;
    left.insert("deleted"_L1, true);
    judged = judge(u"incident_role", given, left, chen, kNow, kNow, facts);
    QCOMPARE(judged.entries.first().code, u"role_left"_s);
    QCOMPARE(judged.entries.first().params, params);
}

void TestGuards::lastAdminStays()
{
    MemoryFacts facts;
    const Row root = facts.rowsWhere(u"person", "login"_L1, u"root"_s).first();
    const Row right = facts.rowsWhere(u"person_right", "person"_L1, u"root"_s).first();
    Row disabled = root;
    disabled.insert("active"_L1, false);
    Row taken = right;
    taken.insert("deleted"_L1, true);
    Row lowered = right;
    lowered.insert("right_name"_L1, u"lead"_s);
    const auto refusedOf = [&](QStringView table, const Row &old, const Row &now) {
        return judge(table, old, now, admin(), kNow, kNow, facts).refused;
    };
    QCOMPARE(refusedOf(u"person", root, disabled), u"last_admin"_s);
    QCOMPARE(refusedOf(u"person_right", right, taken), u"last_admin"_s);
    QCOMPARE(refusedOf(u"person_right", right, lowered), u"last_admin"_s);
    // An admin who has left is none.
    facts.add(u"person_right"_s, {{u"person"_s, u"gone"_s}, {u"right_name"_s, u"admin"_s}});
    QCOMPARE(refusedOf(u"person", root, disabled), u"last_admin"_s);
    facts.add(u"person_right"_s, {{u"person"_s, u"chen"_s}, {u"right_name"_s, u"admin"_s}});
    QCOMPARE(refusedOf(u"person", root, disabled), QString());
    QCOMPARE(refusedOf(u"person_right", right, taken), QString());
    QCOMPARE(refusedOf(u"person_right", right, lowered), QString());
}

void TestGuards::loginsAreUniqueAndKept()
{
    MemoryFacts facts;
    const Row chen = facts.rowsWhere(u"person", "login"_L1, u"chen"_s).first();
    Row named = chen;
    named.insert("name"_L1, u"陈"_s);
    QVERIFY(judge(u"person", chen, named, admin(), kNow, kNow, facts).accepted());
    Row renamed = chen;
    renamed.insert("login"_L1, u"chen2"_s);
    QCOMPARE(judge(u"person", chen, renamed, admin(), kNow, kNow, facts).refused, u"immutable"_s);
    renamed.insert("login"_L1, u"zhou"_s);
    QCOMPARE(judge(u"person", chen, renamed, admin(), kNow, kNow, facts).refused, u"login_taken"_s);
}

void TestGuards::versionsFollowOneAnother()
{
    MemoryFacts facts;
    const auto policy = [&](const QJsonValue &version, const QJsonObject &document) {
        return judge(u"policy", std::nullopt,
            {{u"id"_s, kOther}, {u"version"_s, version}, {u"doc"_s, document}}, lead(), kNow, kNow,
            facts);
    };
    for (const QJsonValue &version : {QJsonValue(), QJsonValue(1), QJsonValue(3)})
        QCOMPARE(policy(version, defaultPolicyDocument()).refused, u"version_taken"_s);
    QCOMPARE(policy(2, {}).refused, u"doc_invalid"_s);
    QCOMPARE(policy(2, {}).params, (QJsonObject{{u"where"_s, u"zone"_s}}));
    const Judgement second = policy(2, defaultPolicyDocument());
    QVERIFY(second.accepted());
    QCOMPARE(second.entries.first().code, u"policy_changed"_s);
    QCOMPARE(second.entries.first().params, (QJsonObject{{u"version"_s, 2}}));
    QVERIFY(second.entries.first().incident.isNull());

    const auto rule = [&](const QString &name, int version) {
        return judge(u"rule", std::nullopt,
            {{u"id"_s, kOther}, {u"name"_s, name}, {u"version"_s, version},
                {u"doc"_s, ruleDocument()}},
            lead(), kNow, kNow, facts);
    };
    QCOMPARE(rule(u"loss"_s, 2).refused, u"version_taken"_s);
    QCOMPARE(rule(u"rtt"_s, 1).params, (QJsonObject{{u"where"_s, u"name"_s}}));
    const Judgement first = rule(u"loss"_s, 1);
    QCOMPARE(first.entries.first().code, u"rule_changed"_s);
    QCOMPARE(
        first.entries.first().params, (QJsonObject{{u"name"_s, u"loss"_s}, {u"version"_s, 1}}));
    facts.add(u"rule"_s, first.row);
    QCOMPARE(rule(u"loss"_s, 1).refused, u"version_taken"_s);
    QVERIFY(rule(u"loss"_s, 2).accepted());
}

} // namespace

QTEST_GUILESS_MAIN(TestGuards)
#include "tst_guards.moc"
