// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/store.h"

#include <QHash>
#include <QObject>
#include <QStringList>

#include <functional>

namespace watchroom::ui {

/// Who sits at this station. The session keys of everyone who signed in this shift stay in memory,
/// so that a lock or a switch of persons loses nothing; a PIN for the shift opens the lock and
/// signs a claim while it is closed. UI thread.
class Account : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    static constexpr int kTries = 5;

    /// What came of a PIN.
    enum class Verdict
    {
        Right,
        Wrong,
        UsedUp, ///< five wrong ones in a row, or none was set: the password is asked
    };

    /// The person whose name the next change carries; empty: nobody.
    [[nodiscard]] QString login() const;
    /// Who sits here even while it is locked.
    [[nodiscard]] QString lastLogin() const { return m_login; }
    [[nodiscard]] store::Author author() const;
    [[nodiscard]] bool isSignedIn() const { return !m_login.isEmpty(); }
    [[nodiscard]] bool isLocked() const { return m_locked; }
    /// Everyone who signed in this shift, in that order.
    [[nodiscard]] QStringList people() const { return m_people; }
    [[nodiscard]] bool hasPin(const QString &login) const;
    /// Digits of that person's PIN; 0 where there is none.
    [[nodiscard]] int pinLength(const QString &login) const;
    [[nodiscard]] int triesLeft(const QString &login) const;

    /// `author` of a standalone workspace carries no session. Opens the lock.
    void signIn(const store::Author &author);
    /// Forgets the person who sits here: key and PIN. Others who signed in stay known.
    void signOut();
    void lock();
    /// Of the person who sits here: 4 to 6 digits, for this station and in memory only.
    bool setPin(const QString &pin);
    /// The person sits down here, if the PIN is theirs; opens the lock.
    Verdict enter(const QString &login, const QString &pin);
    /// Runs `act` in that person's name, if the PIN is theirs; who sits here and the lock stay.
    Verdict actAs(const QString &login, const QString &pin, const std::function<void()> &act);

Q_SIGNALS:
    void changed();

private:
    struct Known
    {
        store::Author author;
        QByteArray pin; ///< salted hash; empty: none set
        QByteArray salt;
        int length = 0;
        int wrongTries = 0;
    };
    [[nodiscard]] Verdict check(const QString &login, const QString &pin);

    QString m_login;
    QString m_actingAs; ///< within actAs()
    bool m_locked = false;
    QStringList m_people;
    QHash<QString, Known> m_known;
};

} // namespace watchroom::ui
