// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/ids.h"
#include "app/domain/derivedids.h"
#include "app/domain/rosterrows.h"
#include "app/domain/tables.h"
#include "app/domain/values.h"
#include "tests/parity/incidentrows.h"
#include "tests/parity/parityserver.h"

#include <QCryptographicHash>
#include <QTest>

using namespace watchroom;
using namespace watchroom::domain;
using namespace watchroom::parity;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kRandomPasses = 400;

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

QString hashOf(const QJsonValue &sheet)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(canonicalJson(sheet), QCryptographicHash::Sha256).toHex());
}

} // namespace

/// The rules of handovers, their items and signatures, and what an accepted one moves, in C++ and
/// in the server. Anna hands over to lena; ben leaves with anna, carl stays.
class TestParityHandover : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void opened();
    void stepped();
    void leadsChange();
    void items();
    void signatures();
    void sheets();
    void moves();

private:
    [[nodiscard]] QString at(std::chrono::minutes later) const
    {
        return base::toIso(m_now + later);
    }
    [[nodiscard]] Row plainHandover() const;
    Row add(const QString &table, Row row);
    Row addHandover(const QString &state, const Row &changes = {});
    void sign(const Row &handover, const QString &meaning, const QJsonObject &sheet);
    [[nodiscard]] QJsonObject sheetOf(const Row &handover, const QJsonArray &items = {}) const;
    [[nodiscard]] QJsonObject itemOf(const QString &table, const Row &row) const;
    Row addWork(const QString &table, const QJsonValue &owner, const QString &level);
    void put(const QString &table, OperationKind kind, const Row &old, const Row &set,
        bool newId = false);
    void putEach(const QString &table, const Row &old, const Row &plain,
        const QList<Choice> &columns, OperationKind kind);
    [[nodiscard]] bool isEqual(const QStringList &expected);

    ParityServer m_server;
    ParityFacts m_facts;
    base::Instant m_now;
    QList<Trial> m_trials;
    int m_shift = 0;
};

void TestParityHandover::initTestCase()
{
    QVERIFY2(m_server.start(), m_server.error().constData());
}

void TestParityHandover::init()
{
    makeTeam(m_facts);
    for (Position position : firstPositions()) {
        position.id = nextId();
        add(u"position"_s, positionRow(position));
    }
    m_trials.clear();
    m_now = m_server.begin();
}

void TestParityHandover::cleanup()
{
    m_server.rollback();
}

Row TestParityHandover::add(const QString &table, Row row)
{
    if (!row.contains("id"_L1))
        row.insert("id"_L1, base::toText(nextId()));
    if (!row.contains("deleted"_L1))
        row.insert("deleted"_L1, false);
    if (!row.contains("part"_L1))
        row.insert("part"_L1, u"core"_s);
    m_facts.add(table, row);
    return row;
}

Row TestParityHandover::plainHandover() const
{
    return {{u"scope"_s, u"desk"_s}, {u"shift_at"_s, at(30min)}, {u"attempt"_s, 1},
        {u"outgoing"_s, u"anna"_s}, {u"incoming"_s, u"lena"_s},
        {u"outgoing_people"_s, people({"anna", "ben", "carl"})},
        {u"incoming_people"_s, people({"lena", "carl"})}};
}

Row TestParityHandover::addHandover(const QString &state, const Row &changes)
{
    Row row = plainHandover();
    // One live handover a scope: each has a scope of its own.
    row.insert("scope"_L1, u"scope_%1"_s.arg(++m_shift));
    row.insert("id"_L1, base::toText(nextId()));
    row.insert("state"_L1, state);
    row.insert("seen"_L1, false);
    row.insert("label"_L1, u"A1-9"_s);
    row.insert("number"_L1, 9);
    row.insert("opened_by"_L1, u"anna"_s);
    row.insert("opened_at"_L1, at(-20min));
    row.insert("part"_L1, monthPart(m_now));
    if (state != "draft"_L1 && state != "out_signed"_L1) {
        row.insert("ended_by"_L1, u"lena"_s);
        row.insert("ended_at"_L1, at(-5min));
    }
    for (auto it = changes.begin(); it != changes.end(); ++it)
        row.insert(it.key(), it.value());
    return add(u"handover"_s, row);
}

