// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/fakes/pgcluster.h"
#include "tests/parity/trial.h"

#include <QSet>
#include <QSqlDatabase>

namespace watchroom::parity {

/// An installed server of the test's own, reached as its superuser: rows can be put there past the
/// guards, and changes put to the guards and undone at once. One thread.
class ParityServer
{
public:
    ParityServer() = default;
    ~ParityServer();
    ParityServer(const ParityServer &) = delete;
    ParityServer &operator=(const ParityServer &) = delete;

    /// Starts, installs, and gives the lease the fence both sides use.
    [[nodiscard]] bool start();
    [[nodiscard]] QByteArray error() const { return m_error.toUtf8(); }

    /// The first column of every row. Sets error() and answers nothing on failure.
    [[nodiscard]] QStringList fetch(const QString &sql, const QVariantList &values = {});
    [[nodiscard]] QString value(const QString &sql, const QVariantList &values = {});
    [[nodiscard]] bool run(const QString &sql);

    /// Begins a transaction; the server's now() within it.
    [[nodiscard]] base::Instant begin();
    void rollback();
    /// Puts every row of the facts there as it is, past all triggers. Within a transaction.
    [[nodiscard]] bool load(const ParityFacts &facts);
    /// Puts each trial to the guards by itself; the answers in order.
    [[nodiscard]] QList<Outcome> judge(const QList<Trial> &trials);

private:
    [[nodiscard]] bool install(const QString &database);
    [[nodiscard]] bool connect(const QString &database);

    fakes::PgCluster m_cluster;
    QSqlDatabase m_database;
    QString m_error;
};

/// Puts the trials to both sides; prints the first differences. Adds the verdicts to `verdicts`,
/// an empty text for what was accepted.
[[nodiscard]] bool compare(ParityServer &server, ParityFacts &facts, const QList<Trial> &trials,
    base::Instant now, QSet<QString> &verdicts);

} // namespace watchroom::parity
