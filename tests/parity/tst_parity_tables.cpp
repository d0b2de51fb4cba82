// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/ids.h"
#include "app/domain/policy.h"
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

QJsonObject with(QJsonObject row, const QJsonObject &changes)
{
    for (auto it = changes.begin(); it != changes.end(); ++it)
        row.insert(it.key(), it.value());
    return row;
}

QJsonObject ruleDocument(const QJsonObject &changes = {})
{
    const QJsonObject red{{u"on"_s, 5}, {u"off"_s, 3.5}, {u"for"_s, 60}, {u"clear"_s, 120}};
    return with({{u"name"_s, u"loss"_s}, {u"metric"_s, u"loss"_s}, {u"group"_s, u"network"_s},
                    {u"direction"_s, u"above"_s}, {u"step"_s, 15},
                    {u"levels"_s, QJsonObject{{u"red"_s, red}}}, {u"no_data_for"_s, 120}},
        changes);
}

} // namespace

/// The rules of every table but the incident's, in C++ and in the server.
class TestParityTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void people();
    void rights();
    void lastAdmin();
    void stations();
    void sessions();
    void policies();
    void rules();
    void sourcesAndTargets();
    void alerts();
    void joinedAlerts();
    void roles();
    void logEntries();
    void stageRecords();

private:
    Row addRow(const QString &table, Row row);
    [[nodiscard]] Row personOf(const QString &login) const;
    void put(const QString &table, const Row &old, const QList<Row> &sets);
    void putDelete(const QString &table, const Row &old);
    void put(const QString &table, OperationKind kind, const Row &old, const Row &set);
    [[nodiscard]] bool isEqual(const QStringList &expected);

    ParityServer m_server;
    ParityFacts m_facts;
    base::Instant m_now;
    QList<Trial> m_trials;
};

void TestParityTables::initTestCase()
{
    QVERIFY2(m_server.start(), m_server.error().constData());
}

void TestParityTables::init()
{
    makeTeam(m_facts);
    m_trials.clear();
    m_now = m_server.begin();
}

void TestParityTables::cleanup()
{
    m_server.rollback();
}

Row TestParityTables::addRow(const QString &table, Row row)
{
    row = with({{u"id"_s, base::toText(nextId())}, {u"deleted"_s, false}}, row);
    m_facts.add(table, row);
    return row;
}

Row TestParityTables::personOf(const QString &login) const
{
    return m_facts.rowsWhere(u"person", "login"_L1, login).value(0);
}

void TestParityTables::put(const QString &table, OperationKind kind, const Row &old, const Row &set)
{
    for (const Someone &who : everybody(m_facts)) {
        // Where a table has no fence, no station's operation can carry one.
        const bool fenced = findTable(table)->column("fence"_L1) != nullptr;
        Someone judged = who;
        if (!fenced) {
            judged.fence = 0;
            judged.actor.fenceHolds = false;
        }
        m_trials.append({table, kind, old, set, judged.actor, judged.fence, m_now - 30s});
        if (kind == OperationKind::Insert)
            m_trials.last().set.insert("id"_L1, base::toText(nextId()));
    }
}

void TestParityTables::put(const QString &table, const Row &old, const QList<Row> &sets)
{
    for (const Row &set : sets)
        put(table, old.isEmpty() ? OperationKind::Insert : OperationKind::Update, old, set);
}

void TestParityTables::putDelete(const QString &table, const Row &old)
{
    put(table, OperationKind::Delete, old, {});
}

bool TestParityTables::isEqual(const QStringList &expected)
{
    QSet<QString> verdicts;
    if (!m_server.load(m_facts) || !compare(m_server, m_facts, m_trials, m_now, verdicts))
        return false;
    const QSet<QString> wanted(expected.begin(), expected.end());
    if (verdicts != wanted)
        qWarning() << "verdicts" << verdicts << "expected" << wanted;
    return verdicts == wanted;
}

void TestParityTables::people()
{
    put(u"person"_s, {},
        {{{u"login"_s, u"nina"_s}, {u"name"_s, u"Nina"_s}, {u"active"_s, true}},
            {{u"login"_s, u"anna"_s}, {u"active"_s, true}},
            {{u"login"_s, u"gwen"_s}, {u"active"_s, true}}});
    put(u"person"_s, personOf(u"ben"_s),
        {{{u"name"_s, u"Benedikt"_s}, {u"phone"_s, u"123"_s}}, {{u"login"_s, u"benno"_s}},
            {{u"login"_s, u"anna"_s}}, {{u"active"_s, false}}, {{u"active"_s, QJsonValue()}}});
    putDelete(u"person"_s, personOf(u"ben"_s));
    QVERIFY(isEqual({u""_s, u"not_active"_s, u"old_fence"_s, u"not_admin"_s, u"login_taken"_s,
        u"immutable"_s}));
}

