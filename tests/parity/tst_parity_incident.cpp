// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/ids.h"
#include "tests/parity/incidentrows.h"
#include "tests/parity/parityserver.h"

#include <QTest>

using namespace watchroom;
using namespace watchroom::domain;
using namespace watchroom::parity;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QStringList kLevelNames{u"blue"_s, u"yellow"_s, u"red"_s};

QList<GateFacts> gateFacts()
{
    return {{}, {false, false, false, false, false}, {.acknowledged = false}, {.assessed = false},
        {.cause = false}, {.verified = false}, {.told = false}};
}

} // namespace

/// An incident's rules in C++ and in the server: the same verdict, row, entries and stage records
/// for every combination.
class TestParityIncident : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void stages_data();
    void stages();
    void owners();
    void levels();
    void acknowledgements();
    void waiting();
    void groups();
    void assessment();
    void frame();
    void inserts();
    void mixtures_data();
    void mixtures();
    void everyVerdictWasMet();

private:
    void add(const Row &old, const Row &set, const Someone &who);
    void addForAll(const Row &old, const QList<Row> &sets);
    [[nodiscard]] bool isEqual();

    ParityServer m_server;
    ParityFacts m_facts;
    base::Instant m_now;
    QList<Trial> m_trials;
    QSet<QString> m_verdicts;
};

void TestParityIncident::initTestCase()
{
    QVERIFY2(m_server.start(), m_server.error().constData());
}

void TestParityIncident::init()
{
    makeTeam(m_facts);
    m_trials.clear();
    m_now = m_server.begin();
}

void TestParityIncident::cleanup()
{
    m_server.rollback();
}

void TestParityIncident::add(const Row &old, const Row &set, const Someone &who)
{
    m_trials.append({.table = u"incident"_s,
        .kind = old.isEmpty() ? OperationKind::Insert : OperationKind::Update,
        .old = old,
        .set = set,
        .actor = who.actor,
        .fence = who.fence,
        .at = m_now - 30s});
}

void TestParityIncident::addForAll(const Row &old, const QList<Row> &sets)
{
    const QList<Someone> all = everybody(m_facts);
    for (const Someone &who : all)
        for (const Row &set : sets)
            add(old, set, who);
}

bool TestParityIncident::isEqual()
{
    return m_server.load(m_facts) && compare(m_server, m_facts, m_trials, m_now, m_verdicts);
}

void TestParityIncident::stages_data()
{
    QTest::addColumn<int>("who");
    ParityFacts facts;
    makeTeam(facts);
    const QList<Someone> all = everybody(facts);
    for (const int i : {0, 1, 2, 3, 7, 8})
        QTest::addRow("%s %d", qPrintable(all[i].actor.name), int(all[i].fence)) << i;
}

void TestParityIncident::stages()
{
    QFETCH(int, who);
    const Someone someone = everybody(m_facts).at(who);
    const QStringList stageNames{u"detection"_s, u"assessment"_s, u"diagnosis"_s, u"recovery"_s,
        u"notification"_s, u"review"_s, u"closed"_s, u"elsewhere"_s};
    const QList<QJsonValue> reasons{
        QJsonValue(), u"other"_s, u"new_findings"_s, u"not_needed"_s, u"nonsense"_s};
    for (int stage = 1; stage <= 7; ++stage) {
        for (const QString &level : kLevelNames) {
            for (const QString &owner : {QString(), someone.actor.name, u"ben"_s}) {
                for (const GateFacts &gates : gateFacts()) {
                    const Row old = addIncident(
                        m_facts, {static_cast<Stage>(stage), level, owner, gates}, m_now);
                    for (const QString &to : stageNames)
                        for (const QJsonValue &reason : reasons)
                            add(old, {{u"stage"_s, to}, {u"stage_reason"_s, reason}}, someone);
                }
            }
        }
    }
    QVERIFY(isEqual());
}

