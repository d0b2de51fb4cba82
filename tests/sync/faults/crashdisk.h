// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTemporaryDir>

namespace watchroom::test {

/// A small disk (ext4 on a loop device) whose power can be cut: what was not flushed is gone, file
/// system journal included, and the next mount recovers what there is, as a real machine would.
/// Needs root and loop devices. (dm-flakey would do the same, where the kernel has it.)
class CrashDisk
{
public:
    CrashDisk() = default;
    ~CrashDisk();
    CrashDisk(const CrashDisk &) = delete;
    CrashDisk &operator=(const CrashDisk &) = delete;

    /// Empty: it is mounted. Else why not.
    [[nodiscard]] QString make(int megabytes);
    [[nodiscard]] QString folder() const;
    /// From this moment every read and write fails, until restore().
    [[nodiscard]] bool cutPower() const;
    /// Nobody may have a file of it open any more.
    [[nodiscard]] bool restore() const;
    [[nodiscard]] bool setReadOnly(bool readOnly) const;

private:
    QTemporaryDir m_dir;
};

} // namespace watchroom::test
