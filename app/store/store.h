// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/domain/operation.h"
#include "app/domain/row.h"
#include "app/store/reader.h"

#include <QFuture>
#include <QHash>
#include <QList>
#include <QObject>
#include <QPromise>

#include <functional>
#include <memory>

namespace watchroom::store {

/// One change an operator or the program asks for.
struct Draft
{
    QString table;
    QUuid id;
    domain::OperationKind kind = domain::OperationKind::Insert;
    domain::Row set;
    /// What the visible row must hold, or nothing is saved: Error::Conflict, code `changed`, params
    /// {column, value}. A claim expects no owner, so that it never becomes a take-over unseen.
    domain::Row expect = {};
    /// Rows whose making must have been accepted first: it is held with them, or refused. What this
    /// client did not make, or what is settled, needs no waiting.
    QList<QUuid> needs = {};
};

/// Who makes a change, and how the server will believe it.
struct Author
{
    QString login; ///< empty: the station itself (rules, timers)
    QUuid session; ///< null: none, or a standalone workspace
    QByteArray sessionKey; ///< in memory only; signs the operation's proof
};

/// On what ground a held operation goes to the server again.
enum class Resend
{
    AsItIs, ///< the server could not judge it
    Signed, ///< its author signed in again: a proof by the new session
    Released, ///< a lead vouches; the author stays who the operation names
};

/// What meeting another epoch of the server did to this client.
struct EpochMet
{
    qint64 requeued = 0; ///< operations the server had answered and no longer knows
    bool newClient = false; ///< their numbers did not follow on: say hello again
};

/// What became of a change when it was saved here.
struct Saved
{
    QList<QUuid> ops; ///< in the order of the drafts
    QList<domain::Row> rows; ///< as they are visible now (predicted, or final when standalone)
};

using SavedFuture = QFuture<base::Result<Saved>>;

struct OutboxCounts
{
    qint64 pending = 0; ///< saved here, not yet known to be on the server
    qint64 held = 0;
    qint64 conflicts = 0;
    qint64 rejected = 0;
    friend bool operator==(const OutboxCounts &, const OutboxCounts &) = default;
};

/// An operation as it travels.
struct Envelope
{
    qint64 seq = 0;
    QByteArray body;
    QUuid session;
    QByteArray proof;
    QUuid releaseSession = {}; ///< of the lead who vouches for it; null: nobody
    QByteArray releaseProof = {};
};

struct PulledRow
{
    QString table;
    domain::Row row;
};

/// The key/value state of sync: client id, epoch, cursor, label prefix, schema. Other keys are
/// free.
using SyncState = QHash<QString, QString>;

namespace state {
using namespace Qt::StringLiterals;
inline constexpr auto kClient = "client"_L1; ///< this replica's id; made with the replica
inline constexpr auto kPrefix = "prefix"_L1; ///< of labels; `L` until the server gave one
inline constexpr auto kCursor = "cursor"_L1;
inline constexpr auto kEpoch = "epoch"_L1;
inline constexpr auto kStation = "station"_L1; ///< name of this station
inline constexpr auto kStarted = "started"_L1; ///< of the server, when the cursor was its
inline constexpr auto kKind = "kind"_L1; ///< of this station, when it last filled
inline constexpr auto kLastOp = "last_op"_L1; ///< highest the server said it has
inline constexpr auto kLineage = "lineage"_L1; ///< of the server's data, through dumps and restores
inline constexpr auto kFill = "fill"_L1; ///< what is not filled yet: core, months; absent: nothing
inline constexpr auto kHighest = "highest"_L1; ///< my highest operation; the outbox's, read only
inline constexpr auto kRepair = "repair"_L1; ///< set: what filling takes away is kept aside
inline constexpr auto kMode = "mode"_L1; ///< standalone or replica; the store's own
inline constexpr auto kProbe = "probe"_L1; ///< the store's own
inline constexpr auto kNextLabel = "next_label"_L1; ///< the store's own
inline constexpr auto kNextNumber = "next_number"_L1; ///< the store's own
} // namespace state

/// The person of a standalone workspace.
struct LocalPerson
{
    QString login;
    QString name;
};

/// The operating system's user; the login keeps lower-case letters, digits, `_` and `-`.
[[nodiscard]] LocalPerson systemPerson();

/// The replica's front door: a workspace folder held by this program alone. Every function posts
/// to the writer's or the reader's thread and returns at once; callable from any thread.
/// Error kinds: Corrupt (damaged file), TooNew (made by a newer program), Denied (read-only or
/// held by another program, code `workspace_in_use` / `read_only`), Internal with code `disk_full`.
class Store : public QObject
{
    Q_OBJECT

public:
    enum class Mode
    {
        Standalone, ///< LocalAuthority decides in the edit's own transaction
        Replica, ///< a server decides; edits are predicted and queued
        ReadOnly, ///< another program holds the workspace; nothing is written, not even a lock
    };

    /// What salvage() did with a damaged replica.
    struct Salvaged
    {
        QString setAside; ///< path of the damaged file
        qint64 operations = 0; ///< unacknowledged ones that are queued again
    };

    /// Opens or makes the workspace's replica. Blocks briefly: for composition roots.
    [[nodiscard]] static base::Result<std::unique_ptr<Store>> open(
        const QString &workspaceDir, Mode mode, const base::Clock &clock);
    /// Puts a damaged replica aside and makes a new one that knows its client id and, under their
    /// old numbers, the operations of outbox.log. Blocks. What open() answered with Corrupt.
    [[nodiscard]] static base::Result<Salvaged> salvage(
        const QString &workspaceDir, Mode mode, const base::Clock &clock);
    /// Puts the whole replica of a workspace of another mode aside and makes an empty one of this
    /// mode; nothing of it is queued. Blocks. What open() answered with `workspace_mode`.
    [[nodiscard]] static base::Result<Salvaged> replace(
        const QString &workspaceDir, Mode mode, const base::Clock &clock);
    /// Saves what was asked before, then closes the files.
    ~Store() override;

