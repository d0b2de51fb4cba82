// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/unit/store/storefixture.h"

namespace watchroom::store {

/// A replica in a folder of its own, with a server that the test plays.
class ReplicaTest : public QObject
{
protected:
    void begin();
    void end();
    /// An incident the server has, as the rules need it.
    [[nodiscard]] QUuid serverIncident(const Row &more = {});
    [[nodiscard]] domain::OperationResult result(const Envelope &envelope,
        domain::ResultState state, std::optional<Row> row = std::nullopt,
        const QString &code = {}) const;
    void settle(const QList<domain::OperationResult> &results);
    void pull(const QList<PulledRow> &rows, const QString &cursor, qint64 lastOp);

    std::unique_ptr<QTemporaryDir> m_dir;
    TestClock m_clock;
    std::unique_ptr<Store> m_store;
};

inline void ReplicaTest::begin()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_store = opened(m_dir->path(), m_clock);
    pull(team(), u"c0"_s, 0);
}

inline void ReplicaTest::end()
{
    m_store.reset();
    m_dir.reset();
}

inline QUuid ReplicaTest::serverIncident(const Row &more)
{
    const QUuid id = QUuid::createUuid();
    Row row{{u"label"_s, u"B1-1"_s}, {u"number"_s, 12}, {u"title"_s, u"卡顿"_s},
        {u"level"_s, u"yellow"_s}, {u"stage"_s, u"detection"_s}, {u"stage_n"_s, 1},
        {u"policy_version"_s, 1}, {u"opened_at"_s, u"2026-03-18T01:00:00.000000Z"_s},
        {u"stage_entered_at"_s, u"2026-03-18T01:00:00.000000Z"_s}, {u"waited_s"_s, 0},
        {u"group_moves"_s, 0}, {u"drill"_s, false}, {u"level_confirmed"_s, false}};
    for (auto it = more.begin(); it != more.end(); ++it)
        row.insert(it.key(), it.value());
    pull({served(u"incident"_s, id, row)}, u"c1"_s, 0);
    return id;
}

inline domain::OperationResult ReplicaTest::result(const Envelope &envelope,
    domain::ResultState state, std::optional<Row> row, const QString &code) const
{
    domain::OperationResult answer;
    answer.seq = envelope.seq;
    answer.op = domain::fromBody(envelope.body)->op;
    answer.state = state;
    answer.code = code;
    answer.row = std::move(row);
    return answer;
}

inline void ReplicaTest::settle(const QList<domain::OperationResult> &results)
{
    const auto stored = m_store->storeResults(results, results.last().seq).result();
    QVERIFY(stored.has_value());
}

inline void ReplicaTest::pull(const QList<PulledRow> &rows, const QString &cursor, qint64 lastOp)
{
    const auto applied = m_store->applyPage(rows, cursor, lastOp).result();
    QVERIFY2(applied.has_value(), applied ? "" : qPrintable(applied.error().detail));
}

} // namespace watchroom::store
