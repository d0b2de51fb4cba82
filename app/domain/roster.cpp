// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/roster.h"

#include "app/domain/walltime.h"

#include <algorithm>
#include <tuple>

namespace watchroom::domain {

namespace {

constexpr qint64 kHour = 60 * 60;
constexpr qint64 kDay = 24 * kHour;

qint64 secondsOf(const Rotation &rotation)
{
    switch (rotation.unit) {
    case Rotation::Unit::Hours:
        return rotation.every * kHour;
    case Rotation::Unit::Days:
        return rotation.every * kDay;
    case Rotation::Unit::Weeks:
        break;
    }
    return rotation.every * 7 * kDay;
}

QDateTime wall(const QDate &date, const QTime &time)
{
    return {date, time, Qt::UTC};
}

qint64 floorDiv(qint64 a, qint64 b)
{
    return a / b - (a % b < 0 ? 1 : 0);
}

/// Turns are counted on the wall, where each is equally long.
class Turns
{
public:
    explicit Turns(const Rotation &rotation)
        : m_rotation(rotation)
        , m_zone(rotation.zone)
        , m_first(wall(rotation.startsOn, rotation.handoff))
        , m_length(secondsOf(rotation))
    {
    }

    [[nodiscard]] qint64 at(const QDateTime &time) const
    {
        return floorDiv(m_first.secsTo(time), m_length);
    }

    [[nodiscard]] QDateTime begin(qint64 turn) const { return m_first.addSecs(turn * m_length); }

    [[nodiscard]] QString member(qint64 turn) const
    {
        const qsizetype count = m_rotation.members.size();
        return count == 0 ? QString() : m_rotation.members.at(turn % count);
    }

    [[nodiscard]] bool has(const QDateTime &begin) const
    {
        return begin >= m_first
            && (!m_rotation.endsOn.isValid() || begin.date() <= m_rotation.endsOn);
    }

