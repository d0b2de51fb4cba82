// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/ids.h"
#include "app/domain/derivedids.h"
#include "app/domain/policy.h"
#include "tests/parity/incidentrows.h"
#include "tests/parity/parityserver.h"

#include <QTest>

using namespace watchroom;
using namespace watchroom::domain;
using namespace watchroom::parity;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kRandomTrials = 4'000;

/// A column and the values it may be tried with; the first is a right one.
struct Choice
{
    QString column;
    QList<QJsonValue> values;
};

QJsonValue wordList(int count, const QString &word)
{
    QJsonArray all;
    for (int i = 0; i < count; ++i)
        all.append(word);
    return all;
}

QJsonObject step(const QString &id, const QJsonObject &more = {})
{
    QJsonObject one{
        {u"id"_s, id}, {u"text"_s, u"核对本端网口错包"_s}, {u"hash"_s, QString(64, u'a')}};
    for (auto it = more.begin(); it != more.end(); ++it)
        one.insert(it.key(), it.value());
    return one;
}

QJsonObject image(const QString &type = u"image/png"_s)
{
    return {{u"hash"_s, QString(64, u'b')}, {u"name"_s, u"拓扑.png"_s}, {u"size"_s, 1200},
        {u"type"_s, type}};
}

QJsonObject proposal(const QJsonObject &changes = {})
{
    QJsonObject whole{{u"base"_s, 2}, {u"hash"_s, QString(64, u'c')}, {u"size"_s, 4711},
        {u"steps"_s, QJsonArray{step(u"s1"_s), step(u"s3"_s, {{u"critical"_s, true}})}},
        {u"images"_s, QJsonArray{image()}}, {u"reason"_s, u"先降辅流"_s}};
    for (auto it = changes.begin(); it != changes.end(); ++it) {
        if (it.value().isUndefined())
            whole.remove(it.key());
        else
            whole.insert(it.key(), it.value());
    }
    return whole;
}

QJsonArray manySteps(int count)
{
    QJsonArray all;
    for (int i = 1; i <= count; ++i)
        all.append(step(u's' + QString::number(i)));
    return all;
}

