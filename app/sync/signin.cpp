// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sync/signin.h"

#include <algorithm>
#include <utility>

namespace watchroom::sync {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::Error;

SignIn::SignIn(const QString &workspaceDir)
    : m_wrapped(workspaceDir)
{
}

std::chrono::seconds SignIn::delayAfter(int wrong)
{
    if (wrong < 3)
        return 0s;
    return std::min(std::chrono::seconds(1LL << std::min(wrong - 2, 10)), 60s);
}

std::chrono::milliseconds SignIn::waitOf(const QString &login) const
{
    const auto tries = m_tries.constFind(login);
    if (tries == m_tries.cend() || !tries->last.isValid())
        return 0ms;
    return delayAfter(tries->wrong) - std::chrono::milliseconds(tries->last.elapsed());
}

base::Result<remote::PersonSession> SignIn::openKept(
    const QString &login, const QString &password) const
{
    auto session = m_wrapped.open(login, password);
    if (session)
        session->offline = true;
    return session;
}

void SignIn::keepOpened(const QString &password)
{
    if (!m_openedBy.isEmpty())
        m_wrapped.keep(std::exchange(m_openedBy, {}), password, std::exchange(m_opened, {}));
}

base::Result<remote::PersonSession> SignIn::open(const remote::ConnInfo &server,
    const QString &login, const QString &password, const QString &station)
{
    if (const auto wait = waitOf(login); wait > 0ms)
        return base::failure(Error::Kind::Denied, u"too many wrong passwords"_s, u"wait"_s,
            {{u"seconds"_s, qint64(std::chrono::ceil<std::chrono::seconds>(wait).count())}});
    auto session = remote::openPersonSession(server, login, password, station);
    m_openedBy = session ? login : QString();
    if (session)
        m_opened = *session;
    else if (session.error().kind == Error::Kind::Offline)
        session = openKept(login, password);
    if (session) {
        m_tries.remove(login);
    } else if (session.error().code == "password_wrong"_L1) {
        Tries &tries = m_tries[login];
        ++tries.wrong;
        tries.last.start();
    } else if (session.error().code == "login_disabled"_L1
        || session.error().code == "not_active"_L1) {
        m_wrapped.forget(login);
    }
    return session;
}

} // namespace watchroom::sync
