// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/ids.h"
#include "app/domain/rosterrows.h"
#include "app/domain/tables.h"
#include "app/domain/values.h"
#include "tests/parity/incidentrows.h"
#include "tests/parity/parityserver.h"

#include <QJsonDocument>
#include <QTest>

using namespace watchroom;
using namespace watchroom::domain;
using namespace watchroom::parity;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kRandomTrials = 6'000;

/// A column and the values it may be tried with; the second one is what most people would write.
struct Choice
{
    QString column;
    QList<QJsonValue> values;
};

QList<QJsonValue> words(std::initializer_list<const char *> texts)
{
    QList<QJsonValue> all{QJsonValue()};
    for (const char *text : texts)
        all.append(QString::fromUtf8(text));
    return all;
}

QJsonArray people(std::initializer_list<const char *> logins)
{
    QJsonArray all;
    for (const char *login : logins)
        all.append(QString::fromLatin1(login));
    return all;
}

QJsonValue pick(QRandomGenerator &random, const QList<QJsonValue> &values)
{
    return values.at(random.bounded(int(values.size())));
}

} // namespace

/// The rules of positions, rotations, changes of the roster and check-ins, in C++ and in the
/// server.
class TestParityRoster : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void firstPositionsAreTheSame();
    void positions();
    void rotations();
    void checkIns();
    void asked_data();
    void asked();
    void answered();
    void byChance();

private:
    [[nodiscard]] QString at(std::chrono::minutes later) const
    {
        return base::toIso(m_now + later);
    }
    [[nodiscard]] Row overrideRow(const QString &kind) const;
    [[nodiscard]] QList<Choice> choices() const;
    Row add(const QString &table, Row row);
    [[nodiscard]] Row standing(const QString &kind, const QString &state, const Row &changes = {});
    void put(const QString &table, OperationKind kind, const Row &old, const Row &set);
    void putEach(const QString &table, const Row &old, const Row &plain,
        const QList<Choice> &columns, OperationKind kind);
    [[nodiscard]] bool isEqual(const QStringList &expected);

    ParityServer m_server;
    ParityFacts m_facts;
    base::Instant m_now;
    QList<Trial> m_trials;
};

void TestParityRoster::initTestCase()
{
    QVERIFY2(m_server.start(), m_server.error().constData());
}

void TestParityRoster::init()
{
    makeTeam(m_facts);
    for (Position position : firstPositions()) {
        position.id = nextId();
        add(u"position"_s, positionRow(position));
    }
    add(u"position"_s, {{u"code"_s, u"old"_s}, {u"name"_s, u"撤销"_s}, {u"deleted"_s, true}});
    m_trials.clear();
    m_now = m_server.begin();
}

void TestParityRoster::cleanup()
{
    m_server.rollback();
}

Row TestParityRoster::add(const QString &table, Row row)
{
    if (!row.contains("id"_L1))
        row.insert("id"_L1, base::toText(nextId()));
    if (!row.contains("deleted"_L1))
        row.insert("deleted"_L1, false);
    row.insert("part"_L1, u"core"_s);
    m_facts.add(table, row);
    return row;
}

void TestParityRoster::put(const QString &table, OperationKind kind, const Row &old, const Row &set)
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

void TestParityRoster::putEach(const QString &table, const Row &old, const Row &plain,
    const QList<Choice> &columns, OperationKind kind)
{
    put(table, kind, old, plain);
    for (const Choice &choice : columns) {
        for (const QJsonValue &value : choice.values) {
            Row set = plain;
            set.insert(choice.column, value);
            put(table, kind, old, set);
        }
    }
}

bool TestParityRoster::isEqual(const QStringList &expected)
{
    QSet<QString> verdicts;
    if (!m_server.load(m_facts) || !compare(m_server, m_facts, m_trials, m_now, verdicts))
        return false;
    const QSet<QString> wanted(expected.begin(), expected.end());
    if (verdicts != wanted)
        qWarning() << "verdicts" << verdicts << "expected" << wanted;
    return verdicts == wanted;
}

