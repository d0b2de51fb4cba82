// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handover/dutyhandover.h"

#include "app/base/ids.h"
#include "app/domain/handoverguard.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace watchroom::handover {

using namespace Qt::StringLiterals;
using base::Instant;
using domain::Row;
using domain::Shift;

namespace {

constexpr std::chrono::microseconds kMoment{1}; // "before" is the last moment before

bool isDesk(const QString &scope)
{
    return scope == domain::kDesk;
}

QString leadPositionOf(const QString &scope)
{
    return isDesk(scope) ? QString(kLeadPosition) : scope;
}

/// Everybody on at that moment, of one position or of all, whoever began first before the others.
QStringList peopleAt(const QList<Shift> &shifts, const QString &scope, Instant at)
{
    QStringList people;
    const QList<Shift> on = domain::onDuty(shifts, at);
    for (const Shift &shift : on) {
        const bool meant = isDesk(scope) || shift.position == scope;
        if (meant && !shift.person.isEmpty() && !people.contains(shift.person))
            people.append(shift.person);
    }
    return people;
}

QString leadAt(const QList<Shift> &shifts, const QString &position, Instant at)
{
    return peopleAt(shifts, position, at).value(0);
}

/// Whoever leads stands first.
QStringList crew(QStringList people, const QString &lead)
{
    people.removeAll(lead);
    people.prepend(lead);
    return people;
}

/// Since when this person has had the position without a break.
Instant sinceOf(
    const QList<Shift> &shifts, const QString &position, const QString &lead, Instant until)
{
    Instant since = until;
    for (qsizetype i = shifts.size() - 1; i >= 0; --i) {
        const Shift &shift = shifts[i];
        if (shift.position == position && shift.person == lead && shift.from < since
            && shift.until >= since)
            since = shift.from;
    }
    return since;
}

/// When something at this position begins or ends.
std::set<Instant> boundsOf(const QList<Shift> &shifts, const QString &position)
{
    std::set<Instant> bounds;
    for (const Shift &shift : shifts) {
        if (shift.position == position) {
            bounds.insert(shift.from);
            bounds.insert(shift.until);
        }
    }
    return bounds;
}

/// The walk along one position's bounds: who had it last, and until when.
class Watch
{
public:
    Watch(const QList<Shift> &shifts, const QString &scope)
        : m_shifts(shifts)
        , m_scope(scope)
        , m_position(leadPositionOf(scope))
    {
    }

    [[nodiscard]] std::optional<DutyHandover> at(Instant bound)
    {
        const QString now = leadAt(m_shifts, m_position, bound);
        if (now.isEmpty())
            return gapAt(bound);
        const QString before = std::exchange(m_lead, now);
        const Instant left = m_gone.value_or(bound);
        m_gone.reset();
        if (before.isEmpty() || before == now)
            return std::nullopt;
        return DutyHandover{.handover = newHandover(bound, left, before, now),
            .outgoingSince = sinceOf(m_shifts, m_position, before, left)};
    }

private:
    [[nodiscard]] std::optional<DutyHandover> gapAt(Instant bound)
    {
        if (m_lead.isEmpty() || m_gone)
            return std::nullopt;
        m_gone = bound;
        return DutyHandover{.handover = newHandover(bound, bound, m_lead, {}),
            .gap = true,
            .outgoingSince = sinceOf(m_shifts, m_position, m_lead, bound)};
    }

    /// Of a position that stood empty, those hand over who were on at last.
    [[nodiscard]] NewHandover newHandover(
        Instant bound, Instant left, const QString &outgoing, const QString &incoming) const
    {
        NewHandover handover{.scope = m_scope,
            .shiftAt = bound,
            .outgoing = outgoing,
            .incoming = incoming,
            .outgoingPeople = crew(peopleAt(m_shifts, m_scope, left - kMoment), outgoing),
            .incomingPeople = {}};
        if (!incoming.isEmpty())
            handover.incomingPeople = crew(peopleAt(m_shifts, m_scope, bound), incoming);
        return handover;
    }

    const QList<Shift> &m_shifts;
    QString m_scope;
    QString m_position;
    QString m_lead;
    std::optional<Instant> m_gone; ///< since when nobody has it
};

DutySide side(const Shift *shift)
{
    return shift == nullptr ? DutySide() : DutySide{shift->slot, shift->from, shift->until};
}

QList<Shift> around(const DutyRoster &duty, Instant at)
{
    return domain::shiftsOf(duty.roster, at - kLookBack, at + kLookBack);
}

} // namespace

