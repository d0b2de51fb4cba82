// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/schema.h"

#include "app/store/rowtable.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace watchroom::store {

using namespace Qt::StringLiterals;
using base::Error;
using domain::Column;
using domain::ColumnType;

namespace {

constexpr std::array kBookkeeping{
    "CREATE TABLE IF NOT EXISTS sync_state(k TEXT PRIMARY KEY, v TEXT NOT NULL) WITHOUT ROWID"_L1,
    "CREATE TABLE IF NOT EXISTS sync_base("
    "tbl TEXT NOT NULL, row_id TEXT NOT NULL, doc TEXT, PRIMARY KEY(tbl, row_id)) WITHOUT ROWID"_L1,
    "CREATE TABLE IF NOT EXISTS sync_outbox("
    "seq INTEGER PRIMARY KEY AUTOINCREMENT, op TEXT NOT NULL UNIQUE, grp TEXT NOT NULL,"
    "tbl TEXT NOT NULL, row_id TEXT NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL,"
    "session TEXT, proof TEXT, release_session TEXT, release_proof TEXT,"
    "at TEXT NOT NULL, actor TEXT,"
    "state TEXT NOT NULL, code TEXT, result TEXT, settled_at TEXT)"_L1,
    "CREATE INDEX IF NOT EXISTS sync_outbox_open ON sync_outbox(state, seq) WHERE state <> 'acked'"_L1,
    "CREATE INDEX IF NOT EXISTS sync_outbox_row ON sync_outbox(row_id) WHERE state <> 'acked'"_L1,
    "CREATE INDEX IF NOT EXISTS sync_outbox_acked ON sync_outbox(settled_at) WHERE state = 'acked'"_L1,
    "CREATE TABLE IF NOT EXISTS sync_overlay("
    "seq INTEGER NOT NULL, tbl TEXT NOT NULL, row_id TEXT NOT NULL, creates INTEGER NOT NULL,"
    "delta TEXT NOT NULL, PRIMARY KEY(tbl, row_id, seq)) WITHOUT ROWID"_L1,
    "CREATE INDEX IF NOT EXISTS sync_overlay_seq ON sync_overlay(seq)"_L1,
    "CREATE TABLE IF NOT EXISTS sync_quarantine("
    "n INTEGER PRIMARY KEY, tbl TEXT NOT NULL, doc TEXT NOT NULL, reason TEXT NOT NULL)"_L1,
    "CREATE TABLE IF NOT EXISTS local_chain("
    "chain TEXT PRIMARY KEY, n INTEGER NOT NULL, head TEXT NOT NULL) WITHOUT ROWID"_L1,
};

// What the board, the timeline, the alert page and the digest read by.
constexpr std::array kIndexes{
    "CREATE INDEX IF NOT EXISTS incident_open ON incident(stage) WHERE stage <> 'closed'"_L1,
    "CREATE INDEX IF NOT EXISTS incident_closed_at ON incident(closed_at)"_L1,
    "CREATE INDEX IF NOT EXISTS log_entry_blobs ON log_entry(id) WHERE blobs IS NOT NULL"_L1,
    "CREATE INDEX IF NOT EXISTS stage_record_incident ON stage_record(incident)"_L1,
    "CREATE INDEX IF NOT EXISTS incident_role_incident ON incident_role(incident)"_L1,
    "CREATE INDEX IF NOT EXISTS incident_alert_incident ON incident_alert(incident)"_L1,
    "CREATE INDEX IF NOT EXISTS incident_alert_alert ON incident_alert(alert)"_L1,
    "CREATE INDEX IF NOT EXISTS ticket_open ON ticket(state) WHERE state = 'open'"_L1,
    "CREATE INDEX IF NOT EXISTS ticket_incident ON ticket(incident)"_L1,
    "CREATE INDEX IF NOT EXISTS pending_item_open ON pending_item(state) WHERE state = 'open'"_L1,
    "CREATE INDEX IF NOT EXISTS pending_item_incident ON pending_item(incident)"_L1,
    "CREATE INDEX IF NOT EXISTS handover_state ON handover(state)"_L1,
    "CREATE INDEX IF NOT EXISTS handover_ended ON handover(scope, ended_at)"_L1,
    "CREATE INDEX IF NOT EXISTS handover_item_handover ON handover_item(handover)"_L1,
    "CREATE INDEX IF NOT EXISTS handover_signature_of ON handover_signature(handover)"_L1,
    "CREATE INDEX IF NOT EXISTS alert_ended_at ON alert(ended_at)"_L1,
    "CREATE INDEX IF NOT EXISTS log_entry_incident ON log_entry(incident, happened_at)"_L1,
    "CREATE INDEX IF NOT EXISTS log_entry_chain ON log_entry(chain, n)"_L1,
    "CREATE INDEX IF NOT EXISTS article_version_article ON article_version(article, version)"_L1,
};

QString sqlType(ColumnType type)
{
    switch (type) {
    case ColumnType::Integer:
    case ColumnType::Boolean:
        return u"INTEGER"_s;
    case ColumnType::Real:
        return u"REAL"_s;
    default:
        return u"TEXT"_s;
    }
}

QString definition(const Column &column)
{
    if (column.name == "id"_L1)
        return u"id TEXT NOT NULL PRIMARY KEY"_s;
    if (column.name == "deleted"_L1)
        return u"deleted INTEGER NOT NULL DEFAULT 0"_s;
    return quoted(QString(column.name)) + u' ' + sqlType(column.type);
}

void createTable(Database &database, const domain::Table &table)
{
    QStringList columns;
    for (const Column &column : metaColumns())
        columns.append(definition(column));
    for (const Column &column : table.columns)
        columns.append(definition(column));
    columns.append(u"_pending INTEGER NOT NULL DEFAULT 0"_s);
    columns.append(u"_extra TEXT"_s);
    database.exec(u"CREATE TABLE %1(%2)"_s.arg(quoted(QString(table.name)), columns.join(u',')));
}

/// A column this program is the first to know: what a newer server already sent of it waits in
/// `_extra`.
void addColumn(Database &database, const domain::Table &table, const Column &column)
{
    const QString name = quoted(QString(table.name));
    database.exec(u"ALTER TABLE %1 ADD COLUMN %2"_s.arg(name, definition(column)));
    database.exec(u"UPDATE %1 SET %2=json_extract(_extra,'$.%3'), _extra=json_remove(_extra,'$.%3')"
                  " WHERE json_type(_extra,'$.%3') IS NOT NULL"_s.arg(
                      name, quoted(QString(column.name)), QString(column.name)));
}

void bringTable(Database &database, const domain::Table &table)
{
    QSet<QString> present;
    const auto columns =
        database.select(u"PRAGMA table_info(%1)"_s.arg(quoted(QString(table.name))));
    for (const QVariantList &column : columns)
        present.insert(column.at(1).toString());
    if (present.isEmpty())
        createTable(database, table);
    for (const Column &column : table.columns) {
        if (!present.isEmpty() && !present.contains(QString(column.name)))
            addColumn(database, table, column);
    }
    // What leaves the window is found by its month.
    database.exec(u"CREATE INDEX IF NOT EXISTS %1 ON %2(part) WHERE part<>'core'"_s.arg(
        quoted(table.name + u"_month"_s), quoted(QString(table.name))));
}

/// Of replicas of before these columns, and when an operation was marked as sent.
void bringOutbox(Database &database)
{
    database.exec(
        u"UPDATE sync_outbox SET state='pending' WHERE state='sent' AND state<>'acked'"_s);
    const auto columns = database.select(u"PRAGMA table_info(sync_outbox)"_s);
    const bool old = std::ranges::none_of(
        columns, [](const QVariantList &column) { return column.at(1) == u"release_proof"_s; });
    if (!old)
        return;
    database.exec(u"ALTER TABLE sync_outbox ADD COLUMN release_session TEXT"_s);
    database.exec(u"ALTER TABLE sync_outbox ADD COLUMN release_proof TEXT"_s);
}

} // namespace

