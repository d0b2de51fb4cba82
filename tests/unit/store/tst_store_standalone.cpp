// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/record.h"
#include "tests/unit/store/storefixture.h"

#include <QJsonArray>

using namespace watchroom;
using namespace watchroom::store;

/// A workspace without a server: the local authority decides.
class TestStoreStandalone : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void firstStartHasAPersonAndAPolicy();
    void insertIsStampedAtOnce();
    void refusalSpendsNoNumber();
    void stationActsWithoutAnAdministrator();
    void incidentWalksThroughAllStages();
    void whatBelongsToAClosedIncidentMovesWithIt();
    void aNewDaySealsTheOneBefore();
    void alteredEntryIsFound();
    void modeIsKept();

private:
    Row mustSave(const QList<Draft> &drafts);
    void step(const QUuid &id, const QString &to, Row more = {});
    [[nodiscard]] QList<Row> chain(const QString &name);

    std::unique_ptr<QTemporaryDir> m_dir;
    TestClock m_clock;
    std::unique_ptr<Store> m_store;
};

void TestStoreStandalone::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_store = opened(m_dir->path(), m_clock, Store::Mode::Standalone);
    QCOMPARE(must(m_store->setUpStandalone({u"chen"_s, u"陈工"_s}, {}).result()), u"chen"_s);
}

void TestStoreStandalone::cleanup()
{
    m_store.reset();
    m_dir.reset();
}

Row TestStoreStandalone::mustSave(const QList<Draft> &drafts)
{
    return must(save(*m_store, drafts)).rows.first();
}

void TestStoreStandalone::step(const QUuid &id, const QString &to, Row more)
{
    m_clock.advance(1min);
    more.insert(u"stage"_s, to);
    QCOMPARE(mustSave({change(id, more)}).value(u"stage"_s).toString(), to);
}

QList<Row> TestStoreStandalone::chain(const QString &name)
{
    return rows(*m_store, u"log_entry"_s, u"chain=?"_s, {name}, u"ORDER BY n"_s);
}

void TestStoreStandalone::firstStartHasAPersonAndAPolicy()
{
    QCOMPARE(rows(*m_store, u"person"_s).size(), 1);
    QCOMPARE(rows(*m_store, u"person"_s).first().value(u"name"_s).toString(), u"陈工"_s);
    QCOMPARE(rows(*m_store, u"person_right"_s, u"person='chen'"_s).size(), 3);
    QCOMPARE(rows(*m_store, u"policy"_s).first().value(u"doc"_s).toObject(),
        domain::defaultPolicyDocument());
    // A second start finds people and writes nothing.
    QCOMPARE(must(m_store->setUpStandalone({u"other"_s, u"x"_s}, {}).result()), u"chen"_s);
    QCOMPARE(rows(*m_store, u"person"_s).size(), 1);
    // Colleagues do not take the desk over, whatever the order of their ids.
    mustSave({{.table = u"person"_s,
        .id = QUuid(u"00000000-0000-7000-8000-000000000001"_s),
        .kind = OperationKind::Insert,
        .set = {{u"login"_s, u"zhou"_s}, {u"name"_s, u"周"_s}, {u"layer"_s, u"technical"_s},
            {u"active"_s, true}}}});
    QCOMPARE(must(m_store->setUpStandalone({u"other"_s, u"x"_s}, {}).result()), u"chen"_s);
}

void TestStoreStandalone::insertIsStampedAtOnce()
{
    const QUuid id = QUuid::createUuid();
    const Row row = mustSave({incident(id, u"卡顿"_s, {{u"level"_s, u"red"_s}})});
    QCOMPARE(row.value(u"label"_s).toString(), u"L-1"_s);
    QCOMPARE(row.value(u"number"_s).toInteger(), 1);
    QCOMPARE(row.value(u"rev"_s).toInteger(), 1);
    QVERIFY(!domain::uuid(row, "ver"_L1).isNull());
    QCOMPARE(row.value(u"part"_s).toString(), u"core"_s);
    QCOMPARE(row.value(u"updated_by"_s).toString(), u"chen"_s);
    // A red one is to be acknowledged within two minutes.
    QCOMPARE(
        *domain::instant(row, "due_at"_L1) - *domain::instant(row, "stage_entered_at"_L1), 120s);
    QCOMPARE(m_store->counts().result(), OutboxCounts());
    QCOMPARE(one(*m_store, u"incident"_s, id).value(u"_pending"_s), QJsonValue(false));

    const Row changed = mustSave({change(id, {{u"title"_s, u"断线"_s}})});
    QCOMPARE(changed.value(u"rev"_s).toInteger(), 2);
    QVERIFY(changed.value(u"ver"_s) != row.value(u"ver"_s));
    QCOMPARE(mustSave({incident(QUuid::createUuid(), u"x"_s)}).value(u"number"_s).toInteger(), 2);
}

