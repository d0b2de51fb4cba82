// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/blobfolder.h"

#include "app/base/wholefile.h"
#include "app/domain/limits.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <fcntl.h>
#include <unistd.h>

namespace watchroom::store {

using namespace Qt::StringLiterals;
using base::Error;
namespace limits = domain::limits;

namespace {

constexpr auto kPart = ".part"_L1;
constexpr auto kOut = ".out"_L1;

tl::unexpected<Error> cannotWrite(const QFileDevice &file)
{
    return tl::unexpected(base::writeFailure(file));
}

/// A new name outlives a power cut only when its folder is on the disk.
void syncFolder(const QString &dir)
{
    const int fd = ::open(QFile::encodeName(dir).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0) {
        ::fsync(fd);
        ::close(fd);
    }
}

base::Result<> write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()
        || !base::commitWhole(file))
        return cannotWrite(file);
    return {};
}

QString typeOf(const QByteArray &bytes)
{
    if (bytes.startsWith("\x89PNG\r\n\x1a\n"))
        return u"image/png"_s;
    if (bytes.startsWith("\xff\xd8\xff"))
        return u"image/jpeg"_s;
    return bytes.startsWith("%PDF-") ? u"application/pdf"_s : QString();
}

QString hashOf(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

} // namespace

BlobFolder::BlobFolder(const QString &workspaceDir)
    : m_dir(workspaceDir + "/blobs"_L1)
{
}

domain::Attachment BlobFolder::describe(const QByteArray &bytes, const QString &name)
{
    return {.hash = hashOf(bytes),
        .name = name.left(limits::kBlobNameCharacters),
        .size = bytes.size(),
        .type = typeOf(bytes)};
}

base::Result<domain::Attachment> BlobFolder::add(const QByteArray &bytes, const QString &name) const
{
    const domain::Attachment made = describe(bytes, name);
    if (!domain::areAttachments(QJsonArray{domain::toJson(made)}))
        return base::failure(
            Error::Kind::Invalid, u"not to be attached"_s, u"attachment_refused"_s);
    return keep(made, bytes);
}

base::Result<domain::Attachment> BlobFolder::addText(const QByteArray &text) const
{
    if (text.isEmpty() || text.size() > limits::kArticleBytes)
        return base::failure(Error::Kind::Invalid, u"article text"_s, u"article_too_large"_s);
    return keep(domain::Attachment{.hash = hashOf(text),
                    .name = u"article.md"_s,
                    .size = text.size(),
                    .type = u"text/markdown"_s},
        text);
}

base::Result<domain::Attachment> BlobFolder::keep(
    const domain::Attachment &made, const QByteArray &bytes) const
{
    if (has(made.hash))
        return made;
    QDir().mkpath(m_dir);
    QFile::setPermissions(m_dir, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    // The mark first: a file without it would never be sent.
    if (const auto marked = write(path(made.hash) + kOut, {}); !marked)
        return tl::unexpected(marked.error());
    if (const auto kept = write(path(made.hash), bytes); !kept)
        return tl::unexpected(kept.error());
    syncFolder(m_dir);
    return made;
}

bool BlobFolder::has(const QString &hash) const
{
    return domain::isHash(hash) && QFileInfo::exists(path(hash));
}

QString BlobFolder::path(const QString &hash) const
{
    return m_dir + u'/' + hash;
}

QStringList BlobFolder::outgoing() const
{
    QStringList hashes;
    const QStringList marks =
        QDir(m_dir).entryList({u'*' + kOut}, QDir::Files, QDir::Time | QDir::Reversed);
    for (const QString &mark : marks) {
        const QString hash = mark.chopped(kOut.size());
        if (has(hash))
            hashes.append(hash);
    }
    return hashes;
}

qint64 BlobFolder::size(const QString &hash) const
{
    return QFileInfo(path(hash)).size();
}

base::Result<QByteArray> BlobFolder::piece(const QString &hash, int n) const
{
    QFile file(path(hash));
    if (!file.open(QIODevice::ReadOnly) || !file.seek(n * limits::kBlobPiece))
        return base::failure(Error::Kind::Corrupt, file.errorString(), u"blob_damaged"_s);
    return file.read(limits::kBlobPiece);
}

base::Result<> BlobFolder::sent(const QString &hash) const
{
    QFile mark(path(hash) + kOut);
    return mark.remove() || !mark.exists() ? base::Result<>{} : cannotWrite(mark);
}

base::Result<> BlobFolder::offerAll() const
{
    const QStringList names = QDir(m_dir).entryList(QDir::Files);
    for (const QString &name : names) {
        if (!domain::isHash(name))
            continue;
        if (const auto marked = write(path(name) + kOut, {}); !marked)
            return marked;
    }
    return {};
}

int BlobFolder::nextPiece(const QString &hash) const
{
    return static_cast<int>(QFileInfo(path(hash) + kPart).size() / limits::kBlobPiece);
}

base::Result<bool> BlobFolder::append(
    const domain::Attachment &attachment, const QByteArray &piece) const
{
    QDir().mkpath(m_dir);
    const qint64 at = nextPiece(attachment.hash) * limits::kBlobPiece;
    const bool last = at + piece.size() >= attachment.size;
    QFile part(path(attachment.hash) + kPart);
    const auto damaged = [&part] {
        part.remove();
        return base::failure(Error::Kind::Corrupt, u"attachment"_s, u"blob_damaged"_s);
    };
    if (piece.size() != qMin(limits::kBlobPiece, attachment.size - at))
        return damaged();
    // What a cut left of a piece is written over.
    if (!part.open(QIODevice::ReadWrite) || !part.resize(at) || !part.seek(at)
        || part.write(piece) != piece.size() || !part.flush())
        return cannotWrite(part);
    if (!last)
        return false;
    part.seek(0);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!hash.addData(&part) || QString::fromLatin1(hash.result().toHex()) != attachment.hash)
        return damaged();
    if (::fsync(part.handle()) != 0 || !part.rename(path(attachment.hash)))
        return cannotWrite(part);
    return true;
}

} // namespace watchroom::store
