// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/rosterrows.h"
#include "tests/unit/domain/memoryfacts.h"

#include <QJsonArray>
#include <QTest>

using namespace watchroom;
using namespace watchroom::domain;
using namespace watchroom::domain::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// ARCHITECTURE.md, "position, rotation, roster_override, check_in": what a team does with its
// roster, and what shifts come of it.
class TestRosterGuard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void onlyALeadMakesRotations();
    void aRotationNamesWhatIsThere();
    void leaveIsInForceAtOnce();
    void whoeverTakesAShiftHasIt();
    void whoIsToCoverIsAsked();
    void aSwapMovesBothShifts();
    void aLeadArranges();
    void thePastStays();
    void anAnswerTooLateChangesNothing();
    void checkInIsOnesOwn();

private:
    QString insert(const QString &table, const Row &set, const Actor &actor);
    QString update(const Row &set, const Actor &actor);
    [[nodiscard]] QString time(std::chrono::minutes later) const;
    /// Who is at `network`, `later` after now.
    [[nodiscard]] QString onDutyIn(std::chrono::minutes later) const;
    [[nodiscard]] QString lastCode() const { return m_last.entries.value(0).code; }

    std::unique_ptr<MemoryFacts> m_facts;
    base::Instant m_now;
    Row m_row;
    Judgement m_last;
    QList<Row> m_rotations;
    QHash<QUuid, Row> m_overrides;
    const Actor m_chen = member(u"chen"_s);
    const Actor m_zhou = member(u"zhou"_s);
};

// Noon in Shanghai; chen has network today from 8 to 20, zhou tomorrow.
void TestRosterGuard::init()
{
    m_facts = std::make_unique<MemoryFacts>();
    m_now = at(u"2026-03-18T04:00:00.000000Z");
    m_rotations.clear();
    m_overrides.clear();
    for (const Position &position : firstPositions())
        m_facts->add(u"position"_s, positionRow(position));
    const Row rotation{{u"position"_s, u"network"_s}, {u"slot"_s, u"day"_s},
        {u"zone"_s, u"Asia/Shanghai"_s}, {u"starts_on"_s, u"2026-03-18"_s},
        {u"handoff"_s, u"08:00"_s}, {u"unit"_s, u"days"_s}, {u"every"_s, 1},
        {u"hours_from"_s, u"08:00"_s}, {u"hours_until"_s, u"20:00"_s},
        {u"members"_s, QJsonArray{u"chen"_s, u"zhou"_s}}};
    QCOMPARE(insert(u"rotation"_s, rotation, lead()), QString());
    m_rotations.append(m_row);
}

QString TestRosterGuard::insert(const QString &table, const Row &set, const Actor &actor)
{
    Row row = set;
    row.insert("id"_L1, base::toText(base::newId(m_now)));
    m_last = judge(table, std::nullopt, row, actor, m_now, m_now, *m_facts);
    if (m_last.accepted()) {
        m_row = m_last.row;
        if (table == "roster_override"_L1)
            m_overrides.insert(uuid(m_row, "id"_L1), m_row);
    }
    return m_last.refused;
}

QString TestRosterGuard::update(const Row &set, const Actor &actor)
{
    Row proposed = m_row;
    for (auto it = set.begin(); it != set.end(); ++it)
        proposed.insert(it.key(), it.value());
    m_last = judge(u"roster_override", m_row, proposed, actor, m_now, m_now, *m_facts);
    if (m_last.accepted()) {
        m_row = m_last.row;
        m_overrides.insert(uuid(m_row, "id"_L1), m_row);
    }
    return m_last.refused;
}

QString TestRosterGuard::time(std::chrono::minutes later) const
{
    return base::toIso(m_now + later);
}

QString TestRosterGuard::onDutyIn(std::chrono::minutes later) const
{
    const Roster roster =
        rosterFrom(m_rotations, m_overrides.values(), {u"chen"_s, u"zhou"_s, u"wang"_s});
    const base::Instant when = m_now + later;
    const QList<Shift> on = onDuty(shiftsOf(roster, when, when + 1s), when);
    return on.size() == 1 ? on.first().person : u"%1 shifts"_s.arg(on.size());
}

