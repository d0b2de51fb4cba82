// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/workerthread.h"
#include "app/programs/workspaceconfig.h"
#include "app/quality/qualityservice.h"
#include "app/remote/conninfo.h"
#include "app/remote/credentialstore.h"
#include "app/remote/secretbook.h"
#include "app/remote/teamsecrets.h"

#include <QObject>

#include <functional>

namespace watchroom::programs {

/// What is said to the source to be let in: by its own secret, or by the team's of the name in the
/// configuration. Errors: `source_secret_waiting` {name}, `source_secret_missing` {name}, or why
/// the server hands none out.
[[nodiscard]] base::Result<QByteArray> sourceAuthorization(const WorkspaceConfig &config,
    const QString &ownSecret, const base::Result<remote::TeamSecretsPtr> &team);

/// What Prometheus is asked by this configuration; without an authorization it waits for one.
/// Errors: `mapping_unreadable`,
/// `mapping_invalid`, `source_address`, `source_ca_unreadable`. An empty factory: there is none.
[[nodiscard]] base::Result<quality::QualityService::SourceFactory> sourceFactory(
    const WorkspaceConfig &config, const base::Result<QByteArray> &authorization);

/// Tries a workspace's server and source beside the connections in use, and keeps their secrets.
/// Lives on the UI thread; the work is done on one of its own and answers come by callback.
class Connections : public QObject
{
    Q_OBJECT

public:
    explicit Connections(const QString &workspaceDir, QObject *parent = nullptr);
    ~Connections() override;

    using Done = std::function<void(const base::Result<> &)>;

    /// Connects, looks for our schema, and greets in the name of `client` where it is not null.
    void testServer(const remote::ConnInfo &server, const QUuid &client, Done done);
    /// Asks for all current values; answers how many can be used.
    void testSource(const WorkspaceConfig &config, const base::Result<QByteArray> &authorization,
        std::function<void(const base::Result<int> &)> done);

    /// What a lead does with the team's secrets.
    using SecretWork = std::function<base::Result<>(remote::SecretBook &)>;
    using SecretsDone = std::function<void(const base::Result<QList<remote::SecretInfo>> &)>;
    /// Over a connection of that person's own; answers the list as it is then.
    void changeSecrets(const remote::ConnInfo &server, const QString &login,
        const QString &password, SecretWork work, SecretsDone done);

    void keepStationSecret(const QString &secret, Done done);
    void keepSourceSecret(const QString &secret, Done done);
    /// Empty where none is kept or it cannot be read.
    void stationSecret(std::function<void(const QString &)> take);
    void sourceSecret(std::function<void(const QString &)> take);

private:
    void keep(const QString &key, const QString &secret, Done done);
    void read(const QString &key, std::function<void(const QString &)> take);

    QString m_dir; ///< part of the keys: a keychain serves every workspace of its user
    remote::CredentialStore m_credentials;
    base::WorkerThread m_thread;
};

} // namespace watchroom::programs
