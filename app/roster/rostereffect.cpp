// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roster/rostereffect.h"

#include <algorithm>

namespace watchroom::roster {

using namespace Qt::StringLiterals;

namespace {

bool isSame(const Problem &a, const Problem &b)
{
    return a.kind == b.kind && a.position == b.position && a.other == b.other
        && a.person == b.person;
}

/// The parts of `problem` outside of `other`.
QList<Problem> without(const Problem &problem, const Problem &other)
{
    if (!isSame(problem, other) || other.until <= problem.from || problem.until <= other.from)
        return {problem};
    QList<Problem> rest;
    if (problem.from < other.from) {
        rest.append(problem);
        rest.last().until = other.from;
    }
    if (other.until < problem.until) {
        rest.append(problem);
        rest.last().from = other.until;
    }
    return rest;
}

QList<Problem> without(const QList<Problem> &problems, const QList<Problem> &others)
{
    QList<Problem> rest = problems;
    for (const Problem &other : others) {
        QList<Problem> next;
        for (const Problem &problem : std::as_const(rest))
            next.append(without(problem, other));
        rest = next;
    }
    return rest;
}

} // namespace

RosterEffect effectOf(
    const RosterPair &before, const RosterPair &after, base::Instant from, base::Instant until)
{
    const QList<Problem> had = problemsOf(before.positions, before.roster, from, until);
    const QList<Problem> has = problemsOf(after.positions, after.roster, from, until);
    return {.affected = domain::affectedBy(domain::shiftsOf(before.roster, from, until),
                domain::shiftsOf(after.roster, from, until)),
        .made = without(has, had),
        .mended = without(had, has)};
}

RosterEffect effectOf(const RosterState &state, const NewChange &change)
{
    base::Instant from = change.from;
    base::Instant until = change.until;
    if (change.kind == "swap"_L1) {
        from = std::min(from, change.otherFrom);
        until = std::max(until, change.otherUntil);
    }
    until = std::min(until, from + kFurthest);
    if (until <= from)
        return {};
    return effectOf(
        {state.positions, state.roster}, {state.positions, state.with(change)}, from, until);
}

} // namespace watchroom::roster
