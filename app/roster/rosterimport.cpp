// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roster/rosterimport.h"

#include "app/domain/walltime.h"

#include <algorithm>
#include <tuple>

namespace watchroom::roster {

using namespace Qt::StringLiterals;

namespace {

/// The usual words, with the hours of the team's own rotations where these agree.
QList<ShiftCode> codesOf(const RosterState &state)
{
    QList<ShiftCode> codes = defaultShiftCodes();
    const CodeBook book(codes);
    QHash<qsizetype, QList<domain::DailyHours>> known;
    for (const domain::Rotation &rotation : state.roster.rotations) {
        const auto named = book.shift(rotation.slot);
        if (named && named->code >= 0 && rotation.hours)
            known[named->code].append(*rotation.hours);
    }
    for (auto hours = known.constBegin(); hours != known.constEnd(); ++hours) {
        const domain::DailyHours &first = hours->first();
        const bool agree = std::ranges::all_of(*hours, [&first](const domain::DailyHours &other) {
            return other.from == first.from && other.until == first.until;
        });
        if (!agree)
            continue;
        codes[hours.key()].hours = first;
        codes[hours.key()].sure = true;
    }
    return codes;
}

SheetTables tablesOf(const ImportNeeds &needs)
{
    SheetTables tables{.team = needs.team,
        .positions = {},
        .codes = codesOf(needs.state),
        .today = domain::wallTime(needs.now, needs.zone).date(),
        .month = needs.month};
    for (const TeamMember &member : needs.team)
        tables.team.append({member.login, member.login});
    for (const domain::Position &position : needs.state.positions)
        tables.positions.append({position.code, position.name, position.nameEn});
    return tables;
}

bool isSame(const NewChange &a, const NewChange &b)
{
    return std::tie(a.position, a.person, a.from, a.until)
        == std::tie(b.position, b.person, b.from, b.until);
}

/// Turns what the sheet says into changes of the roster, one after the other.
class Importer
{
public:
    Importer(const ImportNeeds &needs, RosterSheet &sheet)
        : m_needs(needs)
        , m_sheet(sheet)
    {
    }

    void run(RosterImport &into)
    {
        findStanding();
        for (const SheetShift &shift : std::as_const(m_sheet.shifts))
            take(shift, into);
        keepTogether(into);
    }

private:
    void findStanding();
    void take(const SheetShift &shift, RosterImport &into);
    void lose(const QString &code, const Cell &cell, const QString &other = {});
    [[nodiscard]] bool isMade(const NewChange &change) const;
    [[nodiscard]] bool isOnDuty(const NewChange &change) const;
    void keepTogether(RosterImport &into) const;
    [[nodiscard]] const ImportShift *crossing(
        const NewChange &change, const RosterImport &taken) const;

