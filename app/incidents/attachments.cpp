// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/incidents/attachments.h"

#include "app/domain/limits.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace watchroom::incidents {

using namespace Qt::StringLiterals;
using base::Error;

Attachments::Attachments(const QString &workspaceDir, QObject *parent)
    : QObject(parent)
    , m_folder(workspaceDir)
    , m_thread(u"attachments"_s)
{
}

Attachments::~Attachments() = default;

Attachments::Kept Attachments::keep(const store::BlobFolder &folder, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return base::failure(Error::Kind::Invalid, file.errorString(), u"file_unreadable"_s,
            {{u"file"_s, QDir::toNativeSeparators(path)}});
    // One byte too many is refused; a device without an end is not read to it.
    return folder.add(file.read(domain::limits::kBlobBytes + 1), QFileInfo(path).fileName());
}

QFuture<Attachments::Kept> Attachments::add(const QString &path)
{
    return m_thread.run([folder = m_folder, path] { return keep(folder, path); });
}

QFuture<Attachments::Kept> Attachments::add(const QByteArray &bytes, const QString &name)
{
    return m_thread.run([folder = m_folder, bytes, name] { return folder.add(bytes, name); });
}

QString Attachments::path(const domain::Attachment &attachment) const
{
    return m_folder.path(attachment.hash);
}

} // namespace watchroom::incidents