void TestParityRoster::firstPositionsAreTheSame()
{
    const QStringList there = m_server.fetch(
        u"SELECT (sync.j_position(p) - '{rev,ver,deleted,part,updated_by,carried_by,updated_at}'"
        "::text[])::text FROM app.position p ORDER BY ord"_s);
    QStringList here;
    for (const Position &position : firstPositions())
        here.append(QString::fromUtf8(canonicalJson(positionRow(position))));
    QStringList canonical;
    for (const QString &row : there)
        canonical.append(
            QString::fromUtf8(canonicalJson(QJsonDocument::fromJson(row.toUtf8()).object())));
    QCOMPARE(canonical, here);
}

void TestParityRoster::positions()
{
    const QList<Choice> columns{{u"code"_s,
                                    words({"backup", "network", "old", "", "Net", "2nd", "a-b",
                                        "abcdefghijklmnopqrstuvwxyz0123456789"})},
        {u"name"_s, {QJsonValue(), u"备勤"_s, u" "_s, QString(60, u'名'), QString(61, u'名')}},
        {u"name_en"_s, {QJsonValue(), u"Backup"_s, u""_s, QString(61, u'x')}},
        {u"ord"_s, {QJsonValue(), 7}}, {u"needed"_s, {QJsonValue(), true, false}}};
    putEach(u"position"_s, {}, {{u"code"_s, u"backup"_s}, {u"name"_s, u"备勤"_s}}, columns,
        OperationKind::Insert);
    const Row old =
        add(u"position"_s, {{u"code"_s, u"spare"_s}, {u"name"_s, u"后备"_s}, {u"needed"_s, false}});
    putEach(u"position"_s, old, {}, columns, OperationKind::Update);
    put(u"position"_s, OperationKind::Delete, old, {});
    QVERIFY(isEqual({u""_s, u"not_active"_s, u"old_fence"_s, u"not_senior"_s, u"immutable"_s,
        u"doc_invalid"_s, u"name_taken"_s}));
}

void TestParityRoster::rotations()
{
    QJsonArray many;
    for (int i = 0; i < 51; ++i)
        many.append(u"p%1"_s.arg(i));
    const QList<QJsonValue> times = words({"08:00", "8:00", "24:00", "23:59", "08:60", "", "0800"});
    const QList<QJsonValue> dates = words({"2026-03-16", "2026-02-29", "2028-02-29", "2026-13-01",
        "2026-00-10", "2026-04-31", "26-03-16", "2026-3-16", "3000-01-01", "", "2026-03-16T00:00"});
    const QList<Choice> columns{{u"position"_s, words({"network", "old", "kitchen", ""})},
        {u"slot"_s, words({"night", " ", ""})},
        {u"zone"_s, words({"Asia/Shanghai", "", "Etc/GMT+8", "a b", "UTC;DROP"})},
        {u"starts_on"_s, dates}, {u"ends_on"_s, dates}, {u"handoff"_s, times},
        {u"unit"_s, words({"days", "weeks", "hours", "months", ""})},
        {u"every"_s, {QJsonValue(), 1, 0, -1, 1000, 1001}}, {u"hours_from"_s, times},
        {u"hours_until"_s, times},
        {u"members"_s,
            {QJsonValue(), people({"anna", "ben"}), QJsonArray(), many, people({"anna", "anna"}),
                people({"ines"}), people({"gwen"}), people({"nobody"}), QJsonArray{1, u"anna"_s},
                u"anna"_s, QJsonObject{{u"a"_s, 1}}, QJsonArray{QJsonValue()}}}};
    const Row plain{{u"position"_s, u"network"_s}, {u"slot"_s, u"day"_s},
        {u"zone"_s, u"Asia/Shanghai"_s}, {u"starts_on"_s, u"2026-03-16"_s},
        {u"handoff"_s, u"08:00"_s}, {u"unit"_s, u"weeks"_s}, {u"every"_s, 1},
        {u"members"_s, people({"anna", "lena"})}};
    putEach(u"rotation"_s, {}, plain, columns, OperationKind::Insert);
    Row timed = plain;
    timed.insert("hours_from"_L1, u"20:00"_s);
    timed.insert("hours_until"_L1, u"08:00"_s);
    const Row old = add(u"rotation"_s, timed);
    putEach(u"rotation"_s, old, {}, columns, OperationKind::Update);
    put(u"rotation"_s, OperationKind::Delete, old, {});
    QVERIFY(isEqual({u""_s, u"not_active"_s, u"old_fence"_s, u"not_senior"_s, u"not_found"_s,
        u"doc_invalid"_s, u"person_unknown"_s}));
}

