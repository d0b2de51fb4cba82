// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/roster/rosterstate.h"

namespace watchroom::test {

using namespace Qt::StringLiterals;

/// An instant of March 2026 by the wall clock of Shanghai, which is eight hours ahead all year.
inline base::Instant march(int day, int hour, int minute = 0)
{
    const QDateTime wall(QDate(2026, 3, day), QTime(hour, minute), Qt::UTC);
    return base::Instant{base::Seconds{wall.toSecsSinceEpoch() - 8 * 60 * 60}};
}

/// Daily from Monday 16 March.
inline domain::Rotation daily(
    const QString &position, const QString &slot, int from, int until, const QStringList &members)
{
    domain::Rotation rotation;
    rotation.id = QUuid::createUuid();
    rotation.position = position;
    rotation.slot = slot;
    rotation.zone = "Asia/Shanghai";
    rotation.startsOn = QDate(2026, 3, 16);
    rotation.handoff = QTime(from, 0);
    rotation.unit = domain::Rotation::Unit::Days;
    rotation.hours = domain::DailyHours{QTime(from, 0), QTime(until, 0)};
    rotation.members = members;
    return rotation;
}

/// A network position round the clock: Li and Zhou by day in turn, Wang at night.
inline roster::RosterState team()
{
    roster::RosterState state;
    state.active = {u"li"_s, u"zhou"_s, u"wang"_s};
    state.positions = {{.code = u"network"_s, .name = u"网络"_s, .nameEn = u"Network"_s},
        {.code = u"scribe"_s, .name = u"记录"_s, .nameEn = {}}};
    state.roster.active = state.active;
    state.roster.rotations = {daily(u"network"_s, u"day"_s, 8, 20, {u"li"_s, u"zhou"_s}),
        daily(u"network"_s, u"night"_s, 20, 8, {u"wang"_s})};
    return state;
}

} // namespace watchroom::test
