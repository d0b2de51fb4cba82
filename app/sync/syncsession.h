// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/remote/remote.h"
#include "app/store/store.h"

#include <QFuture>
#include <QStringList>
#include <QUuid>

namespace watchroom::sync {

/// The schema of the synced tables this program was built for (sync.meta's range must hold it).
inline constexpr int kSchema = 6;

/// What push, pull and filling share while one connection lives: both ends and who we are.
struct SyncSession
{
    store::Store &store;
    remote::Remote &remote;
    QUuid client = {};
    QString epoch = {};
    qint64 lastOp = 0; ///< my highest operation that the server is known to have
    qint64 sent = 0; ///< the highest that it can have
    QString oldestPart = {}; ///< months before it are not kept here, "2026-01"
    QStringList asked = {}; ///< but these, which somebody here reads
};

/// Waits for the store. It works on threads of its own and never waits for the remote's.
template <class T>
[[nodiscard]] T await(QFuture<T> future)
{
    future.waitForFinished();
    if (future.isCanceled() || future.resultCount() == 0)
        return base::failure(base::Error::Kind::Internal, QStringLiteral("store is closed"));
    return future.takeResult();
}

/// True for months that this station does not keep.
[[nodiscard]] inline bool isOutside(const SyncSession &session, const QString &part)
{
    return part != QLatin1StringView("core") && part < session.oldestPart
        && !session.asked.contains(part);
}

} // namespace watchroom::sync
