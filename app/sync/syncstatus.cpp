// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sync/syncstatus.h"

#include <tuple>

namespace watchroom::sync {

using namespace Qt::StringLiterals;

namespace {

auto members(const SyncStatus &s)
{
    return std::tie(s.state, s.since, s.lastContact, s.lag, s.counts, s.stationsOnline, s.online, s.pooled,
        s.clockOffset, s.serverEpoch, s.fillDone, s.fillTotal, s.coreWhole, s.lastAudit,
        s.auditRepaired);
}

auto members(const base::Error &e)
{
    return std::tie(e.kind, e.code, e.detail, e.params);
}

} // namespace

bool operator==(const SyncStatus &a, const SyncStatus &b)
{
    const bool sameError = a.lastError.has_value() == b.lastError.has_value()
        && (!a.lastError || members(*a.lastError) == members(*b.lastError));
    return sameError && members(a) == members(b);
}

QString stateName(SyncStatus::State state)
{
    switch (state) {
    case SyncStatus::State::Connecting:
        return u"connecting"_s;
    case SyncStatus::State::Filling:
        return u"filling"_s;
    case SyncStatus::State::Synced:
        return u"synced"_s;
    case SyncStatus::State::Offline:
        return u"offline"_s;
    case SyncStatus::State::Waiting:
        return u"waiting"_s;
    case SyncStatus::State::NeedsAttention:
        break;
    }
    return u"needs_attention"_s;
}

} // namespace watchroom::sync
