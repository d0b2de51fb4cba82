// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/remote/adminconnection.h"

#include "app/remote/libpq.h"
#include "app/remote/pgerror.h"

#include <QSqlDriver>
#include <QSqlError>
#include <QSqlField>
#include <QSqlQuery>
#include <QUuid>
#include <QVariant>

namespace watchroom::remote {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

Error adminError(const QSqlError &error)
{
    const QString state = error.nativeErrorCode();
    if (state == "P0001"_L1)
        return callError(error);
    if (state == "42501"_L1)
        return Error{Error::Kind::Denied, error.databaseText(), u"no_privilege"_s};
    Error said = callError(error);
    said.detail = state + u' ' + error.databaseText();
    return said;
}

} // namespace

AdminConnection::AdminConnection()
    : m_name(u"watchroom-admin-"_s + QUuid::createUuid().toString(QUuid::Id128))
{
}

AdminConnection::~AdminConnection()
{
    if (!m_database.isValid())
        return;
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_name);
}

base::Result<> AdminConnection::open(const ConnInfo &server)
{
    m_database = QSqlDatabase::addDatabase(u"QPSQL"_s, m_name);
    if (!m_database.isValid())
        return base::failure(Error::Kind::Internal, u"QPSQL driver missing"_s, u"driver_missing"_s);
    m_database.setDatabaseName(server.value("dbname"_L1));
    m_database.setUserName(server.value("user"_L1));
    m_database.setPassword(server.value("password"_L1));
    m_database.setConnectOptions(server.connectOptions(u"watchroomctl server"_s));
    if (!m_database.open())
        return tl::unexpected(connectError(m_database.lastError()));
    const auto set = run(u"SET client_min_messages = warning; SET TimeZone = 'UTC';"
                         " SET lock_timeout = '60s'; SET search_path = pg_catalog, pg_temp"_s);
    return set ? base::Result<>{} : tl::unexpected(set.error());
}

base::Result<QStringList> AdminConnection::run(const QString &sql)
{
    // Not forward only: that would hide what goes wrong after the first statement.
    QSqlQuery query(m_database);
    if (!query.exec(sql))
        return tl::unexpected(adminError(query.lastError()));
    QStringList rows;
    while (query.next())
        rows.append(query.value(0).toString());
    return rows;
}

base::Result<QString> AdminConnection::value(const QString &sql)
{
    const auto rows = run(sql);
    if (!rows)
        return tl::unexpected(rows.error());
    return rows->isEmpty() ? QString() : rows->constFirst();
}

base::Result<> AdminConnection::transaction(const std::function<base::Result<>()> &work)
{
    if (const auto begun = run(u"BEGIN"_s); !begun)
        return tl::unexpected(begun.error());
    base::Result<> done = work();
    if (done) {
        if (const auto committed = run(u"COMMIT"_s); !committed)
            done = tl::unexpected(committed.error());
    }
    if (!done) {
        // The first error is the one to tell; a connection that is gone has rolled back by itself.
        const auto undone = run(u"ROLLBACK"_s);
        Q_UNUSED(undone)
    }
    return done;
}

base::Result<bool> AdminConnection::isPooled()
{
    const auto backend = value(u"SELECT pg_backend_pid()"_s);
    if (!backend)
        return tl::unexpected(backend.error());
    return remote::isPooled(m_database.driver(), backend->toInt());
}

QString AdminConnection::literal(const QString &value) const
{
    if (value.isNull())
        return u"NULL"_s;
    QSqlField field(QString(), QMetaType::fromType<QString>());
    field.setValue(value);
    return m_database.driver()->formatValue(field);
}

QString AdminConnection::identifier(QString name)
{
    name.replace(u'"', u"\"\""_s);
    return u'"' + name + u'"';
}

} // namespace watchroom::remote