    [[nodiscard]] Mode mode() const;
    [[nodiscard]] QString workspaceDir() const;

    /// Saves drafts as one group: all or none. The rules judge them at once; a refusal is
    /// Error::Denied with the rule's code and nothing is saved. Operator's changes go before pages.
    /// `replaces`: refused operations that are left because of them, in the same transaction.
    [[nodiscard]] QFuture<base::Result<Saved>> save(
        QList<Draft> drafts, Author author, QList<QUuid> replaces = {});

    /// Runs `query` on the reader's thread over one snapshot.
    template <class T>
    [[nodiscard]] QFuture<base::Result<T>> read(std::function<base::Result<T>(Reader &)> query);

    [[nodiscard]] QFuture<OutboxCounts> counts();
    /// Held operations go again, in their order. Signed: those of `author` alone. Returns how many.
    [[nodiscard]] QFuture<base::Result<qint64>> resend(
        QList<QUuid> ops, Resend ground, Author author);
    /// Refused operations are left: out of the tray, kept 90 days. Returns how many.
    [[nodiscard]] QFuture<base::Result<qint64>> discard(QList<QUuid> ops);
    /// Whether something can be written again, after `disk_full`; not reported by failed().
    [[nodiscard]] QFuture<base::Result<>> probe();

    /// First start of a standalone workspace: the person with every right, the default policy and
    /// these rules' documents. Answers the local person's login; writes nothing where people exist.
    [[nodiscard]] QFuture<base::Result<QString>> setUpStandalone(
        LocalPerson person, QList<QJsonObject> rules);

    // For the sync engine only:

    /// The oldest operations above the number `after` that no result has settled, whole groups.
    /// One that was sent stays among them until its result is stored.
    [[nodiscard]] QFuture<base::Result<QList<Envelope>>> batch(
        qint64 after, int maxOps, qint64 maxBytes);
    /// Settles operations.
    [[nodiscard]] QFuture<base::Result<>> storeResults(
        QList<domain::OperationResult> results, qint64 lastOp);
    /// The server is of another epoch: what it forgot of mine is pending again, and the replica is
    /// to be filled from the beginning, keeping aside what the server no longer has.
    [[nodiscard]] QFuture<base::Result<EpochMet>> meetEpoch(QString epoch, qint64 lastOp);
    /// This replica was cloned or set back (`client_forked`): what waits goes as a new client's.
    [[nodiscard]] QFuture<base::Result<>> becomeNewClient();
    /// Applies pulled rows in chunks of <= 100 rows or 10 ms; with the last page, its cursor. The
    /// rows contain my operations up to `lastOp` (0 when filling: unknown). A table unknown here
    /// goes to sync_quarantine.
    [[nodiscard]] QFuture<base::Result<>> applyPage(
        QList<PulledRow> rows, QString cursor /* empty: none */, qint64 lastOp);
    [[nodiscard]] QFuture<base::Result<SyncState>> syncState();
    [[nodiscard]] QFuture<base::Result<>> setSyncState(SyncState changes);
    /// Filling: bucket ("00".."ff", last byte of the id) -> "count:xor of the vers as hex"; deleted
    /// rows count, rows the server has not seen do not.
    [[nodiscard]] QFuture<base::Result<QHash<QString, QString>>> digest(
        QString part, QString table);
    [[nodiscard]] QFuture<base::Result<QHash<QUuid, QUuid>>> list(
        QString part, QString table, QStringList buckets);
    /// Drops rows the server's list lacks; never a row with a pending operation. While repairing, a
    /// copy stays in sync_quarantine, as of rows that were newer here than there.
    [[nodiscard]] QFuture<base::Result<>> drop(QString table, QList<QUuid> ids);
    /// This station is shown another share of the rows from now on: all of them leave the replica,
    /// but those with a pending operation, which are to be fetched anew too.
    [[nodiscard]] QFuture<base::Result<>> forgetRows();
    /// The window moved: rows of months before `part` ("2026-01") leave the replica, but for
    /// `kept` ones and those with a pending operation.
    [[nodiscard]] QFuture<base::Result<>> dropMonthsBefore(QString part, QStringList kept);

Q_SIGNALS:
    /// Rows of a table changed and are visible to the reader; emitted after the commit.
    void rowsChanged(const QString &table, const QList<QUuid> &ids);
    void countsChanged(const watchroom::store::OutboxCounts &counts);
    /// A save could not be written or a row not be read (disk full, file damaged): what to say in a
    /// standing banner.
    void failed(const watchroom::base::Error &error);

private:
    struct Private;
    explicit Store(std::unique_ptr<Private> d);
    void postRead(std::function<void(Reader &)> work);
    void reportRead(const base::Error &error);

    std::unique_ptr<Private> d;
};

template <class T>
QFuture<base::Result<T>> Store::read(std::function<base::Result<T>(Reader &)> query)
{
    auto promise = std::make_shared<QPromise<base::Result<T>>>();
    promise->start();
    QFuture<base::Result<T>> future = promise->future();
    postRead([this, promise, ask = std::move(query)](Reader &reader) {
        const base::Result<T> answer = ask(reader);
        if (!answer)
            reportRead(answer.error());
        promise->addResult(answer);
        promise->finish();
    });
    return future;
}

} // namespace watchroom::store
