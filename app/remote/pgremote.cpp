// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/remote/pgremote.h"

#include "app/base/ids.h"
#include "app/base/log.h"
#include "app/remote/answers.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace watchroom::remote {

using namespace Qt::StringLiterals;
using base::Error;
using base::lcRemote;

namespace {

/// Reads an answer that came, or hands its error on.
template <class T>
base::Result<T> read(
    const base::Result<QString> &answer, base::Result<T> (*reader)(const QString &))
{
    if (!answer)
        return tl::unexpected(answer.error());
    return reader(*answer);
}

} // namespace

PgRemote::PgRemote(const PgSettings &settings, QObject *parent)
    : Remote(parent)
    , m_connection(settings, this)
{
    connect(&m_connection, &PgConnection::notified, this, &Remote::notified);
    connect(&m_connection, &PgConnection::hinted, this, [this](const QString &about) {
        if (about == "secrets"_L1)
            Q_EMIT secretsHinted();
    });
    connect(&m_connection, &PgConnection::lost, this, &Remote::lost);
}

base::Result<> PgRemote::open()
{
    auto opened = m_connection.open(u"watchroom"_s);
    if (opened)
        opened = checkSchema();
    if (!opened)
        m_connection.close();
    return opened;
}

base::Result<> PgRemote::checkSchema()
{
    const auto found = ask(u"SELECT CASE WHEN to_regnamespace('sync') IS NULL THEN 'missing'"
                           " WHEN NOT has_schema_privilege('sync', 'USAGE') THEN 'closed'"
                           " WHEN to_regproc('sync.hello') IS NULL"
                           " OR to_regproc('sync.beat') IS NULL THEN 'half' ELSE 'whole' END"_s);
    if (!found)
        return tl::unexpected(found.error());
    if (*found == "missing"_L1)
        return base::failure(Error::Kind::Invalid, u"no schema sync"_s, u"schema_missing"_s);
    if (*found == "closed"_L1)
        return base::failure(Error::Kind::Denied, u"schema sync is closed"_s, u"not_a_station"_s);
    if (*found == "half"_L1)
        return base::failure(Error::Kind::Invalid, u"functions missing"_s, u"schema_half"_s);
    return {};
}

void PgRemote::close()
{
    m_connection.close();
}

bool PgRemote::isOpen() const
{
    return m_connection.isOpen();
}

bool PgRemote::isPooled() const
{
    return m_connection.isPooled();
}

base::Result<> PgRemote::ping()
{
    const auto answer = m_connection.fetch(u"SELECT 1"_s);
    return answer ? base::Result<>{} : tl::unexpected(answer.error());
}

base::Result<QString> PgRemote::ask(const QString &sql)
{
    auto rows = m_connection.fetch(sql);
    if (!rows)
        return tl::unexpected(rows.error());
    if (rows->size() != 1)
        return base::failure(Error::Kind::Corrupt, u"%1 rows for one"_s.arg(rows->size()));
    return std::move(rows->first());
}

QString PgRemote::uuid(const QUuid &id) const
{
    return text(base::toText(id)) + u"::uuid"_s;
}

base::Result<Hello> PgRemote::hello(const QUuid &client, int schema)
{
    return read(ask(u"SELECT sync.hello("_s + uuid(client) + u", "_s + QString::number(schema)
                    + u", "_s + text(QStringLiteral(WATCHROOM_VERSION)) + u')'),
        readHello);
}

base::Result<Applied> PgRemote::applyChanges(const QUuid &client, int schema, const QString &epoch,
    const QList<OutgoingOperation> &operations)
{
    return read(
        ask(u"SELECT sync.apply_changes("_s + uuid(client) + u", "_s + QString::number(schema)
            + u", "_s + text(epoch) + u", "_s + text(envelopes(operations)) + u')'),
        readApplied);
}

void PgRemote::notifyOthers()
{
    // Never in the writing transaction: 64 writers fell from 7,910 to 307 transactions a second.
    // One statement: with a BEGIN of its own a wake-up that fails would leave the connection in an
    // aborted transaction, in which nothing works any more.
    const auto told = m_connection.fetch(u"SELECT set_config('synchronous_commit', 'off', true),"
                                         " pg_notify('watchroom', '')"_s);
    if (!told)
        qCInfo(lcRemote) << "wake-up not sent:" << told.error().detail;
}

base::Result<Pulled> PgRemote::pull(const QUuid &client, const QString &cursor)
{
    const QString since = cursor.isEmpty() ? u"NULL"_s : text(cursor);
    const auto lines = m_connection.fetch(
        u"SELECT * FROM sync.pull("_s + uuid(client) + u", "_s + since + u"::pg_snapshot)"_s);
    if (!lines)
        return tl::unexpected(lines.error());
    return readPulled(*lines);
}

base::Result<QHash<QString, QString>> PgRemote::digest(const QString &part, const QString &table)
{
    return read(
        ask(u"SELECT sync.digest("_s + text(part) + u", "_s + text(table) + u')'), readDigest);
}

base::Result<QHash<QUuid, QUuid>> PgRemote::list(
    const QString &part, const QString &table, const QStringList &buckets)
{
    return read(ask(u"SELECT sync.list("_s + text(part) + u", "_s + text(table) + u", "_s
                    + text(u'{' + buckets.join(u',') + u'}') + u"::text[])"_s),
        readList);
}

base::Result<QList<domain::Row>> PgRemote::rows(const QString &table, const QList<QUuid> &ids)
{
    QStringList texts;
    texts.reserve(ids.size());
    for (const QUuid &id : ids)
        texts.append(base::toText(id));
    return read(ask(u"SELECT sync.rows("_s + text(table) + u", "_s
                    + text(u'{' + texts.join(u',') + u'}') + u"::uuid[])"_s),
        readRows);
}

base::Result<Beat> PgRemote::beat(const QUuid &client, const QJsonObject &state)
{
    const QString json = QString::fromUtf8(QJsonDocument(state).toJson(QJsonDocument::Compact));
    return read(ask(u"SELECT sync.beat("_s + uuid(client) + u", "_s + text(json) + u')'), readBeat);
}

base::Result<TeamSecretsPtr> PgRemote::secrets()
{
    auto answer = ask(u"SELECT sync.secrets()"_s);
    if (!answer)
        return tl::unexpected(answer.error());
    return TeamSecrets::read(*answer);
}

base::Result<BlobState> PgRemote::putBlob(
    const QUuid &client, const QString &hash, qint64 size, int n, const QByteArray &piece)
{
    const QString data = piece.isNull() ? u"NULL"_s : text(QString::fromLatin1(piece.toBase64()));
    return read(ask(u"SELECT sync.blob_put("_s + uuid(client) + u", "_s + text(hash) + u", "_s
                    + QString::number(size) + u", "_s + QString::number(n) + u", "_s + data + u')'),
        readBlobState);
}

base::Result<QByteArray> PgRemote::getBlob(const QUuid &client, const QString &hash, int n)
{
    return read(ask(u"SELECT sync.blob_get("_s + uuid(client) + u", "_s + text(hash) + u", "_s
                    + QString::number(n) + u')'),
        readPiece);
}

} // namespace watchroom::remote
