// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/remote/libpq.h"

#include <QByteArrayView>
#include <QLibrary>
#include <QSqlDriver>
#include <QVariant>

namespace watchroom::remote {

using namespace Qt::StringLiterals;

namespace {

using Ask = int (*)(const void *);

int ask(Ask question, const QSqlDriver *driver)
{
    const QVariant handle = driver->handle();
    // PGconn is libpq's name for the struct; Qt 6 reports the struct's own.
    const QByteArrayView type(handle.typeName());
    if (!question || (type != "PGconn*" && type != "pg_conn*"))
        return -1;
    const void *connection = *static_cast<void *const *>(handle.data());
    return connection ? question(connection) : -1;
}

} // namespace

int socketOf(const QSqlDriver *driver)
{
    static const auto pqSocket = reinterpret_cast<Ask>(QLibrary(u"pq"_s, 5).resolve("PQsocket"));
    return ask(pqSocket, driver);
}

bool isPooled(const QSqlDriver *driver, int pid)
{
    static const auto pqBackend =
        reinterpret_cast<Ask>(QLibrary(u"pq"_s, 5).resolve("PQbackendPID"));
    const int given = ask(pqBackend, driver);
    return given != -1 && given != pid; // what is made up may be below zero
}

} // namespace watchroom::remote
