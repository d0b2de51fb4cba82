// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QFuture>
#include <QObject>
#include <QString>

#include <chrono>
#include <optional>

namespace watchroom::remote {

/// The station's own password: in the desktop's keychain, or, where none answers in time, in a file
/// of mode 0600 in the workspace folder. No person's password ever comes here. Lives on a thread
/// with an event loop; nothing blocks.
class CredentialStore : public QObject
{
    Q_OBJECT

public:
    /// `limit`: how long the keychain may take; one that asks in a window may never answer.
    explicit CredentialStore(const QString &workspaceDir,
        std::chrono::milliseconds limit = std::chrono::seconds(3), QObject *parent = nullptr);

    /// Nothing when none was stored. Error::Denied when the file may not be read.
    [[nodiscard]] QFuture<base::Result<std::optional<QString>>> read(const QString &key);
    /// Says where it went: true in the keychain, false in the file.
    [[nodiscard]] QFuture<base::Result<bool>> write(const QString &key, const QString &secret);

private:
    [[nodiscard]] QString fileOf(const QString &key) const;

    QString m_dir;
    std::chrono::milliseconds m_limit;
};

} // namespace watchroom::remote