    const ImportNeeds &m_needs;
    RosterSheet &m_sheet;
    QList<domain::Shift> m_standing;
};

void Importer::findStanding()
{
    std::optional<base::Instant> from;
    std::optional<base::Instant> until;
    for (const SheetShift &shift : std::as_const(m_sheet.shifts)) {
        const base::Instant begins = domain::instantOf(shift.begins, m_needs.zone);
        const base::Instant ends = domain::instantOf(shift.ends, m_needs.zone);
        from = std::min(from.value_or(begins), begins);
        until = std::max(until.value_or(ends), ends);
    }
    // A sheet of a slip of the pen may reach over years.
    const base::Instant furthest = m_needs.now + std::chrono::hours(24 * 366);
    if (from)
        m_standing = domain::shiftsOf(m_needs.state.roster,
            std::max(*from, m_needs.now - kLookBack), std::min(*until, furthest));
}

/// By a change that was made before, whoever covers it since.
bool Importer::isMade(const NewChange &change) const
{
    return std::ranges::any_of(m_needs.state.changes, [&change](const RosterChange &other) {
        return other.what.kind == u"temporary" && other.isOpen() && isSame(other.what, change);
    });
}

bool Importer::isOnDuty(const NewChange &change) const
{
    return std::ranges::any_of(m_standing, [&change](const domain::Shift &shift) {
        return shift.position == change.position && shift.person == change.person
            && shift.from == change.from && shift.until == change.until;
    });
}

/// A temporary shift goes over the rotations: whoever has the same hours by them needs one too.
void Importer::keepTogether(RosterImport &into) const
{
    for (ImportShift &shift : into.shifts) {
        const auto displaces = [&shift](const ImportShift &other) {
            return !other.stands && other.change.position == shift.change.position
                && other.change.from == shift.change.from
                && other.change.until == shift.change.until;
        };
        if (shift.stands && !isMade(shift.change) && std::ranges::any_of(into.shifts, displaces))
            shift.stands = false;
    }
}

/// A later temporary shift would cut it short.
const ImportShift *Importer::crossing(const NewChange &change, const RosterImport &taken) const
{
    const auto found = std::ranges::find_if(taken.shifts, [&change](const ImportShift &other) {
        return other.change.position == change.position && other.change.from < change.until
            && change.from < other.change.until
            && (other.change.from != change.from || other.change.until != change.until);
    });
    return found == taken.shifts.end() ? nullptr : &*found;
}

/// One problem for all that have the same reason.
void Importer::lose(const QString &code, const Cell &cell, const QString &other)
{
    const auto known = std::ranges::find_if(m_sheet.problems, [&](const SheetProblem &problem) {
        return problem.code == code && problem.other == other;
    });
    if (known == m_sheet.problems.end())
        m_sheet.problems.append({.code = code, .cells = {cell}, .other = other, .lost = true});
    else if (!known->cells.contains(cell))
        known->cells.append(cell);
}

void Importer::take(const SheetShift &shift, RosterImport &into)
{
    const NewChange change{.kind = u"temporary"_s,
        .position = shift.position.isEmpty() ? m_needs.position : shift.position,
        .person = shift.person,
        .from = domain::instantOf(shift.begins, m_needs.zone),
        .until = domain::instantOf(shift.ends, m_needs.zone),
        .reason = u"%1 %2"_s.arg(m_needs.source, shift.cell.name()).trimmed()};
    if (change.position.isEmpty())
        return lose(u"position_missing"_s, shift.cell);
    if (change.until <= m_needs.now - kLookBack)
        return lose(u"long_past"_s, shift.cell);
    if (const ImportShift *other = crossing(change, into))
        return lose(u"hours_cross"_s, shift.cell, other->cell.name());
    const bool twice = std::ranges::any_of(
        into.shifts, [&change](const ImportShift &other) { return isSame(other.change, change); });
    if (!twice)
        into.shifts.append({change, shift.slot, shift.cell, isMade(change) || isOnDuty(change)});
}

} // namespace

QList<NewChange> RosterImport::fresh() const
{
    QList<NewChange> changes;
    for (const ImportShift &shift : shifts) {
        if (!shift.stands)
            changes.append(shift.change);
    }
    return changes;
}

qsizetype RosterImport::lost() const
{
    return std::ranges::count_if(problems, &SheetProblem::lost);
}

base::Result<RosterImport> planImport(const QByteArray &bytes, const ImportNeeds &needs)
{
    const auto file = readRosterFile(bytes);
    if (!file)
        return tl::unexpected(file.error());
    RosterSheet sheet = readRosterSheet(*file, tablesOf(needs));
    RosterImport import{.encoding = sheet.encoding};
    Importer(needs, sheet).run(import);
    std::ranges::stable_sort(sheet.problems, [](const SheetProblem &a, const SheetProblem &b) {
        const Cell &first = a.cells.first();
        const Cell &second = b.cells.first();
        return std::tie(first.row, first.column) < std::tie(second.row, second.column);
    });
    import.problems = sheet.problems;
    return import;
}

} // namespace watchroom::roster
