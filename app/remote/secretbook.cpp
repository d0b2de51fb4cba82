// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/remote/secretbook.h"

#include "app/base/log.h"
#include "app/remote/answers.h"
#include "app/remote/teamsecrets.h"

namespace watchroom::remote {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

constexpr qsizetype kLargest = 8192;
constexpr qsizetype kBlock = 64; ///< masked values are as long as the next multiple: it tells less

/// Unlike all other work this is not kept here and sent later.
Error judged(Error error)
{
    if (error.kind == Error::Kind::Offline)
        error.code = u"secrets_offline"_s;
    return error;
}

} // namespace

SecretBook::SecretBook(const ConnInfo &server, const QString &login, const QString &password)
    : m_connection({.info = server, .user = login, .password = password})
{
}

base::Result<> SecretBook::open()
{
    const auto opened = m_connection.open();
    return opened ? opened : tl::unexpected(judged(opened.error()));
}

base::Result<QString> SecretBook::ask(const QString &sql)
{
    auto rows = m_connection.fetch(sql);
    if (!rows)
        return tl::unexpected(judged(rows.error()));
    return rows->isEmpty() ? QString() : std::move(rows->first());
}

QString SecretBook::array(const QStringList &values) const
{
    QStringList quoted;
    for (const QString &value : values)
        quoted.append(m_connection.literal(value));
    return u"ARRAY["_s + quoted.join(u',') + u"]::text[]"_s;
}

base::Result<QList<SecretInfo>> SecretBook::list()
{
    const auto said = ask(u"SELECT sync.list_secrets()"_s);
    if (!said)
        return tl::unexpected(said.error());
    return readSecretInfos(*said);
}

base::Result<QString> SecretBook::masked(const QString &value)
{
    QByteArray bytes = value.toUtf8();
    if (bytes.size() > kLargest)
        return base::failure(Error::Kind::Invalid, u"%1 bytes"_s.arg(bytes.size()),
            u"secret_too_large"_s, {{u"bytes"_s, kLargest}});
    bytes.append(
        (bytes.isEmpty() || bytes.size() % kBlock) ? kBlock - bytes.size() % kBlock : 0, '\0');
    auto said = ask(u"SELECT sync.secret_pad(%1)"_s.arg(bytes.size()));
    if (!said)
        return said;
    QByteArray pad = QByteArray::fromHex(said->toLatin1());
    wipe(*said);
    if (pad.size() != bytes.size())
        return base::failure(Error::Kind::Corrupt, u"answer of the server: secret_pad"_s);
    for (qsizetype i = 0; i < bytes.size(); ++i)
        bytes[i] = char(bytes[i] ^ pad[i]);
    wipe(pad);
    return QString::fromLatin1(bytes.toHex());
}

base::Result<> SecretBook::set(const SecretDraft &draft)
{
    const auto value = masked(draft.value);
    if (!value)
        return tl::unexpected(value.error());
    const auto orNull = [this](const QString &text) {
        return m_connection.literal(text.isEmpty() ? QString() : text);
    };
    const QString kinds = draft.receivers ? array(draft.receivers->kinds) : u"NULL"_s;
    const QString stations = draft.receivers ? array(draft.receivers->stations) : u"NULL"_s;
    return tellStations(ask(u"SELECT sync.set_secret("_s + m_connection.literal(draft.name)
        + u", "_s + orNull(draft.kind) + u", "_s + m_connection.literal(*value) + u", "_s + kinds
        + u", "_s + stations + u')'));
}

base::Result<> SecretBook::remove(const QString &name)
{
    return tellStations(ask(u"SELECT sync.remove_secret("_s + m_connection.literal(name) + u')'));
}

base::Result<> SecretBook::tellStations(const base::Result<QString> &done)
{
    if (!done)
        return tl::unexpected(done.error());
    // They look again with their next beat; this makes it soon.
    if (const auto told = ask(u"SELECT pg_notify('watchroom', 'secrets')"_s); !told)
        qCInfo(base::lcRemote) << "hint not sent:" << told.error().detail;
    return {};
}

} // namespace watchroom::remote
