// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/remote/personsession.h"

#include "app/remote/pgconnection.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace watchroom::remote {

using namespace Qt::StringLiterals;
using base::Error;

base::Result<PersonSession> openPersonSession(
    const ConnInfo &server, const QString &login, const QString &password, const QString &station)
{
    // Without one libpq would try the station's own password file.
    if (login.isEmpty() || password.isEmpty())
        return base::failure(Error::Kind::Denied, u"no password"_s, u"password_wrong"_s);
    PgConnection connection({.info = server, .user = login, .password = password});
    if (const auto opened = connection.open(); !opened)
        return tl::unexpected(opened.error());
    const auto answer =
        connection.fetch(u"SELECT sync.open_session("_s + connection.literal(station) + u')');
    if (!answer)
        return tl::unexpected(answer.error());
    const QJsonObject said = answer->isEmpty()
        ? QJsonObject()
        : QJsonDocument::fromJson(answer->constFirst().toUtf8()).object();
    PersonSession session{.id = QUuid::fromString(said["session"_L1].toString()),
        .key = QByteArray::fromHex(said["key"_L1].toString().toLatin1())};
    if (session.id.isNull() || session.key.size() != 32)
        return base::failure(Error::Kind::Corrupt, u"answer of open_session"_s);
    return session;
}

} // namespace watchroom::remote
