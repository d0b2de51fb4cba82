// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roster/rosterplan.h"

#include "app/domain/walltime.h"

#include <algorithm>
#include <tuple>

namespace watchroom::roster {

using namespace Qt::StringLiterals;
using domain::Rotation;
using domain::Shift;

namespace {

constexpr qint64 kDay = 24 * 60 * 60;

/// A slot of a position, and when its shifts begin.
struct Slot
{
    QString name;
    QTime begins;
};

QTime beginOf(const Rotation &rotation)
{
    return rotation.hours ? rotation.hours->from : rotation.handoff;
}

/// By time of day; what belongs to no slot comes last.
QList<Slot> slotsOf(const QString &position, const QList<PlanShift> &shifts,
    const QList<Rotation> &rotations, const QTimeZone &zone)
{
    QList<Slot> found;
    for (const PlanShift &shown : shifts) {
        const Shift &shift = shown.shift;
        const bool known = std::ranges::any_of(
            found, [&shift](const Slot &slot) { return slot.name == shift.slot; });
        if (shift.position != position || known)
            continue;
        QTime begins = domain::wallTime(shift.from, zone).time();
        for (const Rotation &rotation : rotations) {
            if (rotation.position == position && rotation.slot == shift.slot)
                begins = beginOf(rotation);
        }
        found.append({shift.slot, begins});
    }
    std::ranges::sort(found, [](const Slot &a, const Slot &b) {
        return std::tuple(a.name.isEmpty(), a.begins, a.name)
            < std::tuple(b.name.isEmpty(), b.begins, b.name);
    });
    if (found.isEmpty())
        found.append(Slot());
    return found;
}

/// Each gets the first lane that is free in all its columns.
void layOut(PlanRow &row)
{
    QList<int> ends; // the last column that is taken, by lane
    for (PlanShift &shift : row.shifts) {
        const auto free =
            std::ranges::find_if(ends, [&shift](int end) { return end < shift.first; });
        shift.lane = int(free - ends.begin());
        if (free == ends.end())
            ends.append(shift.last);
        else
            *free = shift.last;
    }
    row.lanes = std::max(1, int(ends.size()));
}

/// Makes one plan.
class Planner
{
public:
    Planner(const RosterState &state, const QDate &first, int days, const QTimeZone &zone)
        : m_state(state)
        , m_plan{first, days, zone, {}}
    {
    }

    Plan take()
    {
        gather();
        QStringList positions;
        for (const domain::Position &position : m_state.positions)
            positions.append(position.code);
        for (const PlanShift &shown : std::as_const(m_shifts)) {
            if (!positions.contains(shown.shift.position)) // it was removed, its rotation was not
                positions.append(shown.shift.position);
        }
        for (const QString &position : std::as_const(positions))
            addRows(position);
        return m_plan;
    }

private:
    void gather()
    {
        // A day more on each side, so that what lacks a shift is not cut at the edges.
        const auto from = roster::beginOf(m_plan.first.addDays(-1), m_plan.zone);
        const auto until = roster::beginOf(m_plan.day(m_plan.days + 1), m_plan.zone);
        const QList<Shift> shifts = domain::shiftsOf(m_state.roster, from, until);
        m_doubles = domain::doubleDutiesOf(shifts);
        for (const Shift &shift : shifts)
            add(shift, false);
        for (const domain::Position &position : m_state.positions) {
            if (!position.needed)
                continue;
            const auto uncovered = domain::uncoveredOf(shifts, position.code, from, until);
            for (const Shift &shift : uncovered)
                add(shift, true);
        }
        std::ranges::stable_sort(m_shifts, {}, [](const PlanShift &s) { return s.shift.from; });
    }

    void add(const Shift &shift, bool uncovered)
    {
        const QDateTime begin = domain::wallTime(shift.from, m_plan.zone);
        const QDateTime end = domain::wallTime(shift.until, m_plan.zone);
        const int first = m_plan.column(begin.date()) - (isLaterPart(shift) ? 1 : 0);
        const int further = int(std::max<qint64>(0, begin.secsTo(end) - 1) / kDay);
        if (first >= m_plan.days || first + further < 0)
            return;
        m_shifts.append({.shift = shift,
            .change = kindOf(shift),
            .uncovered = uncovered,
            .twice = isTwice(shift),
            .first = first,
            .last = first + further});
    }

    /// What a change left of a night after midnight stays with the day on which the night began.
    [[nodiscard]] bool isLaterPart(const Shift &shift) const
    {
        for (const Rotation &rotation : m_state.roster.rotations) {
            if (rotation.position != shift.position || rotation.slot != shift.slot)
                continue;
            const QTime from = domain::wallTime(shift.from, QTimeZone(rotation.zone)).time();
            if (rotation.hours)
                return rotation.hours->until <= rotation.hours->from
                    && from < rotation.hours->until;
            return rotation.unit == Rotation::Unit::Days && rotation.every == 1
                && from < rotation.handoff;
        }
        return false;
    }

    [[nodiscard]] QString kindOf(const Shift &shift) const
    {
        const auto found = std::ranges::find(m_state.changes, shift.by, &RosterChange::id);
        return shift.by.isNull() || found == m_state.changes.end() ? QString() : found->what.kind;
    }

    [[nodiscard]] bool isTwice(const Shift &shift) const
    {
        return std::ranges::any_of(m_doubles, [&shift](const domain::DoubleDuty &duty) {
            const bool at = duty.position == shift.position || duty.other == shift.position;
            return at && duty.person == shift.person && duty.from < shift.until
                && shift.from < duty.until;
        });
    }

    void addRows(const QString &position)
    {
        const QList<Slot> slotsHere =
            slotsOf(position, m_shifts, m_state.roster.rotations, m_plan.zone);
        for (const Slot &slot : slotsHere) {
            PlanRow row{
                .position = position, .slot = slot.name, .leads = &slot == &slotsHere.first()};
            std::ranges::copy_if(
                m_shifts, std::back_inserter(row.shifts), [&](const PlanShift &shown) {
                    return shown.shift.position == position && shown.shift.slot == slot.name;
                });
            layOut(row);
            m_plan.rows.append(row);
        }
    }

    const RosterState &m_state;
    Plan m_plan;
    QList<PlanShift> m_shifts;
    QList<domain::DoubleDuty> m_doubles;
};

} // namespace

QList<PlanShift> PlanRow::at(int column) const
{
    QList<PlanShift> here;
    std::ranges::copy_if(shifts, std::back_inserter(here),
        [column](const PlanShift &shift) { return shift.first <= column && column <= shift.last; });
    std::ranges::sort(here, {}, &PlanShift::lane);
    return here;
}

Plan planOf(const RosterState &state, const QDate &first, int days, const QTimeZone &zone)
{
    return Planner(state, first, days, zone).take();
}

base::Instant beginOf(const QDate &day, const QTimeZone &zone)
{
    return domain::instantOf(QDateTime(day, QTime(0, 0), Qt::UTC), zone);
}

QDate dayOf(base::Instant instant, const QTimeZone &zone)
{
    return domain::wallTime(instant, zone).date();
}

QDate mondayOf(const QDate &day)
{
    return day.addDays(1 - day.dayOfWeek());
}

} // namespace watchroom::roster
