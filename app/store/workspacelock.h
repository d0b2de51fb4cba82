// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace watchroom::store {

/// A lock on a file that the kernel gives back when its program ends, however it ends: nothing has
/// to be judged by a process number, which may be another program's by then. The file names the
/// holder, for people. flock(2); over NFS a lock of the whole file, among all machines.
class WorkspaceLock
{
public:
    enum class Answer
    {
        Held,
        Taken, ///< another program has it: see holder()
        Unwritable, ///< the file cannot be made or written
    };
    struct Holder
    {
        qint64 pid = 0; ///< 0: not told
        QString program;
    };

    explicit WorkspaceLock(const QString &path);
    ~WorkspaceLock();
    WorkspaceLock(const WorkspaceLock &) = delete;
    WorkspaceLock &operator=(const WorkspaceLock &) = delete;

    [[nodiscard]] Answer take();
    [[nodiscard]] Holder holder() const;

private:
    [[nodiscard]] bool writeHolder() const;

    QString m_path;
    int m_file = -1; ///< open while it is held
};

} // namespace watchroom::store