void TestParityRoster::checkIns()
{
    putEach(u"check_in"_s, {}, {{u"position"_s, u"network"_s}},
        {{u"position"_s, words({"scribe", "old", "kitchen", ""})}}, OperationKind::Insert);
    const Row old = add(u"check_in"_s,
        {{u"position"_s, u"network"_s}, {u"person"_s, u"anna"_s}, {u"checked_at"_s, at(-9min)}});
    put(u"check_in"_s, OperationKind::Update, old, {{u"position"_s, u"system"_s}});
    QVERIFY(isEqual({u""_s, u"not_active"_s, u"old_fence"_s, u"not_found"_s, u"immutable"_s}));
}

Row TestParityRoster::overrideRow(const QString &kind) const
{
    Row row{{u"kind"_s, kind}, {u"person"_s, u"ben"_s}, {u"begins_at"_s, at(60min)},
        {u"ends_at"_s, at(9h)}};
    if (kind != "leave"_L1)
        row.insert("position"_L1, u"network"_s);
    if (kind == "swap"_L1 || kind == "cover"_L1)
        row.insert("replaces"_L1, u"anna"_s);
    if (kind == "swap"_L1) {
        row.insert("other_position"_L1, u"system"_s);
        row.insert("other_begins_at"_L1, at(24h));
        row.insert("other_ends_at"_L1, at(32h));
    }
    return row;
}

