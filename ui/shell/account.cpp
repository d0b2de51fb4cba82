// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/account.h"

#include "app/base/random.h"

#include <QCryptographicHash>
#include <QPasswordDigestor>

#include <algorithm>

namespace watchroom::ui {

namespace {

constexpr qsizetype kSaltBytes = 16;
constexpr int kRounds = 20'000; // four digits stay four digits: it only slows a look at memory

QByteArray digest(const QString &pin, const QByteArray &salt)
{
    return QPasswordDigestor::deriveKeyPbkdf2(
        QCryptographicHash::Sha256, pin.toUtf8(), salt, kRounds, 32);
}

} // namespace

QString Account::login() const
{
    if (!m_actingAs.isEmpty())
        return m_actingAs;
    return m_locked ? QString() : m_login;
}

store::Author Account::author() const
{
    return m_known.value(login()).author;
}

bool Account::hasPin(const QString &login) const
{
    return !m_known.value(login).pin.isEmpty();
}

int Account::pinLength(const QString &login) const
{
    return hasPin(login) ? m_known.value(login).length : 0;
}

int Account::triesLeft(const QString &login) const
{
    return hasPin(login) ? kTries - m_known.value(login).wrongTries : 0;
}

void Account::signIn(const store::Author &author)
{
    Known &known = m_known[author.login];
    known.author = author;
    known.wrongTries = 0;
    m_people.removeOne(author.login);
    m_people.append(author.login);
    m_login = author.login;
    m_locked = false;
    Q_EMIT changed();
}

void Account::signOut()
{
    m_known.remove(m_login);
    m_people.removeOne(m_login);
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
    known.salt = base::randomBytes(kSaltBytes);
    known.pin = digest(pin, known.salt);
    known.length = int(pin.size());
    known.wrongTries = 0;
    Q_EMIT changed();
    return true;
}

Account::Verdict Account::check(const QString &login, const QString &pin)
{
    const auto known = m_known.find(login);
    if (known == m_known.end() || known->pin.isEmpty())
        return Verdict::UsedUp;
    if (digest(pin, known->salt) == known->pin) {
        known->wrongTries = 0;
        return Verdict::Right;
    }
    if (++known->wrongTries >= kTries)
        known->pin.clear();
    Q_EMIT changed();
    return hasPin(login) ? Verdict::Wrong : Verdict::UsedUp;
}

Account::Verdict Account::enter(const QString &login, const QString &pin)
{
    const Verdict verdict = check(login, pin);
    if (verdict == Verdict::Right) {
        m_login = login;
        m_locked = false;
        Q_EMIT changed();
    }
    return verdict;
}

Account::Verdict Account::actAs(
    const QString &login, const QString &pin, const std::function<void()> &act)
{
    const Verdict verdict = check(login, pin);
    if (verdict == Verdict::Right) {
        m_actingAs = login;
        act();
        m_actingAs.clear();
    }
    return verdict;
}

} // namespace watchroom::ui