void TestRosterGuard::onlyALeadMakesRotations()
{
    Row mine = m_row;
    QCOMPARE(insert(u"rotation"_s, mine, m_chen), u"not_senior"_s);
    QCOMPARE(insert(u"rotation"_s, mine, admin()), QString());
    QCOMPARE(lastCode(), u"rotation_changed"_s);
    QCOMPARE(m_last.entries.first().params.value("members"_L1).toArray(),
        (QJsonArray{u"chen"_s, u"zhou"_s}));
}

void TestRosterGuard::aRotationNamesWhatIsThere()
{
    struct Bad
    {
        QString column;
        QJsonValue value;
        QString code;
    };
    const QList<Bad> bads{{u"position"_s, u"kitchen"_s, u"not_found"_s},
        {u"starts_on"_s, u"2026-02-30"_s, u"doc_invalid"_s},
        {u"ends_on"_s, u"2026-03-17"_s, u"doc_invalid"_s},
        {u"handoff"_s, u"25:00"_s, u"doc_invalid"_s}, {u"every"_s, 0, u"doc_invalid"_s},
        {u"hours_until"_s, QJsonValue(), u"doc_invalid"_s},
        {u"members"_s, QJsonArray(), u"doc_invalid"_s},
        {u"members"_s, QJsonArray{u"gone"_s}, u"person_unknown"_s}};
    const Row good = m_row;
    for (const Bad &bad : bads) {
        Row row = good;
        row.insert(bad.column, bad.value);
        QCOMPARE(insert(u"rotation"_s, row, lead()), bad.code);
        if (bad.code == "doc_invalid"_L1)
            QVERIFY(bad.column.startsWith(m_last.params.value("where"_L1).toString()));
    }
}

void TestRosterGuard::leaveIsInForceAtOnce()
{
    const Row ill{{u"kind"_s, u"leave"_s}, {u"person"_s, u"chen"_s}, {u"begins_at"_s, time(0min)},
        {u"ends_at"_s, time(8h)}, {u"reason"_s, u"发烧"_s}};
    QCOMPARE(onDutyIn(1h), u"chen"_s);
    QCOMPARE(insert(u"roster_override"_s, ill, m_zhou), u"not_senior"_s);
    QCOMPARE(insert(u"roster_override"_s, ill, m_chen), QString());
    QCOMPARE(text(m_row, "state"_L1), u"accepted"_s);
    QCOMPARE(lastCode(), u"roster_changed"_s);
    QCOMPARE(onDutyIn(1h), QString());
}

void TestRosterGuard::whoeverTakesAShiftHasIt()
{
    const Row taken{{u"kind"_s, u"cover"_s}, {u"position"_s, u"network"_s},
        {u"person"_s, u"zhou"_s}, {u"replaces"_s, u"chen"_s}, {u"begins_at"_s, time(0min)},
        {u"ends_at"_s, time(8h)}};
    QCOMPARE(insert(u"roster_override"_s, taken, m_zhou), QString());
    QCOMPARE(text(m_row, "state"_L1), u"accepted"_s);
    QCOMPARE(onDutyIn(1min), u"zhou"_s);
}

void TestRosterGuard::whoIsToCoverIsAsked()
{
    const Row cover{{u"kind"_s, u"cover"_s}, {u"position"_s, u"network"_s},
        {u"person"_s, u"zhou"_s}, {u"replaces"_s, u"chen"_s}, {u"begins_at"_s, time(60min)},
        {u"ends_at"_s, time(2h)}};
    QCOMPARE(insert(u"roster_override"_s, cover, m_chen), QString());
    QCOMPARE(text(m_row, "state"_L1), u"asked"_s);
    QCOMPARE(text(m_row, "asked_of"_L1), u"zhou"_s);
    QCOMPARE(onDutyIn(90min), u"chen"_s);
    QCOMPARE(update({{u"state"_s, u"accepted"_s}}, m_chen), u"not_asked"_s);
    QCOMPARE(update({{u"person"_s, u"wang"_s}}, m_chen), u"immutable"_s);
    QCOMPARE(update({{u"state"_s, u"accepted"_s}}, m_zhou), QString());
    QCOMPARE(onDutyIn(90min), u"zhou"_s);
    QCOMPARE(onDutyIn(3h), u"chen"_s);
    QCOMPARE(update({{u"state"_s, u"cancelled"_s}}, m_chen), QString());
    QCOMPARE(onDutyIn(90min), u"chen"_s);
    QCOMPARE(update({{u"state"_s, u"accepted"_s}}, m_zhou), u"closed"_s);
}

