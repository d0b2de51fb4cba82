// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/ids.h"
#include "app/domain/policy.h"
#include "app/store/store.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

namespace watchroom::store {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::OperationKind;
using domain::Row;

/// A clock that moves a millisecond at each look, from a fixed morning.
class TestClock final : public base::Clock
{
public:
    [[nodiscard]] base::Instant now() const override
    {
        return base::Instant{std::chrono::microseconds{1'773'800'000'000'000 + 1000 * m_looks++}};
    }
    void advance(std::chrono::milliseconds by) { m_looks += by.count(); }

private:
    mutable std::atomic<qint64> m_looks = 0;
};

inline std::unique_ptr<Store> opened(
    const QString &dir, const base::Clock &clock, Store::Mode mode = Store::Mode::Replica)
{
    auto store = Store::open(dir, mode, clock);
    if (!store)
        qFatal("open: %s", qPrintable(store.error().detail));
    return std::move(*store);
}

inline QString fresh()
{
    return base::toText(QUuid::createUuid());
}

/// The result's value; an error ends the test program with its reason.
template <class T>
T must(base::Result<T> result)
{
    if (!result)
        qFatal("%s %s", qPrintable(result.error().detail), qPrintable(result.error().code));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

/// A row as the server sends it.
inline PulledRow served(const QString &table, const QUuid &id, Row columns)
{
    columns.insert(u"id"_s, base::toText(id));
    columns.insert(u"rev"_s, 1);
    columns.insert(u"ver"_s, fresh());
    columns.insert(u"deleted"_s, false);
    if (!columns.contains(u"part"_s))
        columns.insert(u"part"_s, u"core"_s);
    return {table, columns};
}

inline QList<PulledRow> team()
{
    return {served(u"person"_s, QUuid::createUuid(),
                {{u"login"_s, u"chen"_s}, {u"name"_s, u"陈"_s}, {u"active"_s, true}}),
        served(u"person"_s, QUuid::createUuid(),
            {{u"login"_s, u"zhou"_s}, {u"name"_s, u"周"_s}, {u"active"_s, true}}),
        served(u"policy"_s, QUuid::createUuid(),
            {{u"version"_s, 1}, {u"doc"_s, domain::defaultPolicyDocument()}})};
}

inline Draft incident(const QUuid &id, const QString &title, const Row &more = {})
{
    Row set = more;
    set.insert(u"title"_s, title);
    if (!set.contains(u"level"_s))
        set.insert(u"level"_s, u"yellow"_s);
    return {.table = u"incident"_s, .id = id, .kind = OperationKind::Insert, .set = set};
}

inline Draft change(const QUuid &id, const Row &set, const Row &expect = {})
{
    return {.table = u"incident"_s,
        .id = id,
        .kind = OperationKind::Update,
        .set = set,
        .expect = expect};
}

inline Draft note(const QUuid &incident, const QString &text)
{
    return {.table = u"log_entry"_s,
        .id = QUuid::createUuid(),
        .kind = OperationKind::Append,
        .set = {
            {u"incident"_s, base::toText(incident)}, {u"kind"_s, u"note"_s}, {u"text"_s, text}}};
}

inline base::Result<Saved> save(
    Store &store, const QList<Draft> &drafts, const QString &login = u"chen"_s)
{
    return store.save(drafts, {.login = login, .session = {}, .sessionKey = {}}).result();
}

inline QList<Row> rows(Store &store, const QString &table, const QString &where = {},
    const QVariantList &values = {}, const QString &tail = {})
{
    auto found = store
                     .read<QList<Row>>(
                         [=](Reader &reader) { return reader.rows(table, where, values, tail); })
                     .result();
    if (!found)
        qFatal("read: %s", qPrintable(found.error().detail));
    return *found;
}

inline Row one(Store &store, const QString &table, const QUuid &id)
{
    return rows(store, table, u"id=?"_s, {base::toText(id)}).value(0);
}

inline QList<domain::Operation> operations(const QList<Envelope> &batch)
{
    QList<domain::Operation> list;
    for (const Envelope &envelope : batch)
        list.append(*domain::fromBody(envelope.body));
    return list;
}

inline QList<Envelope> batch(Store &store, int maxOps = 500, qint64 maxBytes = 2'000'000)
{
    return *store.batch(0, maxOps, maxBytes).result();
}

/// Statements on the closed file of a workspace, as no program of ours would make them.
inline void tamper(const QString &dir, const QStringList &statements)
{
    const QString name = fresh();
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        database.setDatabaseName(dir + u"/replica.sqlite"_s);
        QVERIFY(database.open());
        for (const QString &statement : statements) {
            QSqlQuery query(database);
            QVERIFY2(query.exec(statement), qPrintable(statement));
        }
    }
    QSqlDatabase::removeDatabase(name);
}

} // namespace watchroom::store
