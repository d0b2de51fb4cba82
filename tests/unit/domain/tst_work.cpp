// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/domain/memoryfacts.h"

#include <QTest>

using namespace watchroom::domain;
using namespace watchroom::domain::test;
using namespace Qt::StringLiterals;
namespace base = watchroom::base;

// ARCHITECTURE.md, "ticket, pending_item": a ticket's life, step by step.
class TestWork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void opensUnclaimedWithANumber();
    void oneOwnerAtATime();
    void offeredWorkStaysUntilItIsAccepted();
    void offersEnd();
    void aLeadAssigns();
    void whatIsOwnedIsItsOwners();
    void waitingIsCountedApart();
    void endsWithAnOutcome();
    void planIsWrittenOnce();
    void anIncidentIsNamedOnce();
    void pendingItemsHaveNoNumber();

private:
    /// Puts a change to the rules; what is accepted becomes the row. The verdict's code word.
    QString change(const Row &set, const Actor &actor, base::Seconds later = base::Seconds{60});
    [[nodiscard]] QStringList codes() const;
    [[nodiscard]] QJsonObject params() const { return m_last.entries.value(0).params; }

    std::unique_ptr<MemoryFacts> m_facts;
    base::Instant m_now;
    Row m_row;
    Judgement m_last;
    const Actor m_chen = member(u"chen"_s);
    const Actor m_zhou = member(u"zhou"_s);
};

void TestWork::init()
{
    m_facts = std::make_unique<MemoryFacts>();
    m_now = at(u"2026-03-31T23:50:00.000000Z");
    const Row first{{u"id"_s, u"0190f3a2-7b1c-7def-8123-456789abcdef"_s}, {u"label"_s, u"A3-1"_s},
        {u"title"_s, u"备用线路无信号"_s}, {u"level"_s, u"yellow"_s}};
    m_last = judge(u"ticket", std::nullopt, first, m_chen, m_now, m_now, *m_facts);
    QVERIFY2(m_last.accepted(), qPrintable(m_last.refused));
    m_row = m_last.row;
}

QString TestWork::change(const Row &set, const Actor &actor, base::Seconds later)
{
    m_now += later;
    Row proposed = m_row;
    for (auto it = set.begin(); it != set.end(); ++it)
        proposed.insert(it.key(), it.value());
    m_last = judge(u"ticket", m_row, proposed, actor, m_now, m_now, *m_facts);
    if (m_last.accepted())
        m_row = m_last.row;
    return m_last.refused;
}

QStringList TestWork::codes() const
{
    QStringList codes;
    for (const EntryDraft &entry : m_last.entries)
        codes.append(entry.code);
    return codes;
}

void TestWork::opensUnclaimedWithANumber()
{
    QVERIFY(integer(m_row, "number"_L1) > 0);
    QCOMPARE(text(m_row, "state"_L1), u"open"_s);
    QCOMPARE(text(m_row, "opened_by"_L1), u"chen"_s);
    QVERIFY(m_row.value("owner"_L1).isNull());
    QCOMPARE(codes(), QStringList{u"work_opened"_s});
    QCOMPARE(params().value("title"_L1).toString(), u"备用线路无信号"_s);
    QVERIFY(m_last.entries.first().incident.isNull());
}

void TestWork::oneOwnerAtATime()
{
    QCOMPARE(change({{u"owner"_s, u"zhou"_s}}, m_chen), u"owner_other"_s);
    QCOMPARE(change({{u"owner"_s, u"chen"_s}}, m_chen), QString());
    QCOMPARE(codes(), QStringList{u"work_claimed"_s});
    QCOMPARE(change({{u"owner"_s, u"zhou"_s}}, m_zhou), QString());
    QCOMPARE(codes(), QStringList{u"work_taken_over"_s});
    QCOMPARE(params().value("from"_L1).toString(), u"chen"_s);
    QCOMPARE(change({{u"owner"_s, QJsonValue()}}, m_chen), u"not_owner"_s);
    QCOMPARE(change({{u"owner"_s, QJsonValue()}}, m_zhou), QString());
    QCOMPARE(codes(), QStringList{u"work_released"_s});
}

void TestWork::offeredWorkStaysUntilItIsAccepted()
{
    QCOMPARE(change({{u"owner"_s, u"chen"_s}}, m_chen), QString());
    QCOMPARE(change({{u"offered_to"_s, u"gone"_s}}, m_chen), u"owner_unknown"_s);
    QCOMPARE(change({{u"offered_to"_s, u"chen"_s}}, m_chen), u"owner_unknown"_s);
    QCOMPARE(change({{u"offered_to"_s, u"zhou"_s}}, m_chen), QString());
    QCOMPARE(codes(), QStringList{u"work_offered"_s});
    QCOMPARE(text(m_row, "owner"_L1), u"chen"_s);
    QCOMPARE(change({{u"owner"_s, u"zhou"_s}}, m_zhou), QString());
    QCOMPARE(codes(), QStringList{u"work_accepted"_s});
    QVERIFY(m_row.value("offered_to"_L1).isNull());
}

