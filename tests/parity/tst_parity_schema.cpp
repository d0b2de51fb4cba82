// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/tables.h"
#include "app/store/schema.h"
#include "tests/parity/parityserver.h"

#include <QMap>
#include <QTemporaryDir>
#include <QTest>

using namespace watchroom;
using namespace watchroom::domain;
using namespace Qt::StringLiterals;

namespace {

/// What a type is called in the list of columns, in PostgreSQL and in SQLite.
struct TypeNames
{
    QString word;
    QString server;
    QString replica;
};

TypeNames namesOf(ColumnType type)
{
    switch (type) {
    case ColumnType::Uuid:
        return {u"uuid"_s, u"uuid"_s, u"TEXT"_s};
    case ColumnType::Text:
        return {u"text"_s, u"text"_s, u"TEXT"_s};
    case ColumnType::Integer:
        return {u"integer"_s, u"bigint"_s, u"INTEGER"_s};
    case ColumnType::Real:
        return {u"real"_s, u"double precision"_s, u"REAL"_s};
    case ColumnType::Boolean:
        return {u"boolean"_s, u"boolean"_s, u"INTEGER"_s};
    case ColumnType::Instant:
        return {u"instant"_s, u"timestamp with time zone"_s, u"TEXT"_s};
    case ColumnType::Json:
        return {u"json"_s, u"jsonb"_s, u"TEXT"_s};
    }
    return {};
}

QString wordOf(Origin origin)
{
    return origin == Origin::Client ? u"client"_s
        : origin == Origin::Guard   ? u"guard"_s
                                    : u"request"_s;
}

QString wordOf(MergePolicy policy)
{
    static const QMap<MergePolicy, QString> kWords{{MergePolicy::Fields, u"fields"_s},
        {MergePolicy::Cas, u"cas"_s}, {MergePolicy::Append, u"append"_s},
        {MergePolicy::Guarded, u"guarded"_s}};
    return kWords.value(policy);
}

} // namespace

/// tables.h, the replica made from it and the server's catalog, name by name and type by type.
class TestParitySchema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void tableDefinitions();
    void columnDefinitions();
    void serverCatalog();
    void replicaCatalog();
    void guards();
    void hardened();

private:
    parity::ParityServer m_server;
};

void TestParitySchema::initTestCase()
{
    QVERIFY2(m_server.start(), m_server.error().constData());
}

void TestParitySchema::tableDefinitions()
{
    QStringList expected;
    for (const Table &table : tables())
        expected.append(QString(table.name) + u' ' + wordOf(table.policy));
    QCOMPARE(m_server.fetch(u"SELECT tbl || ' ' || policy FROM sync.table_def ORDER BY ord"_s),
        expected);
}

void TestParitySchema::columnDefinitions()
{
    QStringList expected;
    for (const Table &table : tables()) {
        for (const Column &column : table.columns) {
            const QString unit =
                column.unit.isEmpty() ? QString(column.name) : QString(column.unit);
            expected.append(QStringList{table.name, column.name, namesOf(column.type).word, unit,
                wordOf(column.origin), column.wall ? u"true"_s : u"false"_s}
                                .join(u' '));
        }
    }
    QCOMPARE(
        m_server.fetch(u"SELECT concat_ws(' ', c.tbl, c.col, c.type, c.unit, c.origin,"
                       " c.wall::text) FROM sync.column_def c JOIN sync.table_def t USING (tbl)"
                       " ORDER BY t.ord, c.ord"_s),
        expected);
}

void TestParitySchema::serverCatalog()
{
    const QStringList stamps{u"id uuid"_s, u"rev bigint"_s, u"ver uuid"_s, u"xid xid8"_s,
        u"deleted boolean"_s, u"part text"_s, u"updated_by text"_s, u"carried_by text"_s,
        u"updated_at timestamp with time zone"_s};
    QStringList expected;
    for (const Table &table : tables()) {
        for (const QString &stamp : stamps)
            expected.append(QString(table.name) + u'.' + stamp);
        for (const Column &column : table.columns)
            expected.append(
                QString(table.name) + u'.' + column.name + u' ' + namesOf(column.type).server);
    }
    QStringList there = m_server.fetch(
        u"SELECT table_name || '.' || column_name || ' ' || a.atttypid::regtype::text"
        " FROM information_schema.columns JOIN pg_attribute a"
        " ON a.attrelid = format('%I.%I', table_schema, table_name)::regclass"
        " AND a.attname = column_name WHERE table_schema = 'app'"_s);
    expected.sort();
    there.sort();
    QCOMPARE(there, expected);
}

void TestParitySchema::replicaCatalog()
{
    const QTemporaryDir dir;
    auto database =
        store::Database::open(dir.filePath(u"replica.sqlite"_s), store::Database::Access::Write);
    QVERIFY(database);
    QVERIFY(store::prepareSchema(**database));
    for (const Table &table : tables()) {
        QMap<QString, QString> found;
        const auto rows = (*database)->select(
            u"SELECT name, type FROM pragma_table_info(?)"_s, {QString(table.name)});
        for (const QVariantList &row : rows)
            found.insert(row.value(0).toString(), row.value(1).toString());
        for (const Column &column : table.columns)
            QCOMPARE(found.take(column.name), namesOf(column.type).replica);
        for (const auto *stamp :
            {"id", "rev", "ver", "deleted", "part", "updated_by", "carried_by", "updated_at"})
            QVERIFY2(found.remove(QString::fromLatin1(stamp)) == 1, stamp);
        // What is left is the replica's own and says so by its name.
        for (const QString &own : found.keys())
            QVERIFY2(own.startsWith(u'_'), qPrintable(table.name + u"."_s + own));
    }
}

void TestParitySchema::guards()
{
    QStringList expected;
    for (const Table &table : tables())
        expected.append(table.name);
    expected.sort();
    QStringList guarded = m_server.fetch(
        u"SELECT c.relname::text FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
        " WHERE c.relnamespace = 'app'::regnamespace AND t.tgname = 'a_guard' AND t.tgenabled = 'O'"_s);
    guarded.sort();
    QCOMPARE(guarded, expected);
}

// A function that looks names up must not find a caller's; nobody but the owner may call a helper.
void TestParitySchema::hardened()
{
    QCOMPARE(m_server.fetch(
                 u"SELECT p.oid::regprocedure::text FROM pg_proc p"
                 " WHERE p.pronamespace IN ('sync'::regnamespace, 'app'::regnamespace)"
                 " AND p.prokind = 'f' AND p.prosqlbody IS NULL AND NOT EXISTS (SELECT 1"
                 " FROM unnest(p.proconfig) AS s WHERE s LIKE 'search_path=pg_catalog%pg_temp')"_s),
        QStringList());
    QCOMPARE(m_server.fetch(u"SELECT p.oid::regprocedure::text FROM pg_proc p"
                            " WHERE p.pronamespace IN ('sync'::regnamespace, 'app'::regnamespace)"
                            " AND has_function_privilege('public', p.oid, 'execute')"_s),
        QStringList());
}

QTEST_GUILESS_MAIN(TestParitySchema)

#include "tst_parity_schema.moc"