QJsonObject TestParityHandover::sheetOf(const Row &handover, const QJsonArray &items) const
{
    QJsonArray said;
    for (qsizetype i = 0; i < std::min<qsizetype>(5, items.size()); ++i)
        said.append(QJsonObject{{u"heard"_s, true}});
    return {{u"id"_s, text(handover, "id"_L1)}, {u"frozen_at"_s, at(0min)},
        {u"outgoing"_s, QJsonObject{{u"lead"_s, u"anna"_s}}},
        {u"incoming"_s, QJsonObject{{u"lead"_s, u"lena"_s}}}, {u"items"_s, items},
        {u"systems"_s,
            QJsonArray{
                QJsonObject{{u"key"_s, u"sound"_s}, {u"result"_s, u"ok"_s}, {u"at"_s, at(-3min)}}}},
        {u"read_back"_s, said}, {u"waivers"_s, QJsonArray()}};
}

QJsonObject TestParityHandover::itemOf(const QString &table, const Row &row) const
{
    return {{u"table"_s, table}, {u"id"_s, row.value("id"_L1)}, {u"label"_s, row.value("label"_L1)},
        {u"title"_s, row.value("title"_L1)}, {u"level"_s, row.value("level"_L1)},
        {u"owner"_s, row.value("owner"_L1)}, {u"stage"_s, u"diagnosis"_s},
        {u"receiver"_s, u"lena"_s}, {u"next_action"_s, u"复测"_s}, {u"due_at"_s, at(60min)},
        {u"contingency"_s, u"若再中断则切换"_s}, {u"confirmed_by"_s, u"lena"_s}};
}

void TestParityHandover::sign(const Row &handover, const QString &meaning, const QJsonObject &sheet)
{
    add(u"handover_signature"_s,
        {{u"handover"_s, handover.value("id"_L1)}, {u"meaning"_s, meaning},
            {u"sheet_hash"_s, hashOf(sheet)}, {u"sheet"_s, sheet}, {u"how"_s, u"password"_s},
            {u"person"_s, meaning == "handed_over"_L1 ? u"anna"_s : u"lena"_s},
            {u"signed_at"_s, at(-2min)}});
}

void TestParityHandover::put(
    const QString &table, OperationKind kind, const Row &old, const Row &set, bool newId)
{
    for (const Someone &who : everybody(m_facts)) {
        m_trials.append({table, kind, old, set, who.actor, who.fence, m_now - 30s});
        if (table != "handover"_L1 && who.actor.station) {
            m_trials.last().fence = 0;
            m_trials.last().actor.fenceHolds = false;
        }
        if (newId)
            m_trials.last().set.insert("id"_L1, base::toText(nextId()));
    }
}