void TestParityIncident::owners()
{
    for (const QString &owner : {u""_s, u"anna"_s, u"ben"_s, u"lena"_s}) {
        const Row old = addIncident(m_facts, {.owner = owner}, m_now);
        QList<Row> sets{{{u"owner"_s, QJsonValue()}},
            {{u"owner"_s, QJsonValue()}, {u"acknowledged_by"_s, u"anna"_s}}};
        for (const auto *to : {"anna", "ben", "lena", "adam", "ines", "gwen", "nobody", "duty-1"}) {
            sets.append({{u"owner"_s, QString::fromLatin1(to)}});
            sets.append({{u"owner"_s, QString::fromLatin1(to)}, {u"stage"_s, u"assessment"_s},
                {u"acknowledged_by"_s, QJsonValue()}});
        }
        addForAll(old, sets);
    }
    QVERIFY(isEqual());
}

void TestParityIncident::levels()
{
    const QList<QJsonValue> reasons{QJsonValue(), u"misjudged"_s, u"impact_ended"_s,
        u"scope_smaller"_s, u"duplicate"_s, u"other"_s, u"not_needed"_s};
    for (const Stage stage : kStages) {
        for (const QString &from : kLevelNames) {
            for (const bool timed : {true, false}) {
                Row old = addIncident(m_facts, {stage, from, u"anna"_s}, m_now);
                if (!timed)
                    old.insert("due_at"_L1, QJsonValue());
                old.insert("waited_s"_L1, 75);
                m_facts.add(u"incident"_s, old);
                QList<Row> sets{{{u"level"_s, u"purple"_s}}, {{u"level"_s, QJsonValue()}}};
                for (const QString &to : kLevelNames)
                    for (const QJsonValue &reason : reasons)
                        sets.append({{u"level"_s, to}, {u"level_reason"_s, reason}});
                sets.append({{u"level"_s, u"red"_s}, {u"owner"_s, u"lena"_s}});
                sets.append({{u"level"_s, u"red"_s}, {u"recovered_at"_s, base::toIso(m_now)}});
                addForAll(old, sets);
            }
        }
    }
    QVERIFY(isEqual());
}

void TestParityIncident::acknowledgements()
{
    for (const bool acknowledged : {true, false}) {
        const Row old = addIncident(m_facts, {.gates = {.acknowledged = acknowledged}}, m_now);
        QList<Row> sets{{{u"acknowledged_by"_s, QJsonValue()}},
            {{u"acknowledged_by"_s, QJsonValue()}, {u"acknowledged_at"_s, QJsonValue()}},
            {{u"acknowledged_at"_s, QJsonValue()}},
            {{u"acknowledged_by"_s, u"ben"_s}, {u"acknowledged_at"_s, base::toIso(m_now)}}};
        for (const auto *login : {"anna", "lena", "adam", "ines", "duty-1"}) {
            const QString by = QString::fromLatin1(login);
            sets.append({{u"acknowledged_by"_s, by}});
            for (const auto &at : {m_now - 2h, m_now - 20min, m_now - 1min, m_now + 1h})
                sets.append({{u"acknowledged_by"_s, by}, {u"acknowledged_at"_s, base::toIso(at)}});
        }
        addForAll(old, sets);
    }
    QVERIFY(isEqual());
}

void TestParityIncident::waiting()
{
    for (const QString &owner : {u""_s, u"anna"_s, u"ben"_s}) {
        for (const auto &since : {0s, 20s, 400s}) {
            Row old = addIncident(m_facts, {Stage::Diagnosis, u"red"_s, owner}, m_now);
            if (since > 0s) {
                old.insert("waiting_for"_L1, u"ISP"_s);
                old.insert("waiting_since"_L1, base::toIso(m_now - since - 123456us));
            }
            m_facts.add(u"incident"_s, old);
            addForAll(old,
                {{{u"waiting_for"_s, QJsonValue()}}, {{u"waiting_for"_s, u"ISP"_s}},
                    {{u"waiting_for"_s, u"厂家"_s}}, {{u"waiting_for"_s, u""_s}},
                    {{u"waiting_for"_s, QJsonValue()}, {u"stage"_s, u"recovery"_s}},
                    {{u"stage"_s, u"recovery"_s}},
                    {{u"stage"_s, u"closed"_s}, {u"stage_reason"_s, u"false_alarm"_s}},
                    {{u"waiting_for"_s, u"ISP"_s}, {u"level"_s, u"yellow"_s},
                        {u"level_reason"_s, u"other"_s}}});
        }
    }
    QVERIFY(isEqual());
}

