// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/remote/pgconnection.h"

#include "app/base/log.h"
#include "app/remote/libpq.h"
#include "app/remote/pgerror.h"

#include <QSqlDriver>
#include <QSqlError>
#include <QSqlField>
#include <QSqlQuery>
#include <QUuid>
#include <QVariant>

#include <clocale>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace watchroom::remote {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::Error;
using base::lcRemote;

namespace {

// The server sends at most 20,000 rows a call, an operation is at most 256 KiB and an article 2
// MiB.
constexpr qsizetype kMostRows = 100'000;
constexpr qint64 kMostCharacters = 256 * 1024 * 1024;

/// While it lives, libpq's messages on this thread are English, whatever the operator's language:
/// connectError() reads them.
class EnglishMessages
{
public:
    EnglishMessages()
        : m_english(newlocale(LC_MESSAGES_MASK, "C", duplocale(uselocale(nullptr))))
        , m_before(uselocale(m_english))
    {
    }
    ~EnglishMessages()
    {
        uselocale(m_before);
        freelocale(m_english);
    }
    EnglishMessages(const EnglishMessages &) = delete;
    EnglishMessages &operator=(const EnglishMessages &) = delete;

private:
    locale_t m_english;
    locale_t m_before;
};

Error timedOut()
{
    return Error{Error::Kind::Offline, u"deadline passed"_s, u"timed_out"_s};
}

} // namespace

PgConnection::PgConnection(PgSettings settings, QObject *parent)
    : QObject(parent)
    , m_settings(std::move(settings))
    , m_name(u"watchroom-"_s + QUuid::createUuid().toString(QUuid::Id128))
    , m_alive(this)
{
    m_alive.setInterval(250ms);
    connect(&m_alive, &QTimer::timeout, this, &PgConnection::checkAlive);
}

PgConnection::~PgConnection()
{
    close();
}

base::Result<> PgConnection::open(const QString &channel)
{
    close();
    auto opened = openSocket();
    if (opened)
        opened = setUpSession(channel);
    if (!opened)
        close();
    else
        m_alive.start();
    return opened;
}

base::Result<> PgConnection::openSocket()
{
    const ConnInfo &info = m_settings.info;
    const auto own = [&info](const QString &ours, QLatin1StringView key) {
        return ours.isEmpty() ? info.value(key) : ours;
    };
    m_database = QSqlDatabase::addDatabase(u"QPSQL"_s, m_name);
    if (!m_database.isValid())
        return base::failure(Error::Kind::Internal, u"QPSQL driver missing"_s, u"driver_missing"_s);
    m_database.setDatabaseName(info.value("dbname"_L1));
    m_database.setUserName(own(m_settings.user, "user"_L1));
    m_database.setPassword(own(m_settings.password, "password"_L1));
    m_database.setConnectOptions(info.connectOptions(m_settings.applicationName));
    const QSqlDriver *driver = m_database.driver();
    // connect_timeout bounds the handshake only; QPSQL asks five questions more before open() is
    // done.
    const Watchdog::Watch watch(
        m_watchdog, m_settings.deadline, [driver] { ::shutdown(socketOf(driver), SHUT_RDWR); });
    const EnglishMessages english;
    if (!m_database.open())
        return tl::unexpected(watch.isFired() ? timedOut() : connectError(m_database.lastError()));
    const std::scoped_lock lock(m_waiting);
    m_socket = fcntl(socketOf(driver), F_DUPFD_CLOEXEC, 0);
    if (m_socket < 0) // no call could be ended by its deadline
        return base::failure(Error::Kind::Internal, u"no socket of the driver"_s);
    return {};
}

base::Result<> PgConnection::setUpSession(const QString &channel)
{
    // Below the deadline, so that a slow call ends on the server first, with an answer.
    const auto limit = std::max(m_settings.deadline - 1000ms, m_settings.deadline / 2);
    const auto set = fetch(u"SELECT set_config('TimeZone', 'UTC', false)"
                           " || set_config('statement_timeout', '%1', false)"
                           " || set_config('lock_timeout', '%1', false) || ' '"
                           " || pg_backend_pid()"_s.arg(limit.count()));
    if (!set)
        return tl::unexpected(set.error());
    m_pooled = remote::isPooled(m_database.driver(), set->constFirst().section(u' ', -1).toInt());
    if (m_pooled)
        qCWarning(lcRemote) << "a connection pooler stands between: wake-ups may not come";
    if (channel.isEmpty())
        return {};
    const Watchdog::Watch watch(
        m_watchdog, m_settings.deadline, [fd = m_socket] { ::shutdown(fd, SHUT_RDWR); });
    QSqlDriver *driver = m_database.driver();
    connect(driver, &QSqlDriver::notification, this,
        [this](const QString &, QSqlDriver::NotificationSource source, const QVariant &about) {
            // What this connection itself told the others is no news to it.
            if (source == QSqlDriver::SelfSource)
                return;
            Q_EMIT notified();
            if (!about.toString().isEmpty())
                Q_EMIT hinted(about.toString());
        });
    if (!driver->subscribeToNotification(channel))
        return tl::unexpected(watch.isFired() ? timedOut() : callError(driver->lastError()));
    return {};
}

