// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/remote/personsession.h"

namespace watchroom::remote {

/// Sessions of this shift that their own passwords open again without the server: the key is kept
/// under the password (PBKDF2-HMAC-SHA-256, 600,000 rounds: about 1 s) in a file of mode 0600 with
/// a check value; nothing else here tells a right password from a wrong one, and no password is
/// kept. Blocks; one thread.
class WrappedSessions
{
public:
    explicit WrappedSessions(const QString &workspaceDir);

    /// Kept until forget() or the next sign-in of this person.
    void keep(const QString &login, const QString &password, const PersonSession &session);
    /// NotFound `offline_unknown`: nobody of this name signed in here; Denied `password_wrong`.
    [[nodiscard]] base::Result<PersonSession> open(
        const QString &login, const QString &password) const;
    void forget(const QString &login);

private:
    [[nodiscard]] QJsonObject read() const;
    void write(const QJsonObject &all) const;

    QString m_path;
};

} // namespace watchroom::remote