void TestWork::offersEnd()
{
    QCOMPARE(change({{u"owner"_s, u"chen"_s}, {u"offered_to"_s, QJsonValue()}}, m_chen), QString());
    QCOMPARE(change({{u"offered_to"_s, u"zhou"_s}}, m_chen), QString());
    QCOMPARE(change({{u"offered_to"_s, QJsonValue()}}, m_zhou), QString());
    QCOMPARE(codes(), QStringList{u"work_declined"_s});
    QCOMPARE(change({{u"offered_to"_s, u"zhou"_s}}, m_chen), QString());
    QCOMPARE(change({{u"offered_to"_s, QJsonValue()}}, m_chen), QString());
    QCOMPARE(codes(), QStringList{u"work_withdrawn"_s});
    QCOMPARE(change({{u"offered_to"_s, u"root"_s}}, m_zhou), u"not_owner"_s);
}

void TestWork::aLeadAssigns()
{
    QCOMPARE(change({{u"owner"_s, u"zhou"_s}}, lead()), QString());
    QCOMPARE(codes(), QStringList{u"work_handed"_s});
    QCOMPARE(change({{u"owner"_s, u"gone"_s}}, lead()), u"owner_unknown"_s);
}

void TestWork::whatIsOwnedIsItsOwners()
{
    QCOMPARE(change({{u"level"_s, u"blue"_s}}, m_zhou), QString());
    QCOMPARE(change({{u"owner"_s, u"chen"_s}}, m_chen), QString());
    QCOMPARE(change({{u"level"_s, u"red"_s}}, m_zhou), u"not_owner"_s);
    QCOMPARE(change({{u"level"_s, u"red"_s}}, m_chen), QString());
    QCOMPARE(codes(), QStringList{u"work_level"_s});
}

void TestWork::waitingIsCountedApart()
{
    QCOMPARE(change({{u"owner"_s, u"chen"_s}}, m_chen), QString());
    QCOMPARE(change({{u"waiting_for"_s, u"运营商"_s}}, m_zhou), u"not_owner"_s);
    QCOMPARE(change({{u"waiting_for"_s, u"运营商"_s}}, m_chen), QString());
    QCOMPARE(instant(m_row, "waiting_since"_L1), std::optional(m_now));
    QCOMPARE(change({{u"waiting_for"_s, QJsonValue()}}, m_chen, base::Seconds{90}), QString());
    QCOMPARE(params().value("waited_s"_L1).toInteger(), 90);
    QCOMPARE(integer(m_row, "waited_s"_L1), 90);
}

void TestWork::endsWithAnOutcome()
{
    QCOMPARE(change({{u"state"_s, u"done"_s}}, m_chen), u"not_claimed"_s);
    QCOMPARE(change({{u"owner"_s, u"chen"_s}}, m_chen), QString());
    QCOMPARE(change({{u"state"_s, u"done"_s}}, m_zhou), u"not_owner"_s);
    QCOMPARE(change({{u"state"_s, u"dropped"_s}}, m_chen), u"reason_missing"_s);
    QCOMPARE(change({{u"waiting_for"_s, u"运营商"_s}}, m_chen), QString());
    // 23:50 and ten minutes and more: it ended in April.
    QCOMPARE(change({{u"state"_s, u"dropped"_s}, {u"outcome"_s, u"已由厂家更换"_s}}, m_chen,
                 base::Seconds{600}),
        QString());
    QCOMPARE(codes(), (QStringList{u"work_resumed"_s, u"work_ended"_s}));
    QCOMPARE(text(m_row, "part"_L1), u"2026-04"_s);
    QCOMPARE(instant(m_row, "closed_at"_L1), std::optional(m_now));
    QCOMPARE(change({{u"state"_s, u"open"_s}}, m_chen), u"closed"_s);
}

void TestWork::planIsWrittenOnce()
{
    QCOMPARE(change({{u"next_action"_s, u"打给运营商"_s}, {u"due_at"_s, base::toIso(m_now)},
                        {u"contingency"_s, u"若再中断则切换"_s}},
                 m_zhou),
        QString());
    QCOMPARE(codes(), QStringList{u"work_planned"_s});
    QCOMPARE(params().value("next_action"_L1).toString(), u"打给运营商"_s);
    QCOMPARE(change({{u"title"_s, u"主用线路"_s}}, m_zhou), QString());
    QCOMPARE(codes(), QStringList{u"work_renamed"_s});
}

void TestWork::anIncidentIsNamedOnce()
{
    const Row incident = m_facts->add(u"incident"_s, {{u"title"_s, u"卡顿"_s}});
    const QString id = text(incident, "id"_L1);
    QCOMPARE(change({{u"incident"_s, u"0190f3a2-7b1c-7def-8123-456789abcd02"_s}}, m_chen),
        u"not_found"_s);
    QCOMPARE(change({{u"incident"_s, id}}, m_chen), QString());
    QCOMPARE(m_last.entries.first().incident, uuid(incident, "id"_L1));
    QCOMPARE(change({{u"incident"_s, QJsonValue()}}, m_chen), u"immutable"_s);
}

void TestWork::pendingItemsHaveNoNumber()
{
    const Row item{{u"id"_s, u"0190f3a2-7b1c-7def-8123-456789abcd01"_s}, {u"title"_s, u"备件"_s},
        {u"level"_s, u"blue"_s}, {u"owner"_s, u"chen"_s}};
    const Judgement judged =
        judge(u"pending_item", std::nullopt, item, m_chen, m_now, m_now, *m_facts);
    QVERIFY2(judged.accepted(), qPrintable(judged.refused));
    QVERIFY(!judged.row.contains("number"_L1));
    QCOMPARE(judged.entries.size(), 2);
}

QTEST_GUILESS_MAIN(TestWork)

#include "tst_work.moc"