void TestParityTables::rights()
{
    put(u"person_right"_s, {}, {{{u"person"_s, u"anna"_s}, {u"right_name"_s, u"lead"_s}}});
    const Row lead = m_facts.rowsWhere(u"person_right", "person"_L1, u"lena"_s).value(0);
    put(u"person_right"_s, lead, {{{u"right_name"_s, u"command"_s}}});
    putDelete(u"person_right"_s, lead);
    QVERIFY(isEqual({u""_s, u"not_active"_s, u"old_fence"_s, u"not_admin"_s}));
}

void TestParityTables::lastAdmin()
{
    // ines is an admin too, but not active: she cannot stand in.
    addRow(u"person_right"_s, {{u"person"_s, u"ines"_s}, {u"right_name"_s, u"admin"_s}});
    const Row right = m_facts.rowsWhere(u"person_right", "person"_L1, u"adam"_s).value(0);
    put(u"person"_s, personOf(u"adam"_s), {{{u"active"_s, false}}, {{u"name"_s, u"Adam"_s}}});
    putDelete(u"person"_s, personOf(u"adam"_s));
    put(u"person_right"_s, right, {{{u"right_name"_s, u"lead"_s}}, {{u"person"_s, u"anna"_s}}});
    putDelete(u"person_right"_s, right);
    QVERIFY(isEqual({u""_s, u"not_active"_s, u"old_fence"_s, u"not_admin"_s, u"last_admin"_s}));

    // A second active admin, and all of it is allowed.
    addRow(u"person_right"_s, {{u"person"_s, u"ben"_s}, {u"right_name"_s, u"admin"_s}});
    QVERIFY(isEqual({u""_s, u"not_active"_s, u"old_fence"_s, u"not_admin"_s}));
}

void TestParityTables::stations()
{
    const Row wall = addRow(
        u"station"_s, {{u"name"_s, u"wall-1"_s}, {u"kind"_s, u"wall"_s}, {u"active"_s, true}});
    addRow(u"station"_s, {{u"name"_s, u"duty-1"_s}, {u"active"_s, true}});
    put(u"station"_s, {},
        {{{u"name"_s, u"duty-2"_s}, {u"kind"_s, u"console"_s}},
            {{u"name"_s, u"duty-1"_s}, {u"kind"_s, u"console"_s}}});
    put(u"station"_s, wall,
        {{{u"active"_s, false}}, {{u"name"_s, u"duty-1"_s}}, {{u"name"_s, u"wall-2"_s}}});
    putDelete(u"station"_s, wall);
    put(u"station"_s, wall, {{{u"active"_s, QJsonValue()}}});
    QVERIFY(isEqual({u""_s, u"not_active"_s, u"old_fence"_s, u"not_admin"_s, u"not_senior"_s,
        u"name_taken"_s, u"immutable"_s}));
}

void TestParityTables::sessions()
{
    const Row open{{u"person"_s, u"anna"_s}, {u"station"_s, u"duty-1"_s},
        {u"opened_at"_s, base::toIso(m_now - 1h)}, {u"ended"_s, false}};
    put(u"session"_s, {}, {open});
    const Row session = addRow(u"session"_s, open);
    put(u"session"_s, session,
        {{{u"ended"_s, true}}, {{u"ended"_s, QJsonValue()}}, {{u"person"_s, u"ben"_s}},
            {{u"station"_s, u"duty-2"_s}, {u"ended"_s, true}}});
    putDelete(u"session"_s, session);
    put(u"session"_s, addRow(u"session"_s, with(open, {{u"person"_s, u"ben"_s}})),
        {{{u"ended"_s, true}}});
    put(u"session"_s, addRow(u"session"_s, with(open, {{u"ended"_s, true}})),
        {{{u"ended"_s, false}}});
    QVERIFY(isEqual(
        {u""_s, u"guarded"_s, u"not_active"_s, u"old_fence"_s, u"not_senior"_s, u"immutable"_s}));
}

