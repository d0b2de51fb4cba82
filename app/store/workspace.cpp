// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/workspace.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

namespace watchroom::store {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

constexpr auto kOwnerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
constexpr qint64 kLeastRoom = 64 * 1024; // a lock file and the replica's shared memory

/// The folder, or the nearest one above it that exists.
QString existingFolder(QString path)
{
    while (!QFileInfo::exists(path) && path != QFileInfo(path).path())
        path = QFileInfo(path).path();
    return path;
}

/// What could not be written: because nobody may, or because there is no room.
tl::unexpected<Error> unwritable(const QString &dir, const QString &detail)
{
    const QString folder = existingFolder(dir);
    const QJsonObject where{{u"folder"_s, dir}};
    if (QFileInfo(folder).isWritable() && QStorageInfo(folder).bytesAvailable() < kLeastRoom)
        return base::failure(Error::Kind::Internal, detail, u"disk_full"_s, where);
    return base::failure(Error::Kind::Denied, detail, u"read_only"_s, where);
}

} // namespace

Workspace::Workspace(const QString &dir)
    : m_dir(QDir(dir).absolutePath())
    , m_lock(m_dir + u"/workspace.lock"_s)
{
}

base::Result<std::unique_ptr<Workspace>> Workspace::hold(const QString &dir)
{
    std::unique_ptr<Workspace> workspace(new Workspace(dir));
    const bool existed = QFileInfo::exists(workspace->m_dir);
    if (!existed && !QDir().mkpath(workspace->m_dir))
        return unwritable(workspace->m_dir, u"the folder cannot be made"_s);
    if (!existed)
        QFile::setPermissions(workspace->m_dir, kOwnerOnly);
    switch (workspace->m_lock.take()) {
    case WorkspaceLock::Answer::Held:
        if (workspace->isWritable())
            return workspace;
        return unwritable(workspace->m_dir, u"the replica is read-only"_s);
    case WorkspaceLock::Answer::Unwritable:
        return unwritable(workspace->m_dir, u"the folder cannot be written"_s);
    case WorkspaceLock::Answer::Taken:
        break;
    }
    const auto [pid, program] = workspace->m_lock.holder();
    return base::failure(Error::Kind::Denied, u"held by process %1"_s.arg(pid),
        u"workspace_in_use"_s, {{u"pid"_s, pid}, {u"program"_s, program}});
}

base::Result<std::unique_ptr<Workspace>> Workspace::look(const QString &dir)
{
    std::unique_ptr<Workspace> workspace(new Workspace(dir));
    if (!QFileInfo::exists(workspace->replicaPath()))
        return base::failure(Error::Kind::NotFound, u"no replica there"_s, u"no_workspace"_s);
    return workspace;
}

QString Workspace::replicaPath() const
{
    return m_dir + u"/replica.sqlite"_s;
}

QString Workspace::logPath() const
{
    return m_dir + u"/outbox.log"_s;
}

bool Workspace::isWritable() const
{
    const QFileInfo replica(replicaPath());
    return QFileInfo(m_dir).isWritable() && (!replica.exists() || replica.isWritable());
}

bool Workspace::wasCutShort() const
{
    // The last connection to close takes the write-ahead log with it.
    return QFileInfo(replicaPath() + u"-wal"_s).size() > 0 || QFileInfo::exists(suspicionPath());
}

void Workspace::suspect() const
{
    QFile file(suspicionPath());
    // Where it cannot be made, the next start meets the damage as this one did.
    static_cast<void>(file.open(QIODevice::WriteOnly));
}

void Workspace::trust() const
{
    QFile::remove(suspicionPath());
}

QString Workspace::suspicionPath() const
{
    return m_dir + u"/replica.check"_s;
}

base::Result<QString> Workspace::setAside(const QString &what, const QString &stamp) const
{
    const QString aside = u"%1/replica-%2-%3.sqlite"_s.arg(m_dir, what, stamp);
    for (const QString &ending : {u"-wal"_s, u"-shm"_s, QString()}) {
        const QString from = replicaPath() + ending;
        if (QFileInfo::exists(from) && !QFile::rename(from, aside + ending))
            return base::failure(Error::Kind::Denied, u"cannot rename "_s + from, u"read_only"_s);
    }
    return aside;
}

} // namespace watchroom::store
