// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/faults/cards.h"
#include "tests/sync/faults/twodesks.h"

#include <QTest>

using namespace watchroom;
using namespace Qt::StringLiterals;
using domain::OperationKind;
using domain::Row;
using test::cardsOf;
using test::cardWords;
using test::Desk;
using State = sync::SyncStatus::State;

/// Two desks work on one row while neither hears of the other; the first comes back before the
/// second. What each wrote is on the server or on a card, and no word is overwritten unseen.
class TestMerges : public test::TwoDesksTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCOMPARE(prepare(), QString()); }
    void init() { beginTwo(); }
    void theSameFieldByTwo();
    void twoFieldsOfOneRow();
    void oneUnitByTwo();
    void anEditAgainstADeletion();
    void aDeletionAgainstAnEdit();
    void deletedByBoth();
    void deletedAndMadeAgain();
    void fiveEditsAndADeletionByOne();
    void fiveStepsOfAnIncidentByOne();
    void aStrangersEditBetweenMyFive();
    void poisonInTheMiddle_data();
    void poisonInTheMiddle();
    void aRightLostWhileOffline();

private:
    void apart();
    void first();
    void second();
    [[nodiscard]] QUuid make(const QString &table, const Row &set);
    [[nodiscard]] static bool change(
        Desk &desk, const QString &table, const QUuid &id, const Row &set);
    [[nodiscard]] static bool remove(Desk &desk, const QUuid &target);
    void equal();
};

/// A row both desks have.
QUuid TestMerges::make(const QString &table, const Row &set)
{
    const QUuid id = base::newId(m_one->clock.now());
    if (!m_one->save({{.table = table, .id = id, .kind = OperationKind::Insert, .set = set}}))
        return {};
    return QTest::qWaitFor([&] { return m_two->has(table, id); }, kPatience) ? id : QUuid();
}

void TestMerges::apart()
{
    for (Desk *desk : {m_one.get(), m_two.get()}) {
        SETTLED(*desk);
        SYNCED(*desk);
        desk->restart([](const QString &) {});
    }
}

void TestMerges::first()
{
    m_one->service->start();
    SETTLED(*m_one);
    SYNCED(*m_one);
}

void TestMerges::second()
{
    m_two->service->start();
    SETTLED(*m_two);
    SYNCED(*m_two);
}

void TestMerges::equal()
{
    EQUAL(*m_one, m_server.cluster);
    EQUAL(*m_two, m_server.cluster);
}

bool TestMerges::change(Desk &desk, const QString &table, const QUuid &id, const Row &set)
{
    return desk.save({{.table = table, .id = id, .kind = OperationKind::Update, .set = set}});
}

bool TestMerges::remove(Desk &desk, const QUuid &target)
{
    return desk.save(
        {{.table = u"target"_s, .id = target, .kind = OperationKind::Delete, .set = {}}});
}

namespace {

const Row kTarget{{u"key"_s, u"site-1"_s}, {u"kind"_s, u"site"_s}, {u"name"_s, u"会诊室"_s},
    {u"enabled"_s, true}};
const Row kIncident{{u"title"_s, u"卡顿"_s}, {u"level"_s, u"blue"_s}};

} // namespace

// Fault 11: one conflict, both values are there, theirs on the board.
void TestMerges::theSameFieldByTwo()
{
    const QUuid id = make(u"target"_s, kTarget);
    QVERIFY(!id.isNull());
    apart();
    QVERIFY(change(*m_one, u"target"_s, id, {{u"name"_s, u"first"_s}}));
    QVERIFY(change(*m_two, u"target"_s, id, {{u"name"_s, u"second"_s}}));
    first();
    second();
    QCOMPARE(query(u"SELECT name FROM app.target"_s), u"first"_s);
    QCOMPARE(query(u"SELECT body::jsonb #>> '{set,name}' FROM sync.conflict"_s), u"second"_s);
    QCOMPARE(cardWords(*m_one), QStringList());
    QCOMPARE(cardWords(*m_two), QStringList{u"conflict conflict"_s});
    const auto card = cardsOf(*m_two).first();
    QCOMPARE(card.disputes.size(), 1);
    QCOMPARE(card.disputes.first().before.toString(), u"会诊室"_s);
    QCOMPARE(card.disputes.first().theirs.toString(), u"first"_s);
    QCOMPARE(card.disputes.first().mine.toString(), u"second"_s);
    QCOMPARE(m_two->value(u"target"_s, id, u"name"_s), u"first"_s);
    equal();
}