QList<Choice> TestParityRoster::choices() const
{
    const QList<QJsonValue> who = words({"ben", "anna", "lena", "ines", "gwen", "nobody", ""});
    const QList<QJsonValue> where = words({"network", "system", "old", "kitchen", ""});
    const QList<QJsonValue> when{QJsonValue(), at(2h), at(-2h), at(0min), at(60min), at(9h),
        at(24h), at(48h), at(std::chrono::hours(366 * 24) + 60min),
        at(std::chrono::hours(366 * 24) + 61min)};
    return {{u"kind"_s, words({"cover", "leave", "swap", "temporary", "holiday", ""})},
        {u"position"_s, where}, {u"other_position"_s, where}, {u"person"_s, who},
        {u"replaces"_s, who}, {u"begins_at"_s, when}, {u"ends_at"_s, when},
        {u"other_begins_at"_s, when}, {u"other_ends_at"_s, when},
        {u"state"_s, words({"accepted", "asked", "declined", "cancelled", "odd"})},
        {u"reason"_s, {QJsonValue(), u"发烧"_s, QString(2'001, u'长')}}};
}

void TestParityRoster::asked_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"leave", "cover", "swap", "temporary"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void TestParityRoster::asked()
{
    QFETCH(const QString, kind);
    const QString table = u"roster_override"_s;
    putEach(table, {}, overrideRow(kind), choices(), OperationKind::Insert);
    // Whoever stands in asks for it themselves.
    Row own = overrideRow(kind);
    own.insert("person"_L1, u"anna"_s);
    if (own.contains("replaces"_L1))
        own.insert("replaces"_L1, u"ben"_s);
    putEach(table, {}, own, choices(), OperationKind::Insert);
    QVERIFY(isEqual({u""_s, u"not_active"_s, u"old_fence"_s, u"kind_unknown"_s, u"time_wrong"_s,
        u"not_found"_s, u"person_unknown"_s, u"not_senior"_s, u"too_large"_s}));
}

Row TestParityRoster::standing(const QString &kind, const QString &state, const Row &changes)
{
    Row row = overrideRow(kind);
    row.insert("state"_L1, state);
    row.insert("asked_by"_L1, u"anna"_s);
    row.insert("asked_at"_L1, at(-3h));
    if (state == "asked"_L1) {
        row.insert("asked_of"_L1, u"ben"_s);
    } else {
        row.insert("answered_by"_L1, u"ben"_s);
        row.insert("answered_at"_L1, at(-2h));
    }
    for (auto it = changes.begin(); it != changes.end(); ++it)
        row.insert(it.key(), it.value());
    return add(u"roster_override"_s, row);
}

void TestParityRoster::answered()
{
    const QString table = u"roster_override"_s;
    QList<Row> olds;
    for (const char *kind : {"leave", "cover", "swap", "temporary"}) {
        for (const char *state : {"asked", "accepted", "declined", "cancelled"})
            olds.append(standing(QString::fromLatin1(kind), QString::fromLatin1(state)));
    }
    const Row begun{{u"begins_at"_s, at(-60min)}};
    olds.append(standing(u"cover"_s, u"accepted"_s, begun));
    olds.append(standing(u"leave"_s, u"accepted"_s, begun));
    olds.append(standing(u"cover"_s, u"asked"_s, begun));
    olds.append(standing(
        u"cover"_s, u"asked"_s, {{u"begins_at"_s, at(-60min)}, {u"ends_at"_s, at(-10min)}}));
    olds.append(
        standing(u"cover"_s, u"asked"_s, {{u"asked_of"_s, u"anna"_s}, {u"asked_by"_s, u"ben"_s}}));
    // Nothing of anna's.
    olds.append(standing(
        u"cover"_s, u"accepted"_s, {{u"replaces"_s, u"carl"_s}, {u"asked_by"_s, u"ben"_s}}));
    for (const Row &old : std::as_const(olds)) {
        putEach(table, old, {}, choices(), OperationKind::Update);
        put(table, OperationKind::Delete, old, {});
        put(table, OperationKind::Update, old,
            {{u"state"_s, u"accepted"_s}, {u"ends_at"_s, at(2h)}});
    }
    QVERIFY(isEqual({u""_s, u"not_active"_s, u"old_fence"_s, u"closed"_s, u"immutable"_s,
        u"time_wrong"_s, u"not_owner"_s, u"not_asked"_s, u"state_unknown"_s, u"already_begun"_s}));
}

// Several columns at once, so that the order of the rules is compared too.
void TestParityRoster::byChance()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    const QList<Choice> all = choices();
    const QList<Someone> everyone = everybody(m_facts);
    const QStringList kinds{u"leave"_s, u"cover"_s, u"swap"_s, u"temporary"_s};
    for (int i = 0; i < kRandomTrials; ++i) {
        const bool first = random.bounded(2) == 0;
        const QString kind = kinds.at(random.bounded(4));
        Row set = first ? overrideRow(kind) : Row();
        const int wanted = 1 + random.bounded(4);
        for (int k = 0; k < wanted; ++k) {
            const Choice &choice = all.at(random.bounded(int(all.size())));
            set.insert(choice.column,
                random.bounded(4) > 0 ? choice.values.at(1) : pick(random, choice.values));
        }
        Row old;
        if (first)
            set.insert("id"_L1, base::toText(nextId()));
        else
            old = standing(kind, random.bounded(2) == 0 ? u"asked"_s : u"accepted"_s);
        const Someone who = everyone.at(random.bounded(3));
        m_trials.append(
            {u"roster_override"_s, first ? OperationKind::Insert : OperationKind::Update, old, set,
                who.actor, 0, m_now - 30s});
    }
    QSet<QString> verdicts;
    QVERIFY(m_server.load(m_facts));
    QVERIFY(compare(m_server, m_facts, m_trials, m_now, verdicts));
    QVERIFY(verdicts.contains(QString()));
}

QTEST_GUILESS_MAIN(TestParityRoster)

#include "tst_parity_roster.moc"
