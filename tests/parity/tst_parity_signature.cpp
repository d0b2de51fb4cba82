// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/policy.h"
#include "tests/parity/handovertrials.h"

using namespace watchroom;
using namespace watchroom::parity;

/// Who may sign which sheet, in C++ and in the server.
class TestParitySignature : public HandoverTrials
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCOMPARE(start(), QByteArray()); }
    void init() { begin(); }
    void cleanup() { end(); }

    void signatures();
    void sheets();
    void offlineMayBeForbidden_data();
    void offlineMayBeForbidden();
};

void TestParitySignature::signatures()
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

void TestParitySignature::offlineMayBeForbidden_data()
{
    QTest::addColumn<QJsonValue>("allowed");
    QTest::newRow("not said") << QJsonValue(QJsonValue::Undefined);
    QTest::newRow("allowed") << QJsonValue(true);
    QTest::newRow("forbidden") << QJsonValue(false);
}

void TestParitySignature::offlineMayBeForbidden()
{
    QFETCH(QJsonValue, allowed);
    QJsonObject doc = defaultPolicyDocument();
    if (!allowed.isUndefined())
        doc.insert("offline_handover"_L1, allowed);
    add(u"policy"_s, {{u"version"_s, 7}, {u"doc"_s, doc}});
    const Row handover = addHandover(u"draft"_s);
    const QJsonObject sheet = sheetOf(handover);
    for (const char *how : {"password", "offline", "paper"})
        put(u"handover_signature"_s, OperationKind::Insert, {},
            {{u"handover"_s, handover.value("id"_L1)}, {u"meaning"_s, u"handed_over"_s},
                {u"sheet_hash"_s, hashOf(sheet)}, {u"sheet"_s, sheet},
                {u"how"_s, QString::fromLatin1(how)}, {u"station"_s, u"desk-1"_s}},
            true);
    QStringList expected{u""_s, u"not_active"_s, u"old_fence"_s, u"signature_other"_s};
    if (allowed == QJsonValue(false))
        expected.append(u"offline_handover_forbidden"_s);
    QVERIFY(isEqual(expected));
}

// Each member of a sheet that a rule looks at, wrong in each way.
void TestParitySignature::sheets()
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
        for (const char *table : {"ticket", "pending_item", "incident", "procedure_run", "lunch"}) {
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

QTEST_GUILESS_MAIN(TestParitySignature)

#include "tst_parity_signature.moc"
