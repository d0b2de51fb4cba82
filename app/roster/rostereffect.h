// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/roster/rosterstate.h"

namespace watchroom::roster {

/// What a change does, before it is saved.
struct RosterEffect
{
    QStringList affected; ///< logins: who is on duty at other times than before
    QList<Problem> made;
    QList<Problem> mended;
    friend bool operator==(const RosterEffect &, const RosterEffect &) = default;
};

/// Positions and roster before and after.
struct RosterPair
{
    QList<domain::Position> positions;
    domain::Roster roster;
};

/// Within [from, until). A problem that stays for a part of its time counts with what differs.
[[nodiscard]] RosterEffect effectOf(
    const RosterPair &before, const RosterPair &after, base::Instant from, base::Instant until);

/// Of a change while it lasts, at most kFurthest.
[[nodiscard]] RosterEffect effectOf(const RosterState &state, const NewChange &change);

inline constexpr std::chrono::hours kFurthest{24 * 62};

} // namespace watchroom::roster
