// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/store/replicatest.h"

#include <QSignalSpy>

using namespace watchroom;
using namespace watchroom::store;

/// What readers of a replica see and are told.
class TestStoreReading : public ReplicaTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void readerSeesOneMoment();
    void preparedStatementsAreBounded();
    void changesAreToldOnce();
};

void TestStoreReading::readerSeesOneMoment()
{
    const QUuid id = serverIncident();
    const auto seen =
        m_store
            ->read<QList<Row>>([&](Reader &reader) -> base::Result<QList<Row>> {
                QList<Row> pair;
                pair.append(reader.rows(u"incident", u"title='卡顿'")->value(0));
                const auto saved = save(*m_store, {change(id, {{u"title"_s, u"new"_s}})});
                if (!saved)
                    return tl::unexpected(saved.error());
                pair.append(reader.rows(u"incident", u"title='卡顿'")->value(0));
                return pair;
            })
            .result();
    QVERIFY(seen.has_value());
    QVERIFY(!seen->at(0).isEmpty());
    QCOMPARE(seen->at(0), seen->at(1));
    QCOMPARE(one(*m_store, u"incident"_s, id).value(u"title"_s).toString(), u"new"_s);
}

/// As SQLite itself counts them: months of ever new texts are no leak, and a list of any length is
/// one text.
void TestStoreReading::preparedStatementsAreBounded()
{
    const QUuid id = serverIncident();
    const auto prepared = [this](const std::function<base::Result<QList<Row>>(Reader &, int)> &ask,
                              int times) {
        return m_store
            ->read<QList<QJsonObject>>([&](Reader &reader) -> base::Result<QList<QJsonObject>> {
                for (int i = 0; i < times; ++i) {
                    if (const auto found = ask(reader, i); !found)
                        return tl::unexpected(found.error());
                }
                return reader.query(u"SELECT count(*) AS n FROM sqlite_stmt"_s);
            })
            .result()
            ->value(0)
            .value(u"n"_s)
            .toInt();
    };
    const auto byList = [id](Reader &reader, int length) {
        QList<QUuid> ids(length);
        ids.append(id);
        auto found = reader.rows(u"incident", u"id %1"_s.arg(kInList), {listOf(ids)});
        if (!found || found->size() != 1)
            qFatal("the list of %d does not find it", length);
        return found;
    };
    const int few = prepared(byList, 1);
    QCOMPARE(prepared(byList, 300), few);
    const auto byText = [](Reader &reader, int i) {
        return reader.rows(u"incident", u"title = 'a %1'"_s.arg(i));
    };
    QVERIFY(prepared(byText, 1'000) < 300);
}

void TestStoreReading::changesAreToldOnce()
{
    QSignalSpy spy(m_store.get(), &Store::rowsChanged);
    const QUuid first = QUuid::createUuid();
    const QUuid second = QUuid::createUuid();
    QVERIFY(save(*m_store,
        {incident(first, u"one"_s), incident(second, u"two"_s),
            change(first, {{u"title"_s, u"three"_s}})}));
    // incident, stage_record, log_entry: once each.
    QTRY_COMPARE(spy.size(), 3);
    for (const QVariantList &told : std::as_const(spy)) {
        if (told.at(0).toString() == u"incident"_s)
            QCOMPARE(told.at(1).value<QList<QUuid>>().size(), 2);
    }
    // The same rows again change nothing and say nothing.
    const PulledRow row = served(u"target"_s, QUuid::createUuid(), {{u"key"_s, u"a"_s}});
    pull({row}, {}, 0);
    pull({row}, {}, 0);
    QTRY_COMPARE(spy.size(), 4);
    QVERIFY(save(*m_store, {change(first, {{u"title"_s, u"four"_s}})}));
    QTRY_COMPARE(spy.size(), 6);
}

QTEST_GUILESS_MAIN(TestStoreReading)
#include "tst_store_reading.moc"
