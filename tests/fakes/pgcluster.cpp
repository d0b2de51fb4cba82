// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/pgcluster.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QTcpServer>
#include <QThread>

#include <csignal>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace watchroom::fakes {

using namespace Qt::StringLiterals;

namespace {

const auto kSuperPassword = u"super-secret"_s;
const auto kAdminPassword = u"admin-secret"_s;

QString binary(const QString &name)
{
    const QString own = u"/usr/lib/postgresql/15/bin/"_s + name;
    return QFile::exists(own) ? own : name;
}

bool isRoot()
{
    return ::geteuid() == 0;
}

/// initdb and postgres refuse root, so root becomes postgres first.
std::pair<QString, QStringList> asServer(const QString &program, const QStringList &arguments)
{
    if (!isRoot())
        return {program, arguments};
    return {u"setpriv"_s,
        QStringList{u"--reuid=postgres"_s, u"--regid=postgres"_s, u"--init-groups"_s,
            u"--pdeathsig=QUIT"_s, program}
            + arguments};
}

int freePort()
{
    QTcpServer probe;
    return probe.listen(QHostAddress::LocalHost) ? probe.serverPort() : 0;
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

} // namespace

PgCluster::PgCluster(Durability durability)
    : m_durability(durability)
    , m_dir(QDir::tempPath() + u"/wr-pg-XXXXXX"_s)
{
    m_server.setWorkingDirectory(u"/"_s);
    m_server.setProcessChannelMode(QProcess::MergedChannels);
    if (!isRoot())
        m_server.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGQUIT); });
}

PgCluster::~PgCluster()
{
    stopImmediately();
}

QString PgCluster::dataDir() const
{
    return m_dir.path() + u"/data"_s;
}

QString PgCluster::logFile() const
{
    return m_dir.path() + u"/log"_s;
}

bool PgCluster::run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(u"/"_s);
    process.setProcessChannelMode(QProcess::MergedChannels);
    const auto [command, all] = asServer(program, arguments);
    process.start(command, all);
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit
        || process.exitCode() != 0) {
        m_error = u"%1: %2 %3"_s.arg(
            program, process.errorString(), QString::fromUtf8(process.readAll()));
        return false;
    }
    return true;
}

bool PgCluster::giveAway(const QString &path)
{
    if (!isRoot())
        return true;
    const passwd *user = ::getpwnam("postgres");
    if (user != nullptr
        && ::chown(QFile::encodeName(path).constData(), user->pw_uid, user->pw_gid) == 0)
        return true;
    m_error = u"no user postgres to run the server as"_s;
    return false;
}

bool PgCluster::initialise()
{
    if (!m_dir.isValid()) {
        m_error = m_dir.errorString();
        return false;
    }
    const QString passwordFile = m_dir.filePath(u"password"_s);
    QFile file(passwordFile);
    if (!file.open(QIODevice::WriteOnly) || file.write(kSuperPassword.toUtf8()) < 0)
        return false;
    file.close();
    if (!giveAway(m_dir.path()) || !giveAway(passwordFile))
        return false;
    if (!run(binary(u"initdb"_s),
            {u"-D"_s, dataDir(), u"-U"_s, u"postgres"_s, u"--pwfile="_s + passwordFile, u"-N"_s,
                u"-E"_s, u"UTF8"_s, u"--locale=C.UTF-8"_s, u"--auth=scram-sha-256"_s}))
        return false;
    m_initialised = true;
    return m_address.isEmpty() || admitAddress();
}

bool PgCluster::admitAddress()
{
    QFile hba(dataDir() + u"/pg_hba.conf"_s);
    const QByteArray line = "host all all " + m_address.toLatin1() + "/32 scram-sha-256\n";
    return hba.open(QIODevice::Append) && hba.write(line) == line.size();
}

void PgCluster::setTls(const QString &certificate, const QString &key)
{
    m_certificate = certificate;
    m_key = key;
}

bool PgCluster::changeTls(const QString &certificate, const QString &key)
{
    setTls(certificate, key);
    const Output reloaded = takeTlsFiles()
        ? psql(superConninfo(u"postgres"_s), u"SELECT pg_reload_conf()"_s)
        : Output{};
    m_error = reloaded.err;
    return reloaded.exitCode == 0;
}

