// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roster/rosterstate.h"

#include "app/base/ids.h"

#include <algorithm>
#include <tuple>

namespace watchroom::roster {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::Row;

namespace {

base::Result<> readTeam(store::Reader &reader, RosterState &state)
{
    const auto people = reader.rows(u"person"_s, u"NOT deleted"_s, {}, {});
    const auto positions =
        reader.rows(u"position"_s, u"NOT deleted"_s, {}, u"ORDER BY ord, code"_s);
    if (!people || !positions)
        return tl::unexpected(people ? positions.error() : people.error());
    for (const Row &row : *people) {
        if (domain::boolean(row, "active"_L1))
            state.active.insert(domain::text(row, "login"_L1));
    }
    for (const Row &row : *positions)
        state.positions.append(domain::positionFrom(row));
    return {};
}

base::Result<> readPlan(store::Reader &reader, base::Instant now, RosterState &state)
{
    const QString oldest = base::toIso(now - kLookBack);
    const auto rotations = reader.rows(u"rotation"_s, u"NOT deleted"_s, {}, u"ORDER BY id"_s);
    const auto overrides =
        reader.rows(u"roster_override"_s, u"NOT deleted AND (ends_at > ? OR other_ends_at > ?)"_s,
            {oldest, oldest}, u"ORDER BY begins_at, id"_s);
    const auto checkIns = reader.rows(
        u"check_in"_s, u"checked_at > ?"_s, {base::toIso(now - 24h)}, u"ORDER BY checked_at, id"_s);
    for (const auto *read : {&rotations, &overrides, &checkIns}) {
        if (!*read)
            return tl::unexpected(read->error());
    }
    state.rotationRows = *rotations;
    state.overrideRows = *overrides;
    for (const Row &row : *overrides)
        state.changes.append(RosterChange::fromRow(row));
    for (const Row &row : *checkIns)
        state.checkIns.append({domain::text(row, "position"_L1), domain::text(row, "person"_L1),
            domain::instant(row, "checked_at"_L1).value_or(now)});
    return {};
}

} // namespace

std::optional<domain::Position> RosterState::position(const QString &code) const
{
    const auto found = std::ranges::find(positions, code, &domain::Position::code);
    return found == positions.end() ? std::nullopt : std::optional(*found);
}

domain::Roster RosterState::with(const NewChange &change) const
{
    domain::Roster proposed = roster;
    Row row = toRow(change);
    row.insert("id"_L1, base::toText(QUuid::createUuid()));
    row.insert("state"_L1, u"accepted"_s);
    proposed.overrides.append(domain::overridesFrom(row));
    return proposed;
}

QList<Problem> RosterState::problems(base::Instant from, base::Instant until) const
{
    return problemsOf(positions, roster, from, until);
}

std::optional<base::Instant> RosterState::checkedIn(const domain::Shift &shift) const
{
    for (const CheckIn &checkIn : checkIns) {
        if (checkIn.person == shift.person && checkIn.position == shift.position
            && checkIn.at >= shift.from - 1h && checkIn.at < shift.until)
            return checkIn.at;
    }
    return std::nullopt;
}

base::Result<RosterState> readRoster(store::Reader &reader, base::Instant now)
{
    RosterState state;
    if (const auto read = readTeam(reader, state); !read)
        return tl::unexpected(read.error());
    if (const auto read = readPlan(reader, now, state); !read)
        return tl::unexpected(read.error());
    state.roster = domain::rosterFrom(state.rotationRows, state.overrideRows, state.active);
    return state;
}

QList<Problem> problemsOf(const QList<domain::Position> &positions, const domain::Roster &roster,
    base::Instant from, base::Instant until)
{
    const QList<domain::Shift> shifts = domain::shiftsOf(roster, from, until);
    QList<domain::Shift> gaps = domain::gapsOf(shifts);
    for (const domain::Position &position : positions) {
        if (position.needed)
            gaps.append(domain::uncoveredOf(shifts, position.code, from, until));
    }
    QList<Problem> problems;
    for (const domain::Shift &gap : std::as_const(gaps))
        problems.append({.kind = Problem::Kind::Gap,
            .position = gap.position,
            .from = std::max(gap.from, from),
            .until = std::min(gap.until, until)});
    const auto doubles = domain::doubleDutiesOf(shifts);
    for (const domain::DoubleDuty &duty : doubles)
        problems.append({.kind = Problem::Kind::DoubleDuty,
            .position = duty.position,
            .other = duty.other,
            .person = duty.person,
            .from = std::max(duty.from, from),
            .until = std::min(duty.until, until)});
    std::ranges::sort(problems, [](const Problem &a, const Problem &b) {
        return std::tie(a.from, a.position, a.other) < std::tie(b.from, b.position, b.other);
    });
    return problems;
}

} // namespace watchroom::roster