void TestParityIncident::groups()
{
    const QList<QJsonValue> groups{
        QJsonValue(), u"network"_s, u"audio_video"_s, u"system"_s, u"kitchen"_s, u""_s};
    for (int moves = 0; moves <= 3; ++moves) {
        for (const QJsonValue &from : {groups[0], groups[1], groups[2]}) {
            Row old = addIncident(m_facts, {.stage = Stage::Assessment, .owner = u"anna"_s}, m_now);
            old.insert("group_moves"_L1, moves);
            old.insert("tech_group"_L1, from);
            m_facts.add(u"incident"_s, old);
            QList<Row> sets;
            for (const QJsonValue &to : groups) {
                sets.append({{u"tech_group"_s, to}});
                sets.append({{u"tech_group"_s, to}, {u"stage"_s, u"diagnosis"_s}});
            }
            addForAll(old, sets);
        }
    }
    QVERIFY(isEqual());
}

void TestParityIncident::assessment()
{
    const QList<QJsonValue> sites{QJsonValue(), QJsonArray{}, QJsonArray{u"s1"_s}, u"s1"_s, true};
    const QList<QJsonValue> confirmed{QJsonValue(), true, false};
    Row old = addIncident(
        m_facts, {Stage::Assessment, u"yellow"_s, u"anna"_s, {.assessed = false}}, m_now);
    QList<Row> sets;
    for (const QJsonValue &site : sites)
        for (const QJsonValue &level : confirmed)
            for (const QJsonValue &group : {QJsonValue(), QJsonValue(u"system"_s)})
                for (const QString &to : {u"assessment"_s, u"diagnosis"_s})
                    sets.append({{u"sites"_s, site}, {u"level_confirmed"_s, level},
                        {u"tech_group"_s, group}, {u"stage"_s, to}});
    addForAll(old, sets);
    QVERIFY(isEqual());
}

void TestParityIncident::frame()
{
    const Row old = addIncident(m_facts, {.owner = u"anna"_s}, m_now);
    addForAll(old,
        {{{u"label"_s, u"B2-1"_s}}, {{u"drill"_s, true}}, {{u"drill"_s, QJsonValue()}},
            {{u"opened_at"_s, base::toIso(m_now)}}, {{u"policy_version"_s, 2}},
            {{u"policy_version"_s, QJsonValue()}}, {{u"previous"_s, old.value("id"_L1)}},
            {{u"title"_s, u""_s}}, {{u"title"_s, QJsonValue()}}, {{u"title"_s, u" \t　\n"_s}},
            {{u"title"_s, QString(200, u'网')}}, {{u"title"_s, QString(201, u'网')}},
            {{u"title"_s, u"😀"_s.repeated(200)}}, {{u"title"_s, u"😀"_s.repeated(201)}},
            {{u"title"_s, u"新"_s}, {u"level"_s, u"purple"_s}},
            {{u"tech_group"_s, u"kitchen"_s}, {u"level"_s, u"purple"_s}},
            {{u"target"_s, u"egress-2"_s}}, {{u"recovered_at"_s, base::toIso(m_now - 5s)}},
            {{u"stage"_s, QJsonValue()}}, {{u"stage"_s, u""_s}}, {{u"fence"_s, 7}}, {}});
    const Row closed = addIncident(m_facts, {.stage = Stage::Closed, .owner = u"anna"_s}, m_now);
    addForAll(closed,
        {{{u"title"_s, u"x"_s}}, {{u"stage"_s, u"review"_s}, {u"stage_reason"_s, u"came_back"_s}},
            {{u"recovered_at"_s, QJsonValue()}}});
    m_trials.append({.table = u"incident"_s,
        .kind = OperationKind::Delete,
        .old = old,
        .actor = m_facts.person(u"adam"_s),
        .at = m_now});
    QVERIFY(isEqual());
}

