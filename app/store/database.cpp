// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/database.h"

#include <QSqlError>
#include <QSqlRecord>
#include <QUrl>
#include <QUuid>

namespace watchroom::store {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

// Primary and extended result codes of sqlite3.h.
constexpr int kPerm = 3;
constexpr int kBusy = 5;
constexpr int kReadOnly = 8;
constexpr int kIoError = 10;
constexpr int kCorrupt = 11;
constexpr int kFull = 13;
constexpr int kCannotOpen = 14;
constexpr int kNotADatabase = 26;
constexpr int kIoErrorRead = 266;
constexpr int kIoErrorShortRead = 522;

constexpr qsizetype kMostStatements = 256; // prepared at once; the program has some 150 texts

} // namespace

Error toError(const QSqlError &error, const QString &what)
{
    const int extended = error.nativeErrorCode().toInt();
    const QString detail = u"%1: %2 (%3)"_s.arg(
        what.left(60), error.databaseText() + error.driverText(), error.nativeErrorCode());
    switch (extended & 0xff) {
    case kCorrupt:
    case kNotADatabase:
        return {Error::Kind::Corrupt, detail, u"damaged"_s};
    case kPerm:
    case kReadOnly:
    case kCannotOpen:
        return {Error::Kind::Denied, detail, u"read_only"_s};
    case kBusy:
        return {Error::Kind::Denied, detail, u"workspace_in_use"_s};
    case kFull:
        return {Error::Kind::Internal, detail, u"disk_full"_s};
    case kIoError:
        // What is not a failed read is a failed write, sync or growth: quota, file size limit,
        // disk.
        if (extended == kIoErrorRead || extended == kIoErrorShortRead)
            return {Error::Kind::Corrupt, detail, u"damaged"_s};
        return {Error::Kind::Internal, detail, u"disk_full"_s};
    default:
        return {Error::Kind::Internal, detail};
    }
}

Database::Database(const QString &name)
    : m_name(name)
    , m_database(QSqlDatabase::addDatabase(u"QSQLITE"_s, name))
{
}

Database::~Database()
{
    m_statements.clear();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

base::Result<std::unique_ptr<Database>> Database::open(const QString &path, Access access)
{
    const QString name = u"store-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    std::unique_ptr<Database> database(new Database(name));
    QString options = u"QSQLITE_BUSY_TIMEOUT=2000"_s;
    if (access == Access::Foreign)
        options += u";QSQLITE_OPEN_READONLY"_s;
    if (access == Access::Frozen)
        options += u";QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI"_s;
    database->m_database.setConnectOptions(options);
    database->m_database.setDatabaseName(access == Access::Frozen
            ? QString::fromLatin1(QUrl::fromLocalFile(path).toEncoded()) + u"?immutable=1"_s
            : path);
    if (!database->m_database.open())
        return tl::unexpected(toError(database->m_database.lastError(), u"open"_s));
    if (auto configured = database->configure(access); !configured)
        return tl::unexpected(configured.error());
    return database;
}

base::Result<> Database::configure(Access access)
{
    if (access == Access::Write) {
        if (value(u"PRAGMA journal_mode=WAL"_s).toString() != "wal"_L1 && !failed())
            return base::failure(Error::Kind::Internal, u"the file system has no WAL"_s);
        exec(u"PRAGMA synchronous=FULL"_s);
        exec(u"PRAGMA journal_size_limit=16777216"_s);
    } else {
        exec(u"PRAGMA query_only=1"_s);
    }
    // A second program's checkpoint or a mapped file has corrupted replicas (SQLite < 3.51.3).
    exec(u"PRAGMA mmap_size=0"_s);
    exec(u"PRAGMA wal_autocheckpoint=0"_s);
    exec(u"PRAGMA cache_size=-16000"_s);
    exec(u"PRAGMA temp_store=MEMORY"_s);
    if (auto error = takeError())
        return tl::unexpected(*error);
    return {};
}

void Database::fail(const QSqlError &error, const QString &what)
{
    if (!m_error)
        m_error = toError(error, what);
}

QSqlQuery *Database::run(const QString &sql, const QVariantList &values)
{
    if (m_error)
        return nullptr;
    // A text that is another each time must not stay for the months a console runs.
    if (m_statements.size() >= kMostStatements && !m_statements.contains(sql))
        m_statements.removeIf([](const auto &kept) { return !kept.value()->isActive(); });
    std::shared_ptr<QSqlQuery> &query = m_statements[sql];
    if (!query) {
        auto made = std::make_shared<QSqlQuery>(m_database);
        made->setForwardOnly(true);
        if (!made->prepare(sql)) {
            fail(made->lastError(), sql);
            m_statements.remove(sql);
            return nullptr;
        }
        query = std::move(made);
    }
    for (int i = 0; i < values.size(); ++i)
        query->bindValue(i, values.at(i));
    if (query->exec())
        return query.get();
    fail(query->lastError(), sql);
    query->finish();
    return nullptr;
}

qint64 Database::exec(const QString &sql, const QVariantList &values)
{
    QSqlQuery *query = run(sql, values);
    if (!query)
        return 0;
    const qint64 rows = query->numRowsAffected();
    query->finish();
    return rows;
}

QList<QVariantList> Database::select(const QString &sql, const QVariantList &values)
{
    QList<QVariantList> rows;
    QSqlQuery *query = run(sql, values);
    if (!query)
        return rows;
    const int columns = query->record().count();
    while (query->next()) {
        QVariantList row(columns);
        for (int i = 0; i < columns; ++i)
            row[i] = query->value(i);
        rows.append(std::move(row));
    }
    finish(*query);
    return rows;
}

void Database::finish(QSqlQuery &query)
{
    // A damaged page shows itself only while stepping.
    if (query.lastError().isValid())
        fail(query.lastError(), query.lastQuery());
    query.finish();
}

QVariant Database::value(const QString &sql, const QVariantList &values)
{
    const QList<QVariantList> rows = select(sql, values);
    return rows.isEmpty() || rows.first().isEmpty() ? QVariant() : rows.first().first();
}

void Database::setDurability(Durability durability)
{
    if (m_durability == durability || m_error)
        return;
    m_durability = durability;
    // It acts while it is prepared: a kept statement would do nothing.
    QSqlQuery query(m_database);
    if (!query.exec(durability == Durability::OnDisk ? u"PRAGMA synchronous=FULL"_s
                                                     : u"PRAGMA synchronous=NORMAL"_s))
        fail(query.lastError(), u"synchronous"_s);
}

void Database::begin(const QString &how)
{
    exec(how);
}

base::Result<> Database::commit()
{
    exec(u"COMMIT"_s);
    if (auto error = takeError()) {
        rollback();
        return tl::unexpected(*error);
    }
    return {};
}

void Database::rollback()
{
    m_error.reset();
    // SQLite may have rolled back by itself (disk full); then there is no transaction to end.
    QSqlQuery(m_database).exec(u"ROLLBACK"_s);
}

std::optional<Error> Database::takeError()
{
    return std::exchange(m_error, std::nullopt);
}

} // namespace watchroom::store
