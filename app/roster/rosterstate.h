// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/domain/rosterrows.h"
#include "app/roster/rosterchange.h"
#include "app/store/reader.h"

namespace watchroom::roster {

struct CheckIn
{
    QString position;
    QString person;
    base::Instant at;
    friend bool operator==(const CheckIn &, const CheckIn &) = default;
};

/// Nobody at a position, or somebody at two: what is to be mended before it comes.
struct Problem
{
    enum class Kind
    {
        Gap,
        DoubleDuty
    };
    Kind kind = Kind::Gap;
    QString position;
    QString other = {}; ///< the second position of a double duty
    QString person = {}; ///< of a double duty
    base::Instant from;
    base::Instant until;
    friend bool operator==(const Problem &, const Problem &) = default;
};

/// The whole roster at one moment, as read from the replica. A value.
struct RosterState
{
    QList<domain::Position> positions; ///< in their order
    QList<domain::Row> rotationRows;
    QList<domain::Row> overrideRows; ///< that end after the oldest day asked for
    QList<RosterChange> changes; ///< the same as values, in order of begin
    QList<CheckIn> checkIns; ///< of the last day
    QSet<QString> active; ///< logins
    domain::Roster roster;

    [[nodiscard]] QList<domain::Rotation> rotations() const { return roster.rotations; }
    [[nodiscard]] std::optional<domain::Position> position(const QString &code) const;
    /// As if this were in force too.
    [[nodiscard]] domain::Roster with(const NewChange &change) const;
    /// Gaps (needed positions without any shift included) and double duties, by begin.
    [[nodiscard]] QList<Problem> problems(base::Instant from, base::Instant until) const;
    /// When they said they were there for this shift: from an hour before it begins.
    [[nodiscard]] std::optional<base::Instant> checkedIn(const domain::Shift &shift) const;
};

/// How far back changes are read, so that last month is still to be seen.
inline constexpr std::chrono::hours kLookBack{24 * 62};

/// On the reader's thread. Errors of the reader.
[[nodiscard]] base::Result<RosterState> readRoster(store::Reader &reader, base::Instant now);

[[nodiscard]] QList<Problem> problemsOf(const QList<domain::Position> &positions,
    const domain::Roster &roster, base::Instant from, base::Instant until);

} // namespace watchroom::roster

Q_DECLARE_METATYPE(watchroom::roster::RosterState)
