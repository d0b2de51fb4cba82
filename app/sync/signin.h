// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/remote/wrappedsessions.h"

#include <QElapsedTimer>
#include <QHash>

#include <chrono>

namespace watchroom::sync {

/// Signs people in at this station: at the server, or, while it cannot be reached, by the session
/// that the person opened here before. Wrong passwords of one name are answered later and later.
/// Blocks; lives on a thread of its own.
class SignIn
{
public:
    explicit SignIn(const QString &workspaceDir);

    /// Denied: `password_wrong`, `login_disabled`, `not_active`, `wait` {seconds} without having
    /// tried; NotFound `offline_unknown`; else see remote::Remote.
    [[nodiscard]] base::Result<remote::PersonSession> open(const remote::ConnInfo &server,
        const QString &login, const QString &password, const QString &station);
    /// After an open() at the server: keeps that session under this password. Takes about 1 s.
    void keepOpened(const QString &password);
    /// Signed out: the password opens it no longer without the server.
    void forget(const QString &login) { m_wrapped.forget(login); }

    /// After so many wrong ones in a row: none for the first two, then 2, 4, 8 ... 60 s.
    [[nodiscard]] static std::chrono::seconds delayAfter(int wrong);

private:
    struct Tries
    {
        int wrong = 0;
        QElapsedTimer last;
    };
    [[nodiscard]] base::Result<remote::PersonSession> openKept(
        const QString &login, const QString &password) const;
    [[nodiscard]] std::chrono::milliseconds waitOf(const QString &login) const;

    remote::WrappedSessions m_wrapped;
    QHash<QString, Tries> m_tries;
    QString m_openedBy; ///< at the server, and not kept yet; empty: nobody
    remote::PersonSession m_opened;
};

} // namespace watchroom::sync
