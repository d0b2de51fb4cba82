// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/instant.h"
#include "app/base/result.h"
#include "app/store/store.h"

#include <QString>

#include <optional>

namespace watchroom::sync {

/// How this station stands to the server; what the top strip and `watchroomctl sync` say.
struct SyncStatus
{
    enum class State
    {
        Connecting, ///< the first attempt is under way
        Filling, ///< connected; the replica's core is not whole yet
        Synced,
        Offline, ///< work goes on and is kept
        Waiting, ///< connected, but something saved here is not on the server yet
        NeedsAttention, ///< a person must act: `lastError` says what about
    };

    State state = State::Connecting;
    base::Instant since; ///< of the state
    std::optional<base::Instant> lastContact; ///< when everything of the server was here last
    std::chrono::milliseconds lag{0}; ///< the last beat's way there and back
    store::OutboxCounts counts;
    int stationsOnline = 0;
    QStringList online; ///< their names
    bool pooled = false; ///< a connection pooler stands between: nobody is woken up
    std::chrono::microseconds clockOffset{0}; ///< how far this machine's clock is ahead
    QString serverEpoch;
    std::optional<base::Error> lastError; ///< until the same thing succeeds
    int fillDone = 0; ///< of `fillTotal` tables compared
    int fillTotal = 0;
    bool coreWhole = false; ///< the board may open
    std::optional<base::Instant> lastAudit; ///< when all of the replica was last compared
    qint64 auditRepaired = 0; ///< rows that it had to fetch or drop

    friend bool operator==(const SyncStatus &a, const SyncStatus &b);
};

/// Who decides timers and rules for everybody.
struct Lease
{
    QString holder; ///< a station's name; empty: nobody
    qint64 fence = 0;
    bool mine = false;
    friend bool operator==(const Lease &, const Lease &) = default;
};

/// What one syncOnce() did.
struct SyncReport
{
    SyncStatus::State state =
        SyncStatus::State::Offline; ///< Synced, Waiting, Offline, NeedsAttention
    qint64 pushed = 0; ///< operations
    qint64 pulled = 0; ///< rows
    store::OutboxCounts counts;
    std::optional<base::Error> error;
};

/// "synced", "needs_attention": as watchroomctl prints it.
[[nodiscard]] QString stateName(SyncStatus::State state);

} // namespace watchroom::sync
