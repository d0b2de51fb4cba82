// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/account.h"

#include <QCryptographicHash>
#include <QPasswordDigestor>
#include <QRandomGenerator>

#include <algorithm>
#include <array>

namespace watchroom::ui {

namespace {

constexpr int kTries = 5;
constexpr int kRounds = 20'000; // four digits stay four digits: it only slows a look at memory

QByteArray digest(const QString &pin, const QByteArray &salt)
{
    return QPasswordDigestor::deriveKeyPbkdf2(
        QCryptographicHash::Sha256, pin.toUtf8(), salt, kRounds, 32);
}

QByteArray freshSalt()
{
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return QByteArray(reinterpret_cast<const char *>(words.data()), sizeof(words));
}

} // namespace

store::Author Account::author() const
{
    return m_locked ? store::Author{} : m_known.value(m_login).author;
}

bool Account::hasPin() const
{
    return !m_known.value(m_login).pin.isEmpty();
}

void Account::signIn(const store::Author &author)
{
    m_known[author.login].author = author;
    m_login = author.login;
    m_locked = false;
    Q_EMIT changed();
}

void Account::signOut()
{
    m_known.remove(m_login);
    m_login.clear();
    m_locked = false;
    Q_EMIT changed();
}

void Account::lock()
{
    if (m_login.isEmpty() || m_locked)
        return;
    m_locked = true;
    Q_EMIT changed();
}

bool Account::setPin(const QString &pin)
{
    const bool digits = std::ranges::all_of(pin, [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!digits || pin.size() < 4 || pin.size() > 6 || m_login.isEmpty())
        return false;
    Known &known = m_known[m_login];
    known.salt = freshSalt();
    known.pin = digest(pin, known.salt);
    known.wrongTries = 0;
    Q_EMIT changed();
    return true;
}

bool Account::unlock(const QString &pin)
{
    const auto known = m_known.find(m_login);
    if (!m_locked || known == m_known.end() || known->pin.isEmpty())
        return false;
    if (digest(pin, known->salt) != known->pin) {
        if (++known->wrongTries >= kTries)
            known->pin.clear();
        Q_EMIT changed();
        return false;
    }
    known->wrongTries = 0;
    m_locked = false;
    Q_EMIT changed();
    return true;
}

} // namespace watchroom::ui