void TestStoreStandalone::refusalSpendsNoNumber()
{
    QCOMPARE(
        save(*m_store, {incident(QUuid::createUuid(), u"one"_s), incident(QUuid::createUuid(), {})})
            .error()
            .code,
        u"title_missing"_s);
    QVERIFY(rows(*m_store, u"incident"_s).isEmpty());
    QVERIFY(rows(*m_store, u"log_entry"_s, u"incident IS NOT NULL"_s).isEmpty());
    const Row row = mustSave({incident(QUuid::createUuid(), u"one"_s)});
    QCOMPARE(row.value(u"number"_s).toInteger(), 1);
    QCOMPARE(row.value(u"label"_s).toString(), u"L-1"_s);
}

void TestStoreStandalone::stationActsWithoutAnAdministrator()
{
    const QUuid id = QUuid::createUuid();
    const auto saved = save(*m_store, {incident(id, u"丢包"_s, {{u"fence"_s, 1}})}, QString());
    QCOMPARE(must(saved).rows.first().value(u"number"_s).toInteger(), 1);
    // The fence belongs to the change and not to the row.
    QVERIFY(one(*m_store, u"incident"_s, id).value(u"fence"_s).isNull());
}

void TestStoreStandalone::incidentWalksThroughAllStages()
{
    const QUuid id = QUuid::createUuid();
    mustSave({incident(id, u"视频卡顿"_s)});
    mustSave({change(id, {{u"owner"_s, u"chen"_s}}, {{u"owner"_s, QJsonValue()}})});
    mustSave({note(id, u"已电话联系会诊室"_s)});
    step(id, u"assessment"_s);
    // The gate is asked, and nothing of the change is kept.
    QCOMPARE(save(*m_store, {change(id, {{u"stage"_s, u"diagnosis"_s}})}).error().code,
        u"gate_assessment"_s);
    step(id, u"diagnosis"_s,
        {{u"sites"_s, QJsonArray{}}, {u"level_confirmed"_s, true},
            {u"tech_group"_s, u"network"_s}});
    step(id, u"recovery"_s, {{u"cause"_s, u"出口拥塞"_s}});
    step(id, u"notification"_s, {{u"verified"_s, u"已恢复"_s}});
    step(id, u"review"_s,
        {{u"told"_s, QJsonArray{u"business"_s, u"command"_s, u"group"_s, u"duty"_s}}});
    step(id, u"closed"_s);

    const Row closed = one(*m_store, u"incident"_s, id);
    const QString month = closed.value(u"closed_at"_s).toString().left(7);
    QCOMPARE(closed.value(u"part"_s).toString(), month);
    QCOMPARE(save(*m_store, {change(id, {{u"title"_s, u"late"_s}})}).error().code, u"closed"_s);

    const QList<Row> records =
        rows(*m_store, u"stage_record"_s, u"incident=?"_s, {base::toText(id)}, u"ORDER BY n"_s);
    QCOMPARE(records.size(), 6);
    for (const Row &record : records) {
        QVERIFY(!record.value(u"left_at"_s).isNull());
        QCOMPARE(record.value(u"part"_s).toString(), month);
    }
    const QList<Row> entries = chain(u"incident:"_s + base::toText(id));
    QCOMPARE(entries.first().value(u"code"_s).toString(), u"incident_opened"_s);
    QCOMPARE(entries.last().value(u"code"_s).toString(), u"incident_closed"_s);
    QCOMPARE(rows(*m_store, u"log_entry"_s, u"code='stage_changed'"_s).size(), 5);
    for (const Row &entry : entries)
        QCOMPARE(entry.value(u"part"_s).toString(), month);
    QVERIFY(!domain::verifyChain(entries));
    const QList<Row> day =
        chain(u"day:"_s + entries.first().value(u"recorded_at"_s).toString().left(10));
    QCOMPARE(day.first().value(u"code"_s).toString(), u"policy_changed"_s);
    QVERIFY(!domain::verifyChain(day));

    // What is said of a closed incident joins its chain and its month.
    mustSave({note(id, u"补记"_s)});
    QVERIFY(!domain::verifyChain(chain(u"incident:"_s + base::toText(id))));
    QCOMPARE(chain(u"incident:"_s + base::toText(id)).last().value(u"part"_s).toString(), month);
}

