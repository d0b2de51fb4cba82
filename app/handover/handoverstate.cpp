// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handover/handoverstate.h"

#include "app/base/ids.h"
#include "app/domain/handoverguard.h"
#include "app/domain/levels.h"

#include <QJsonArray>

#include <algorithm>
#include <tuple>

namespace watchroom::handover {

using namespace Qt::StringLiterals;
using domain::Row;
using domain::text;

namespace {

std::optional<qint64> numberOf(const Row &row)
{
    const QJsonValue number = row.value("number"_L1);
    return number.isDouble() ? std::optional(number.toInteger()) : std::nullopt;
}

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

/// Of an incident, a ticket or a pending item: what the data says.
SheetItem factsOf(const QString &table, const Row &row)
{
    return {.table = table,
        .id = domain::uuid(row, "id"_L1),
        .label = text(row, "label"_L1),
        .number = numberOf(row),
        .title = text(row, "title"_L1),
        .level = text(row, "level"_L1),
        .group = text(row, "tech_group"_L1),
        .stage = text(row, "stage"_L1),
        .owner = text(row, "owner"_L1),
        .nextAction = text(row, "next_action"_L1),
        .dueAt = domain::instant(row, "due_at"_L1),
        .contingency = text(row, "contingency"_L1),
        .waitingFor = text(row, "waiting_for"_L1),
        .carried = domain::integer(row, "carried"_L1)};
}

SheetReadBack readBackOf(const HandoverItem &item, const Row &row)
{
    const QJsonObject said = row.value("read_back"_L1).toObject();
    SheetReadBack given{.table = item.facts.table,
        .id = item.facts.id,
        .dueAt = domain::instant(said, "due_at"_L1),
        .nextAction = text(said, "next_action"_L1),
        .owner = text(said, "owner"_L1),
        .heard = domain::boolean(row, "heard"_L1)};
    given.agrees = given.dueAt == item.facts.dueAt && given.nextAction == item.facts.nextAction
        && given.owner == item.facts.receiver;
    return given;
}

/// What both sides said about it. An incident has no plan of its own: the handover keeps it.
void take(HandoverItem &item, const Row &row)
{
    item.known = true;
    item.facts.receiver = text(row, "receiver"_L1);
    if (item.facts.table == "incident"_L1) {
        item.facts.nextAction = text(row, "next_action"_L1);
        item.facts.contingency = text(row, "contingency"_L1);
    }
    item.confirmed = domain::boolean(row, "confirmed"_L1);
    item.facts.confirmedBy = text(row, "confirmed_by"_L1);
    item.facts.confirmedAt = domain::instant(row, "confirmed_at"_L1);
    item.question = text(row, "question"_L1);
    item.askedBy = text(row, "asked_by"_L1);
    item.answer = text(row, "answer"_L1);
    item.answeredBy = text(row, "answered_by"_L1);
    if (row.value("read_back"_L1).isObject())
        item.readBack = readBackOf(item, row);
}

bool comesBefore(const HandoverItem &a, const HandoverItem &b)
{
    const auto key = [](const HandoverItem &item) {
        const auto level = domain::levelFrom(item.facts.level).value_or(domain::Level::Blue);
        return std::tuple(-int(level), !item.facts.dueAt,
            item.facts.dueAt.value_or(base::Instant()), base::toText(item.facts.id));
    };
    return key(a) < key(b);
}

base::Result<> readItems(store::Reader &reader, HandoverState &state)
{
    const auto own =
        reader.rows(u"handover_item"_s, u"handover = ?"_s, {base::toText(state.id)}, {});
    if (!own)
        return tl::unexpected(own.error());
    QHash<QString, Row> said;
    for (const Row &row : *own)
        said.insert(text(row, "about"_L1) + u' ' + text(row, "subject"_L1), row);
    const QList<std::pair<QString, QString>> tables{
        {u"incident"_s, u"stage <> 'closed' AND NOT deleted"_s},
        {u"ticket"_s, u"state = 'open' AND NOT deleted"_s},
        {u"pending_item"_s, u"state = 'open' AND NOT deleted"_s}};
    for (const auto &[table, open] : tables) {
        const auto rows = reader.rows(table, open, {}, {});
        if (!rows)
            return tl::unexpected(rows.error());
        for (const Row &row : *rows) {
            HandoverItem item{.facts = factsOf(table, row)};
            const bool concerned = item.facts.owner.isEmpty()
                ? state.scope == domain::kDesk
                : state.outgoingPeople.contains(item.facts.owner);
            if (!concerned)
                continue;
            const auto row2 = said.constFind(table + u' ' + base::toText(item.facts.id));
            if (row2 != said.constEnd())
                take(item, *row2);
            state.items.append(item);
        }
    }
    std::ranges::sort(state.items, comesBefore);
    state.systems = usualSystems();
    for (SheetSystem &system : state.systems) {
        const Row row = said.value(u"system "_s + system.key);
        const QString result = text(row, "result"_L1);
        system.result = result.isEmpty() ? u"unchecked"_s : result;
        system.seen = text(row, "seen"_L1);
        system.by = text(row, "checked_by"_L1);
        system.at = domain::instant(row, "checked_at"_L1);
    }
    return {};
}

base::Result<> readSignatures(store::Reader &reader, HandoverState &state)
{
    const auto rows = reader.rows(u"handover_signature"_s, u"handover = ?"_s,
        {base::toText(state.id)}, u"ORDER BY signed_at, id"_s);
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

base::Result<> readFacts(store::Reader &reader, HandoverState &state)
{
    const auto facts = readSheetFacts(reader, state);
    if (!facts)
        return tl::unexpected(facts.error());
    state.facts = *facts;
    return {};
}

base::Result<HandoverState> read(
    store::Reader &reader, const QString &where, const QVariantList &values)
{
    const auto rows = reader.rows(u"handover"_s, where, values,
        u"ORDER BY state IN ('draft', 'out_signed') DESC, opened_at DESC LIMIT 1"_s);
    if (!rows)
        return tl::unexpected(rows.error());
    if (rows->isEmpty())
        return base::failure(base::Error::Kind::NotFound, u"no handover yet"_s, u"handover_none"_s);
    HandoverState state = fromRow(rows->first());
    for (const auto part : {readItems, readSignatures, readFacts}) {
        if (const auto done = part(reader, state); !done)
            return tl::unexpected(done.error());
    }
    return state;
}

} // namespace

bool HandoverState::isLive() const
{
    return domain::isLiveState(state);
}

const HandoverItem *HandoverState::find(const QString &table, const QUuid &item) const
{
    const auto found = std::ranges::find_if(items,
        [&](const HandoverItem &one) { return one.facts.table == table && one.facts.id == item; });
    return found == items.end() ? nullptr : &*found;
}

std::optional<QJsonObject> HandoverState::signedSheet(const QString &hash) const
{
    for (const HandoverSignature &signature : signatures) {
        if (QString::fromLatin1(signature.what.hash) == hash && !signature.sheet.isEmpty())
            return signature.sheet;
    }
    return std::nullopt;
}

base::Result<HandoverState> readHandover(store::Reader &reader, const QString &scope)
{
    return read(reader, u"NOT deleted AND scope = ?"_s, {scope});
}

base::Result<HandoverState> readHandover(store::Reader &reader, const QUuid &id)
{
    return read(reader, u"NOT deleted AND id = ?"_s, {base::toText(id)});
}

QList<Missing> missingOf(const HandoverState &state, base::Instant now)
{
    QList<Missing> missing;
    for (const HandoverItem &item : state.items) {
        const SheetItem &facts = item.facts;
        const bool work = facts.table != "incident"_L1;
        const QList<std::pair<bool, QString>> rules{{facts.receiver.isEmpty(), u"receiver"_s},
            {work && facts.nextAction.isEmpty(), u"next_action"_s},
            {work && !facts.dueAt, u"due_at"_s},
            {facts.level != "blue"_L1 && facts.contingency.isEmpty(), u"contingency"_s},
            {item.hasOpenQuestion(), u"answer"_s}, {!item.confirmed, u"not_confirmed"_s},
            {domain::isUnheardRed(facts.table, facts.level, facts.stage), u"red_unacknowledged"_s}};
        for (const auto &[lacks, what] : rules) {
            if (lacks)
                missing.append({what, facts.table, base::toText(facts.id)});
        }
    }
    for (const SheetSystem &system : state.systems) {
        if (system.result != "ok"_L1 || !system.at || now - *system.at > domain::kSystemFresh)
            missing.append({u"system"_s, u"system"_s, system.key});
    }
    const auto heard = std::ranges::count_if(state.items,
        [](const HandoverItem &item) { return item.readBack && item.readBack->heard; });
    if (heard < std::min(domain::kReadBackItems, state.items.size()))
        missing.append({u"read_back"_s});
    return missing;
}

QList<SheetSystem> usualSystems()
{
    QList<SheetSystem> systems;
    for (const auto key : {"sound"_L1, "hotline"_L1, "backup_line"_L1, "wall"_L1})
        systems.append({.key = QString(key), .name = QString(key), .result = u"unchecked"_s});
    return systems;
}

} // namespace watchroom::handover
