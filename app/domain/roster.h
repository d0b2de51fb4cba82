// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/instant.h"

#include <QByteArray>
#include <QDate>
#include <QHash>
#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QTime>
#include <QUuid>

#include <optional>

namespace watchroom::domain {

/// Hours of a day, by the wall clock; past midnight where `until` is not after `from`.
struct DailyHours
{
    QTime from;
    QTime until;
};

/// Whose turn it is at a position: members in order, each for so many hours, days or weeks.
/// Hand-offs are by the wall clock of the zone, so a turn may be an hour shorter or longer where it
/// changes.
struct Rotation
{
    enum class Unit
    {
        Hours,
        Days,
        Weeks
    };

    QUuid id;
    QString position; ///< code word
    QString slot; ///< what its shifts are called: early, day, night, or a word of the team's
    QByteArray zone;
    QDate startsOn; ///< the first turn begins here at `handoff`
    QDate endsOn; ///< no shift begins after it; invalid: it goes on
    QTime handoff;
    Unit unit = Unit::Weeks;
    int every = 1; ///< at least 1
    std::optional<DailyHours> hours = {}; ///< none: the whole turn is one shift
    QStringList members = {}; ///< logins
};

/// What differs from the rotations for a while. Later ones go over earlier ones.
struct RosterOverride
{
    enum class Kind
    {
        Leave, ///< `person` is away from every position
        Cover, ///< `person` stands in for `replaces`, or for whoever is on
        /// `person` has the position, whatever the rotations say, beside those who were given the
        /// very same hours
        Temporary,
    };

    QUuid id;
    Kind kind = Kind::Cover;
    QString position; ///< of a cover empty: every position of `replaces`
    QString person;
    QString replaces;
    base::Instant from;
    base::Instant until;
};

/// Somebody's time at a position.
struct Shift
{
    QString position;
    QString slot = {};
    QString person = {}; ///< empty: nobody, a gap
    QString rostered = {}; ///< whose turn it was by rotation; empty for a temporary one
    base::Instant from;
    base::Instant until;
    QUuid by = {}; ///< the override that made it so; null: the rotation
    friend bool operator==(const Shift &, const Shift &) = default;
};

struct Roster
{
    QList<Rotation> rotations;
    QList<RosterOverride> overrides; ///< in the order in which they were made
    QSet<QString> active; ///< who may be on duty: others leave a gap
};

/// Everybody's shifts that touch [from, until), whole, in order of begin and position. Shifts of
/// one position that follow each other stay apart.
[[nodiscard]] QList<Shift> shiftsOf(const Roster &roster, base::Instant from, base::Instant until);
/// Who is on at that moment; gaps included.
[[nodiscard]] QList<Shift> onDuty(const QList<Shift> &shifts, base::Instant at);
/// The parts of rostered shifts that nobody has.
[[nodiscard]] QList<Shift> gapsOf(const QList<Shift> &shifts);
/// When within [from, until) a position has no shift at all, rostered or not.
[[nodiscard]] QList<Shift> uncoveredOf(
    const QList<Shift> &shifts, const QString &position, base::Instant from, base::Instant until);
/// Of each position the shift that begins next after `at`; who is on now and stays is left out.
[[nodiscard]] QList<Shift> nextOf(const QList<Shift> &shifts, base::Instant at);

/// Somebody at two positions at once.
struct DoubleDuty
{
    QString person;
    QString position;
    QString other;
    base::Instant from;
    base::Instant until;
    friend bool operator==(const DoubleDuty &, const DoubleDuty &) = default;
};
[[nodiscard]] QList<DoubleDuty> doubleDutiesOf(const QList<Shift> &shifts);

/// Who would be on duty at other times than now, in the order of their logins.
[[nodiscard]] QStringList affectedBy(const QList<Shift> &before, const QList<Shift> &after);

} // namespace watchroom::domain
