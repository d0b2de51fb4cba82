// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roster/rosterchange.h"

#include "app/domain/values.h"

namespace watchroom::roster {

using namespace Qt::StringLiterals;
using domain::orNull;
using domain::text;

namespace {

base::Instant instantIn(const domain::Row &row, QLatin1StringView column)
{
    return domain::instant(row, column).value_or(base::Instant());
}

} // namespace

RosterChange RosterChange::fromRow(const domain::Row &row)
{
    return {.id = domain::uuid(row, "id"_L1),
        .what = {.kind = text(row, "kind"_L1),
            .position = text(row, "position"_L1),
            .person = text(row, "person"_L1),
            .replaces = text(row, "replaces"_L1),
            .from = instantIn(row, "begins_at"_L1),
            .until = instantIn(row, "ends_at"_L1),
            .otherPosition = text(row, "other_position"_L1),
            .otherFrom = instantIn(row, "other_begins_at"_L1),
            .otherUntil = instantIn(row, "other_ends_at"_L1),
            .reason = text(row, "reason"_L1)},
        .state = text(row, "state"_L1),
        .askedBy = text(row, "asked_by"_L1),
        .askedOf = text(row, "asked_of"_L1),
        .askedAt = domain::instant(row, "asked_at"_L1),
        .pending = domain::boolean(row, "_pending"_L1)};
}

bool RosterChange::isOpen() const
{
    return state == "asked"_L1 || state == "accepted"_L1;
}

domain::Row toRow(const NewChange &change)
{
    domain::Row row{{u"kind"_s, change.kind}, {u"position"_s, orNull(change.position)},
        {u"person"_s, change.person}, {u"replaces"_s, orNull(change.replaces)},
        {u"begins_at"_s, base::toIso(change.from)}, {u"ends_at"_s, base::toIso(change.until)},
        {u"reason"_s, orNull(change.reason.trimmed())}};
    if (change.kind == "swap"_L1) {
        row.insert("other_position"_L1, orNull(change.otherPosition));
        row.insert("other_begins_at"_L1, base::toIso(change.otherFrom));
        row.insert("other_ends_at"_L1, base::toIso(change.otherUntil));
    }
    return row;
}

} // namespace watchroom::roster
