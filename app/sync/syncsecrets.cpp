// SPDX-License-Identifier: GPL-3.0-or-later
// How the engine fetches the team secrets: after hello, and when a beat's mark is another one.
#include "app/base/log.h"
#include "app/sync/syncengine.h"

#include <QRandomGenerator>

namespace watchroom::sync {

using namespace Qt::StringLiterals;
using base::Error;
using base::lcSync;

namespace {

/// The server does not know this station any more: what it gave is not this station's to use.
bool isRevoked(const Error &error)
{
    return error.code == "not_a_station"_L1 || error.code == "login_disabled"_L1
        || error.code == "password_wrong"_L1;
}

} // namespace

void SyncEngine::takeSecrets(const QString &mark)
{
    if (!m_settings.wantsSecrets || mark == m_secretsMark)
        return;
    const auto secrets = m_remote->secrets();
    // What may pass is asked for again with the next beat.
    if (!secrets && secrets.error().code != "secrets_need_tls"_L1) {
        qCWarning(lcSync) << "team secrets:" << secrets.error().code << secrets.error().detail;
        return;
    }
    m_secretsMark = mark;
    Q_EMIT secretsChanged(secrets);
}

void SyncEngine::dropSecretsIfRevoked(const Error &error)
{
    if (m_secretsMark.isEmpty() || !isRevoked(error))
        return;
    m_secretsMark.clear();
    Q_EMIT secretsChanged(base::Result<remote::TeamSecretsPtr>(tl::unexpected(error)));
}

void SyncEngine::secretsHinted()
{
    // Not all stations at once, and whoever floods the channel does not put the beat off.
    const std::chrono::milliseconds wait(250 + QRandomGenerator::global()->bounded(750));
    if (m_settings.wantsSecrets && m_connected && m_beating.timer.remainingTimeAsDuration() > wait)
        m_beating.timer.start(wait);
}

} // namespace watchroom::sync