void PgConnection::close()
{
    m_alive.stop();
    if (m_database.isValid()) {
        m_database.driver()->disconnect(this);
        // A farewell to a dead peer must not block: the socket goes first.
        if (m_socket >= 0)
            ::shutdown(m_socket, SHUT_RDWR);
        m_database.close();
        m_database = {};
        QSqlDatabase::removeDatabase(m_name);
    }
    const std::scoped_lock lock(m_waiting);
    if (m_socket >= 0)
        ::close(m_socket);
    m_socket = -1;
}

/// A call waits for the server as long as this lives.
class PgConnection::Asked
{
public:
    explicit Asked(PgConnection &connection)
        : m_connection(connection)
    {
        const std::scoped_lock lock(m_connection.m_waiting);
        m_connection.m_asked = std::chrono::steady_clock::now();
    }
    ~Asked()
    {
        const std::scoped_lock lock(m_connection.m_waiting);
        m_connection.m_asked.reset();
    }
    Asked(const Asked &) = delete;
    Asked &operator=(const Asked &) = delete;

private:
    PgConnection &m_connection;
};

std::chrono::milliseconds PgConnection::silence() const
{
    const std::scoped_lock lock(m_waiting);
    if (!m_asked)
        return {};
    const auto waited = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now() - *m_asked);
    // A long answer over a slow link is none: its bytes arrive.
    tcp_info info{};
    socklen_t size = sizeof(info);
    if (::getsockopt(m_socket, IPPROTO_TCP, TCP_INFO, &info, &size) != 0)
        return waited;
    return std::min(waited, std::chrono::milliseconds(info.tcpi_last_data_recv));
}

bool PgConnection::isOpen() const
{
    return m_database.isValid() && m_database.isOpen();
}

base::Result<QStringList> PgConnection::fetch(const QString &sql)
{
    if (!isOpen())
        return base::failure(Error::Kind::Offline, u"not connected"_s);
    const Watchdog::Watch watch(
        m_watchdog, m_settings.deadline, [fd = m_socket] { ::shutdown(fd, SHUT_RDWR); });
    const Asked asked(*this);
    QSqlQuery query(m_database);
    query.setForwardOnly(true); // row by row, so that the bound holds before all is in memory
    QStringList rows;
    qint64 characters = 0;
    bool tooLarge = false;
    bool done = query.exec(sql);
    while (done && !tooLarge && query.next()) {
        rows.append(query.value(0).toString());
        characters += rows.constLast().size();
        tooLarge = rows.size() > kMostRows || characters > kMostCharacters;
    }
    if (tooLarge) {
        ::shutdown(m_socket, SHUT_RDWR); // else the rest would be read to its end
        return base::failure(Error::Kind::Corrupt, u"answer too large"_s);
    }
    // An error may follow the rows: the commit itself comes last.
    done = done && query.lastError().type() == QSqlError::NoError;
    if (done)
        return rows;
    if (watch.isFired())
        return tl::unexpected(timedOut());
    if (!isOpen())
        return base::failure(Error::Kind::Offline, u"connection lost"_s);
    return tl::unexpected(callError(query.lastError()));
}

QString PgConnection::literal(const QString &value) const
{
    if (value.isNull())
        return u"NULL"_s;
    QSqlField field(QString(), QMetaType::fromType<QString>());
    field.setValue(value);
    return m_database.isValid() ? m_database.driver()->formatValue(field) : u"NULL"_s;
}

void PgConnection::checkAlive()
{
    if (isOpen())
        return;
    qCInfo(lcRemote) << "connection lost";
    close();
    Q_EMIT lost();
}

} // namespace watchroom::remote
