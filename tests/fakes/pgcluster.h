// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace watchroom::fakes {

/// A private PostgreSQL 15 on a free loopback port and a socket of its own, for one test program;
/// ends with its owner, also when that is killed. Runs as `postgres` where the test is root.
/// Used on the thread that made it; calls block.
class PgCluster
{
public:
    enum class Durability
    {
        None, ///< no fsync; survives stopImmediately() and kill(), not a power cut
        Full,
    };

    explicit PgCluster(Durability durability = Durability::None);
    ~PgCluster();
    PgCluster(const PgCluster &) = delete;
    PgCluster &operator=(const PgCluster &) = delete;

    /// Before the first start: it speaks TLS too, with this certificate and key (PEM files).
    void setTls(const QString &certificate, const QString &key);
    /// While it runs: new connections meet this certificate, those there are go on.
    [[nodiscard]] bool changeTls(const QString &certificate, const QString &key);
    /// Before a start: settings beside, or in place of, its own ("max_connections=500").
    void setOptions(const QStringList &options) { m_options = options; }
    /// Makes the cluster the first time; starts it again, on the same port, after a stop.
    [[nodiscard]] bool start();
    /// Instead of start(): begins as a hot standby of a running cluster, with all it has.
    [[nodiscard]] bool startAsStandbyOf(const PgCluster &primary);
    /// The standby becomes a primary of its own.
    [[nodiscard]] bool promote();
    /// What went wrong, for QVERIFY2.
    [[nodiscard]] QByteArray error() const { return m_error.toUtf8(); }
    [[nodiscard]] int port() const { return m_port; }
    /// The server's own log.
    [[nodiscard]] QString logFile() const;

    /// As `pg_ctl stop -m immediate`: every connection ends, recovery at the next start.
    void stopImmediately();
    /// SIGKILL to the server and all its children.
    void kill();
    /// SIGSTOP: connections stay open and nothing answers.
    void pause();
    void resume();
    /// The server and its children.
    [[nodiscard]] QList<pid_t> processes() const;
    /// Cuts every other connection to the database, the server goes on.
    [[nodiscard]] bool terminateConnections(const QString &database);

    /// A new empty database owned by `admin`; its name. Empty on failure.
    [[nodiscard]] QString createDatabase();
    /// A copy of one that nobody is connected to.
    [[nodiscard]] QString copyDatabase(const QString &source);

    /// `admin`: LOGIN CREATEROLE CREATEDB, no superuser; what server set-up runs as.
    [[nodiscard]] QString adminConninfo(const QString &database) const;
    [[nodiscard]] QString superConninfo(const QString &database) const;
    /// Over TCP with SCRAM; without a password libpq finds none.
    [[nodiscard]] QString conninfo(
        const QString &database, const QString &user, const QString &password) const;

    struct Output
    {
        int exitCode = -1;
        QString out;
        QString err;
    };
    /// psql -X -A -t -v ON_ERROR_STOP=1 with this text as its input.
    [[nodiscard]] Output psql(const QString &conninfo, const QString &sql) const;

private:
    [[nodiscard]] bool initialise();
    [[nodiscard]] bool takeTlsFiles();
    [[nodiscard]] bool launch();
    [[nodiscard]] bool launchSomewhere();
    [[nodiscard]] bool giveAway(const QString &path);
    [[nodiscard]] bool run(const QString &program, const QStringList &arguments);
    [[nodiscard]] QString dataDir() const;
    void signalAll(int signal) const;
    void reap();

    Durability m_durability;
    QTemporaryDir m_dir;
    QProcess m_server;
    QString m_error;
    QString m_certificate;
    QString m_key;
    QStringList m_options;
    int m_port = 0;
    int m_databases = 0;
    bool m_initialised = false;
};

} // namespace watchroom::fakes