base::Result<> checkVersion(Database &database)
{
    const QVariant version = database.value(u"PRAGMA user_version"_s);
    if (auto error = database.takeError())
        return tl::unexpected(*error);
    if (version.toInt() > kReplicaVersion)
        return base::failure(Error::Kind::TooNew,
            u"replica version %1, known %2"_s.arg(version.toInt()).arg(kReplicaVersion),
            u"replica_too_new"_s);
    return {};
}

base::Result<> checkWhole(Database &database)
{
    const QString word = database.value(u"PRAGMA quick_check(1)"_s).toString();
    if (auto error = database.takeError())
        return tl::unexpected(*error);
    if (word != "ok"_L1)
        return base::failure(Error::Kind::Corrupt, u"quick_check: "_s + word, u"damaged"_s);
    return {};
}

base::Result<> prepareSchema(Database &database)
{
    if (auto known = checkVersion(database); !known)
        return known;
    return transaction(database, [&]() -> base::Result<> {
        for (const domain::Table &table : domain::tables())
            bringTable(database, table);
        for (const QLatin1StringView sql : kBookkeeping)
            database.exec(sql);
        bringOutbox(database);
        for (const QLatin1StringView sql : kIndexes)
            database.exec(sql);
        database.exec(u"PRAGMA user_version=%1"_s.arg(kReplicaVersion));
        return {};
    });
}

} // namespace watchroom::store