// Fault 12.
void TestMerges::twoFieldsOfOneRow()
{
    const QUuid id = make(u"target"_s, kTarget);
    const QUuid incident = make(u"incident"_s, kIncident);
    QVERIFY(!id.isNull() && !incident.isNull());
    apart();
    QVERIFY(change(*m_one, u"target"_s, id, {{u"name"_s, u"first"_s}}));
    QVERIFY(change(*m_two, u"target"_s, id, {{u"name_en"_s, u"second"_s}}));
    QVERIFY(change(*m_one, u"incident"_s, incident, {{u"cause"_s, u"fibre"_s}}));
    QVERIFY(change(*m_two, u"incident"_s, incident, {{u"title"_s, u"画面卡顿"_s}}));
    first();
    second();
    QCOMPARE(query(u"SELECT name, name_en FROM app.target"_s), u"first|second"_s);
    QCOMPARE(query(u"SELECT cause, title FROM app.incident"_s), u"fibre|画面卡顿"_s);
    QCOMPARE(query(u"SELECT count(*) FROM sync.applied_op WHERE state = 'merged'"_s), u"2"_s);
    QCOMPARE(cardWords(*m_one) + cardWords(*m_two), QStringList());
    equal();
}

// Fault 12: who claimed and when is one thing, and so is a level with its reason.
void TestMerges::oneUnitByTwo()
{
    const QUuid id = make(u"incident"_s, kIncident);
    QVERIFY(!id.isNull());
    apart();
    QVERIFY(change(*m_one, u"incident"_s, id, {{u"level"_s, u"yellow"_s}}));
    QVERIFY(change(*m_two, u"incident"_s, id, {{u"level"_s, u"red"_s}}));
    first();
    second();
    QCOMPARE(query(u"SELECT level FROM app.incident"_s), u"yellow"_s);
    QCOMPARE(cardWords(*m_two), QStringList{u"conflict conflict"_s});
    QCOMPARE(query(u"SELECT body::jsonb #>> '{set,level}' FROM sync.conflict"_s), u"red"_s);
    equal();
}

// Fault 13.
void TestMerges::anEditAgainstADeletion()
{
    const QUuid id = make(u"target"_s, kTarget);
    QVERIFY(!id.isNull());
    apart();
    QVERIFY(remove(*m_one, id));
    QVERIFY(change(*m_two, u"target"_s, id, {{u"name"_s, u"edited"_s}}));
    first();
    second();
    QCOMPARE(query(u"SELECT deleted FROM app.target"_s), u"t"_s);
    QVERIFY(!m_two->has(u"target"_s, id)); // nothing rises from the dead
    QCOMPARE(cardWords(*m_two), QStringList{u"conflict deleted"_s});
    QCOMPARE(query(u"SELECT body::jsonb #>> '{set,name}' FROM sync.conflict"_s), u"edited"_s);
    equal();
}

void TestMerges::aDeletionAgainstAnEdit()
{
    const QUuid id = make(u"target"_s, kTarget);
    QVERIFY(!id.isNull());
    apart();
    QVERIFY(change(*m_one, u"target"_s, id, {{u"name"_s, u"edited"_s}}));
    QVERIFY(remove(*m_two, id));
    first();
    second();
    QCOMPARE(query(u"SELECT deleted, name FROM app.target"_s), u"f|edited"_s);
    QVERIFY(m_two->has(u"target"_s, id)); // what somebody just edited is not deleted unseen
    QCOMPARE(m_two->value(u"target"_s, id, u"name"_s), u"edited"_s);
    QCOMPARE(cardWords(*m_two), QStringList{u"conflict conflict"_s});
    equal();
}

