// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/remote/serveradmin.h"
#include "tests/fakes/pgcluster.h"

#include <QHash>
#include <QString>

#include <memory>

namespace watchroom::tests {

/// A private PostgreSQL with a Watchroom server set up by ServerAdmin, as an administrator would:
/// people chen (lead, admin), zhou, li (command); stations desk1, desk2 (consoles), wall1, agent1.
class ServerFixture
{
public:
    /// False with error() when anything of it failed.
    [[nodiscard]] bool start();
    [[nodiscard]] QByteArray error() const { return m_error; }

    [[nodiscard]] fakes::PgCluster &cluster() { return m_cluster; }
    /// A fresh server, as set up; its name. Empty on failure.
    [[nodiscard]] QString newDatabase();
    /// As that login, by the password it was given.
    [[nodiscard]] QString conninfo(const QString &database, const QString &login) const;
    /// As the owner of the database.
    [[nodiscard]] QString admin(const QString &database) const;
    [[nodiscard]] bool openAdmin(remote::ServerAdmin &admin, const QString &database);

private:
    [[nodiscard]] bool setUp(const QString &database);
    [[nodiscard]] bool accept(const base::Result<> &result);

    fakes::PgCluster m_cluster;
    QByteArray m_error;
    QString m_template;
    QHash<QString, QString> m_passwords;
};

} // namespace watchroom::tests
