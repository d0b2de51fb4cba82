// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/handover/dutyhandover.h"

/// What the clock of a handover says: when it is made, who is reminded, when it is over.
namespace watchroom::handover {

// From the begin of the shift (references/handover.md, 3.1).
inline constexpr std::chrono::minutes kMadeBefore{60};
inline constexpr std::chrono::minutes kFirstReminder{30};
inline constexpr std::chrono::minutes kLastReminder{10}; ///< and who is not there yet is called
inline constexpr std::chrono::minutes kLateAfter{10};
inline constexpr std::chrono::minutes kOverdueAfter{30}; ///< the command layer is told
/// Then it ends where no other handover of its scope has to be made before: one that was accepted
/// at a desk that is cut off may still arrive, and is not too late until then.
inline constexpr std::chrono::hours kExpiresAfter{24};
inline constexpr std::chrono::hours kCheckInBefore{2}; ///< who is there for a shift said so since
inline constexpr std::chrono::hours kLongWatch{12};

/// A handover that nobody accepted so far, and what decides about its steps. A value.
struct WatchedHandover
{
    QUuid id;
    QString scope;
    QString label;
    QString outgoing;
    QString incoming;
    base::Instant shiftAt;
    bool live = true; ///< else refused, extended or expired: the outgoing lead stays on
    bool there = false; ///< the incoming lead checked in, or is on duty already
    std::optional<base::Instant> since = {}; ///< the outgoing lead's watch
};

/// The handovers as the replica has them. A value.
struct HandoverFacts
{
    std::optional<NewHandover> next = {}; ///< foreseen by the roster and not made yet
    QList<WatchedHandover> watched = {}; ///< of each scope those that live, or else the last
};

/// A step that has come.
struct HandoverDue
{
    enum class Kind
    {
        Begin, ///< the handover is made
        Entry, ///< told, by a log entry
        Expire ///< it ends; the responsibility stays where it is
    };
    Kind kind = Kind::Entry;
    QUuid id; ///< deterministic, whoever decides it: of the handover (Begin), else of the step
    QString code; ///< handover_opened, _reminder, _late, _no_show, _overdue, _overtime, _expired
    QJsonObject params;
    base::Instant at; ///< when it fell due
    WatchedHandover handover = {}; ///< of all but Begin
};

/// All that holds at `now`, whether it is written down already or not; what a later step has
/// overtaken is left out. Parameters of entries: {handover, scope, label, outgoing, incoming,
/// shift_at} and {minutes} of a reminder, {parties} of the others, {hours} of the overtime. Pure.
[[nodiscard]] QList<HandoverDue> dueHandovers(const HandoverFacts &facts, base::Instant now);
/// The earliest instant after `now` at which dueHandovers() has something else to say. Pure.
[[nodiscard]] std::optional<base::Instant> nextHandover(
    const HandoverFacts &facts, base::Instant now);

/// On the reader's thread. Errors of the reader.
[[nodiscard]] base::Result<HandoverFacts> readHandoverFacts(
    store::Reader &reader, base::Instant now);

} // namespace watchroom::handover