    [[nodiscard]] const QTimeZone &zone() const { return m_zone; }

private:
    const Rotation &m_rotation;
    QTimeZone m_zone;
    QDateTime m_first;
    qint64 m_length;
};

void addShift(QList<Shift> &shifts, const Rotation &rotation, const Turns &turns,
    const QDateTime &begin, const QDateTime &end)
{
    if (!turns.has(begin))
        return;
    const QString person = turns.member(turns.at(begin));
    const Shift shift{.position = rotation.position,
        .slot = rotation.slot,
        .person = person,
        .rostered = person,
        .from = instantOf(begin, turns.zone()),
        .until = instantOf(end, turns.zone())};
    // A change of the clocks can leave a whole short one out.
    if (shift.from < shift.until)
        shifts.append(shift);
}

void addTurns(QList<Shift> &shifts, const Rotation &rotation, const Turns &turns,
    const QDateTime &first, const QDateTime &last)
{
    for (qint64 turn = turns.at(first); turns.begin(turn) <= last; ++turn)
        addShift(shifts, rotation, turns, turns.begin(turn), turns.begin(turn + 1));
}

void addDays(QList<Shift> &shifts, const Rotation &rotation, const Turns &turns,
    const QDateTime &first, const QDateTime &last)
{
    const auto [from, until] = *rotation.hours;
    for (QDate date = first.date().addDays(-1); date <= last.date(); date = date.addDays(1)) {
        const QDate end = until > from ? date : date.addDays(1);
        addShift(shifts, rotation, turns, wall(date, from), wall(end, until));
    }
}

bool touches(const Shift &shift, base::Instant from, base::Instant until)
{
    return shift.from < until && from < shift.until;
}

bool standsInFor(const RosterOverride &change, const Shift &shift)
{
    if (!change.position.isEmpty() && change.position != shift.position)
        return false;
    if (change.kind == RosterOverride::Kind::Leave)
        return shift.person == change.person;
    return change.replaces.isEmpty() || shift.person == change.replaces
        || (shift.person.isEmpty() && shift.rostered == change.replaces);
}

/// The pieces of a shift before, within and after the change.
void split(QList<Shift> &into, const Shift &shift, const RosterOverride &change)
{
    Shift before = shift;
    before.until = std::min(shift.until, change.from);
    if (before.from < before.until)
        into.append(before);
    if (change.kind != RosterOverride::Kind::Temporary) {
        Shift within = shift;
        within.from = std::max(shift.from, change.from);
        within.until = std::min(shift.until, change.until);
        within.person = change.kind == RosterOverride::Kind::Leave ? QString() : change.person;
        within.by = change.id;
        into.append(within);
    }
    Shift after = shift;
    after.from = std::max(shift.from, change.until);
    if (after.from < after.until)
        into.append(after);
}

/// Two people who are put on the same shift, one after the other.
bool standsBeside(const RosterOverride &change, const Shift &shift)
{
    return !shift.by.isNull() && shift.rostered.isEmpty() && shift.from == change.from
        && shift.until == change.until && shift.person != change.person;
}

QList<Shift> changed(const QList<Shift> &shifts, const RosterOverride &change)
{
    const bool temporary = change.kind == RosterOverride::Kind::Temporary;
    QList<Shift> result;
    for (const Shift &shift : shifts) {
        const bool meant = temporary
            ? shift.position == change.position && !standsBeside(change, shift)
            : standsInFor(change, shift);
        if (meant && touches(shift, change.from, change.until))
            split(result, shift, change);
        else
            result.append(shift);
    }
    if (temporary)
        result.append({.position = change.position,
            .slot = {},
            .person = change.person,
            .rostered = {},
            .from = change.from,
            .until = change.until,
            .by = change.id});
    return result;
}

bool comesBefore(const Shift &a, const Shift &b)
{
    return std::tie(a.from, a.position, a.slot, a.until)
        < std::tie(b.from, b.position, b.slot, b.until);
}

/// What one person has, at which position, when: what others would notice of a change.
QList<std::tuple<QString, base::Instant, base::Instant>> dutiesOf(
    const QList<Shift> &shifts, const QString &person)
{
    QList<std::tuple<QString, base::Instant, base::Instant>> duties;
    for (const Shift &shift : shifts) {
        if (shift.person == person)
            duties.append({shift.position, shift.from, shift.until});
    }
    std::ranges::sort(duties);
    return duties;
}

} // namespace

QList<Shift> shiftsOf(const Roster &roster, base::Instant from, base::Instant until)
{
    QList<Shift> shifts;
    for (const Rotation &rotation : roster.rotations) {
        const Turns turns(rotation);
        // A day more on each side: what begins before may reach into it.
        const QDateTime first = wallTime(from, turns.zone()).addDays(-1);
        const QDateTime last = wallTime(until, turns.zone()).addDays(1);
        if (rotation.hours)
            addDays(shifts, rotation, turns, first, last);
        else
            addTurns(shifts, rotation, turns, first, last);
    }
    for (const RosterOverride &change : roster.overrides) {
        if (change.from < change.until)
            shifts = changed(shifts, change);
    }
    for (Shift &shift : shifts) {
        if (!roster.active.contains(shift.person))
            shift.person.clear();
    }
    shifts.removeIf([&](const Shift &shift) { return !touches(shift, from, until); });
    std::ranges::sort(shifts, comesBefore);
    return shifts;
}

QList<Shift> onDuty(const QList<Shift> &shifts, base::Instant at)
{
    QList<Shift> on;
    std::ranges::copy_if(shifts, std::back_inserter(on),
        [at](const Shift &shift) { return shift.from <= at && at < shift.until; });
    return on;
}

QList<Shift> gapsOf(const QList<Shift> &shifts)
{
    QList<Shift> gaps;
    std::ranges::copy_if(shifts, std::back_inserter(gaps),
        [](const Shift &shift) { return shift.person.isEmpty(); });
    return gaps;
}

QList<Shift> uncoveredOf(
    const QList<Shift> &shifts, const QString &position, base::Instant from, base::Instant until)
{
    QList<Shift> uncovered;
    base::Instant covered = from;
    const auto add = [&](base::Instant end) {
        if (covered < end)
            uncovered.append({.position = position, .from = covered, .until = end});
    };
    for (const Shift &shift : shifts) {
        if (shift.position != position || shift.until <= covered || shift.from >= until)
            continue;
        add(shift.from);
        covered = shift.until;
    }
    add(until);
    return uncovered;
}

QList<Shift> nextOf(const QList<Shift> &shifts, base::Instant at)
{
    QList<Shift> next;
    for (const Shift &shift : shifts) {
        const bool known = std::ranges::any_of(
            next, [&shift](const Shift &other) { return other.position == shift.position; });
        if (shift.from > at && !known)
            next.append(shift);
    }
    return next;
}

QList<DoubleDuty> doubleDutiesOf(const QList<Shift> &shifts)
{
    QList<DoubleDuty> found;
    for (qsizetype i = 0; i < shifts.size(); ++i) {
        const Shift &a = shifts.at(i);
        // In order of begin: what begins after `a` ends cannot overlap it.
        for (qsizetype k = i + 1; k < shifts.size() && shifts.at(k).from < a.until; ++k) {
            const Shift &b = shifts.at(k);
            if (!a.person.isEmpty() && a.person == b.person && a.position != b.position)
                found.append(
                    {a.person, a.position, b.position, b.from, std::min(a.until, b.until)});
        }
    }
    return found;
}

QStringList affectedBy(const QList<Shift> &before, const QList<Shift> &after)
{
    QSet<QString> people;
    for (const QList<Shift> *shifts : {&before, &after})
        for (const Shift &shift : *shifts)
            people.insert(shift.person);
    people.remove(QString());
    QStringList affected;
    for (const QString &person : std::as_const(people)) {
        if (dutiesOf(before, person) != dutiesOf(after, person))
            affected.append(person);
    }
    affected.sort();
    return affected;
}

} // namespace watchroom::domain
