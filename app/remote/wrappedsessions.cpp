// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/remote/wrappedsessions.h"

#include "app/base/ids.h"
#include "app/base/log.h"
#include "app/base/random.h"
#include "app/base/wholefile.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>
#include <QPasswordDigestor>
#include <QSaveFile>

namespace watchroom::remote {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

constexpr int kRounds = 600'000; // OWASP's figure for PBKDF2-HMAC-SHA-256, 2023
constexpr qsizetype kKeyBytes = 32;
constexpr qint64 kMaxFile = 256 * 1024;

struct Derived
{
    QByteArray pad; ///< used once: every keep() has a salt of its own
    QByteArray checkKey;
};

Derived derive(const QString &password, const QByteArray &salt)
{
    // One block: a second one would cost us as much again, and whoever guesses nothing.
    const QByteArray root = QPasswordDigestor::deriveKeyPbkdf2(
        QCryptographicHash::Sha256, password.toUtf8(), salt, kRounds, kKeyBytes);
    const auto part = [&root](const QByteArray &purpose) {
        return QMessageAuthenticationCode::hash(purpose, root, QCryptographicHash::Sha256);
    };
    return {part("pad"), part("check")};
}

QByteArray xored(QByteArray bytes, const QByteArray &pad)
{
    for (qsizetype i = 0; i < bytes.size() && i < pad.size(); ++i)
        bytes[i] = static_cast<char>(bytes.at(i) ^ pad.at(i));
    return bytes;
}

QByteArray checkOf(
    const Derived &derived, const QString &login, const QString &session, const QByteArray &wrapped)
{
    return QMessageAuthenticationCode::hash(
        login.toUtf8() + '\n' + session.toLatin1() + '\n' + wrapped, derived.checkKey,
        QCryptographicHash::Sha256);
}

QByteArray bytesOf(const QJsonObject &kept, QLatin1StringView member)
{
    return QByteArray::fromHex(kept.value(member).toString().toLatin1());
}

} // namespace

WrappedSessions::WrappedSessions(const QString &workspaceDir)
    : m_path(workspaceDir + u"/sessions.json"_s)
{
}

QJsonObject WrappedSessions::read() const
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > kMaxFile)
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

void WrappedSessions::write(const QJsonObject &all) const
{
    QSaveFile file(m_path);
    const bool written = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file.write(QJsonDocument(all).toJson(QJsonDocument::Compact)) > 0
        && base::commitWhole(file);
    if (!written)
        qCWarning(base::lcRemote) << "sessions.json cannot be written:" << file.errorString();
}

void WrappedSessions::keep(
    const QString &login, const QString &password, const PersonSession &session)
{
    const QByteArray salt = base::randomBytes(kKeyBytes);
    const Derived derived = derive(password, salt);
    const QByteArray wrapped = xored(session.key, derived.pad);
    const QString id = base::toText(session.id);
    QJsonObject all = read();
    all.insert(login,
        QJsonObject{{u"session"_s, id}, {u"salt"_s, QString::fromLatin1(salt.toHex())},
            {u"key"_s, QString::fromLatin1(wrapped.toHex())},
            {u"check"_s, QString::fromLatin1(checkOf(derived, login, id, wrapped).toHex())}});
    write(all);
}

base::Result<PersonSession> WrappedSessions::open(
    const QString &login, const QString &password) const
{
    const QJsonObject kept = read().value(login).toObject();
    const QString id = kept.value("session"_L1).toString();
    const QByteArray wrapped = bytesOf(kept, "key"_L1);
    if (wrapped.size() != kKeyBytes || QUuid::fromString(id).isNull())
        return base::failure(Error::Kind::NotFound, u"no session of "_s + login,
            u"offline_unknown"_s, {{u"person"_s, login}});
    const Derived derived = derive(password, bytesOf(kept, "salt"_L1));
    if (checkOf(derived, login, id, wrapped) != bytesOf(kept, "check"_L1))
        return base::failure(Error::Kind::Denied, u"check value"_s, u"password_wrong"_s);
    return PersonSession{.id = QUuid::fromString(id), .key = xored(wrapped, derived.pad)};
}

void WrappedSessions::forget(const QString &login)
{
    QJsonObject all = read();
    if (all.contains(login)) {
        all.remove(login);
        write(all);
    }
}

} // namespace watchroom::remote
