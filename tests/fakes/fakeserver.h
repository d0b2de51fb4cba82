// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/remote/remote.h"

#include <QHash>
#include <QMutex>
#include <QSet>
#include <QStringList>

namespace watchroom::fakes {

class FakeRemote;

/// Where a call goes wrong.
enum class Fault
{
    Before, ///< the connection is lost before the server got it
    ReplyLost, ///< done and committed, the connection is lost on the way back
    Damaged, ///< done; the answer cannot be read; the connection lives
    Busy, ///< refused for now (class 40, 53, 57); the connection lives
    Refused, ///< Error::Internal: the server's own fault; the connection lives
};

/// The shared database in memory: idempotent by (client, seq), three-way merge by column, a cursor
/// that counts commits, digests. Any thread.
class FakeServer
{
public:
    /// The n-th call of this name from now on goes wrong, 1 = the next one.
    void fail(const QString &call, Fault fault, int nth = 1);
    /// No connection can be opened, and the present ones are gone.
    void setReachable(bool reachable);
    /// A call of more operations takes too long for it: it ends the statement.
    void setMostOperations(qsizetype most);
    /// Wake-ups are lost.
    void setSilent(bool silent);
    void setEpoch(const QString &epoch);
    /// pull says far_behind to every cursor before now.
    void forgetHistory();
    /// What secrets() answers from now on; everybody is hinted.
    void setSecrets(const QString &mark, const QString &json);

    /// A row as another program wrote it; gives id, ver and the rest where absent.
    QUuid put(const QString &table, domain::Row row);
    [[nodiscard]] QHash<QUuid, domain::Row> table(const QString &name) const;
    [[nodiscard]] QHash<QString, QString> digest(const QString &part, const QString &table) const;
    /// How often a call of this name came.
    [[nodiscard]] int calls(const QString &name) const;
    /// Operations that took effect, each once.
    [[nodiscard]] qint64 effects() const;
    [[nodiscard]] qint64 rowsServed() const;

private:
    friend class FakeRemote;
    struct Client
    {
        qint64 lastOp = 0;
        QHash<qint64, std::pair<QByteArray, domain::OperationResult>> answered;
    };
    struct Stored
    {
        domain::Row row;
        qint64 commit = 0;
    };
    [[nodiscard]] domain::OperationResult apply(const domain::Operation &operation);
    void store(const QString &table, domain::Row row);
    [[nodiscard]] std::optional<Fault> arrive(const QString &call);

    mutable QRecursiveMutex m_mutex;
    bool m_reachable = true;
    bool m_silent = false;
    qsizetype m_mostOperations = 500;
    QString m_epoch = QStringLiteral("one:1");
    qint64 m_commit = 0;
    qint64 m_forgotten = 0;
    qint64 m_effects = 0;
    qint64 m_rowsServed = 0;
    QString m_secretsMark = QStringLiteral("none");
    QString m_secrets = QStringLiteral("{\"mark\": \"none\", \"secrets\": []}");
    QHash<QString, QHash<QUuid, Stored>> m_tables;
    QHash<QUuid, Client> m_clients;
    QHash<QUuid, QSet<QUuid>> m_produced; ///< op -> vers
    QHash<QString, int> m_calls;
    QHash<QString, QList<std::pair<int, Fault>>> m_faults; ///< call -> (its number, what)
    QSet<FakeRemote *> m_remotes;
};

/// One station's connection to a FakeServer. Lives on the engine's thread.
class FakeRemote final : public remote::Remote
{
    Q_OBJECT

public:
    explicit FakeRemote(FakeServer &server);
    ~FakeRemote() override;

    [[nodiscard]] base::Result<> open() override;
    void close() override;
    void abort() override { }
    [[nodiscard]] bool isOpen() const override;
    [[nodiscard]] base::Result<remote::Hello> hello(const QUuid &client, int schema) override;
    [[nodiscard]] base::Result<remote::Applied> applyChanges(const QUuid &client, int schema,
        const QString &epoch, const QList<remote::OutgoingOperation> &operations) override;
    void notifyOthers() override;
    [[nodiscard]] base::Result<remote::Pulled> pull(
        const QUuid &client, const QString &cursor) override;
    [[nodiscard]] base::Result<QHash<QString, QString>> digest(
        const QString &part, const QString &table) override;
    [[nodiscard]] base::Result<QHash<QUuid, QUuid>> list(
        const QString &part, const QString &table, const QStringList &buckets) override;
    [[nodiscard]] base::Result<QList<domain::Row>> rows(
        const QString &table, const QList<QUuid> &ids) override;
    [[nodiscard]] base::Result<remote::Beat> beat(
        const QUuid &client, const QJsonObject &state) override;
    [[nodiscard]] base::Result<remote::TeamSecretsPtr> secrets() override;
    /// It has no files: a real PostgreSQL tells about those.
    [[nodiscard]] base::Result<remote::BlobState> putBlob(
        const QUuid &, const QString &, qint64, int, const QByteArray &) override
    {
        return remote::BlobState{.next = 0, .whole = true, .damaged = false};
    }
    [[nodiscard]] base::Result<QByteArray> getBlob(const QUuid &, const QString &, int) override
    {
        return QByteArray();
    }

private:
    template <class Work>
    [[nodiscard]] auto call(const QString &name, Work work) -> std::invoke_result_t<Work>;
    [[nodiscard]] base::Result<remote::Applied> apply(
        const QUuid &client, const QList<remote::OutgoingOperation> &operations);

    FakeServer &m_server;
    bool m_open = false;
};

} // namespace watchroom::fakes
