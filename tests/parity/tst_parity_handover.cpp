// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/parity/handovertrials.h"

using namespace watchroom;
using namespace watchroom::parity;

namespace {

constexpr int kRandomPasses = 400;

} // namespace

/// The rules of handovers and their items, and what an accepted one moves, in C++ and in the
/// server.
class TestParityHandover : public HandoverTrials
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCOMPARE(start(), QByteArray()); }
    void init() { begin(); }
    void cleanup() { end(); }

    void opened();
    void stepped();
    void leadsChange();
    void items();
    void moves();
};

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
            {QJsonValue(), at(0min), at(24h), at(24h - 1min), at(-24h), at(-24h - 1min)}},
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
    // Begun two days ago, without the server, and only now here.
    Row late = plainHandover();
    late.insert("shift_at"_L1, at(-47h));
    late.insert("id"_L1, base::toText(handoverId(u"desk"_s, m_now - 47h, 1)));
    m_trials.append({u"handover"_s, OperationKind::Insert, {}, late, m_facts.person(u"anna"_s), 0,
        m_now - 48h});
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
    for (const QString &meaning : {u"handed_over"_s, u"taken_over"_s, u"witnessed"_s, u""_s}) {
        Row paper = plain(live, u"paper"_s, meaning);
        paper.insert("receiver"_L1, u"lena"_s);
        paper.insert("seen"_L1, base::toText(nextId()));
        put(u"handover_item"_s, OperationKind::Insert, {}, paper);
    }
    const QList<Choice> columns{
        {u"about"_s, words({"ticket", "procedure_run", "system", "waiver", "paper", "lunch", ""})},
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
        {u"reason"_s, words({"absent", "known_fault", "lazy", ""})},
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
        u"state_unknown"_s, u"reason_missing"_s, u"person_unknown"_s, u"not_receiver"_s,
        u"text_missing"_s, u"signature_other"_s}));
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
        QJsonObject item = itemOf(u"procedure_run"_s,
            addRun(pick(owners), i % 3 == 0 ? QJsonValue() : row.value("id"_L1),
                i % 5 == 0 ? u"finished"_s : u"running"_s));
        item.insert("title"_L1, u"切换备用出口"_s);
        all.append(item);
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
