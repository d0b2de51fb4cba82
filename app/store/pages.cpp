// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/pages.h"

#include "app/base/ids.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>

#include <array>

namespace watchroom::store {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::ResultState;

namespace {

constexpr qsizetype kChunkRows = 500;
constexpr qint64 kChunkMillis = 25;
constexpr qint64 kMostForeign = 10'000; // rows put aside because this program cannot hold them
constexpr qsizetype kLongestName = 100;
constexpr auto kKeepAcknowledged = 24h * 7;
constexpr auto kKeepDiscarded = 24h * 90;

} // namespace

Pages::Pages(Rows &rows, SyncStateTable &state, const base::Clock &clock)
    : m_rows(rows)
    , m_database(rows.database())
    , m_state(state)
    , m_clock(clock)
    , m_outbox(m_database)
    , m_overlay(rows)
{
}

void Pages::storeResults(const QList<domain::OperationResult> &results, qint64 lastOp)
{
    const base::Instant now = m_clock.now();
    for (const domain::OperationResult &result : results) {
        if (!m_outbox.settle(result, base::toIso(now)))
            continue;
        if (result.state == ResultState::Conflict || result.state == ResultState::Rejected)
            m_overlay.withdraw(result.seq);
        else if (result.state != ResultState::Held && result.row)
            answered(result);
    }
    m_outbox.forgetAcknowledgedBefore(base::toIso(now - kKeepAcknowledged));
    m_outbox.forgetDiscardedBefore(base::toIso(now - kKeepDiscarded));
    if (lastOp > 0)
        m_state.set(state::kLastOp, QString::number(lastOp));
}

qsizetype Pages::applyRows(const QList<PulledRow> &rows, qsizetype from, qint64 lastOp,
    const std::function<bool()> &isAwaited)
{
    QElapsedTimer timer;
    timer.start();
    const bool overlaid = !m_overlay.isEmpty();
    const bool repairing = isRepairing();
    qsizetype at = from;
    while (at < rows.size()) {
        apply(rows.at(at++), lastOp, overlaid, repairing);
        if (at - from >= kChunkRows || timer.elapsed() >= kChunkMillis || isAwaited())
            break;
    }
    return at;
}

void Pages::apply(const PulledRow &pulled, qint64 lastOp, bool overlaid, bool repairing)
{
    const RowTable *table = m_rows.table(pulled.table);
    if (!table || domain::uuid(pulled.row, "id"_L1).isNull()) {
        keepForeign(pulled.table, pulled.row, table ? u"no_id"_s : u"unknown_table"_s);
        return;
    }
    if (!table->fits(pulled.row)) {
        keepForeign(pulled.table, pulled.row, u"wrong_type"_s);
        return;
    }
    if (repairing)
        keepNewer(*table, pulled.row);
    if (overlaid
        && m_database
               .value(u"SELECT 1 FROM sync_overlay WHERE tbl=? AND row_id=? LIMIT 1"_s,
                   {pulled.table, domain::text(pulled.row, "id"_L1)})
               .isValid())
        m_overlay.arrived(*table, pulled.row, lastOp);
    else
        m_rows.putChanged(*table, pulled.row);
}

void Pages::answered(const domain::OperationResult &result)
{
    const QString name =
        m_database.value(u"SELECT tbl FROM sync_outbox WHERE seq=?"_s, {result.seq}).toString();
    const RowTable *table = m_rows.table(name);
    if (table && table->fits(*result.row)) // else the row comes with a pull, or is put aside there
        m_overlay.answered(result.seq, name, *result.row);
}

void Pages::finish(const QString &cursor, qint64 lastOp)
{
    if (lastOp > 0)
        m_overlay.contained(lastOp);
    if (!cursor.isEmpty())
        m_state.set(state::kCursor, cursor);
}

QHash<QString, QString> Pages::digest(const QString &part, const RowTable &table)
{
    struct Bucket
    {
        qint64 count = 0;
        QByteArray xored = QByteArray(16, '\0');
    };
    std::array<Bucket, 256> buckets;
    QSqlQuery *query =
        m_database.run(u"SELECT id,ver FROM %1 WHERE part=? AND ver IS NOT NULL"_s.arg(
                           quoted(QString(table.table().name))),
            {part});
    while (query && query->next()) {
        const QByteArray id = QUuid::fromString(query->value(0).toString()).toRfc4122();
        const QByteArray ver = QUuid::fromString(query->value(1).toString()).toRfc4122();
        Bucket &bucket = buckets[static_cast<uchar>(id.back())];
        ++bucket.count;
        for (qsizetype i = 0; i < ver.size(); ++i)
            bucket.xored[i] = static_cast<char>(bucket.xored.at(i) ^ ver.at(i));
    }
    if (query)
        m_database.finish(*query);
    QHash<QString, QString> digest;
    for (std::size_t i = 0; i < buckets.size(); ++i) {
        if (buckets[i].count > 0)
            digest.insert(QString::asprintf("%02x", static_cast<unsigned>(i)),
                QString::number(buckets[i].count) + u':'
                    + QString::fromLatin1(buckets[i].xored.toHex()));
    }
    return digest;
}

QHash<QUuid, QUuid> Pages::list(
    const QString &part, const RowTable &table, const QStringList &buckets)
{
    QHash<QUuid, QUuid> vers;
    const auto rows = m_database.select(
        u"SELECT id,ver FROM %1 WHERE part=? AND ver IS NOT NULL AND substr(id,35,2) IN"
        " (SELECT value FROM json_each(?))"_s.arg(quoted(QString(table.table().name))),
        {part,
            QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(buckets))
                                  .toJson(QJsonDocument::Compact))});
    for (const QVariantList &row : rows)
        vers.insert(
            QUuid::fromString(row.at(0).toString()), QUuid::fromString(row.at(1).toString()));
    return vers;
}

