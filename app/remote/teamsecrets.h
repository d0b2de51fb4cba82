// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QHash>
#include <QStringList>

#include <memory>

namespace watchroom::remote {

/// The team secrets this station may use, as the server handed them out. In memory only; the bytes
/// are overwritten when the last holder lets go. Never changed once made; any thread. What others
/// made of a value (a header, libpq's buffer) is theirs to forget.
class TeamSecrets
{
public:
    TeamSecrets() = default;
    ~TeamSecrets();
    TeamSecrets(const TeamSecrets &) = delete;
    TeamSecrets &operator=(const TeamSecrets &) = delete;

    /// From the answer of `sync.secrets()`, which is overwritten. Corrupt when it is not of its
    /// shape; at most 1,000 secrets of 8 KiB.
    [[nodiscard]] static base::Result<std::shared_ptr<const TeamSecrets>> read(QString &json);

    /// Changes whenever the server would answer otherwise.
    [[nodiscard]] const QString &mark() const { return m_mark; }
    /// Names of a kind, sorted.
    [[nodiscard]] QStringList names(QStringView kind) const;
    /// Null where there is none of that name and kind. Valid while this lives.
    [[nodiscard]] QByteArrayView value(const QString &name, QStringView kind) const;

private:
    struct Secret
    {
        QString kind;
        QByteArray value;
    };
    QString m_mark;
    QHash<QString, Secret> m_secrets;
};

/// Shared by whoever uses them; null: none were handed out.
using TeamSecretsPtr = std::shared_ptr<const TeamSecrets>;

/// Overwrites the characters where nobody else shares them; empty afterwards.
void wipe(QByteArray &bytes);
void wipe(QString &text);

} // namespace watchroom::remote