void TestParityTables::policies()
{
    const QJsonObject whole = defaultPolicyDocument();
    const QJsonObject levels = whole.value("levels"_L1).toObject();
    const QJsonObject red = levels.value("red"_L1).toObject();
    const auto redWith = [&](const QJsonObject &changes) {
        return with(whole, {{u"levels"_s, with(levels, {{u"red"_s, with(red, changes)}})}});
    };
    const auto limit = [&](const QJsonValue &value) {
        return redWith(
            {{u"limits"_s, with(red.value("limits"_L1).toObject(), {{u"review"_s, value}})}});
    };
    const QList<QJsonValue> documents{whole, QJsonValue(), QJsonArray{}, QJsonObject{},
        with(whole, {{u"zone"_s, u"Mars/Base"_s}}), with(whole, {{u"zone"_s, 8}}),
        with(whole, {{u"workday_end"_s, u"25:00"_s}}), with(whole, {{u"workday_end"_s, u"8:00"_s}}),
        with(whole, {{u"levels"_s, QJsonArray{}}}),
        with(whole, {{u"levels"_s, QJsonObject{{u"red"_s, red}}}}),
        redWith({{u"acknowledge_s"_s, 0}}), redWith({{u"acknowledge_s"_s, 1.5}}),
        redWith({{u"acknowledge_lease_s"_s, u"1"_s}}), redWith({{u"told"_s, u"duty"_s}}),
        redWith({{u"told"_s, QJsonArray{1}}}), redWith({{u"unacknowledged"_s, QJsonArray{u" "_s}}}),
        redWith({{u"limits"_s, 1}}), redWith({{u"limits"_s, QJsonObject{}}}), limit(QJsonValue()),
        limit(60), limit(QJsonObject{}), limit(QJsonObject{{u"s"_s, 60}, {u"working_days"_s, 1}}),
        limit(QJsonObject{{u"s"_s, 0}}), limit(QJsonObject{{u"working_days"_s, 1001}}),
        limit(QJsonObject{{u"working_days"_s, QJsonValue()}}),
        redWith({{u"may_skip"_s, QJsonArray{u"closed"_s}}}),
        redWith({{u"may_skip"_s, QJsonArray{u"review"_s}}}),
        redWith({{u"may_skip"_s, QJsonValue()}}), redWith({{u"status_parties"_s, QJsonValue()}}),
        redWith({{u"status_every_s"_s, 0}}), redWith({{u"status_every_s"_s, 60}}),
        redWith({{u"status_quiet"_s, u"22:00"_s}}),
        redWith({{u"status_quiet"_s, QJsonObject{{u"from"_s, u"22:00"_s}}}}),
        redWith({{u"status_quiet"_s, QJsonObject{{u"from"_s, u"22:00"_s}, {u"to"_s, u"07:60"_s}}}}),
        redWith(
            {{u"status_quiet"_s, QJsonObject{{u"from"_s, u"22:00"_s}, {u"to"_s, u"07:00"_s}}}})};
    for (const QJsonValue &document : documents)
        put(u"policy"_s, {}, {{{u"version"_s, 3}, {u"doc"_s, document}}});
    put(u"policy"_s, {}, {{{u"version"_s, 2}, {u"doc"_s, whole}}, {{u"doc"_s, whole}}});
    const Row first = m_facts.rowsWhere(u"policy", "version"_L1, 1).value(0);
    put(u"policy"_s, first, {{{u"doc"_s, redWith({{u"acknowledge_s"_s, 1}})}}});
    putDelete(u"policy"_s, first);
    QVERIFY(isEqual({u""_s, u"not_active"_s, u"old_fence"_s, u"not_senior"_s, u"version_taken"_s,
        u"doc_invalid"_s, u"immutable"_s}));
}

