// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/store.h"

#include <QHash>
#include <QObject>

namespace watchroom::ui {

/// Who sits at this station. The session keys of everyone who signed in stay in memory, so that a
/// lock or a switch of persons loses nothing; a PIN for the shift opens the lock. UI thread.
class Account : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// The person whose name the next change carries; empty: nobody.
    [[nodiscard]] QString login() const { return m_locked ? QString() : m_login; }
    /// Who sits here even while it is locked.
    [[nodiscard]] QString lastLogin() const { return m_login; }
    [[nodiscard]] store::Author author() const;
    [[nodiscard]] bool isSignedIn() const { return !m_login.isEmpty(); }
    [[nodiscard]] bool isLocked() const { return m_locked; }
    [[nodiscard]] bool hasPin() const;

    /// `author` of a standalone workspace carries no session.
    void signIn(const store::Author &author);
    void signOut();
    void lock();
    /// 4 to 6 digits, for this station and in memory only.
    bool setPin(const QString &pin);
    /// Five wrong tries in a row take the PIN away: then the password is asked.
    bool unlock(const QString &pin);

Q_SIGNALS:
    void changed();

private:
    struct Known
    {
        store::Author author;
        QByteArray pin; ///< salted hash; empty: none set
        QByteArray salt;
        int wrongTries = 0;
    };

    QString m_login;
    bool m_locked = false;
    QHash<QString, Known> m_known;
};

} // namespace watchroom::ui