void TestParityIncident::inserts()
{
    const QList<Row> variants{{}, {{u"title"_s, u" "_s}}, {{u"title"_s, QString(201, u'x')}},
        {{u"level"_s, u"purple"_s}}, {{u"level"_s, QJsonValue()}}, {{u"stage"_s, u"detection"_s}},
        {{u"stage"_s, u"recovery"_s}}, {{u"tech_group"_s, u"kitchen"_s}},
        {{u"tech_group"_s, u"network"_s}}, {{u"owner"_s, u"anna"_s}}, {{u"owner"_s, u"lena"_s}},
        {{u"owner"_s, u"duty-1"_s}}, {{u"owner"_s, u"ines"_s}}, {{u"policy_version"_s, 1}},
        {{u"policy_version"_s, 9}}, {{u"drill"_s, true}},
        {{u"sites"_s, QJsonArray{u"s1"_s}}, {u"level_confirmed"_s, true}},
        {{u"cause"_s, u"x"_s}, {u"verified"_s, u"y"_s}, {u"told"_s, QJsonArray{u"business"_s}},
            {u"waiting_for"_s, u"z"_s}, {u"recovered_at"_s, base::toIso(m_now)},
            {u"acknowledged_by"_s, u"ben"_s}, {u"acknowledged_at"_s, base::toIso(m_now)}},
        {{u"opened_at"_s, base::toIso(m_now - 3h)}}, {{u"opened_at"_s, base::toIso(m_now - 24h)}},
        {{u"opened_at"_s, base::toIso(m_now - 25h)}}, {{u"opened_at"_s, base::toIso(m_now + 1h)}},
        {{u"opened_at"_s, base::toIso(m_now - 30s)}}, {{u"label"_s, u"A1-9"_s}},
        {{u"target"_s, u"egress-1"_s}}, {{u"previous"_s, base::toText(nextId())}},
        {{u"level_reason"_s, u"other"_s}, {u"stage_reason"_s, u"other"_s}, {u"fence"_s, 7}}};
    const QList<Someone> all = everybody(m_facts);
    for (const Someone &who : all) {
        for (const QString &level : kLevelNames) {
            for (const Row &variant : variants) {
                Row set{{u"id"_s, base::toText(nextId())}, {u"title"_s, u"视频卡顿"_s},
                    {u"level"_s, level}};
                for (auto it = variant.begin(); it != variant.end(); ++it)
                    set.insert(it.key(), it.value());
                add({}, set, who);
            }
        }
    }
    // The operation's clock is ahead of the server's.
    m_trials.last().at = m_now + 1h;
    QVERIFY(isEqual());
}

void TestParityIncident::mixtures_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 4; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

// Many columns in one change: the order of the rules and what one leaves to the next.
void TestParityIncident::mixtures()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    const QList<Someone> all = everybody(m_facts);
    for (int i = 0; i < 150; ++i) {
        const Row old = randomIncident(m_facts, random, m_now);
        for (int k = 0; k < 20; ++k) {
            // Half of them by the seniors: others are refused before much happens.
            const auto who = random.bounded(2) == 1 ? 1 : random.bounded(int(all.size()));
            add(old, randomChange(random, m_now), all.at(who));
            m_trials.last().at =
                m_now + std::chrono::microseconds{random.bounded(1'000'000'000) - 900'000'000};
        }
    }
    QVERIFY(isEqual());
}

// A comparison of what never happens would prove nothing.
void TestParityIncident::everyVerdictWasMet()
{
    const QStringList expected{u""_s, u"not_active"_s, u"old_fence"_s, u"title_missing"_s,
        u"title_too_long"_s, u"level_unknown"_s, u"stage_first"_s, u"stage_unknown"_s,
        u"group_unknown"_s, u"station_may_not"_s, u"owner_other"_s, u"owner_unknown"_s,
        u"policy_unknown"_s, u"closed"_s, u"immutable"_s, u"not_owner"_s, u"acknowledge_other"_s,
        u"reason_missing"_s, u"group_third_move"_s, u"not_claimed"_s, u"gate_acknowledge"_s,
        u"gate_assessment"_s, u"gate_cause"_s, u"gate_verified"_s, u"gate_told"_s};
    QCOMPARE(m_verdicts, QSet<QString>(expected.begin(), expected.end()));
}

QTEST_GUILESS_MAIN(TestParityIncident)

#include "tst_parity_incident.moc"
