// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/instant.h"
#include "app/base/result.h"
#include "app/domain/operation.h"
#include "app/domain/row.h"
#include "app/remote/teamsecrets.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QUuid>

namespace watchroom::remote {

struct Hello
{
    QString epoch;
    QUuid lineage; ///< of the data itself, the same in every copy of it
    qint64 lastOp = 0;
    QString prefix; ///< of the labels this client gives
    int schemaMin = 0;
    int schemaMax = 0;
    base::Instant now;
    std::chrono::milliseconds pullInterval{150};
    QString station;
    QString kind; ///< console, wall, agent, or person for a person's own connection
    QStringList parts; ///< months that have rows, newest first; without core
    QString secrets; ///< mark of what secrets() would answer
    QString started = {}; ///< when the server last started
};

struct OutgoingOperation
{
    qint64 seq = 0;
    QByteArray body;
    QUuid session;
    QByteArray proof;
    QUuid releaseSession = {};
    QByteArray releaseProof = {};
};

struct Applied
{
    qint64 lastOp = 0;
    QList<domain::OperationResult> results;
};

struct Pulled
{
    QList<std::pair<QString, domain::Row>> rows; ///< table, row
    QString cursor;
    qint64 lastOp = 0;
    QString epoch;
    base::Instant now;
};

/// How far an upload has come.
struct BlobState
{
    int next = 0; ///< the piece to send
    bool whole = false; ///< all of it is there
    bool damaged = false; ///< the pieces did not have the hash: dropped there
};

struct Beat
{
    base::Instant now;
    QString leaseHolder; ///< a station's name
    qint64 fence = 0; ///< of the lease
    bool mine = false;
    base::Instant leaseEnds;
    std::chrono::milliseconds pullInterval{150};
    int stationsOnline = 0;
    QStringList online; ///< their names
    QString secrets; ///< as in Hello
};

/// The shared database as the sync engine sees it. Calls block and live on the remote's thread,
/// each under a deadline. Errors: Offline (unreachable, timed out: the call may have happened),
/// Denied with code `password_wrong`, `certificate_untrusted`, `certificate_host`, `no_encryption`,
/// `database_missing`, `not_a_station`; Invalid with code `schema_missing`, `schema_half`;
/// TooNew with code `schema_too_old` (this program is too old); Conflict with `client_forked`,
/// `epoch_changed`; Internal otherwise.
class Remote : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual base::Result<> open() = 0;
    virtual void close() = 0;
    /// Ends the running call and refuses all later ones, for a program that ends. Any thread.
    virtual void abort() = 0;
    [[nodiscard]] virtual bool isOpen() const = 0;
    /// A connection pooler stands between: wake-ups may not come, and polling makes up for it.
    [[nodiscard]] virtual bool isPooled() const { return false; }
    /// Asks for any answer at all, so that a dead link shows.
    [[nodiscard]] virtual base::Result<> ping() { return {}; }
    /// For how long a running call has waited without a byte from the server; 0: none waits. Any
    /// thread.
    [[nodiscard]] virtual std::chrono::milliseconds silence() const { return {}; }

    [[nodiscard]] virtual base::Result<Hello> hello(const QUuid &client, int schema) = 0;
    [[nodiscard]] virtual base::Result<Applied> applyChanges(const QUuid &client, int schema,
        const QString &epoch, const QList<OutgoingOperation> &operations) = 0;
    /// The wake-up after the commit; a failure is no error of the push.
    virtual void notifyOthers() = 0;
    /// An empty cursor: only the cursor of this moment, no rows.
    [[nodiscard]] virtual base::Result<Pulled> pull(const QUuid &client, const QString &cursor) = 0;
    [[nodiscard]] virtual base::Result<QHash<QString, QString>> digest(
        const QString &part, const QString &table) = 0;
    [[nodiscard]] virtual base::Result<QHash<QUuid, QUuid>> list(
        const QString &part, const QString &table, const QStringList &buckets) = 0;
    [[nodiscard]] virtual base::Result<QList<domain::Row>> rows(
        const QString &table, const QList<QUuid> &ids) = 0;
    [[nodiscard]] virtual base::Result<Beat> beat(
        const QUuid &client, const QJsonObject &state) = 0;
    /// The team secrets this station may use. Denied `secrets_need_tls` over plain text off
    /// loopback.
    [[nodiscard]] virtual base::Result<TeamSecretsPtr> secrets() = 0;
    /// Piece `n` of 256 KiB; a null one only asks. A piece out of its turn changes nothing.
    [[nodiscard]] virtual base::Result<BlobState> putBlob(
        const QUuid &client, const QString &hash, qint64 size, int n, const QByteArray &piece) = 0;
    /// Empty: the server does not have the file, or not yet.
    [[nodiscard]] virtual base::Result<QByteArray> getBlob(
        const QUuid &client, const QString &hash, int n) = 0;

Q_SIGNALS:
    void notified();
    /// Somebody changed a team secret; a beat tells whether it concerns this station.
    void secretsHinted();
    /// The connection ended without being asked to.
    void lost();
};

} // namespace watchroom::remote