void Pages::drop(const RowTable &table, const QList<QUuid> &ids)
{
    const QString pending =
        u"SELECT _pending FROM %1 WHERE id=?"_s.arg(quoted(QString(table.table().name)));
    const bool repairing = isRepairing();
    for (const QUuid &id : ids) {
        if (m_database.value(pending, {base::toText(id)}).toInt() == 0
            && !m_outbox.lastUnsettled(table.table().name, id)) {
            if (const auto row = repairing ? m_rows.find(table.table().name, id) : std::nullopt)
                keepAside(table.table().name, withoutMarks(*row), u"not_on_server"_s);
            m_rows.erase(table, id);
        }
    }
}

bool Pages::dropMonthsBefore(const QString &part, const QStringList &kept)
{
    const QString months = QString::fromUtf8(
        QJsonDocument(QJsonArray::fromStringList(kept)).toJson(QJsonDocument::Compact));
    qsizetype room = kChunkRows;
    for (const domain::Table &table : domain::tables()) {
        const RowTable &rows = *m_rows.table(QString(table.name));
        const auto outside =
            m_database.select(u"SELECT id FROM %1 WHERE part<>'core' AND part<? AND part NOT IN"
                              " (SELECT value FROM json_each(?)) AND _pending=0 LIMIT ?"_s.arg(
                                  quoted(QString(table.name))),
                {part, months, room});
        for (const QVariantList &row : outside)
            m_rows.erase(rows, QUuid::fromString(row.first().toString()));
        room -= outside.size();
        if (room == 0)
            return false;
    }
    return true;
}

bool Pages::forgetRows()
{
    qsizetype room = kChunkRows;
    for (const domain::Table &table : domain::tables()) {
        const RowTable &rows = *m_rows.table(QString(table.name));
        const auto seen = m_database.select(
            u"SELECT id FROM %1 WHERE _pending=0 LIMIT ?"_s.arg(quoted(QString(table.name))),
            {room});
        for (const QVariantList &row : seen)
            m_rows.erase(rows, QUuid::fromString(row.first().toString()));
        room -= seen.size();
        if (room == 0)
            return false;
        // Of another version than the server's, so that filling fetches it.
        m_database.exec(
            u"UPDATE %1 SET ver=? WHERE ver IS NOT NULL"_s.arg(quoted(QString(table.name))),
            {base::toText(QUuid())});
    }
    return true;
}

bool Pages::isRepairing() const
{
    return !m_state.value(state::kRepair).isEmpty();
}

void Pages::keepAside(const QString &table, const domain::Row &row, const QString &reason)
{
    m_database.exec(u"INSERT INTO sync_quarantine(tbl,doc,reason) VALUES(?,?,?)"_s,
        {table, QString::fromUtf8(toJsonText(row)), reason});
}

void Pages::keepForeign(const QString &table, const domain::Row &row, const QString &reason)
{
    if (m_foreign < 0)
        m_foreign = m_database
                        .value(u"SELECT count(*) FROM sync_quarantine"
                               " WHERE reason IN('no_id','unknown_table','wrong_type')"_s)
                        .toLongLong();
    // The server has them still, and what this program knows by then comes again.
    if (m_foreign >= kMostForeign)
        return;
    ++m_foreign;
    keepAside(table.left(kLongestName), row, reason);
}

void Pages::keepNewer(const RowTable &table, const domain::Row &row)
{
    const auto mine = m_rows.find(table.table().name, domain::uuid(row, "id"_L1));
    if (mine && domain::integer(*mine, "rev"_L1) > domain::integer(row, "rev"_L1))
        keepAside(table.table().name, withoutMarks(*mine), u"newer_than_server"_s);
}

} // namespace watchroom::store
