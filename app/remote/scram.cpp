// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/remote/scram.h"

#include "app/base/random.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QPasswordDigestor>

namespace watchroom::remote {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRounds = 4096; // PostgreSQL's SCRAM_DEFAULT_ITERATIONS
constexpr auto kHash = QCryptographicHash::Sha256;

/// SASLprep (RFC 4013) as libpq does it when signing in, for what people type: other spaces become
/// a space, soft hyphens and joiners go, then normal form KC of Unicode 3.2.
QByteArray prepared(const QString &password)
{
    QString mapped;
    for (const QChar c : password) {
        if (c.category() == QChar::Separator_Space)
            mapped += u' ';
        else if (c != QChar(0x00AD) && c != QChar(0x034F)
            && !(c >= QChar(0x180B) && c <= QChar(0x180D))
            && !(c >= QChar(0x200B) && c <= QChar(0x200D)) && c != QChar(0x2060)
            && !(c >= QChar(0xFE00) && c <= QChar(0xFE0F)) && c != QChar(0xFEFF))
            mapped += c;
    }
    return mapped.normalized(QString::NormalizationForm_KC, QChar::Unicode_3_2).toUtf8();
}

} // namespace

QString scramVerifier(const QString &password, const QByteArray &salt)
{
    const QByteArray salted =
        QPasswordDigestor::deriveKeyPbkdf2(kHash, prepared(password), salt, kRounds, 32);
    const QByteArray client = QMessageAuthenticationCode::hash("Client Key", salted, kHash);
    const QByteArray server = QMessageAuthenticationCode::hash("Server Key", salted, kHash);
    return u"SCRAM-SHA-256$%1:%2$%3:%4"_s.arg(QString::number(kRounds),
        QString::fromLatin1(salt.toBase64()),
        QString::fromLatin1(QCryptographicHash::hash(client, kHash).toBase64()),
        QString::fromLatin1(server.toBase64()));
}

QString scramVerifier(const QString &password)
{
    return scramVerifier(password, base::randomBytes(16));
}

QString randomPassword()
{
    return QString::fromLatin1(base::randomBytes(24).toBase64(QByteArray::Base64UrlEncoding));
}

} // namespace watchroom::remote