bool operator==(const DutyHandover &a, const DutyHandover &b)
{
    const auto parts = [](const DutyHandover &one) {
        const NewHandover &h = one.handover;
        return std::tie(h.scope, h.shiftAt, h.attempt, h.outgoing, h.incoming, h.outgoingPeople,
            h.incomingPeople, one.gap, one.outgoingSince);
    };
    return parts(a) == parts(b);
}

base::Result<DutyRoster> readDutyRoster(store::Reader &reader)
{
    const auto people = reader.rows(u"person"_s, u"NOT deleted"_s);
    const auto positions =
        reader.rows(u"position"_s, u"NOT deleted"_s, {}, u"ORDER BY ord, code"_s);
    const auto rotations = reader.rows(u"rotation"_s, u"NOT deleted"_s, {}, u"ORDER BY id"_s);
    const auto overrides = reader.rows(u"roster_override"_s, u"NOT deleted"_s);
    for (const auto *read : {&people, &positions, &rotations, &overrides}) {
        if (!*read)
            return tl::unexpected(read->error());
    }
    QSet<QString> active;
    for (const Row &row : *people) {
        if (domain::boolean(row, "active"_L1))
            active.insert(domain::text(row, "login"_L1));
    }
    DutyRoster duty{.positions = {}, .roster = domain::rosterFrom(*rotations, *overrides, active)};
    for (const Row &row : *positions)
        duty.positions.append(domain::positionFrom(row));
    return duty;
}

QList<DutyHandover> handoversOf(
    const DutyRoster &duty, const QString &scope, Instant from, Instant until)
{
    const QList<Shift> shifts = domain::shiftsOf(duty.roster, from - kLookBack, until);
    Watch watch(shifts, scope);
    QList<DutyHandover> all;
    for (const Instant bound : boundsOf(shifts, leadPositionOf(scope))) {
        if (bound >= until)
            break;
        const auto handover = watch.at(bound);
        if (handover && bound >= from)
            all.append(*handover);
    }
    return all;
}

std::optional<DutyHandover> nextDutyHandover(
    const DutyRoster &duty, const QString &scope, Instant from)
{
    const QList<DutyHandover> all = handoversOf(duty, scope, from, from + kLookAhead);
    return all.isEmpty() ? std::nullopt : std::optional(all.first());
}

NewHandover crewsAt(const DutyRoster &duty, const QString &scope, Instant shiftAt)
{
    const QList<Shift> shifts = around(duty, shiftAt);
    const QString position = leadPositionOf(scope);
    return {.scope = scope,
        .shiftAt = shiftAt,
        .outgoing = leadAt(shifts, position, shiftAt - kMoment),
        .incoming = leadAt(shifts, position, shiftAt),
        .outgoingPeople = peopleAt(shifts, scope, shiftAt - kMoment),
        .incomingPeople = peopleAt(shifts, scope, shiftAt)};
}

DutySide outgoingDuty(
    const DutyRoster &duty, const QString &scope, const QString &lead, Instant shiftAt)
{
    const QList<Shift> shifts = around(duty, shiftAt);
    const Shift *last = nullptr;
    for (const Shift &shift : shifts) {
        if (shift.position == leadPositionOf(scope) && shift.person == lead && shift.from < shiftAt
            && (last == nullptr || shift.until > last->until))
            last = &shift;
    }
    return side(last);
}

DutySide incomingDuty(
    const DutyRoster &duty, const QString &scope, const QString &lead, Instant shiftAt)
{
    const QList<Shift> shifts = around(duty, shiftAt);
    const auto first = std::ranges::find_if(shifts, [&](const Shift &shift) {
        return shift.position == leadPositionOf(scope) && shift.person == lead
            && shift.until > shiftAt;
    });
    return side(first == shifts.end() ? nullptr : &*first);
}

QList<SheetPosition> positionsAt(const DutyRoster &duty, const QString &scope, Instant shiftAt)
{
    const QList<Shift> shifts = around(duty, shiftAt);
    QList<SheetPosition> positions;
    for (const domain::Position &position : duty.positions) {
        if (!isDesk(scope) && position.code != scope)
            continue;
        const SheetPosition passed{.position = position.code,
            .name = position.name,
            .from = leadAt(shifts, position.code, shiftAt - kMoment),
            .to = leadAt(shifts, position.code, shiftAt)};
        if (!passed.from.isEmpty() || !passed.to.isEmpty())
            positions.append(passed);
    }
    return positions;
}

} // namespace watchroom::handover