void TestStoreStandalone::whatBelongsToAClosedIncidentMovesWithIt()
{
    const QUuid id = QUuid::createUuid();
    const QUuid role = QUuid::createUuid();
    mustSave({incident(id, u"x"_s, {{u"owner"_s, u"chen"_s}})});
    mustSave({{.table = u"incident_role"_s,
        .id = role,
        .kind = OperationKind::Insert,
        .set = {{u"incident"_s, base::toText(id)}, {u"role"_s, u"scribe"_s},
            {u"person"_s, u"chen"_s}}}});
    const QUuid alert = base::derivedId({u"alert"_s, u"a"_s});
    const QUuid link = base::derivedId({u"link"_s, u"a"_s});
    must(save(*m_store,
        {{.table = u"alert"_s,
             .id = alert,
             .kind = OperationKind::Insert,
             .set = {{u"rule"_s, u"loss"_s}, {u"state"_s, u"firing"_s}, {u"fence"_s, 1}}},
            {.table = u"incident_alert"_s,
                .id = link,
                .kind = OperationKind::Append,
                .set = {{u"incident"_s, base::toText(id)}, {u"alert"_s, base::toText(alert)},
                    {u"fence"_s, 1}}}},
        QString()));
    const Row before = one(*m_store, u"incident_role"_s, role);
    QCOMPARE(before.value(u"part"_s).toString(), u"core"_s);
    mustSave({change(id, {{u"stage"_s, u"closed"_s}, {u"stage_reason"_s, u"false_alarm"_s}})});
    const QString month = one(*m_store, u"incident"_s, id).value(u"part"_s).toString();
    QCOMPARE(month.size(), 7);
    for (const QString &table :
        {u"incident_role"_s, u"incident_alert"_s, u"stage_record"_s, u"log_entry"_s}) {
        const auto found = rows(*m_store, table, u"incident=?"_s, {base::toText(id)});
        QVERIFY2(!found.isEmpty(), qPrintable(table));
        for (const Row &row : found)
            QCOMPARE(row.value(u"part"_s).toString(), month);
    }
    // A change like every other: others would see it by its version.
    const Row after = one(*m_store, u"incident_role"_s, role);
    QCOMPARE(after.value(u"rev"_s).toInteger(), before.value(u"rev"_s).toInteger() + 1);
    QVERIFY(after.value(u"ver"_s) != before.value(u"ver"_s));
}

void TestStoreStandalone::aNewDaySealsTheOneBefore()
{
    const auto day = [this] {
        QString name;
        for (const Row &entry :
            rows(*m_store, u"log_entry"_s, u"incident IS NULL"_s, {}, u"ORDER BY recorded_at"_s))
            name = entry.value(u"chain"_s).toString();
        return name;
    };
    const auto noteOfTheDay = [this](const QString &text) {
        mustSave({{.table = u"log_entry"_s,
            .id = QUuid::createUuid(),
            .kind = OperationKind::Append,
            .set = {{u"kind"_s, u"note"_s}, {u"text"_s, text}}}});
    };
    noteOfTheDay(u"yesterday"_s);
    const QString before = day();
    const Row last = chain(before).last();
    m_clock.advance(24h);
    noteOfTheDay(u"today"_s);
    noteOfTheDay(u"today too"_s);
    const QString today = day();
    QVERIFY(today > before);
    QCOMPARE(chain(today).first().value(u"params"_s)[u"sealed"_s].toObject(),
        (QJsonObject{{u"chain"_s, before}, {u"n"_s, last.value(u"n"_s)},
            {u"head"_s, last.value(u"hash"_s)}}));
    QVERIFY(!chain(today).last().value(u"params"_s).toObject().contains(u"sealed"_s));

    // A clock that was set back goes on in the last day: what is sealed stays whole.
    m_clock.advance(-24h);
    noteOfTheDay(u"set back"_s);
    QCOMPARE(chain(before).size(), last.value(u"n"_s).toInteger());
    QCOMPARE(chain(today).last().value(u"text"_s).toString(), u"set back"_s);
    QVERIFY(!domain::verifyRecord({{before, chain(before)}, {today, chain(today)}}, {}));
}

void TestStoreStandalone::alteredEntryIsFound()
{
    const QUuid id = QUuid::createUuid();
    mustSave({incident(id, u"x"_s)});
    mustSave({note(id, u"as it was"_s)});
    m_store.reset();
    tamper(m_dir->path(), {u"UPDATE log_entry SET text='as it was not' WHERE text='as it was'"_s});
    m_store = opened(m_dir->path(), m_clock, Store::Mode::Standalone);
    const auto broken = domain::verifyChain(chain(u"incident:"_s + base::toText(id)));
    QVERIFY(broken.has_value());
    QCOMPARE(broken->n, 2);
}

void TestStoreStandalone::modeIsKept()
{
    m_store.reset();
    const auto other = Store::open(m_dir->path(), Store::Mode::Replica, m_clock);
    QVERIFY(!other);
    QCOMPARE(other.error().code, u"workspace_mode"_s);
}

QTEST_GUILESS_MAIN(TestStoreStandalone)
#include "tst_store_standalone.moc"
