// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/domain/rosterrows.h"
#include "app/handover/handovercommands.h"
#include "app/handover/sheetfacts.h"

#include <optional>

/// What the roster says of a handover: when the watch passes, from whom to whom.
namespace watchroom::handover {

/// Whose watch is the desk's.
inline constexpr auto kLeadPosition = QLatin1StringView("shift_lead");
/// How long somebody who left is still the one to hand over where nobody came: over a weekend.
inline constexpr std::chrono::hours kLookBack{24 * 4};
/// How far ahead a handover is foreseen: rotations turn by weeks.
inline constexpr std::chrono::hours kLookAhead{24 * 8};

/// The team's positions and who is on duty when, as read from the replica. A value.
struct DutyRoster
{
    QList<domain::Position> positions; ///< in their order
    domain::Roster roster;
};

/// A handover that the roster foresees. A value.
struct DutyHandover
{
    NewHandover handover; ///< of a gap without an incoming side
    bool gap = false; ///< nobody is rostered after: nobody to hand it to
    base::Instant outgoingSince; ///< the begin of the outgoing lead's duty, without a break
    friend bool operator==(const DutyHandover &a, const DutyHandover &b);
};

/// On the reader's thread. Errors of the reader.
[[nodiscard]] base::Result<DutyRoster> readDutyRoster(store::Reader &reader);

/// The handovers of a scope that begin within [from, until), in their order. `desk` passes when the
/// shift lead's position does, with whoever is on at any position; else the position alone. None
/// where the lead stays the same person, even over a gap. Pure.
[[nodiscard]] QList<DutyHandover> handoversOf(
    const DutyRoster &duty, const QString &scope, base::Instant from, base::Instant until);
/// The first at or after `from`; nothing within kLookAhead. Pure.
[[nodiscard]] std::optional<DutyHandover> nextDutyHandover(
    const DutyRoster &duty, const QString &scope, base::Instant from);

/// Who is on right before that moment and from it on, whether the watch passes then or not; the
/// leads are empty where nobody is. Pure.
[[nodiscard]] NewHandover crewsAt(
    const DutyRoster &duty, const QString &scope, base::Instant shiftAt);

/// The shift of that person that ends, or begins, nearest to the handover. Pure.
[[nodiscard]] DutySide outgoingDuty(
    const DutyRoster &duty, const QString &scope, const QString &lead, base::Instant shiftAt);
[[nodiscard]] DutySide incomingDuty(
    const DutyRoster &duty, const QString &scope, const QString &lead, base::Instant shiftAt);
/// Every position with who had it before that moment and who has it after; of a scope that is a
/// position, that one alone. Positions that nobody has before or after are left out. Pure.
[[nodiscard]] QList<SheetPosition> positionsAt(
    const DutyRoster &duty, const QString &scope, base::Instant shiftAt);

} // namespace watchroom::handover
