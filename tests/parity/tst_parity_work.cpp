// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/ids.h"
#include "app/domain/derivedids.h"
#include "app/domain/tables.h"
#include "tests/parity/incidentrows.h"
#include "tests/parity/parityserver.h"

#include <QTest>

using namespace watchroom;
using namespace watchroom::domain;
using namespace watchroom::parity;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kRandomTrials = 6'000;

/// A column and the values it may be tried with.
struct Choice
{
    QString column;
    QList<QJsonValue> values;
};

QJsonArray words(std::initializer_list<const char *> texts)
{
    QJsonArray all;
    for (const char *text : texts)
        all.append(QString::fromUtf8(text));
    return all;
}

QList<QJsonValue> orAbsent(const QJsonArray &values)
{
    QList<QJsonValue> all{QJsonValue()};
    for (const QJsonValue &value : values)
        all.append(value);
    return all;
}

QJsonValue pick(QRandomGenerator &random, const QList<QJsonValue> &values)
{
    return values.at(random.bounded(int(values.size())));
}

} // namespace

/// The rules of tickets and pending items, in C++ and in the server.
class TestParityWork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void opened_data();
    void opened();
    void changed_data();
    void changed();
    void byChance_data();
    void byChance();

private:
    [[nodiscard]] QList<Choice> choices(const QString &table) const;
    [[nodiscard]] Row workRow(const QString &table, const Row &changes = {}) const;
    Row add(const QString &table, const Row &changes = {});
    void put(const QString &table, OperationKind kind, const Row &old, const Row &set);
    [[nodiscard]] bool isEqual(const QStringList &expected);

    ParityServer m_server;
    ParityFacts m_facts;
    base::Instant m_now;
    QList<Trial> m_trials;
    QString m_incident;
};

void TestParityWork::initTestCase()
{
    QVERIFY2(m_server.start(), m_server.error().constData());
}

void TestParityWork::init()
{
    makeTeam(m_facts);
    m_trials.clear();
    m_now = m_server.begin();
    m_incident = text(addIncident(m_facts, {}, m_now), "id"_L1);
}

void TestParityWork::cleanup()
{
    m_server.rollback();
}