void TestMerges::deletedByBoth()
{
    const QUuid id = make(u"target"_s, kTarget);
    QVERIFY(!id.isNull());
    apart();
    QVERIFY(remove(*m_one, id));
    QVERIFY(remove(*m_two, id));
    first();
    second();
    QCOMPARE(query(u"SELECT deleted, rev FROM app.target"_s), u"t|2"_s);
    QCOMPARE(cardWords(*m_one) + cardWords(*m_two), QStringList());
    equal();
}

void TestMerges::deletedAndMadeAgain()
{
    const QUuid id = make(u"target"_s, kTarget);
    QVERIFY(!id.isNull());
    apart();
    QVERIFY(remove(*m_one, id));
    const QUuid again = base::newId(m_one->clock.now());
    QVERIFY(m_one->save({{.table = u"target"_s,
        .id = again,
        .kind = OperationKind::Insert,
        .set = kTarget}})); // the same key
    QVERIFY(change(*m_two, u"target"_s, id, {{u"name"_s, u"of the old one"_s}}));
    first();
    second();
    QCOMPARE(query(u"SELECT string_agg(deleted || ' ' || name, ', ' ORDER BY deleted) FROM"
                   " app.target"_s),
        u"false 会诊室, true 会诊室"_s);
    QCOMPARE(cardWords(*m_one), QStringList());
    QCOMPARE(cardWords(*m_two), QStringList{u"conflict deleted"_s});
    QVERIFY(m_two->has(u"target"_s, again) && !m_two->has(u"target"_s, id));
    equal();
}

// Fault 25a: nobody conflicts with themselves.
void TestMerges::fiveEditsAndADeletionByOne()
{
    const QUuid id = make(u"target"_s, kTarget);
    QVERIFY(!id.isNull());
    apart();
    for (int i = 0; i < 5; ++i)
        QVERIFY(change(*m_one, u"target"_s, id, {{u"name"_s, QString::number(i)}}));
    QVERIFY(remove(*m_one, id));
    first();
    second();
    QCOMPARE(query(u"SELECT deleted, name, rev FROM app.target"_s), u"t|4|7"_s);
    QCOMPARE(cardWords(*m_one), QStringList());
    equal();
}

void TestMerges::fiveStepsOfAnIncidentByOne()
{
    const QUuid id = make(u"incident"_s, kIncident);
    QVERIFY(!id.isNull());
    apart();
    const QString now = base::toIso(m_one->clock.now());
    for (const Row &step : {Row{{u"owner"_s, u"chen"_s}}, Row{{u"level"_s, u"yellow"_s}},
             Row{{u"acknowledged_by"_s, u"chen"_s}, {u"acknowledged_at"_s, now}},
             Row{{u"stage"_s, u"assessment"_s}}, Row{{u"title"_s, u"画面卡顿"_s}}})
        QVERIFY(change(*m_one, u"incident"_s, id, step));
    first();
    second();
    QCOMPARE(query(u"SELECT owner, level, stage, title FROM app.incident"_s),
        u"chen|yellow|assessment|画面卡顿"_s);
    QCOMPARE(query(u"SELECT count(*) FROM sync.conflict"_s), u"0"_s);
    QCOMPARE(cardWords(*m_one), QStringList());
    equal();
}

