// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/store/workspacelock.h"

#include <QString>

#include <memory>

namespace watchroom::store {

/// A workspace folder (0700) and the lock that one program holds on it.
class Workspace
{
public:
    /// Makes the folder where it is missing. Denied with code `workspace_in_use` (params {pid,
    /// program}), `read_only` or, where only the space is missing, Internal `disk_full`.
    [[nodiscard]] static base::Result<std::unique_ptr<Workspace>> hold(const QString &dir);
    /// Without a lock, for reading what another program holds. NotFound `no_workspace` where there
    /// is none.
    [[nodiscard]] static base::Result<std::unique_ptr<Workspace>> look(const QString &dir);

    [[nodiscard]] QString dir() const { return m_dir; }
    [[nodiscard]] QString replicaPath() const;
    [[nodiscard]] QString logPath() const;
    [[nodiscard]] bool isWritable() const;
    /// The last program did not close the replica: it crashed, or power failed; or it met damage.
    [[nodiscard]] bool wasCutShort() const;
    /// Notes that damage was met, so that the next start reads the whole file.
    void suspect() const;
    void trust() const;
    /// Renames replica.sqlite and its companions to replica-`what`-`stamp`.sqlite; returns the new
    /// path.
    [[nodiscard]] base::Result<QString> setAside(const QString &what, const QString &stamp) const;

private:
    explicit Workspace(const QString &dir);
    [[nodiscard]] QString suspicionPath() const;

    QString m_dir;
    WorkspaceLock m_lock;
};

} // namespace watchroom::store