bool PgCluster::takeTlsFiles()
{
    // The server wants the key to be its own and nobody else's.
    for (const auto &[from, name] :
        {std::pair(m_certificate, u"server.crt"_s), std::pair(m_key, u"server.key"_s)}) {
        const QString to = m_dir.filePath(name);
        QFile::remove(to);
        if (!QFile::copy(from, to)
            || !QFile::setPermissions(to, QFile::ReadOwner | QFile::WriteOwner))
            return false;
        const passwd *user = isRoot() ? ::getpwnam("postgres") : nullptr;
        if (user != nullptr
            && ::chown(QFile::encodeName(to).constData(), user->pw_uid, user->pw_gid) != 0)
            return false;
    }
    return true;
}

bool PgCluster::launch()
{
    QStringList arguments{u"-D"_s, dataDir(), u"-k"_s, m_dir.path(), u"-h"_s,
        m_address.isEmpty() ? u"127.0.0.1"_s : u"127.0.0.1,"_s + m_address, u"-p"_s,
        QString::number(m_port), u"-c"_s, u"max_connections=200"_s, u"-c"_s,
        u"shared_buffers=32MB"_s, u"-c"_s, u"timezone=Asia/Shanghai"_s, u"-c"_s,
        u"log_min_messages=warning"_s};
    if (!m_certificate.isEmpty())
        arguments +=
            {u"-c"_s, u"ssl=on"_s, u"-c"_s, u"ssl_cert_file="_s + m_dir.filePath(u"server.crt"_s),
                u"-c"_s, u"ssl_key_file="_s + m_dir.filePath(u"server.key"_s)};
    if (m_durability == Durability::None)
        arguments += {u"-c"_s, u"fsync=off"_s, u"-c"_s, u"full_page_writes=off"_s};
    for (const QString &option : std::as_const(m_options))
        arguments += {u"-c"_s, option};
    const auto [command, all] = asServer(binary(u"postgres"_s), arguments);
    m_server.setStandardOutputFile(logFile(), QIODevice::Append);
    m_server.start(command, all);
    const QDeadlineTimer deadline(30'000);
    while (!deadline.hasExpired()) {
        if (m_server.state() == QProcess::NotRunning || m_server.waitForFinished(20)) {
            m_error = u"postgres ended: "_s + QString::fromUtf8(contents(logFile()).right(2'000));
            return false;
        }
        const QList<QByteArray> lines = contents(dataDir() + u"/postmaster.pid"_s).split('\n');
        const QByteArray state = lines.value(7).trimmed();
        if (lines[0].toLongLong() == m_server.processId()
            && (state == "ready" || state == "standby"))
            return true;
    }
    m_error = u"postgres did not get ready"_s;
    stopImmediately();
    return false;
}

bool PgCluster::launchSomewhere()
{
    // Another program may take the port between looking and listening.
    for (int attempt = 0; attempt < 5; ++attempt) {
        m_port = freePort();
        if (launch())
            return true;
    }
    return false;
}

bool PgCluster::startAsStandbyOf(const PgCluster &primary)
{
    if (!giveAway(m_dir.path())
        || !run(binary(u"pg_basebackup"_s),
            {u"-D"_s, dataDir(), u"-R"_s, u"-X"_s, u"stream"_s, u"-c"_s, u"fast"_s, u"-d"_s,
                primary.superConninfo(u"postgres"_s)}))
        return false;
    m_initialised = true;
    return launchSomewhere();
}

bool PgCluster::promote()
{
    return run(binary(u"pg_ctl"_s), {u"promote"_s, u"-w"_s, u"-D"_s, dataDir()});
}

bool PgCluster::start()
{
    if (m_server.state() != QProcess::NotRunning)
        return true;
    if (!m_initialised) {
        if (!initialise() || (!m_certificate.isEmpty() && !takeTlsFiles()))
            return false;
        if (!launchSomewhere())
            return false;
        const Output made = psql(superConninfo(u"postgres"_s),
            u"CREATE ROLE admin LOGIN CREATEROLE CREATEDB PASSWORD '%1';"_s.arg(kAdminPassword));
        m_error = made.err;
        return made.exitCode == 0;
    }
    // A child of the killed server may hold its shared memory for a moment.
    for (int attempt = 0; attempt < 10; ++attempt) {
        if (launch())
            return true;
    }
    return false;
}

QList<pid_t> PgCluster::processes() const
{
    if (m_server.state() == QProcess::NotRunning)
        return {};
    const qint64 pid = m_server.processId();
    QList<pid_t> all{static_cast<pid_t>(pid)};
    const QByteArray children = contents(u"/proc/%1/task/%1/children"_s.arg(pid));
    for (const QByteArray &child : children.split(' ')) {
        if (!child.trimmed().isEmpty())
            all.append(static_cast<pid_t>(child.toLongLong()));
    }
    return all;
}

void PgCluster::signalAll(int signal) const
{
    const QList<pid_t> all = processes();
    for (const pid_t pid : all)
        ::kill(pid, signal);
}

void PgCluster::reap()
{
    if (m_server.state() != QProcess::NotRunning && !m_server.waitForFinished(10'000)) {
        signalAll(SIGKILL);
        m_server.waitForFinished(10'000);
    }
}

void PgCluster::stopImmediately()
{
    if (m_server.state() == QProcess::NotRunning)
        return;
    signalAll(SIGCONT);
    ::kill(static_cast<pid_t>(m_server.processId()), SIGQUIT);
    reap();
}

void PgCluster::kill()
{
    signalAll(SIGKILL);
    reap();
}

void PgCluster::pause()
{
    signalAll(SIGSTOP);
}

void PgCluster::resume()
{
    signalAll(SIGCONT);
}

bool PgCluster::terminateConnections(const QString &database)
{
    const Output done = psql(superConninfo(u"postgres"_s),
        u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%1';"_s.arg(
            database));
    m_error = done.err;
    return done.exitCode == 0;
}

QString PgCluster::createDatabase()
{
    const QString name = u"watchroom_%1"_s.arg(++m_databases);
    const Output made = psql(superConninfo(u"postgres"_s),
        u"CREATE DATABASE %1 OWNER admin STRATEGY file_copy;"_s.arg(name));
    m_error = made.err;
    return made.exitCode == 0 ? name : QString{};
}

QString PgCluster::copyDatabase(const QString &source)
{
    const QString name = u"watchroom_%1"_s.arg(++m_databases);
    const Output made = psql(superConninfo(u"postgres"_s),
        u"CREATE DATABASE %1 OWNER admin TEMPLATE %2 STRATEGY file_copy;"_s.arg(name, source));
    m_error = made.err;
    return made.exitCode == 0 ? name : QString{};
}

QString PgCluster::conninfo(
    const QString &database, const QString &user, const QString &password) const
{
    QString text = u"host=127.0.0.1 port=%1 dbname=%2 user='%3' connect_timeout=5"_s.arg(
        QString::number(m_port), database, user);
    if (!password.isEmpty())
        text += u" password=%1"_s.arg(password);
    return text;
}

QString PgCluster::adminConninfo(const QString &database) const
{
    return conninfo(database, u"admin"_s, kAdminPassword);
}

QString PgCluster::superConninfo(const QString &database) const
{
    return conninfo(database, u"postgres"_s, kSuperPassword);
}

PgCluster::Output PgCluster::psql(const QString &conninfo, const QString &sql) const
{
    QProcess process;
    process.setWorkingDirectory(u"/"_s);
    process.start(u"psql"_s,
        {u"-X"_s, u"-A"_s, u"-t"_s, u"-q"_s, u"-w"_s, u"-v"_s, u"ON_ERROR_STOP=1"_s, u"-v"_s,
            u"VERBOSITY=verbose"_s, u"-d"_s, conninfo, u"-f"_s, u"-"_s});
    process.write(sql.toUtf8());
    process.closeWriteChannel();
    Output output;
    if (process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit)
        output.exitCode = process.exitCode();
    output.out = QString::fromUtf8(process.readAllStandardOutput()).trimmed();
    output.err = QString::fromUtf8(process.readAllStandardError()).trimmed();
    if (output.err.isEmpty() && output.exitCode < 0)
        output.err = process.errorString();
    return output;
}

} // namespace watchroom::fakes
