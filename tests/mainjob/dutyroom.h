// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/domain/row.h"
#include "app/programs/workspaceconfig.h"
#include "tests/fakes/pgcluster.h"
#include "tests/sources/exporter.h"
#include "tests/sources/serverprocess.h"

#include <QHash>
#include <QMap>

namespace watchroom::mainjob {

/// What two consoles share: a real PostgreSQL set up as an administrator does it, a real Prometheus
/// that scrapes sites whose values the test steers. On the test's thread.
class DutyRoom
{
public:
    /// Starts everything; empty, or what went wrong.
    [[nodiscard]] QString prepare();

    /// Round-trip time of the only site, in ms.
    void setRoundTrip(double ms);
    void killDatabase() { m_cluster.kill(); }
    [[nodiscard]] bool startDatabase() { return m_cluster.start(); }

    /// What the workspace of this station holds before its first start.
    [[nodiscard]] programs::WorkspaceConfig station(const QString &name) const;
    [[nodiscard]] QString administrator() const { return m_cluster.adminConninfo(m_database); }
    [[nodiscard]] static QString passwordOf(const QString &login);

    /// Output of a query that is made as the database's superuser.
    [[nodiscard]] QString query(const QString &sql) const;
    /// The live rows of a table by their id, as the server hands them out.
    [[nodiscard]] QMap<QString, domain::Row> rows(const QString &table) const;

private:
    [[nodiscard]] base::Result<> setUpServer();
    [[nodiscard]] QString setUpSource();

    QTemporaryDir m_dir;
    fakes::PgCluster m_cluster;
    QString m_database;
    QHash<QString, QString> m_enrolments;
    sources::Exporter m_exporter;
    std::unique_ptr<sources::PrometheusServer> m_prometheus;
};

} // namespace watchroom::mainjob