// Every value a rule looks at, good and bad.
QList<Choice> TestParityWork::choices(const QString &table) const
{
    const QJsonArray people = words({"anna", "ben", "lena", "ines", "gwen", "nobody", ""});
    const QJsonValue longLine = QString(2'001, u'长');
    const QString soon = base::toIso(m_now + 3h);
    QList<Choice> all{{u"title"_s, {u"换备用线路"_s, u" "_s, QJsonValue(), QString(201, u'x')}},
        {u"detail"_s, {QJsonValue(), u"一行"_s, QString(200'001, u'x')}},
        {u"level"_s, orAbsent(words({"blue", "yellow", "red", "green"}))},
        {u"tech_group"_s, orAbsent(words({"network", "kitchen"}))},
        {u"incident"_s, {QJsonValue(), m_incident, base::toText(nextId())}},
        {u"owner"_s, orAbsent(people)}, {u"offered_to"_s, orAbsent(people)},
        {u"state"_s, orAbsent(words({"open", "done", "dropped", "odd"}))},
        {u"outcome"_s, {QJsonValue(), u"已更换"_s, u"　"_s, longLine}},
        {u"next_action"_s, {QJsonValue(), u"打给运营商"_s, longLine}},
        {u"due_at"_s, {QJsonValue(), soon, base::toIso(m_now - 1h)}},
        {u"contingency"_s, {QJsonValue(), u"若再中断则切换"_s, longLine}}};
    if (table == "ticket"_L1) {
        all.append({u"waiting_for"_s, orAbsent(words({"运营商", ""}))});
        all.append({u"label"_s, orAbsent(words({"A1-9"}))});
        QList<QJsonValue> links = orAbsent(
            words({"https://jira.example/T-1", "http://a", "http://", "ftp://a/b", "https://a b",
                "javascript:alert(1)", "HTTPS://A", "https://a\tb", "https://例子.cn/工单", ""}));
        links.append(QString(u"https://"_s + QString(2'000, u'a')));
        links.append(u"https://a\x7f"_s);
        all.append({u"url"_s, links});
    }
    return all;
}

Row TestParityWork::workRow(const QString &table, const Row &changes) const
{
    Row row{{u"id"_s, base::toText(nextId())}, {u"deleted"_s, false}, {u"part"_s, u"core"_s},
        {u"title"_s, u"备用线路无信号"_s}, {u"level"_s, u"yellow"_s}, {u"state"_s, u"open"_s},
        {u"opened_by"_s, u"ben"_s}, {u"opened_at"_s, base::toIso(m_now - 40min)},
        {u"carried"_s, 2}};
    if (table == "ticket"_L1) {
        row.insert("label"_L1, u"A1-7"_s);
        row.insert("number"_L1, 131);
        row.insert("waited_s"_L1, 61);
    }
    for (auto it = changes.begin(); it != changes.end(); ++it)
        row.insert(it.key(), it.value());
    return row;
}

Row TestParityWork::add(const QString &table, const Row &changes)
{
    const Row row = workRow(table, changes);
    m_facts.add(table, row);
    return row;
}

void TestParityWork::put(const QString &table, OperationKind kind, const Row &old, const Row &set)
{
    for (const Someone &who : everybody(m_facts)) {
        // The tables have no fence, so no station's operation can carry one.
        Someone judged = who;
        judged.fence = 0;
        judged.actor.fenceHolds = false;
        m_trials.append({table, kind, old, set, judged.actor, judged.fence, m_now - 30s});
        if (kind == OperationKind::Insert)
            m_trials.last().set.insert("id"_L1, base::toText(nextId()));
    }
}

bool TestParityWork::isEqual(const QStringList &expected)
{
    QSet<QString> verdicts;
    if (!m_server.load(m_facts) || !compare(m_server, m_facts, m_trials, m_now, verdicts))
        return false;
    const QSet<QString> wanted(expected.begin(), expected.end());
    if (verdicts != wanted)
        qWarning() << "verdicts" << verdicts << "expected" << wanted;
    return verdicts == wanted;
}

void TestParityWork::opened_data()
{
    QTest::addColumn<QString>("table");
    QTest::newRow("ticket") << u"ticket"_s;
    QTest::newRow("pending item") << u"pending_item"_s;
}

void TestParityWork::opened()
{
    QFETCH(const QString, table);
    const Row plain{{u"title"_s, u"无信号"_s}, {u"level"_s, u"red"_s}};
    put(table, OperationKind::Insert, {}, plain);
    for (const Choice &choice : choices(table)) {
        for (const QJsonValue &value : choice.values) {
            Row set = plain;
            set.insert(choice.column, value);
            put(table, OperationKind::Insert, {}, set);
            // Owned by whoever it is, and offered to somebody.
            set.insert("owner"_L1, u"anna"_s);
            set.insert(choice.column, value);
            put(table, OperationKind::Insert, {}, set);
        }
    }
    QStringList expected{u""_s, u"not_active"_s, u"old_fence"_s, u"title_missing"_s,
        u"title_too_long"_s, u"level_unknown"_s, u"group_unknown"_s, u"state_unknown"_s,
        u"too_large"_s, u"not_found"_s, u"owner_other"_s, u"owner_unknown"_s};
    if (table == "ticket"_L1)
        expected.append(u"url_refused"_s);
    QVERIFY(isEqual(expected));
}

void TestParityWork::changed_data()
{
    opened_data();
}

void TestParityWork::changed()
{
    QFETCH(const QString, table);
    const QString since = base::toIso(m_now - 9min);
    QList<Row> olds{add(table), add(table, {{u"owner"_s, u"anna"_s}}),
        add(table, {{u"owner"_s, u"ben"_s}, {u"offered_to"_s, u"anna"_s}}),
        add(table, {{u"offered_to"_s, u"anna"_s}}),
        add(table, {{u"owner"_s, u"anna"_s}, {u"incident"_s, m_incident}}),
        add(table,
            {{u"state"_s, u"done"_s}, {u"owner"_s, u"anna"_s}, {u"closed_at"_s, since},
                {u"part"_s, monthPart(m_now - 9min)}})};
    if (table == "ticket"_L1)
        olds.append(add(table,
            {{u"owner"_s, u"anna"_s}, {u"waiting_for"_s, u"运营商"_s}, {u"waiting_since"_s, since},
                {u"url"_s, u"https://a/1"_s}}));
    for (const Row &old : std::as_const(olds)) {
        put(table, OperationKind::Delete, old, {});
        for (const Choice &choice : choices(table))
            for (const QJsonValue &value : choice.values)
                put(table, OperationKind::Update, old, {{choice.column, value}});
        put(table, OperationKind::Update, old,
            {{u"state"_s, u"dropped"_s}, {u"outcome"_s, u"不再需要"_s}});
    }
    QStringList expected{u""_s, u"not_active"_s, u"old_fence"_s, u"closed"_s, u"immutable"_s,
        u"title_missing"_s, u"title_too_long"_s, u"level_unknown"_s, u"group_unknown"_s,
        u"state_unknown"_s, u"too_large"_s, u"not_found"_s, u"owner_other"_s, u"owner_unknown"_s,
        u"not_owner"_s, u"not_claimed"_s, u"reason_missing"_s};
    if (table == "ticket"_L1)
        expected.append(u"url_refused"_s);
    QVERIFY(isEqual(expected));
}

void TestParityWork::byChance_data()
{
    opened_data();
}

// Several columns at once, so that the order of the rules and of the entries is compared too.
void TestParityWork::byChance()
{
    QFETCH(const QString, table);
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    const QList<Choice> all = choices(table);
    const QList<Someone> people = everybody(m_facts);
    const QList<QJsonValue> owners = orAbsent(words({"anna", "lena", "ben"}));
    for (int i = 0; i < kRandomTrials; ++i) {
        Row state{{u"owner"_s, pick(random, owners)}, {u"offered_to"_s, pick(random, owners)}};
        if (table == "ticket"_L1 && random.bounded(2) == 0) {
            state.insert("waiting_for"_L1, u"运营商"_s);
            state.insert("waiting_since"_L1,
                base::toIso(m_now - std::chrono::microseconds{random.bounded(600'000'000)}));
        }
        const Row old = add(table, state);
        Row set;
        const int wanted = 1 + random.bounded(4);
        for (int k = 0; k < wanted; ++k) {
            const Choice &choice = all.at(random.bounded(int(all.size())));
            // Most of what people write is right.
            set.insert(choice.column,
                random.bounded(4) > 0
                    ? choice.values.at(std::min<qsizetype>(1, choice.values.size() - 1))
                    : pick(random, choice.values));
        }
        const Someone who = people.at(random.bounded(3));
        m_trials.append({table, OperationKind::Update, old, set, who.actor, 0, m_now - 30s});
    }
    QSet<QString> verdicts;
    QVERIFY(m_server.load(m_facts));
    QVERIFY(compare(m_server, m_facts, m_trials, m_now, verdicts));
    QVERIFY(verdicts.contains(QString()));
}

QTEST_GUILESS_MAIN(TestParityWork)

#include "tst_parity_work.moc"