void TestMerges::aStrangersEditBetweenMyFive()
{
    const QUuid id = make(u"target"_s, kTarget);
    QVERIFY(!id.isNull());
    apart();
    QVERIFY(change(*m_one, u"target"_s, id, {{u"name"_s, u"a stranger's"_s}}));
    for (int i = 0; i < 5; ++i)
        QVERIFY(change(*m_two, u"target"_s, id, {{u"name"_s, QString::number(i)}}));
    QVERIFY(!m_two->note(u"beside it"_s).isNull());
    first();
    second();
    QCOMPARE(query(u"SELECT name FROM app.target"_s), u"a stranger's"_s);
    QCOMPARE(cardWords(*m_two), QStringList{u"conflict conflict"_s}); // one card, not five
    QCOMPARE(cardsOf(*m_two).first().operations.size(), 5);
    QTRY_COMPARE_WITH_TIMEOUT(m_one->notes(), 1, kPatience);
    equal();
}

// Fault 16: what the server refuses for good stops nothing behind it.
void TestMerges::poisonInTheMiddle_data()
{
    QTest::addColumn<QString>("poison");
    QTest::addColumn<QString>("card");
    QTest::newRow("constraint")
        << u"ALTER TABLE app.target ADD CONSTRAINT no_x CHECK (name <> 'x')"_s
        << u"rejected invalid_value"_s;
    QTest::newRow("permission") << u"UPDATE app.person_right SET deleted = true"_s
                                << u"rejected not_senior"_s;
    QTest::newRow("unknown column")
        << u"DELETE FROM sync.column_def WHERE tbl = 'target' AND col = 'name_en'"_s
        << u"rejected unknown_column"_s;
}

void TestMerges::poisonInTheMiddle()
{
    QFETCH(const QString, poison);
    QFETCH(const QString, card);
    apart();
    for (int i = 0; i < 3; ++i)
        QVERIFY(!m_one->note(u"before %1"_s.arg(i)).isNull());
    Row set = kTarget;
    set[u"name"_s] = u"x"_s;
    set[u"name_en"_s] = u"x"_s;
    QVERIFY(m_one->save({{.table = u"target"_s,
        .id = base::newId(m_one->clock.now()),
        .kind = OperationKind::Insert,
        .set = set}}));
    for (int i = 0; i < 3; ++i)
        QVERIFY(!m_one->note(u"behind %1"_s.arg(i)).isNull());
    QCOMPARE(query(u"SET session_replication_role = replica;"_s + poison), QString());
    first();
    QCOMPARE(query(u"SELECT count(*) FROM app.log_entry WHERE kind = 'note'"_s), u"6"_s);
    QCOMPARE(query(u"SELECT count(*) FROM app.target"_s), u"0"_s);
    QCOMPARE(cardWords(*m_one), QStringList{card});
    QVERIFY(!m_one->note(u"and on"_s).isNull());
    SETTLED(*m_one);
    second();
    QTRY_COMPARE_WITH_TIMEOUT(m_two->notes(), 7, kPatience);
}

// Fault 17: judged by what they may do when it arrives; their words arrive all the same.
void TestMerges::aRightLostWhileOffline()
{
    const QUuid id = make(u"target"_s, kTarget);
    QVERIFY(!id.isNull());
    apart();
    QVERIFY(change(*m_one, u"target"_s, id, {{u"name"_s, u"no longer mine to say"_s}}));
    QVERIFY(!m_one->note(u"words"_s).isNull());
    QCOMPARE(
        setUp(u"UPDATE app.person_right SET deleted = true WHERE person = 'chen'"_s), QString());
    first();
    second();
    QCOMPARE(query(u"SELECT name FROM app.target"_s), u"会诊室"_s);
    QCOMPARE(m_one->value(u"target"_s, id, u"name"_s), u"会诊室"_s);
    QCOMPARE(cardWords(*m_one), QStringList{u"rejected not_senior"_s});
    QCOMPARE(query(u"SELECT text FROM app.log_entry WHERE kind = 'note'"_s), u"words"_s);
    // And here at once, from the next change on.
    QVERIFY(!change(*m_one, u"target"_s, id, {{u"name"_s, u"again"_s}}));
    equal();
}

QTEST_GUILESS_MAIN(TestMerges)
#include "tst_merges.moc"
