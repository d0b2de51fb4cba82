// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/store/replicatest.h"

#include <QJsonArray>

#include <algorithm>

using namespace watchroom;
using namespace watchroom::store;

/// What sync's filling and pulling ask of the replica.
class TestStorePages : public ReplicaTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void digestsOfEqualReplicasAreEqual();
    void dropSparesPendingRows();
    void monthsOutsideTheWindowLeave();
    void unknownColumnsAreKept();
    void unknownTableIsQuarantined();
    void savesOvertakePages();
};

void TestStorePages::digestsOfEqualReplicasAreEqual()
{
    QTemporaryDir otherDir;
    const auto other = opened(otherDir.path(), m_clock);
    QList<PulledRow> page;
    for (int i = 0; i < 300; ++i)
        page.append(served(u"target"_s, QUuid::createUuid(), {{u"key"_s, QString::number(i)}}));
    pull(page, u"c2"_s, 0);
    std::reverse(page.begin(), page.end());
    QVERIFY(other->applyPage(page, u"c2"_s, 0).result());
    const auto mine = m_store->digest(u"core"_s, u"target"_s).result();
    QCOMPARE(*mine, *other->digest(u"core"_s, u"target"_s).result());
    qint64 sum = 0;
    for (const QString &bucket : *mine)
        sum += bucket.section(u':', 0, 0).toLongLong();
    QCOMPARE(sum, 300);

    // One row alone: count and its ver, in the bucket of the id's last byte.
    const QUuid id(u"019d0000-0000-7000-8000-0000000000ab"_s);
    PulledRow row = served(u"source"_s, id, {});
    row.row.insert(u"ver"_s, u"11111111-2222-3333-4444-555555555555"_s);
    pull({row}, {}, 0);
    QCOMPARE(*m_store->digest(u"core"_s, u"source"_s).result(),
        (QHash<QString, QString>{{u"ab"_s, u"1:11111111222233334444555555555555"_s}}));
    QCOMPARE(*m_store->list(u"core"_s, u"source"_s, {u"ab"_s}).result(),
        (QHash<QUuid, QUuid>{{id, QUuid(u"11111111-2222-3333-4444-555555555555"_s)}}));

    // A row the server has not seen and my changes to one it has do not enter.
    const QUuid known = serverIncident();
    const auto before = *m_store->digest(u"core"_s, u"incident"_s).result();
    QVERIFY(save(
        *m_store, {incident(QUuid::createUuid(), u"x"_s), change(known, {{u"title"_s, u"y"_s}})}));
    QCOMPARE(*m_store->digest(u"core"_s, u"incident"_s).result(), before);
}

void TestStorePages::dropSparesPendingRows()
{
    const QUuid gone = serverIncident();
    const QUuid mine = serverIncident();
    QVERIFY(save(*m_store, {change(mine, {{u"title"_s, u"mine"_s}})}));
    QVERIFY(m_store->drop(u"incident"_s, {gone, mine}).result());
    QVERIFY(one(*m_store, u"incident"_s, gone).isEmpty());
    QCOMPARE(one(*m_store, u"incident"_s, mine).value(u"title"_s).toString(), u"mine"_s);
}

void TestStorePages::monthsOutsideTheWindowLeave()
{
    QList<PulledRow> page;
    for (const QString &month : {u"2026-01"_s, u"2026-02"_s, u"2026-03"_s, u"core"_s})
        page.append(
            served(u"target"_s, QUuid::createUuid(), {{u"key"_s, month}, {u"part"_s, month}}));
    pull(page, u"c2"_s, 0);
    QVERIFY(m_store->dropMonthsBefore(u"2026-03"_s, {u"2026-01"_s}).result().has_value());
    QStringList left;
    for (const Row &row : rows(*m_store, u"target"_s))
        left.append(row.value(u"key"_s).toString());
    left.sort();
    QCOMPARE(left, (QStringList{u"2026-01"_s, u"2026-03"_s, u"core"_s}));
}

void TestStorePages::unknownColumnsAreKept()
{
    const QUuid id = serverIncident({{u"severity_index"_s, 7}, {u"tags"_s, QJsonArray{u"a"_s}}});
    QVERIFY(save(*m_store, {change(id, {{u"title"_s, u"mine"_s}})}));
    const Row now = one(*m_store, u"incident"_s, id);
    QCOMPARE(now.value(u"severity_index"_s).toInteger(), 7);
    QCOMPARE(now.value(u"tags"_s).toArray(), (QJsonArray{u"a"_s}));
    QVERIFY(!operations(batch(*m_store)).first().set.contains(u"severity_index"_s));
}

void TestStorePages::unknownTableIsQuarantined()
{
    pull({served(u"later_table"_s, QUuid::createUuid(), {{u"title"_s, u"later"_s}})}, u"c9"_s, 0);
    const auto kept = m_store
                          ->read<QList<QJsonObject>>([](Reader &reader) {
                              return reader.query(u"SELECT tbl, reason FROM sync_quarantine"_s);
                          })
                          .result();
    QVERIFY(kept.has_value());
    QCOMPARE(kept->size(), 1);
    QCOMPARE(kept->first().value(u"tbl"_s).toString(), u"later_table"_s);
    QCOMPARE(m_store->syncState().result()->value(state::kCursor), u"c9"_s);
}

void TestStorePages::savesOvertakePages()
{
    QList<PulledRow> page;
    for (int i = 0; i < 5000; ++i)
        page.append(served(u"target"_s, QUuid::createUuid(), {{u"key"_s, QString::number(i)}}));
    auto applied = m_store->applyPage(page, u"c2"_s, 0);
    auto after = m_store->syncState();
    auto saved = m_store->save({incident(QUuid::createUuid(), u"now"_s)},
        {.login = u"chen"_s, .session = {}, .sessionKey = {}});
    QVERIFY(saved.result().has_value());
    QVERIFY(!applied.isFinished());
    QVERIFY(applied.result().has_value());
    // Sync's own work keeps its order: what came after the page sees all of it.
    QCOMPARE(after.result()->value(state::kCursor), u"c2"_s);
    QCOMPARE(rows(*m_store, u"target"_s).size(), 5000);
}

QTEST_GUILESS_MAIN(TestStorePages)
#include "tst_store_pages.moc"
