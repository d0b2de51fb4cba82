// SPDX-License-Identifier: GPL-3.0-or-later
// A handover, as rows of the replica.
#include "app/handover/statereading.h"

#include "app/base/ids.h"
#include "app/domain/handoverguard.h"

#include <QJsonArray>

namespace watchroom::handover {

using namespace Qt::StringLiterals;
using base::Result;
using domain::Row;
using domain::text;

namespace {

HandoverState fromRow(const Row &row)
{
    HandoverState state;
    state.id = domain::uuid(row, "id"_L1);
    state.scope = text(row, "scope"_L1);
    state.label = text(row, "label"_L1);
    state.number = numberOf(row);
    state.state = text(row, "state"_L1);
    state.outgoing = text(row, "outgoing"_L1);
    state.incoming = text(row, "incoming"_L1);
    state.outgoingPeople = domain::logins(row.value("outgoing_people"_L1));
    state.incomingPeople = domain::logins(row.value("incoming_people"_L1));
    state.sheetHash = text(row, "sheet_hash"_L1);
    state.reason = text(row, "reason"_L1);
    state.attempt = domain::integer(row, "attempt"_L1);
    state.seen = domain::boolean(row, "seen"_L1);
    state.pending = domain::boolean(row, "_pending"_L1);
    state.shiftAt = domain::instant(row, "shift_at"_L1);
    state.openedAt = domain::instant(row, "opened_at"_L1);
    state.endedAt = domain::instant(row, "ended_at"_L1);
    state.changes = row.value("changes"_L1).toArray();
    return state;
}

Result<> readSignatures(store::Reader &reader, HandoverState &state)
{
    const auto rows = reader.rows(u"handover_signature"_s, u"handover = ?"_s,
        {base::toText(state.id)}, u"ORDER BY signed_at, meaning, id"_s);
    const auto people = reader.rows(u"person"_s, u"NOT deleted"_s, {}, {});
    if (!rows || !people)
        return tl::unexpected(rows ? people.error() : rows.error());
    for (const Row &row : *rows)
        state.signatures.append({.id = domain::uuid(row, "id"_L1),
            .what = {.person = text(row, "person"_L1),
                .meaning = text(row, "meaning"_L1),
                .hash = text(row, "sheet_hash"_L1).toLatin1(),
                .station = text(row, "station"_L1),
                .signedAt = domain::instant(row, "signed_at"_L1).value_or(base::Instant()),
                .how = text(row, "how"_L1)},
            .sheet = row.value("sheet"_L1).toObject()});
    for (const Row &row : *people)
        state.names.insert(text(row, "login"_L1), text(row, "name"_L1));
    return {};
}

Result<> readFacts(store::Reader &reader, HandoverState &state)
{
    auto facts = readSheetFacts(reader, state);
    if (!facts)
        return tl::unexpected(facts.error());
    state.facts = std::move(*facts);
    return {};
}

Result<HandoverState> read(
    store::Reader &reader, const QString &where, const QVariant &value, const QString &order = {})
{
    const auto rows =
        reader.rows(u"handover"_s, u"NOT deleted AND "_s + where, {value}, order + u" LIMIT 1"_s);
    if (!rows)
        return tl::unexpected(rows.error());
    if (rows->isEmpty())
        return base::failure(base::Error::Kind::NotFound, u"no handover yet"_s, u"handover_none"_s);
    HandoverState state = fromRow(rows->first());
    for (const auto part : {readFacts, readItems, readSignatures}) {
        if (const auto done = part(reader, state); !done)
            return tl::unexpected(done.error());
    }
    return state;
}

} // namespace

std::optional<qint64> numberOf(const Row &row)
{
    const QJsonValue number = row.value("number"_L1);
    return number.isDouble() ? std::optional(number.toInteger()) : std::nullopt;
}

Result<HandoverState> readHandover(store::Reader &reader, const QString &scope)
{
    // By the index of states: those that ended are many.
    auto live = read(reader, u"+scope = ? AND state IN ('draft', 'out_signed')"_s, scope);
    const bool none = !live && live.error().kind == base::Error::Kind::NotFound;
    return none ? read(reader, u"scope = ?"_s, scope, u"ORDER BY ended_at DESC"_s) : live;
}

Result<HandoverState> readHandover(store::Reader &reader, const QUuid &id)
{
    return read(reader, u"id = ?"_s, base::toText(id));
}

Result<QList<PastHandover>> readPast(store::Reader &reader, const QString &scope)
{
    const auto rows = reader.rows(u"handover"_s,
        u"NOT deleted AND scope = ? AND state NOT IN ('draft', 'out_signed')"_s, {scope},
        u"ORDER BY ended_at DESC LIMIT 30"_s);
    if (!rows)
        return tl::unexpected(rows.error());
    QList<PastHandover> past;
    for (const Row &row : *rows)
        past.append({.id = domain::uuid(row, "id"_L1),
            .label = text(row, "label"_L1),
            .state = text(row, "state"_L1),
            .outgoing = text(row, "outgoing"_L1),
            .incoming = text(row, "incoming"_L1),
            .shiftAt = domain::instant(row, "shift_at"_L1),
            .endedAt = domain::instant(row, "ended_at"_L1),
            .pending = domain::boolean(row, "_pending"_L1)});
    return past;
}

} // namespace watchroom::handover
