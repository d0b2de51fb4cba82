// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/faults/crashdisk.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStringList>

#include <cstdint>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace watchroom::test {

using namespace Qt::StringLiterals;

namespace {

// ext4's and xfs's own (xfstests' godown): neither data nor the journal is written any more.
constexpr unsigned long kShutdown = _IOR('X', 125, std::uint32_t);
constexpr std::uint32_t kWithoutFlushing = 2;

QString run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (process.waitForFinished(30'000) && process.exitCode() == 0)
        return {};
    return program + u": "_s
        + QString::fromUtf8(process.readAll()).trimmed().replace(u'\n', u' ')
        + (process.error() == QProcess::FailedToStart ? process.errorString() : QString());
}

} // namespace

CrashDisk::~CrashDisk()
{
    (void)run(u"umount"_s, {folder()});
}

QString CrashDisk::folder() const
{
    return m_dir.filePath(u"disk"_s);
}

QString CrashDisk::make(int megabytes)
{
    if (::getuid() != 0)
        return u"not root"_s;
    QFile image(m_dir.filePath(u"image"_s));
    if (!image.open(QIODevice::WriteOnly) || !image.resize(qint64(megabytes) << 20)
        || !QDir().mkpath(folder()))
        return image.errorString();
    image.close();
    if (const QString trouble = run(u"mkfs.ext4"_s, {u"-q"_s, u"-F"_s, image.fileName()});
        !trouble.isEmpty())
        return trouble;
    if (const QString trouble =
            run(u"mount"_s, {u"-o"_s, u"loop,commit=300"_s, image.fileName(), folder()});
        !trouble.isEmpty())
        return trouble;
    // Whether this kernel's file system can be cut at all is known only by doing it.
    return cutPower() && restore() ? QString() : u"the file system cannot be shut down"_s;
}

bool CrashDisk::cutPower() const
{
    const int fd = ::open(QFile::encodeName(folder()).constData(), O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return false;
    std::uint32_t how = kWithoutFlushing;
    const bool cut = ::ioctl(fd, kShutdown, &how) == 0;
    ::close(fd);
    return cut;
}

bool CrashDisk::restore() const
{
    return run(u"umount"_s, {folder()}).isEmpty()
        && run(u"mount"_s, {u"-o"_s, u"loop,commit=300"_s, m_dir.filePath(u"image"_s), folder()})
               .isEmpty();
}

bool CrashDisk::setReadOnly(bool readOnly) const
{
    return run(u"mount"_s,
        {u"-o"_s, readOnly ? u"remount,ro"_s : u"remount,rw"_s, folder()})
        .isEmpty();
}

} // namespace watchroom::test