void TestRosterGuard::aSwapMovesBothShifts()
{
    const Row swap{{u"kind"_s, u"swap"_s}, {u"position"_s, u"network"_s}, {u"person"_s, u"zhou"_s},
        {u"replaces"_s, u"chen"_s}, {u"begins_at"_s, time(0min)}, {u"ends_at"_s, time(8h)},
        {u"other_position"_s, u"network"_s}, {u"other_begins_at"_s, time(20h)},
        {u"other_ends_at"_s, time(32h)}};
    // Either may ask; the other one is asked.
    QCOMPARE(insert(u"roster_override"_s, swap, m_zhou), QString());
    QCOMPARE(text(m_row, "asked_of"_L1), u"chen"_s);
    QCOMPARE(onDutyIn(1h), u"chen"_s);
    QCOMPARE(onDutyIn(24h), u"zhou"_s);
    QCOMPARE(update({{u"state"_s, u"accepted"_s}}, m_chen), QString());
    QCOMPARE(lastCode(), u"roster_accepted"_s);
    QCOMPARE(onDutyIn(1h), u"zhou"_s);
    QCOMPARE(onDutyIn(24h), u"chen"_s);
}

void TestRosterGuard::aLeadArranges()
{
    Row temporary{{u"kind"_s, u"temporary"_s}, {u"position"_s, u"network"_s},
        {u"person"_s, u"zhou"_s}, {u"begins_at"_s, time(0min)}, {u"ends_at"_s, time(20h)}};
    QCOMPARE(insert(u"roster_override"_s, temporary, m_zhou), u"not_senior"_s);
    QCOMPARE(insert(u"roster_override"_s, temporary, lead()), QString());
    QCOMPARE(onDutyIn(1h), u"zhou"_s);
    temporary.insert("person"_L1, u"gone"_s);
    QCOMPARE(insert(u"roster_override"_s, temporary, lead()), u"person_unknown"_s);
}

void TestRosterGuard::thePastStays()
{
    const Row taken{{u"kind"_s, u"cover"_s}, {u"person"_s, u"zhou"_s}, {u"replaces"_s, u"chen"_s},
        {u"begins_at"_s, time(0min)}, {u"ends_at"_s, time(8h)}};
    QCOMPARE(insert(u"roster_override"_s, taken, m_zhou), QString());
    m_now += 2h;
    QCOMPARE(update({{u"state"_s, u"cancelled"_s}}, m_zhou), u"already_begun"_s);
    QCOMPARE(update({{u"ends_at"_s, time(-1h)}}, m_zhou), u"time_wrong"_s);
    QCOMPARE(update({{u"ends_at"_s, time(9h)}}, m_zhou), u"time_wrong"_s);
    QCOMPARE(update({{u"ends_at"_s, time(0min)}}, m_zhou), QString());
    QCOMPARE(lastCode(), u"roster_shortened"_s);
    QCOMPARE(onDutyIn(-1h), u"zhou"_s);
    QCOMPARE(onDutyIn(1h), u"chen"_s);
}

void TestRosterGuard::anAnswerTooLateChangesNothing()
{
    const Row cover{{u"kind"_s, u"cover"_s}, {u"person"_s, u"zhou"_s}, {u"replaces"_s, u"chen"_s},
        {u"begins_at"_s, time(10min)}, {u"ends_at"_s, time(20min)}};
    QCOMPARE(insert(u"roster_override"_s, cover, m_chen), QString());
    m_now += 30min;
    QCOMPARE(update({{u"state"_s, u"accepted"_s}}, m_zhou), u"time_wrong"_s);
    QCOMPARE(update({{u"state"_s, u"declined"_s}}, m_zhou), QString());
}

void TestRosterGuard::checkInIsOnesOwn()
{
    QCOMPARE(
        insert(u"check_in"_s, {{u"position"_s, u"network"_s}, {u"person"_s, u"zhou"_s}}, m_chen),
        QString());
    QCOMPARE(text(m_row, "person"_L1), u"chen"_s);
    QCOMPARE(instant(m_row, "checked_at"_L1), m_now);
    QCOMPARE(text(m_row, "part"_L1), u"2026-03"_s);
    QCOMPARE(
        insert(u"check_in"_s, {{u"position"_s, u"network"_s}}, desk(true)), u"station_may_not"_s);
}

QTEST_GUILESS_MAIN(TestRosterGuard)
#include "tst_rosterguard.moc"
