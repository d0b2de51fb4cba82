// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/handover/dutyhandover.h"

namespace watchroom::test {

using namespace Qt::StringLiterals;

/// An instant of March 2026 by the wall clock of Shanghai, which is eight hours ahead all year.
inline base::Instant march(int day, int hour, int minute = 0)
{
    const QDateTime wall(QDate(2026, 3, day), QTime(hour, minute), Qt::UTC);
    return base::Instant{base::Seconds{wall.toSecsSinceEpoch() - 8 * 60 * 60}};
}

/// Daily from Monday 16 March, whole hours or "HH:mm".
inline domain::Rotation daily(const QString &position, const QString &slot, const QString &from,
    const QString &until, const QStringList &members)
{
    domain::Rotation rotation;
    rotation.id = QUuid::createUuid();
    rotation.position = position;
    rotation.slot = slot;
    rotation.zone = "Asia/Shanghai";
    rotation.startsOn = QDate(2026, 3, 16);
    rotation.handoff = QTime::fromString(from, u"HH:mm"_s);
    rotation.unit = domain::Rotation::Unit::Days;
    rotation.hours = domain::DailyHours{rotation.handoff, QTime::fromString(until, u"HH:mm"_s)};
    rotation.members = members;
    return rotation;
}

inline domain::RosterOverride away(const QString &person, base::Instant from, base::Instant until)
{
    return {.id = QUuid::createUuid(),
        .kind = domain::RosterOverride::Kind::Leave,
        .position = {},
        .person = person,
        .replaces = {},
        .from = from,
        .until = until};
}

/// Chen and Zhou lead by day in turn (Chen on the 16th, 18th, ...), Li at night; Luo and Wu are the
/// network, the scribe is there by day alone.
inline handover::DutyRoster team()
{
    handover::DutyRoster duty;
    duty.positions = domain::firstPositions();
    duty.roster.active = {u"chen"_s, u"zhou"_s, u"li"_s, u"luo"_s, u"wu"_s, u"sun"_s};
    duty.roster.rotations = {
        daily(u"shift_lead"_s, u"day"_s, u"08:00"_s, u"20:00"_s, {u"chen"_s, u"zhou"_s}),
        daily(u"shift_lead"_s, u"night"_s, u"20:00"_s, u"08:00"_s, {u"li"_s}),
        daily(u"network"_s, u"day"_s, u"08:00"_s, u"20:00"_s, {u"luo"_s}),
        daily(u"network"_s, u"night"_s, u"20:00"_s, u"08:00"_s, {u"wu"_s}),
        daily(u"scribe"_s, u"day"_s, u"09:00"_s, u"18:00"_s, {u"sun"_s})};
    return duty;
}

} // namespace watchroom::test
