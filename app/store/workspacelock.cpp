// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/workspacelock.h"

#include <QCoreApplication>
#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace watchroom::store {

namespace {
constexpr qint64 kMostBytes = 4096;
}

WorkspaceLock::WorkspaceLock(const QString &path)
    : m_path(path)
{
}

WorkspaceLock::~WorkspaceLock()
{
    // The file stays: one that is removed and made again could be locked twice.
    if (m_file >= 0)
        ::close(m_file);
}

WorkspaceLock::Answer WorkspaceLock::take()
{
    const int file =
        ::open(QFile::encodeName(m_path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0)
        return Answer::Unwritable;
    if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
        const bool taken = errno == EWOULDBLOCK;
        ::close(file);
        return taken ? Answer::Taken : Answer::Unwritable;
    }
    m_file = file;
    return writeHolder() ? Answer::Held : Answer::Unwritable;
}

bool WorkspaceLock::writeHolder() const
{
    const QByteArray text = QByteArray::number(QCoreApplication::applicationPid()) + '\n'
        + QCoreApplication::applicationName().toUtf8() + '\n';
    return ::pwrite(m_file, text.constData(), std::size_t(text.size()), 0) == text.size()
        && ::ftruncate(m_file, text.size()) == 0;
}

WorkspaceLock::Holder WorkspaceLock::holder() const
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QList<QByteArray> lines = file.read(kMostBytes).split('\n');
    return {lines.value(0).toLongLong(), QString::fromUtf8(lines.value(1))};
}

} // namespace watchroom::store
