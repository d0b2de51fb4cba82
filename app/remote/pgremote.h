// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/remote/pgconnection.h"
#include "app/remote/remote.h"

namespace watchroom::remote {

/// The shared database over QPSQL: calls the functions of schema `sync` and reads their answers
/// with suspicion. Lives on one thread with an event loop; made anywhere, moved there before
/// open().
class PgRemote final : public Remote
{
    Q_OBJECT

public:
    explicit PgRemote(const PgSettings &settings, QObject *parent = nullptr);

    [[nodiscard]] base::Result<> open() override;
    void close() override;
    void abort() override { m_connection.abort(); }
    [[nodiscard]] bool isOpen() const override;
    [[nodiscard]] bool isPooled() const override;
    [[nodiscard]] base::Result<> ping() override;
    [[nodiscard]] std::chrono::milliseconds silence() const override
    {
        return m_connection.silence();
    }

    [[nodiscard]] base::Result<Hello> hello(const QUuid &client, int schema) override;
    [[nodiscard]] base::Result<Applied> applyChanges(const QUuid &client, int schema,
        const QString &epoch, const QList<OutgoingOperation> &operations) override;
    void notifyOthers() override;
    [[nodiscard]] base::Result<Pulled> pull(const QUuid &client, const QString &cursor) override;
    [[nodiscard]] base::Result<QHash<QString, QString>> digest(
        const QString &part, const QString &table) override;
    [[nodiscard]] base::Result<QHash<QUuid, QUuid>> list(
        const QString &part, const QString &table, const QStringList &buckets) override;
    [[nodiscard]] base::Result<QList<domain::Row>> rows(
        const QString &table, const QList<QUuid> &ids) override;
    [[nodiscard]] base::Result<Beat> beat(const QUuid &client, const QJsonObject &state) override;
    [[nodiscard]] base::Result<TeamSecretsPtr> secrets() override;
    [[nodiscard]] base::Result<BlobState> putBlob(const QUuid &client, const QString &hash,
        qint64 size, int n, const QByteArray &piece) override;
    [[nodiscard]] base::Result<QByteArray> getBlob(
        const QUuid &client, const QString &hash, int n) override;

private:
    [[nodiscard]] base::Result<> checkSchema();
    /// One function call whose answer is one text.
    [[nodiscard]] base::Result<QString> ask(const QString &sql);
    [[nodiscard]] QString text(const QString &value) const { return m_connection.literal(value); }
    [[nodiscard]] QString uuid(const QUuid &id) const;

    PgConnection m_connection;
};

} // namespace watchroom::remote