void TestParityHandover::putEach(const QString &table, const Row &old, const Row &plain,
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

bool TestParityHandover::isEqual(const QStringList &expected)
{
    QSet<QString> verdicts;
    if (!m_server.load(m_facts) || !compare(m_server, m_facts, m_trials, m_now, verdicts))
        return false;
    const QSet<QString> wanted(expected.begin(), expected.end());
    if (verdicts != wanted)
        qWarning() << "verdicts" << verdicts << "expected" << wanted;
    return verdicts == wanted;
}

void TestParityHandover::opened()
{
    addHandover(u"draft"_s, {{u"scope"_s, u"network"_s}});
    addHandover(u"accepted"_s, {{u"scope"_s, u"system"_s}});
    QJsonArray many;
    for (int i = 0; i < 101; ++i)
        many.append(u"lena"_s);
    const QList<QJsonValue> who = words({"anna", "lena", "ben", "ines", "nobody", ""});
    const QList<QJsonValue> crews{QJsonValue(), people({"anna", "lena"}), people({"anna"}),
        people({"lena"}), QJsonArray(), QJsonArray{1, u"anna"_s}, u"anna"_s, many,
        QJsonObject{{u"anna"_s, 1}}};
    const QList<Choice> columns{{u"scope"_s, words({"desk", "network", "system", "kitchen", ""})},
        {u"shift_at"_s,
            {QJsonValue(), at(0min), at(24h), at(24h + 1min), at(-24h), at(-24h - 1min)}},
        {u"attempt"_s, {QJsonValue(), 1, 2, 0, -1}}, {u"outgoing"_s, who}, {u"incoming"_s, who},
        {u"outgoing_people"_s, crews}, {u"incoming_people"_s, crews},
        {u"state"_s, words({"accepted"})}, {u"remark"_s, words({"x"})}};
    for (const Choice &choice : columns) {
        for (const QJsonValue &value : choice.values) {
            Row set = plainHandover();
            set.insert(choice.column, value);
            const auto shift = instant(set, "shift_at"_L1).value_or(m_now);
            const QUuid id = handoverId(text(set, "scope"_L1), shift, integer(set, "attempt"_L1));
            set.insert("id"_L1, base::toText(id));
            put(u"handover"_s, OperationKind::Insert, {}, set);
        }
    }
    put(u"handover"_s, OperationKind::Insert, {}, plainHandover(), true);
    QVERIFY(isEqual({u""_s, u"not_active"_s, u"old_fence"_s, u"not_found"_s, u"time_wrong"_s,
        u"doc_invalid"_s, u"handover_live"_s, u"person_unknown"_s, u"not_party"_s}));
}

void TestParityHandover::stepped()
{
    const QList<QJsonValue> states = words({"draft", "out_signed", "accepted", "refused",
        "extended", "expired", "forced", "done", ""});
    const QList<QJsonValue> reasons = words({"unfit", "no_show", "outgoing_gone", "other", "odd"});
    for (const char *state : {"draft", "out_signed", "accepted", "refused", "extended", "forced"}) {
        for (const int signatures : {0, 1, 2, 3}) {
            const Row old = addHandover(QString::fromLatin1(state));
            const QJsonObject sheet = sheetOf(old);
            if ((signatures & 1) != 0)
                sign(old, u"handed_over"_s, sheet);
            if ((signatures & 2) != 0)
                sign(old, u"taken_over"_s, sheet);
            for (const QJsonValue &to : states) {
                for (const QJsonValue &reason : reasons)
                    put(u"handover"_s, OperationKind::Update, old,
                        {{u"state"_s, to}, {u"reason"_s, reason},
                            {u"sheet_hash"_s, hashOf(sheet)}});
                put(u"handover"_s, OperationKind::Update, old, {{u"state"_s, to}});
            }
            put(u"handover"_s, OperationKind::Update, old, {{u"seen"_s, true}});
            put(u"handover"_s, OperationKind::Update, old, {{u"sheet_hash"_s, hashOf(sheet)}});
        }
    }
    const Row seen = addHandover(u"accepted"_s, {{u"seen"_s, true}});
    put(u"handover"_s, OperationKind::Update, seen, {{u"seen"_s, false}});
    QVERIFY(isEqual(
        {u""_s, u"not_active"_s, u"old_fence"_s, u"immutable"_s, u"closed"_s, u"not_party"_s,
            u"not_receiver"_s, u"reason_missing"_s, u"state_unknown"_s, u"signature_missing"_s}));
}

void TestParityHandover::leadsChange()
{
    const QList<QJsonValue> who = words({"anna", "lena", "ben", "ines", "nobody"});
    for (const char *state : {"draft", "out_signed", "accepted"}) {
        const Row old = addHandover(QString::fromLatin1(state));
        const QList<Choice> columns{{u"outgoing"_s, who}, {u"incoming"_s, who},
            {u"incoming_people"_s, {QJsonValue(), people({"lena"}), people({"anna"})}},
            {u"scope"_s, words({"desk"})}, {u"shift_at"_s, {at(31min)}}, {u"attempt"_s, {2}},
            {u"label"_s, words({"B1-1"})},
            {u"remark"_s, {QJsonValue(), u"门禁卡"_s, QString(2'001, u'长')}}};
        putEach(u"handover"_s, old, {}, columns, OperationKind::Update);
        // The deputy comes in place of who did not.
        put(u"handover"_s, OperationKind::Update, old,
            {{u"incoming"_s, u"carl"_s}, {u"incoming_people"_s, people({"carl"})}});
        put(u"handover"_s, OperationKind::Delete, old, {});
    }
    QVERIFY(isEqual({u""_s, u"not_active"_s, u"old_fence"_s, u"immutable"_s, u"closed"_s,
        u"person_unknown"_s, u"doc_invalid"_s, u"not_party"_s, u"too_large"_s}));
}

void TestParityHandover::items()
{
    const Row live = addHandover(u"draft"_s);
    const Row ended = addHandover(u"accepted"_s);
    const QString ticket = base::toText(nextId());
    const QJsonValue longLine = QString(2'001, u'长');
    const auto plain = [&](const Row &handover, const QString &about, const QString &subject) {
        return Row{{u"handover"_s, handover.value("id"_L1)}, {u"about"_s, about},
            {u"subject"_s, subject},
            {u"id"_s, base::toText(handoverItemId(uuid(handover, "id"_L1), about, subject))}};
    };
    // Neither of those who leave nor of those who come: lena is senior, ben is not.
    const Row others = addHandover(u"draft"_s,
        {{u"outgoing_people"_s, people({"carl"})}, {u"incoming_people"_s, people({"lena"})}});
    put(u"handover_item"_s, OperationKind::Insert, {}, plain(others, u"ticket"_s, ticket));
    Row nowhere = plain(live, u"ticket"_s, ticket);
    nowhere.insert("handover"_L1, base::toText(m_trials.first().id()));
    nowhere.insert(
        "id"_L1, base::toText(handoverItemId(uuid(nowhere, "handover"_L1), u"ticket"_s, ticket)));
    put(u"handover_item"_s, OperationKind::Insert, {}, nowhere);
    const QList<Choice> columns{{u"about"_s, words({"ticket", "system", "lunch", ""})},
        {u"subject"_s, {QJsonValue(), ticket, u" "_s, QString(65, u'x')}},
        {u"handover"_s, {QJsonValue(), base::toText(nextId())}},
        {u"receiver"_s, words({"lena", "ben", "ines", "nobody", ""})},
        {u"next_action"_s, {QJsonValue(), u"复测"_s, longLine}},
        {u"due_at"_s, {QJsonValue(), at(60min)}},
        {u"contingency"_s, {QJsonValue(), u"若…则…"_s, longLine}},
        {u"confirmed"_s, {QJsonValue(), true, false}},
        {u"question"_s, {QJsonValue(), u"名单在哪"_s, u"哪几家"_s, longLine}},
        {u"answer"_s, {QJsonValue(), u"在共享盘"_s, u" "_s, longLine}},
        {u"result"_s, words({"ok", "failed", "unchecked", "odd"})},
        {u"seen"_s, {QJsonValue(), u"听到了"_s, longLine}},
        {u"read_back"_s, {QJsonValue(), QJsonObject{{u"owner"_s, u"lena"_s}}}},
        {u"heard"_s, {QJsonValue(), true, false}}};
    for (const Row &handover : {live, ended}) {
        for (const Choice &choice : columns) {
            for (const QJsonValue &value : choice.values) {
                Row set = plain(handover, u"ticket"_s, ticket);
                set.insert(choice.column, value);
                put(u"handover_item"_s, OperationKind::Insert, {}, set);
            }
        }
        Row full = plain(handover, u"incident"_s, base::toText(nextId()));
        full.insert("receiver"_L1, u"ben"_s);
        full.insert("confirmed"_L1, true);
        full.insert("confirmed_by"_L1, u"ben"_s);
        full.insert("confirmed_at"_L1, at(-4min));
        full.insert("question"_L1, u"名单在哪"_s);
        full.insert("asked_by"_L1, u"ben"_s);
        full.insert("heard"_L1, true);
        full.insert("read_back"_L1, QJsonObject{{u"owner"_s, u"ben"_s}});
        full.insert("part"_L1, handover.value("part"_L1));
        Row empty = plain(handover, u"system"_s, u"sound"_s);
        empty.insert("part"_L1, handover.value("part"_L1));
        for (const Row &old : {add(u"handover_item"_s, full), add(u"handover_item"_s, empty)}) {
            putEach(u"handover_item"_s, old, {}, columns, OperationKind::Update);
            put(u"handover_item"_s, OperationKind::Delete, old, {});
            put(u"handover_item"_s, OperationKind::Update, old,
                {{u"receiver"_s, u"lena"_s}, {u"confirmed"_s, true}});
        }
    }
    QVERIFY(isEqual({u""_s, u"not_active"_s, u"old_fence"_s, u"immutable"_s, u"kind_unknown"_s,
        u"doc_invalid"_s, u"not_found"_s, u"closed"_s, u"not_party"_s, u"too_large"_s,
        u"state_unknown"_s, u"person_unknown"_s, u"not_receiver"_s, u"text_missing"_s,
        u"signature_other"_s}));
}

void TestParityHandover::signatures()
{
    for (const char *state : {"draft", "out_signed", "refused"}) {
        const Row handover = addHandover(QString::fromLatin1(state));
        const QJsonObject sheet = sheetOf(handover);
        if (QLatin1StringView(state) != "draft"_L1)
            sign(handover, u"handed_over"_s, sheet);
        const QJsonObject other = sheetOf(addHandover(u"draft"_s));
        QJsonObject stranger = sheet;
        stranger.insert("incoming"_L1, QJsonObject{{u"lead"_s, u"ben"_s}});
        const QList<Choice> columns{
            {u"meaning"_s, words({"handed_over", "taken_over", "witnessed", "liked", ""})},
            {u"how"_s, words({"password", "offline", "paper", "finger", ""})},
            {u"handover"_s, {QJsonValue(), base::toText(nextId())}},
            {u"sheet_hash"_s, words({"", "00", "ABCDEF"})},
            {u"sheet"_s, {QJsonValue(), sheet, other, u"x"_s, QJsonArray()}}};
        for (const char *meaning : {"handed_over", "taken_over", "witnessed"}) {
            Row plain{{u"handover"_s, handover.value("id"_L1)},
                {u"meaning"_s, QString::fromLatin1(meaning)}, {u"sheet_hash"_s, hashOf(sheet)},
                {u"sheet"_s, sheet}, {u"how"_s, u"password"_s}, {u"station"_s, u"desk-1"_s}};
            for (const Choice &choice : columns) {
                for (const QJsonValue &value : choice.values) {
                    Row set = plain;
                    set.insert(choice.column, value);
                    put(u"handover_signature"_s, OperationKind::Insert, {}, set, true);
                }
            }
            plain.insert("sheet"_L1, stranger);
            plain.insert("sheet_hash"_L1, hashOf(stranger));
            put(u"handover_signature"_s, OperationKind::Insert, {}, plain, true);
        }
    }
    const Row handover = addHandover(u"draft"_s);
    const Row old = add(u"handover_signature"_s,
        {{u"handover"_s, handover.value("id"_L1)}, {u"meaning"_s, u"taken_over"_s},
            {u"person"_s, u"lena"_s}});
    put(u"handover_signature"_s, OperationKind::Update, old, {{u"meaning"_s, u"witnessed"_s}});
    QVERIFY(isEqual({u""_s, u"not_active"_s, u"old_fence"_s, u"immutable"_s, u"kind_unknown"_s,
        u"not_found"_s, u"signature_other"_s, u"doc_invalid"_s, u"sheet_changed"_s}));
}

// Each member of a sheet that a rule looks at, wrong in each way.
void TestParityHandover::sheets()
{
    const Row handover = addHandover(u"draft"_s);
    const Row ticket = addWork(u"ticket"_s, u"anna"_s, u"yellow"_s);
    const auto signature = [&](const QJsonObject &sheet) {
        m_trials.append({u"handover_signature"_s, OperationKind::Insert, {},
            {{u"id"_s, base::toText(nextId())}, {u"handover"_s, handover.value("id"_L1)},
                {u"meaning"_s, u"handed_over"_s}, {u"sheet_hash"_s, hashOf(sheet)},
                {u"sheet"_s, sheet}, {u"how"_s, u"password"_s}},
            m_facts.person(u"anna"_s), 0, m_now - 30s});
    };
    const QJsonObject item = itemOf(u"ticket"_s, ticket);
    const QJsonObject good = sheetOf(handover, {item});
    const QList<QJsonValue> odd{QJsonValue(), u""_s, u" "_s, 7, true, QJsonObject()};
    const auto waiver = [&](const QString &rule, const QJsonValue &subject) {
        return QJsonObject{{u"rule"_s, rule}, {u"subject"_s, subject}, {u"reason"_s, u"absent"_s},
            {u"by"_s, u"anna"_s}, {u"second"_s, u"carl"_s}};
    };
    const QList<QJsonArray> waivers{{}, {waiver(u"not_confirmed"_s, item.value("id"_L1))},
        {waiver(u"red_unacknowledged"_s, item.value("id"_L1))}, {waiver(u"system"_s, u"sound"_s)},
        {waiver(u"read_back"_s, QJsonValue())}};
    for (const QJsonArray &waived : waivers) {
        QJsonObject sheet = good;
        sheet.insert("waivers"_L1, waived);
        signature(sheet);
        for (const auto list : {"items"_L1, "systems"_L1, "read_back"_L1, "waivers"_L1}) {
            for (const QJsonValue &value : {QJsonValue(), QJsonValue(u"x"_s),
                     QJsonValue(QJsonArray()), QJsonValue(QJsonArray{1})}) {
                QJsonObject changed = sheet;
                changed.insert(list, value);
                signature(changed);
            }
        }
        for (const char *table : {"ticket", "pending_item", "incident", "lunch"}) {
            for (const char *level : {"red", "yellow", "blue", "green"}) {
                for (const auto member : {"receiver"_L1, "next_action"_L1, "due_at"_L1,
                         "contingency"_L1, "confirmed_by"_L1, "id"_L1, "stage"_L1}) {
                    for (const QJsonValue &value : odd + QList<QJsonValue>{u"detection"_s}) {
                        QJsonObject changed = item;
                        changed.insert("table"_L1, QString::fromLatin1(table));
                        changed.insert("level"_L1, QString::fromLatin1(level));
                        changed.insert(member, value);
                        QJsonObject with = sheet;
                        with.insert("items"_L1, QJsonArray{changed});
                        signature(with);
                    }
                }
            }
        }
        for (const QJsonValue &when : QList<QJsonValue>{
                 at(0min), at(-15min), at(-16min), at(1min), u"today"_s, QJsonValue()}) {
            for (const char *result : {"ok", "failed", "unchecked"}) {
                QJsonObject with = sheet;
                with.insert("systems"_L1,
                    QJsonArray{QJsonObject{{u"key"_s, u"sound"_s},
                        {u"result"_s, QString::fromLatin1(result)}, {u"at"_s, when}}});
                signature(with);
            }
            QJsonObject with = sheet;
            with.insert("frozen_at"_L1, when);
            signature(with);
        }
    }
    for (const auto member : {"rule"_L1, "reason"_L1, "by"_L1, "second"_L1}) {
        for (const QJsonValue &value :
            QList<QJsonValue>{u"anna"_s, u"carl"_s, u"ines"_s, u"other"_s, u"system"_s, 1}) {
            QJsonObject changed = waiver(u"system"_s, u"sound"_s);
            changed.insert(member, value);
            QJsonObject with = good;
            with.insert("waivers"_L1, QJsonArray{changed});
            signature(with);
        }
    }
    QVERIFY(isEqual({u""_s, u"doc_invalid"_s, u"sheet_incomplete"_s}));
}

Row TestParityHandover::addWork(const QString &table, const QJsonValue &owner, const QString &level)
{
    Row row{{u"title"_s, u"备用线路"_s}, {u"level"_s, level}, {u"state"_s, u"open"_s},
        {u"owner"_s, owner}, {u"opened_by"_s, u"ben"_s}, {u"opened_at"_s, at(-40min)},
        {u"carried"_s, 2}};
    if (table == "ticket"_L1) {
        row.insert("label"_L1, u"A1-7"_s);
        row.insert("waited_s"_L1, 0);
    }
    return add(table, row);
}

// Whoever has what, on the sheet or not, in every mixture: the same moves, entries and differences.
void TestParityHandover::moves()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    const QList<QJsonValue> owners = words({"anna", "ben", "carl", "lena", "ines"});
    const QStringList levels{u"red"_s, u"yellow"_s, u"blue"_s};
    const auto pick = [&random](const auto &values) {
        return values.at(random.bounded(int(values.size())));
    };
    QJsonArray all;
    for (int i = 0; i < 24; ++i) {
        const QString table = pick(QStringList{u"ticket"_s, u"pending_item"_s});
        all.append(itemOf(table, addWork(table, pick(owners), pick(levels))));
    }
    for (int i = 0; i < 12; ++i) {
        const QJsonValue owner = pick(owners);
        const Stage stage = i % 4 == 0 ? Stage::Closed : Stage::Diagnosis;
        const Row row = addIncident(
            m_facts, {.stage = stage, .level = pick(levels), .owner = owner.toString()}, m_now);
        all.append(itemOf(u"incident"_s, row));
        for (const char *role : {"commander", "scribe"})
            add(u"incident_role"_s,
                {{u"incident"_s, row.value("id"_L1)}, {u"role"_s, QString::fromLatin1(role)},
                    {u"person"_s, pick(owners)}, {u"deleted"_s, random.bounded(4) == 0}});
    }
    for (int i = 0; i < kRandomPasses; ++i) {
        QJsonArray items;
        for (const QJsonValue &value : std::as_const(all)) {
            if (random.bounded(3) == 0)
                continue;
            QJsonObject item = value.toObject();
            item.insert("receiver"_L1, pick(owners));
            if (random.bounded(4) == 0)
                item.insert("owner"_L1, pick(owners)); // as it was when they signed
            items.append(item);
        }
        items.append(QJsonObject{{u"table"_s, u"ticket"_s}, {u"id"_s, base::toText(nextId())},
            {u"title"_s, u"没有这张"_s}, {u"receiver"_s, u"lena"_s}});
        const Row old = addHandover(random.bounded(2) == 0 ? u"draft"_s : u"out_signed"_s);
        const QJsonObject sheet = sheetOf(old, items);
        sign(old, u"handed_over"_s, sheet);
        sign(old, u"taken_over"_s, sheet);
        const bool forced = random.bounded(5) == 0;
        const Row set{{u"state"_s, forced ? u"forced"_s : u"accepted"_s},
            {u"reason"_s, forced ? u"outgoing_gone"_s : QJsonValue()},
            {u"sheet_hash"_s, hashOf(sheet)}};
        m_trials.append({u"handover"_s, OperationKind::Update, old, set,
            m_facts.person(forced ? u"carl"_s : u"lena"_s), 0, m_now - 30s});
    }
    QVERIFY(isEqual({u""_s}));
}

QTEST_GUILESS_MAIN(TestParityHandover)

#include "tst_parity_handover.moc"