void TestParityTables::rules()
{
    const QJsonObject low{{u"on"_s, 2}, {u"off"_s, 1}, {u"for"_s, 0}, {u"clear"_s, 0}};
    const auto levels = [&low](const QJsonObject &changes) {
        return ruleDocument(
            {{u"levels"_s, QJsonObject{{u"yellow"_s, with(low, changes)}, {u"blue"_s, low}}}});
    };
    const Row first =
        addRow(u"rule"_s, {{u"name"_s, u"loss"_s}, {u"version"_s, 1}, {u"doc"_s, ruleDocument()}});
    const QList<QJsonValue> documents{ruleDocument(), QJsonValue(),
        ruleDocument({{u"name"_s, u"jitter"_s}}), ruleDocument({{u"metric"_s, u" "_s}}),
        ruleDocument({{u"group"_s, u"kitchen"_s}}), ruleDocument({{u"direction"_s, u"up"_s}}),
        ruleDocument({{u"step"_s, 0}}), ruleDocument({{u"levels"_s, QJsonObject{}}}),
        ruleDocument({{u"levels"_s, 1}}), ruleDocument({{u"levels"_s, QJsonObject{{u"red"_s, 1}}}}),
        ruleDocument({{u"no_data_for"_s, 0}}), levels({{u"on"_s, 3}}), levels({}),
        levels({{u"on"_s, u"3"_s}}), levels({{u"on"_s, 3}, {u"off"_s, 4}}),
        levels({{u"on"_s, 3}, {u"for"_s, -1}}), levels({{u"on"_s, 3}, {u"clear"_s, 0.5}}),
        ruleDocument({{u"direction"_s, u"below"_s}}),
        ruleDocument({{u"contingency"_s, QJsonValue()}}), ruleDocument({{u"contingency"_s, 1}}),
        ruleDocument({{u"contingency"_s, u" "_s}}),
        ruleDocument({{u"contingency"_s, QString(2'000, u'若')}}),
        ruleDocument({{u"contingency"_s, QString(2'001, u'若')}})};
    for (const QJsonValue &document : documents)
        put(u"rule"_s, {}, {{{u"name"_s, u"loss"_s}, {u"version"_s, 2}, {u"doc"_s, document}}});
    put(u"rule"_s, {},
        {{{u"name"_s, u"loss"_s}, {u"version"_s, 1}, {u"doc"_s, ruleDocument()}},
            {{u"name"_s, u"mos"_s}, {u"version"_s, 1},
                {u"doc"_s, ruleDocument({{u"name"_s, u"mos"_s}})}}});
    put(u"rule"_s, first, {{{u"enabled"_s, false}}});
    QVERIFY(isEqual({u""_s, u"not_active"_s, u"old_fence"_s, u"not_senior"_s, u"version_taken"_s,
        u"doc_invalid"_s, u"immutable"_s}));
}

void TestParityTables::sourcesAndTargets()
{
    const Row source = addRow(u"source"_s, {{u"name"_s, u"prometheus"_s}});
    put(u"source"_s, {}, {{{u"name"_s, u"other"_s}, {u"mapping"_s, QJsonObject{{u"a"_s, 1.5}}}}});
    put(u"source"_s, source, {{{u"url"_s, u"http://127.0.0.1"_s}}});
    putDelete(u"source"_s, source);
    const Row target = addRow(u"target"_s, {{u"key"_s, u"egress-1"_s}, {u"kind"_s, u"egress"_s}});
    addRow(u"target"_s, {{u"key"_s, u"gone"_s}, {u"kind"_s, u"site"_s}, {u"deleted"_s, true}});
    for (const auto *kind : {"source", "region", "egress", "site", "room", ""})
        put(u"target"_s, {}, {{{u"key"_s, u"new"_s}, {u"kind"_s, QString::fromLatin1(kind)}}});
    put(u"target"_s, {},
        {{{u"key"_s, u"egress-1"_s}, {u"kind"_s, u"egress"_s}},
            {{u"key"_s, u"gone"_s}, {u"kind"_s, u"site"_s}}});
    put(u"target"_s, target, {{{u"name"_s, u"出口"_s}}, {{u"key"_s, u"egress-2"_s}}});
    putDelete(u"target"_s, target);
    QVERIFY(isEqual({u""_s, u"not_active"_s, u"old_fence"_s, u"not_senior"_s, u"key_taken"_s,
        u"kind_unknown"_s}));
}

void TestParityTables::alerts()
{
    const Row firing{{u"rule"_s, u"loss"_s}, {u"target"_s, u"egress-1"_s}, {u"metric"_s, u"loss"_s},
        {u"level"_s, u"red"_s}, {u"state"_s, u"firing"_s}, {u"value"_s, 7.25},
        {u"starts_at"_s, base::toIso(m_now - 5min)}};
    put(u"alert"_s, {},
        {firing, with(firing, {{u"state"_s, u"odd"_s}}), with(firing, {{u"state"_s, u"cleared"_s}}),
            with(
                firing, {{u"state"_s, u"cleared"_s}, {u"ended_at"_s, base::toIso(m_now - 1min)}})});
    const Row open = addRow(u"alert"_s, firing);
    put(u"alert"_s, open,
        {{{u"value"_s, 9}}, {{u"state"_s, u"cleared"_s}}, {{u"rule"_s, u"x"_s}},
            {{u"target"_s, u"x"_s}}, {{u"metric"_s, u"x"_s}},
            {{u"starts_at"_s, base::toIso(m_now)}}, {{u"state"_s, QJsonValue()}}});
    putDelete(u"alert"_s, open);
    const Row ended = addRow(u"alert"_s,
        with(firing, {{u"state"_s, u"cleared"_s}, {u"ended_at"_s, base::toIso(m_now)}}));
    put(u"alert"_s, ended, {{{u"state"_s, u"firing"_s}}});
    QVERIFY(isEqual({u""_s, u"not_active"_s, u"old_fence"_s, u"station_only"_s, u"closed"_s,
        u"immutable"_s, u"state_unknown"_s}));
}

void TestParityTables::joinedAlerts()
{
    const Row alert = addRow(u"alert"_s,
        {{u"rule"_s, u"loss"_s}, {u"target"_s, u"egress-1"_s}, {u"level"_s, u"red"_s},
            {u"value"_s, 7.25}});
    const Row bare = addRow(u"alert"_s, {{u"rule"_s, u"mos"_s}});
    const Row incident = addIncident(m_facts, {}, m_now);
    const Row link{{u"incident"_s, incident.value("id"_L1)}, {u"alert"_s, alert.value("id"_L1)}};
    put(u"incident_alert"_s, {},
        {link, with(link, {{u"alert"_s, bare.value("id"_L1)}}),
            with(link, {{u"alert"_s, base::toText(nextId())}}),
            with(link, {{u"incident"_s, base::toText(nextId())}}),
            with(link, {{u"incident"_s, QJsonValue()}})});
    put(u"incident_alert"_s, addRow(u"incident_alert"_s, link),
        {{{u"alert"_s, bare.value("id"_L1)}}});
    QVERIFY(isEqual({u""_s, u"not_active"_s, u"old_fence"_s, u"station_only"_s, u"immutable"_s,
        u"not_found"_s}));
}

void TestParityTables::roles()
{
    const Row incident = addIncident(m_facts, {}, m_now);
    const Row role{{u"incident"_s, incident.value("id"_L1)}, {u"role"_s, u"scribe"_s},
        {u"person"_s, u"anna"_s}};
    for (const auto *word : {"commander", "technical_network", "technical_audio_video",
             "technical_system", "scribe", "cook"})
        put(u"incident_role"_s, {}, {with(role, {{u"role"_s, QString::fromLatin1(word)}})});
    put(u"incident_role"_s, {},
        {with(role, {{u"incident"_s, base::toText(nextId())}}),
            with(role, {{u"incident"_s, QJsonValue()}})});
    const Row given = addRow(u"incident_role"_s, role);
    put(u"incident_role"_s, given,
        {{{u"person"_s, u"ben"_s}}, {{u"role"_s, u"commander"_s}}, {{u"person"_s, u"anna"_s}}});
    putDelete(u"incident_role"_s, given);
    QVERIFY(isEqual({u""_s, u"not_active"_s, u"old_fence"_s, u"role_unknown"_s, u"not_found"_s}));
}

void TestParityTables::logEntries()
{
    const QString open = text(addIncident(m_facts, {}, m_now), "id"_L1);
    const QString closed = text(addIncident(m_facts, {.stage = Stage::Closed}, m_now), "id"_L1);
    const Row first = addRow(
        u"log_entry"_s, {{u"incident"_s, open}, {u"kind"_s, u"note"_s}, {u"text"_s, u"a"_s}});
    const Row note{{u"incident"_s, open}, {u"kind"_s, u"note"_s}, {u"text"_s, u"电话已通"_s}};
    for (const auto *kind :
        {"note", "call", "message", "status", "correction", "timer", "machine", "guard", "odd"})
        put(u"log_entry"_s, {}, {with(note, {{u"kind"_s, QString::fromLatin1(kind)}})});
    const QString correction = u"correction"_s;
    const QJsonObject image{{u"hash"_s, QString(64, u'f')}, {u"name"_s, u"截图.png"_s},
        {u"size"_s, 1234}, {u"type"_s, u"image/png"_s}};
    put(u"log_entry"_s, {},
        {with(note, {{u"kind"_s, u"timer"_s}, {u"text"_s, QJsonValue()}, {u"code"_s, u"breach"_s}}),
            with(note, {{u"text"_s, u" "_s}}), with(note, {{u"text"_s, QString(200'001, u'x')}}),
            with(note, {{u"channel"_s, u"phone"_s}}), with(note, {{u"channel"_s, u"pigeon"_s}}),
            with(note, {{u"kind"_s, correction}, {u"corrects"_s, first.value("id"_L1)}}),
            with(note, {{u"kind"_s, correction}, {u"corrects"_s, open}}),
            with(note, {{u"incident"_s, closed}, {u"corrects"_s, first.value("id"_L1)}}),
            with(note, {{u"incident"_s, closed}}), with(note, {{u"incident"_s, QJsonValue()}}),
            with(note,
                {{u"incident"_s, base::toText(nextId())}, {u"params"_s, QJsonObject{{u"a"_s, 1}}}}),
            with(note, {{u"incident"_s, base::toText(nextId())}}),
            with(note, {{u"happened_at"_s, base::toIso(m_now - 2h)}}),
            with(note, {{u"happened_at"_s, base::toIso(m_now + 2h)}}),
            with(note, {{u"blobs"_s, QJsonArray{image}}, {u"params"_s, QJsonObject{}}})});
    const auto odd = [&](const QString &member, const QJsonValue &value) {
        QJsonObject file = image;
        file[member] = value;
        put(u"log_entry"_s, {}, {with(note, {{u"blobs"_s, QJsonArray{image, file}}})});
    };
    for (const QJsonValue &hash : {QJsonValue(QString(64, u'A')), QJsonValue(QString(63, u'a')),
             QJsonValue(QString(64, u'0')), QJsonValue(7), QJsonValue()})
        odd(u"hash"_s, hash);
    for (const QJsonValue &name : {QJsonValue(QString(200, u'图')), QJsonValue(QString(201, u'图')),
             QJsonValue(u""_s), QJsonValue(7), QJsonValue()})
        odd(u"name"_s, name);
    for (const QJsonValue &size :
        {QJsonValue(1), QJsonValue(0), QJsonValue(-1), QJsonValue(1.5), QJsonValue(20'971'520),
            QJsonValue(20'971'521), QJsonValue(1e30), QJsonValue(u"1"_s), QJsonValue()})
        odd(u"size"_s, size);
    for (const QJsonValue &type : {QJsonValue(u"application/pdf"_s), QJsonValue(u"image/jpeg"_s),
             QJsonValue(u"text/html"_s), QJsonValue(7), QJsonValue()})
        odd(u"type"_s, type);
    odd(u"more"_s, 1);
    const QJsonArray ten{image, image, image, image, image, image, image, image, image, image};
    QJsonArray eleven = ten;
    eleven.append(image);
    for (const QJsonValue &files : std::initializer_list<QJsonValue>{QJsonArray{}, ten, eleven,
             QJsonArray{u"abc"_s}, QJsonArray{QJsonObject{}}, QJsonObject{}, u"x"_s, 7})
        put(u"log_entry"_s, {}, {with(note, {{u"blobs"_s, files}})});
    put(u"log_entry"_s, first, {{{u"text"_s, u"forged"_s}}});
    putDelete(u"log_entry"_s, first);
    QVERIFY(isEqual({u""_s, u"not_active"_s, u"old_fence"_s, u"kind_unknown"_s, u"text_missing"_s,
        u"too_large"_s, u"channel_unknown"_s, u"corrects_unknown"_s, u"attachment_refused"_s,
        u"immutable"_s}));
}

void TestParityTables::stageRecords()
{
    const Row incident = addIncident(m_facts, {}, m_now);
    const Row record =
        m_facts.rowsWhere(u"stage_record", "incident"_L1, incident.value("id"_L1)).value(0);
    put(u"stage_record"_s, record, {{{u"note"_s, u"forged"_s}}});
    put(u"stage_record"_s, {}, {{{u"incident"_s, incident.value("id"_L1)}, {u"n"_s, 9}}});
    putDelete(u"stage_record"_s, record);
    QVERIFY(isEqual({u"guarded"_s}));
}

QTEST_GUILESS_MAIN(TestParityTables)

#include "tst_parity_tables.moc"