QList<QJsonValue> proposals()
{
    const QJsonValue gone = QJsonValue::Undefined;
    QList<QJsonValue> all{proposal(), QJsonValue(), u"text"_s, QJsonArray{}, QJsonObject{}};
    for (const QJsonValue &base : {QJsonValue(1), QJsonValue(3), QJsonValue(2.5), QJsonValue(-1),
             QJsonValue(u"2"_s), QJsonValue(), gone})
        all.append(proposal({{u"base"_s, base}}));
    for (const QJsonValue &hash : {QJsonValue(u"c"_s), QJsonValue(QString(64, u'C')), gone})
        all.append(proposal({{u"hash"_s, hash}}));
    for (const QJsonValue &size : {QJsonValue(0), QJsonValue(2'097'152), QJsonValue(2'097'153),
             QJsonValue(1e30), QJsonValue(u"9"_s), gone})
        all.append(proposal({{u"size"_s, size}}));
    for (const QJsonValue &steps : {QJsonValue(QJsonArray{}), QJsonValue(manySteps(99)),
             QJsonValue(manySteps(100)), QJsonValue(QJsonArray{step(u"s1"_s), step(u"s1"_s)}),
             QJsonValue(QJsonArray{step(u"s0"_s)}), QJsonValue(QJsonArray{step(u"s12345"_s)}),
             QJsonValue(QJsonArray{step(u"S1"_s)}), QJsonValue(QJsonArray{7}),
             QJsonValue(QJsonArray{step(u"s1"_s, {{u"text"_s, u"　"_s}})}),
             QJsonValue(QJsonArray{step(u"s1"_s, {{u"text"_s, QString(501, u'长')}})}),
             QJsonValue(QJsonArray{step(u"s1"_s, {{u"critical"_s, 1}})}),
             QJsonValue(QJsonArray{step(u"s1"_s, {{u"critical"_s, QJsonValue()}})}),
             QJsonValue(QJsonArray{step(u"s1"_s, {{u"expect_s"_s, 240}})}),
             QJsonValue(QJsonArray{step(u"s1"_s, {{u"expect_s"_s, 0}})}),
             QJsonValue(QJsonArray{step(u"s1"_s, {{u"expect_s"_s, 86'401}})}),
             QJsonValue(QJsonArray{step(u"s1"_s, {{u"hash"_s, u""_s}})}), gone})
        all.append(proposal({{u"steps"_s, steps}}));
    for (const QJsonValue &images :
        {QJsonValue(QJsonArray{}), QJsonValue(QJsonArray{image(u"image/jpeg"_s), image()}),
            QJsonValue(QJsonArray{image(u"application/pdf"_s)}), QJsonValue(QJsonArray{7}), gone})
        all.append(proposal({{u"images"_s, images}}));
    for (const QJsonValue &reason :
        {QJsonValue(u" "_s), QJsonValue(QString(501, u'x')), QJsonValue(7), QJsonValue(), gone})
        all.append(proposal({{u"reason"_s, reason}}));
    return all;
}

} // namespace

/// The rules of the knowledge base, in C++ and in the server.
class TestParityKnowledge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void articlesOpened();
    void articlesChanged();
    void articlesByChance();
    void runsStarted();
    void runsChanged();
    void eventsOfRuns();
    void feedback();
    void contacts();
    void whatOnlyGuardsWrite();

private:
    [[nodiscard]] QList<Choice> settings() const;
    [[nodiscard]] QList<Choice> changes() const;
    Row article(const Row &changes = {});
    Row run(const Row &article, const Row &changes = {});
    void version(const Row &article, int number, const QJsonArray &steps);
    void put(const QString &table, OperationKind kind, const Row &old, const Row &set);
    void putEach(const QString &table, OperationKind kind, const Row &old, const Row &plain,
        const QList<Choice> &choices);
    [[nodiscard]] bool isEqual(const QStringList &expected);

    ParityServer m_server;
    ParityFacts m_facts;
    base::Instant m_now;
    QList<Trial> m_trials;
    QString m_incident;
};

void TestParityKnowledge::initTestCase()
{
    QVERIFY2(m_server.start(), m_server.error().constData());
}

void TestParityKnowledge::init()
{
    m_facts.clear();
    makeTeam(m_facts);
    m_trials.clear();
    m_now = m_server.begin();
    m_incident = text(addIncident(m_facts, {}, m_now), "id"_L1);
}

void TestParityKnowledge::cleanup()
{
    m_server.rollback();
}

QList<Choice> TestParityKnowledge::settings() const
{
    const QList<QJsonValue> people{
        u"anna"_s, QJsonValue(), u"ben"_s, u"ines"_s, u"gwen"_s, u"nobody"_s};
    const QList<QJsonValue> lists{QJsonArray{u"丢包"_s}, QJsonValue(), wordList(20, u"a"_s),
        wordList(21, u"a"_s), wordList(51, u"a"_s), QJsonArray{u" "_s}, QJsonArray{7},
        QJsonArray{QString(65, u'长')}, u"丢包"_s};
    return {{u"title"_s, {u"出口链路丢包处置"_s, u" "_s, QJsonValue(), QString(201, u'x')}},
        {u"kind"_s, {u"procedure"_s, u"card"_s, u"help"_s, u"story"_s, QJsonValue()}},
        {u"folder"_s, {u"网络/出口链路"_s, QJsonValue(), QString(201, u'夹')}}, {u"tags"_s, lists},
        {u"targets"_s, lists}, {u"metrics"_s, lists},
        {u"mode"_s, {u"read_do"_s, u"do_confirm"_s, QJsonValue(), u"read-do"_s}},
        {u"review_days"_s, {90, QJsonValue(), 0, 3'650, 3'651}}, {u"owner"_s, people},
        {u"deputy"_s, people}};
}

QList<Choice> TestParityKnowledge::changes() const
{
    QList<Choice> all = settings();
    all.append({u"key"_s, {u"egress-loss"_s, u"other"_s}});
    all.append({u"proposal"_s, proposals()});
    all.append({u"review_state"_s, {u"returned"_s, u"in_review"_s, QJsonValue(), u"odd"_s}});
    all.append({u"remark"_s, {u"第 4 步缺回退"_s, QJsonValue(), QString(2'001, u'x')}});
    all.append({u"version"_s, {3, 1, 2, 4, QJsonValue()}});
    all.append({u"withdrawn"_s, {true, false, QJsonValue()}});
    all.append({u"withdrawn_reason"_s, {u"设备已退网"_s, u" "_s, QString(2'001, u'x')}});
    all.append({u"reviewed"_s, {true, false}});
    return all;
}

Row TestParityKnowledge::article(const Row &changes)
{
    Row row{{u"id"_s, base::toText(nextId())}, {u"deleted"_s, false}, {u"part"_s, u"core"_s},
        {u"key"_s,
            QString(u"a-"_s + base::toText(nextId()).left(8) + u'-'
                + base::toText(nextId()).right(12))},
        {u"title"_s, u"出口链路丢包处置"_s}, {u"kind"_s, u"procedure"_s}, {u"owner"_s, u"anna"_s},
        {u"version"_s, 2}, {u"withdrawn"_s, false}};
    for (auto it = changes.begin(); it != changes.end(); ++it)
        row.insert(it.key(), it.value());
    m_facts.add(u"article"_s, row);
    return row;
}

void TestParityKnowledge::version(const Row &article, int number, const QJsonArray &steps)
{
    m_facts.add(u"article_version"_s,
        {{u"id"_s, base::toText(articleVersionId(uuid(article, "id"_L1), number))},
            {u"article"_s, article.value("id"_L1)}, {u"version"_s, number},
            {u"title"_s, u"出口链路丢包处置"_s}, {u"hash"_s, QString(64, u'd')}, {u"size"_s, 9},
            {u"steps"_s, steps}, {u"images"_s, QJsonArray{}}, {u"part"_s, u"core"_s},
            {u"deleted"_s, false}});
}

Row TestParityKnowledge::run(const Row &article, const Row &changes)
{
    Row row{{u"id"_s, base::toText(nextId())}, {u"deleted"_s, false}, {u"part"_s, u"core"_s},
        {u"article"_s, article.value("id"_L1)}, {u"version"_s, 1}, {u"now_version"_s, 1},
        {u"mode"_s, u"read_do"_s}, {u"owner"_s, u"anna"_s}, {u"state"_s, u"running"_s},
        {u"started_by"_s, u"anna"_s}, {u"started_at"_s, base::toIso(m_now - 9min)}};
    for (auto it = changes.begin(); it != changes.end(); ++it)
        row.insert(it.key(), it.value());
    m_facts.add(u"procedure_run"_s, row);
    return row;
}

void TestParityKnowledge::put(
    const QString &table, OperationKind kind, const Row &old, const Row &set)
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

void TestParityKnowledge::putEach(const QString &table, OperationKind kind, const Row &old,
    const Row &plain, const QList<Choice> &choices)
{
    for (const Choice &choice : choices) {
        for (const QJsonValue &value : choice.values) {
            Row set = plain;
            set.insert(choice.column, value);
            put(table, kind, old, set);
        }
    }
}

bool TestParityKnowledge::isEqual(const QStringList &expected)
{
    QSet<QString> verdicts;
    if (!m_server.load(m_facts) || !compare(m_server, m_facts, m_trials, m_now, verdicts))
        return false;
    const QSet<QString> wanted(expected.begin(), expected.end());
    if (verdicts != wanted)
        qWarning() << "verdicts" << verdicts << "expected" << wanted;
    return verdicts == wanted;
}

void TestParityKnowledge::articlesOpened()
{
    article({{u"key"_s, u"taken"_s}});
    const Row plain{{u"key"_s, u"egress-loss"_s}, {u"title"_s, u"丢包"_s}, {u"kind"_s, u"card"_s},
        {u"proposal"_s, proposal()}, {u"version"_s, 7}, {u"withdrawn"_s, true}};
    putEach(u"article"_s, OperationKind::Insert, {}, plain, settings());
    putEach(u"article"_s, OperationKind::Insert, {}, plain,
        {{u"key"_s,
            {u"a"_s, u"taken"_s, u"-a"_s, u"A"_s, u"a_b"_s, QString(64, u'a'), QString(65, u'a'),
                u"a\n"_s, QJsonValue()}}});
    QVERIFY(isEqual({u""_s, u"not_active"_s, u"old_fence"_s, u"doc_invalid"_s, u"key_taken"_s,
        u"title_missing"_s, u"title_too_long"_s, u"kind_unknown"_s, u"person_unknown"_s}));
}

void TestParityKnowledge::articlesChanged()
{
    const Row waiting{{u"proposal"_s, proposal()}, {u"review_state"_s, u"in_review"_s},
        {u"proposed_by"_s, u"ben"_s}, {u"proposed_at"_s, base::toIso(m_now - 1h)}};
    Row returned = waiting;
    returned.insert("review_state"_L1, u"returned"_s);
    returned.insert("remark"_L1, u"缺回退"_s);
    Row nobodys = waiting;
    nobodys.insert("owner"_L1, QJsonValue());
    nobodys.insert("proposed_by"_L1, u"anna"_s);
    Row anothers = waiting;
    anothers.insert("owner"_L1, u"lena"_s);
    const QList<Row> olds{article(), article(waiting), article(returned), article(nobodys),
        article(anothers),
        article({{u"version"_s, 0}, {u"owner"_s, QJsonValue()}, {u"kind"_s, u"card"_s}}),
        article({{u"owner"_s, u"ines"_s}, {u"deputy"_s, u"ben"_s}}),
        article({{u"withdrawn"_s, true}, {u"withdrawn_reason"_s, u"停用"_s}})};
    for (const Row &old : olds) {
        put(u"article"_s, OperationKind::Delete, old, {});
        putEach(u"article"_s, OperationKind::Update, old, {}, changes());
        for (const QString &why : {u"设备已退网"_s, QString(2'001, u'x')}) {
            put(u"article"_s, OperationKind::Update, old,
                {{u"withdrawn"_s, true}, {u"withdrawn_reason"_s, why}});
            put(u"article"_s, OperationKind::Update, old,
                {{u"review_state"_s, u"returned"_s}, {u"remark"_s, why}});
        }
        put(u"article"_s, OperationKind::Update, old,
            {{u"proposal"_s, proposal({{u"size"_s, 12}})}});
        put(u"article"_s, OperationKind::Update, old,
            {{u"proposal"_s, proposal()}, {u"version"_s, 3}});
        put(u"article"_s, OperationKind::Update, old,
            {{u"proposal"_s, proposal({{u"base"_s, 0}, {u"reason"_s, QJsonValue()}})},
                {u"version"_s, 1}});
    }
    // A policy that wants four eyes.
    QJsonObject strict = defaultPolicyDocument();
    strict.insert("article_review"_L1, true);
    m_facts.add(u"policy"_s,
        {{u"id"_s, base::toText(nextId())}, {u"version"_s, 9}, {u"doc"_s, strict},
            {u"deleted"_s, false}});
    const QStringList expected{u""_s, u"not_active"_s, u"old_fence"_s, u"immutable"_s, u"closed"_s,
        u"doc_invalid"_s, u"title_missing"_s, u"title_too_long"_s, u"kind_unknown"_s,
        u"person_unknown"_s, u"not_owner"_s, u"steps_missing"_s, u"article_changed"_s,
        u"reason_missing"_s, u"in_review"_s, u"state_unknown"_s, u"too_large"_s, u"version_taken"_s,
        u"not_proposed"_s, u"not_published"_s, u"review_other"_s};
    QVERIFY(isEqual(expected));
}

// Several columns at once, so that the order of the rules and of the entries is compared too.
void TestParityKnowledge::articlesByChance()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    const QList<Choice> all = changes();
    const QList<Someone> people = everybody(m_facts);
    for (int i = 0; i < kRandomTrials; ++i) {
        Row state{{u"version"_s, 2}};
        if (random.bounded(2) == 0)
            state = {{u"proposal"_s, proposal()}, {u"proposed_by"_s, u"ben"_s},
                {u"review_state"_s, random.bounded(3) > 0 ? u"in_review"_s : u"returned"_s}};
        if (random.bounded(3) == 0)
            state.insert("owner"_L1, QJsonValue());
        const Row old = article(state);
        Row set;
        const int wanted = 1 + random.bounded(4);
        for (int k = 0; k < wanted; ++k) {
            const Choice &choice = all.at(random.bounded(int(all.size())));
            if (choice.column == "key"_L1)
                continue;
            // Most of what people write is right.
            set.insert(choice.column,
                random.bounded(4) > 0
                    ? choice.values.first()
                    : choice.values.at(random.bounded(int(choice.values.size()))));
        }
        const Someone who = people.at(random.bounded(3));
        m_trials.append({u"article"_s, OperationKind::Update, old, set, who.actor, 0, m_now - 30s});
    }
    QSet<QString> verdicts;
    QVERIFY(m_server.load(m_facts));
    QVERIFY(compare(m_server, m_facts, m_trials, m_now, verdicts));
    QVERIFY(verdicts.contains(QString()));
}

void TestParityKnowledge::runsStarted()
{
    const Row known = article();
    version(known, 1, {step(u"s1"_s)});
    version(known, 2, {});
    m_facts.add(u"article_follow"_s,
        {{u"id"_s, base::toText(articleFollowId(uuid(known, "id"_L1), u"ben"_s))},
            {u"article"_s, known.value("id"_L1)}, {u"person"_s, u"ben"_s}, {u"version"_s, 2},
            {u"followed_at"_s, base::toIso(m_now - 24h)}, {u"part"_s, u"core"_s},
            {u"deleted"_s, false}});
    for (const QString &owner : {u"anna"_s, u"ben"_s}) {
        const Row plain{{u"article"_s, known.value("id"_L1)}, {u"version"_s, 1},
            {u"mode"_s, u"read_do"_s}, {u"owner"_s, owner}};
        putEach(u"procedure_run"_s, OperationKind::Insert, {}, plain,
            {{u"version"_s, {1, 2, 3, QJsonValue()}},
                {u"article"_s, {base::toText(nextId()), QJsonValue()}},
                {u"incident"_s, {m_incident, base::toText(nextId())}},
                {u"mode"_s, {u"do_confirm"_s, u"odd"_s, QJsonValue()}},
                {u"owner"_s, {QJsonValue(), u"lena"_s}}});
    }
    QVERIFY(isEqual({u""_s, u"not_active"_s, u"old_fence"_s, u"not_found"_s, u"steps_missing"_s,
        u"doc_invalid"_s, u"owner_other"_s}));
}

void TestParityKnowledge::runsChanged()
{
    const Row known = article();
    version(known, 1, {step(u"s1"_s)});
    for (const Row &old : {run(known), run(known, {{u"incident"_s, m_incident}}),
             run(known, {{u"state"_s, u"finished"_s}})}) {
        put(u"procedure_run"_s, OperationKind::Delete, old, {});
        putEach(u"procedure_run"_s, OperationKind::Update, old, {},
            {{u"owner"_s, {u"anna"_s, u"ben"_s, u"lena"_s, u"ines"_s, QJsonValue()}},
                {u"version"_s, {2}}, {u"mode"_s, {u"do_confirm"_s}},
                {u"incident"_s, {m_incident}}});
    }
    QVERIFY(isEqual({u""_s, u"not_active"_s, u"old_fence"_s, u"closed"_s, u"immutable"_s,
        u"owner_other"_s, u"owner_unknown"_s}));
}

void TestParityKnowledge::eventsOfRuns()
{
    const Row known = article();
    version(known, 1, {step(u"s1"_s), step(u"s2"_s, {{u"text"_s, u"降码率"_s}})});
    version(known, 2, {step(u"s2"_s), step(u"s4"_s)});
    const QList<QJsonValue> kinds{u"done"_s, u"undone"_s, u"failed"_s, u"not_applicable"_s,
        u"note"_s, u"switched"_s, u"kept"_s, u"not_needed"_s, u"finished"_s, u"stopped"_s, u"odd"_s,
        QJsonValue()};
    const QList<Row> runs{run(known), run(known, {{u"incident"_s, m_incident}}),
        run(known, {{u"state"_s, u"stopped"_s}, {u"part"_s, u"2026-01"_s}})};
    for (const Row &one : runs) {
        for (const QJsonValue &kind : kinds) {
            const Row plain{{u"run"_s, one.value("id"_L1)},
                {u"incident"_s, one.value("incident"_L1)}, {u"kind"_s, kind}, {u"version"_s, 2},
                {u"against"_s, 1}, {u"step"_s, u"s2"_s}, {u"reason"_s, u"no_access"_s}};
            putEach(u"run_event"_s, OperationKind::Insert, {}, plain,
                {{u"step"_s, {u"s2"_s, u"s4"_s, u"s1"_s, QJsonValue()}},
                    {u"version"_s, {1, 3, QJsonValue()}}, {u"against"_s, {3, QJsonValue()}},
                    {u"reason"_s, {QJsonValue(), u"other"_s, u"odd"_s}},
                    {u"text"_s, {u"已核对"_s, u" "_s, QString(2'001, u'x')}},
                    {u"blobs"_s, {QJsonArray{image()}, QJsonArray{7}}},
                    {u"happened_at"_s, {base::toIso(m_now - 1h), base::toIso(m_now + 1h)}},
                    {u"run"_s, {base::toText(nextId())}}, {u"incident"_s, {m_incident}}});
        }
    }
    QVERIFY(isEqual({u""_s, u"not_active"_s, u"old_fence"_s, u"not_found"_s, u"doc_invalid"_s,
        u"kind_unknown"_s, u"step_unknown"_s, u"reason_missing"_s, u"text_missing"_s,
        u"too_large"_s, u"attachment_refused"_s}));
}

void TestParityKnowledge::feedback()
{
    const Row known = article();
    version(known, 2, {});
    const Row plain{{u"article"_s, known.value("id"_L1)}, {u"version"_s, 2},
        {u"incident"_s, m_incident}, {u"helped"_s, true}};
    putEach(u"article_feedback"_s, OperationKind::Insert, {}, plain,
        {{u"helped"_s, {true, false, QJsonValue()}}, {u"version"_s, {1}},
            {u"incident"_s, {QJsonValue(), base::toText(nextId())}},
            {u"text"_s, {u"按第 3 步恢复"_s, QString(2'001, u'x')}}});
    QVERIFY(isEqual({u""_s, u"not_active"_s, u"old_fence"_s, u"not_found"_s, u"doc_invalid"_s,
        u"too_large"_s}));
}

void TestParityKnowledge::contacts()
{
    const auto way = [](const QJsonObject &changes) {
        QJsonObject one{{u"kind"_s, u"phone"_s}, {u"value"_s, u"010-1234"_s}};
        for (auto it = changes.begin(); it != changes.end(); ++it)
            one.insert(it.key(), it.value());
        return QJsonArray{one};
    };
    QJsonArray many;
    for (int i = 0; i < 21; ++i)
        many.append(way({}).first());
    const QList<Choice> all{{u"kind"_s, {u"party"_s, u"person"_s, u"odd"_s, QJsonValue()}},
        {u"name"_s, {u"电信运维热线"_s, u" "_s, QString(201, u'x')}},
        {u"org"_s, {u"电信"_s, QString(201, u'x')}}, {u"duty"_s, {u"值班"_s, QString(201, u'x')}},
        {u"note"_s, {u"先报专线号"_s, QString(2'001, u'x')}},
        {u"person"_s, {u"anna"_s, u"ines"_s, u"nobody"_s, QJsonValue()}},
        {u"ways"_s,
            {way({}), QJsonValue(), QJsonArray{}, many, u"010"_s, QJsonArray{7},
                way({{u"kind"_s, u"fax"_s}}), way({{u"value"_s, u" "_s}}),
                way({{u"value"_s, QString(201, u'1')}}), way({{u"note"_s, u"夜间"_s}}),
                way({{u"note"_s, 7}}), way({{u"note"_s, QString(201, u'x')}})}},
        {u"targets"_s, {QJsonArray{u"sh"_s}, wordList(51, u"a"_s)}},
        {u"tags"_s, {QJsonArray{u"运营商"_s}, wordList(21, u"a"_s)}},
        {u"reached"_s, {u"010-1234"_s, u" "_s, QString(201, u'1')}}};
    const Row plain{{u"kind"_s, u"party"_s}, {u"name"_s, u"联通运维"_s}};
    putEach(u"contact"_s, OperationKind::Insert, {}, plain, all);
    Row old{{u"id"_s, base::toText(nextId())}, {u"deleted"_s, false}, {u"part"_s, u"core"_s},
        {u"kind"_s, u"party"_s}, {u"name"_s, u"电信运维热线"_s}, {u"person"_s, u"ines"_s},
        {u"verified_way"_s, u"010-1234"_s}, {u"verified_by"_s, u"ben"_s},
        {u"verified_at"_s, base::toIso(m_now - 24h)}};
    m_facts.add(u"contact"_s, old);
    putEach(u"contact"_s, OperationKind::Update, old, {}, all);
    put(u"contact"_s, OperationKind::Delete, old, {});
    QVERIFY(isEqual({u""_s, u"not_active"_s, u"old_fence"_s, u"kind_unknown"_s, u"title_missing"_s,
        u"title_too_long"_s, u"too_large"_s, u"doc_invalid"_s, u"person_unknown"_s}));
}

void TestParityKnowledge::whatOnlyGuardsWrite()
{
    const Row known = article();
    for (const QString &table : {u"article_version"_s, u"article_follow"_s})
        put(table, OperationKind::Insert, {}, {{u"article"_s, known.value("id"_L1)}});
    QVERIFY(isEqual({u"guarded"_s}));
}

QTEST_GUILESS_MAIN(TestParityKnowledge)

#include "tst_parity_knowledge.moc"
