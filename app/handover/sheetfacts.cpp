// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handover/sheetfacts.h"

#include "app/base/ids.h"
#include "app/domain/handoverguard.h"
#include "app/handover/duehandovers.h"
#include "app/handover/handoverstate.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace watchroom::handover {

using namespace Qt::StringLiterals;
using base::Instant;
using base::Result;
using domain::Row;
using domain::text;

namespace {

constexpr std::chrono::hours kOneShift{24}; ///< after its begin: who comes then is of another

Result<QStringList> readCheckedIn(store::Reader &reader, const HandoverState &state)
{
    const Instant shiftAt = state.shiftAt.value_or(Instant());
    const auto rows = reader.rows(u"check_in"_s, u"checked_at >= ? AND checked_at < ?"_s,
        {base::toIso(shiftAt - kCheckInBefore), base::toIso(shiftAt + kOneShift)});
    if (!rows)
        return tl::unexpected(rows.error());
    QStringList there;
    for (const QString &login : state.incomingPeople) {
        if (std::ranges::any_of(
                *rows, [&login](const Row &row) { return text(row, "person"_L1) == login; }))
            there.append(login);
    }
    return there;
}

/// The last one of this scope that passed the watch on, before this one ended.
Result<std::optional<Row>> readLast(store::Reader &reader, const HandoverState &state)
{
    const auto rows = reader.rows(u"handover"_s,
        u"NOT deleted AND scope = ? AND id <> ? AND state IN ('accepted', 'forced')"
        " AND ended_at <= coalesce(?, ended_at)"_s,
        {state.scope, base::toText(state.id),
            state.endedAt ? QVariant(base::toIso(*state.endedAt)) : QVariant()},
        u"ORDER BY ended_at DESC LIMIT 1"_s);
    if (!rows)
        return tl::unexpected(rows.error());
    return rows->isEmpty() ? std::nullopt : std::optional(rows->first());
}

Result<QJsonObject> readSheetOf(store::Reader &reader, const Row &handover)
{
    const auto rows = reader.rows(u"handover_signature"_s,
        u"handover = ? AND sheet_hash = ? AND sheet IS NOT NULL"_s,
        {text(handover, "id"_L1), text(handover, "sheet_hash"_L1)}, u"LIMIT 1"_s);
    if (!rows)
        return tl::unexpected(rows.error());
    return rows->isEmpty() ? QJsonObject() : rows->first().value("sheet"_L1).toObject();
}

/// As it was when that sheet was frozen.
void countBefore(SheetChanges &changes, const QJsonObject &sheet, const QString &frozenAt)
{
    const QJsonArray items = sheet.value("items"_L1).toArray();
    changes.open.before = items.size();
    for (const QJsonValue &value : items) {
        const QJsonObject item = value.toObject();
        const QString due = text(item, "due_at"_L1);
        const bool red =
            text(item, "level"_L1) == "red"_L1 && text(item, "table"_L1) != "procedure_run"_L1;
        changes.red.before += red ? 1 : 0;
        changes.overdue.before += !due.isEmpty() && due < frozenAt ? 1 : 0;
    }
}

/// Of all tables, of a position's handover what its people have.
Result<qint64> countSince(store::Reader &reader, const HandoverState &state,
    QLatin1StringView column, const QString &since)
{
    QString where = u"NOT deleted AND %1 >= ?"_s.arg(column);
    QVariantList values{since};
    if (state.scope != domain::kDesk) {
        where += u" AND owner "_s + store::kInList;
        values.append(QString::fromUtf8(
            QJsonDocument(QJsonArray::fromStringList(state.outgoingPeople)).toJson()));
    }
    qint64 count = 0;
    for (const auto &table : {u"incident"_s, u"ticket"_s, u"pending_item"_s}) {
        const auto found = reader.count(table, where, values);
        if (!found)
            return tl::unexpected(found.error());
        count += *found;
    }
    return count;
}

/// What the last handover says, and what happened since.
Result<> readSinceLast(store::Reader &reader, const HandoverState &state, SheetFacts &facts)
{
    const auto last = readLast(reader, state);
    if (!last)
        return tl::unexpected(last.error());
    if (!*last)
        return {};
    const auto sheet = readSheetOf(reader, **last);
    if (!sheet)
        return tl::unexpected(sheet.error());
    const QString frozen = text(*sheet, "frozen_at"_L1);
    const QString since = frozen.isEmpty() ? text(**last, "ended_at"_L1) : frozen;
    const auto opened = countSince(reader, state, "opened_at"_L1, since);
    const auto closed = countSince(reader, state, "closed_at"_L1, since);
    if (!opened || !closed)
        return tl::unexpected(opened ? closed.error() : opened.error());
    facts.lastSheet = *sheet;
    facts.sinceLast = {.label = text(**last, "label"_L1), .opened = *opened, .closed = *closed};
    countBefore(facts.sinceLast, *sheet, since);
    return {};
}

} // namespace

Result<SheetFacts> readSheetFacts(store::Reader &reader, const HandoverState &state)
{
    const auto duty = readDutyRoster(reader);
    const auto checkedIn = readCheckedIn(reader, state);
    const auto runs = readOpenRuns(reader);
    if (!duty || !checkedIn)
        return tl::unexpected(duty ? checkedIn.error() : duty.error());
    if (!runs)
        return tl::unexpected(runs.error());
    const Instant shiftAt = state.shiftAt.value_or(Instant());
    SheetFacts facts{.outgoing = outgoingDuty(*duty, state.scope, state.outgoing, shiftAt),
        .incoming = incomingDuty(*duty, state.scope, state.incoming, shiftAt),
        .positions = positionsAt(*duty, state.scope, shiftAt),
        .checkedIn = *checkedIn,
        .openRuns = *runs};
    if (const auto read = readSinceLast(reader, state, facts); !read)
        return tl::unexpected(read.error());
    return facts;
}

} // namespace watchroom::handover
