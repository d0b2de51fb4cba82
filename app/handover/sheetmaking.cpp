// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/handoverguard.h"
#include "app/domain/record.h"
#include "app/handover/handoverstate.h"

#include <algorithm>

namespace watchroom::handover {

using namespace Qt::StringLiterals;

namespace {

SheetSide sideOf(
    const QString &lead, const QStringList &people, const DutySide &duty, base::Instant shiftAt)
{
    return {.lead = lead,
        .people = people,
        .slot = duty.slot,
        .from = duty.from.value_or(shiftAt),
        .until = duty.until.value_or(shiftAt)};
}

/// Of everybody the sheet names, so that it can be read without any list.
void addNames(HandoverSheet &sheet, const QMap<QString, QString> &names)
{
    QStringList logins = sheet.outgoing.people + sheet.incoming.people;
    for (const SheetPosition &position : std::as_const(sheet.positions))
        logins += {position.from, position.to};
    for (const SheetItem &item : std::as_const(sheet.items))
        logins += {item.owner, item.receiver, item.confirmedBy};
    for (const SheetSystem &system : std::as_const(sheet.systems))
        logins.append(system.by);
    logins.removeAll(QString());
    for (const QString &login : std::as_const(logins))
        sheet.names.insert(login, names.value(login, login));
}

SheetChanges changesOf(const HandoverSheet &sheet, const SheetFacts &facts)
{
    SheetChanges changes = facts.sinceLast;
    changes.open.now = sheet.items.size();
    changes.red.now = std::ranges::count_if(
        sheet.items, [](const SheetItem &item) { return item.level == "red"_L1 && !isRun(item); });
    changes.overdue.now = std::ranges::count_if(sheet.items,
        [&sheet](const SheetItem &item) { return item.dueAt && *item.dueAt < sheet.frozenAt; });
    return changes;
}

/// Of a position's handover those of its people.
QList<SheetRun> runsOf(const HandoverState &state)
{
    QList<SheetRun> runs;
    for (const OpenRun &run : state.facts.openRuns) {
        if (state.scope == domain::kDesk || state.outgoingPeople.contains(run.owner))
            runs.append({.article = run.title, .version = run.version, .step = run.step});
    }
    return runs;
}

HandoverSheet draftOf(const HandoverState &state, base::Instant now, const SheetContext &context)
{
    const base::Instant shiftAt = state.shiftAt.value_or(now);
    HandoverSheet sheet{.id = state.id,
        .label = state.label,
        .scope = state.scope,
        .attempt = state.attempt,
        .plannedAt = shiftAt,
        .frozenAt = now,
        .asOf = context.asOf,
        .zone = context.zone,
        .outgoing = sideOf(state.outgoing, state.outgoingPeople, state.facts.outgoing, shiftAt),
        .incoming = sideOf(state.incoming, state.incomingPeople, state.facts.incoming, shiftAt),
        .positions = state.facts.positions,
        .systems = state.systems,
        .sources = context.sources,
        .runs = runsOf(state)};
    sheet.incoming.checkedIn = state.facts.checkedIn;
    for (const HandoverItem &item : state.items) {
        sheet.items.append(item.facts);
        if (item.readBack)
            sheet.readBack.append(*item.readBack);
    }
    sheet.waivers = state.waivers;
    addNames(sheet, state.names);
    sheet.sinceLast = changesOf(sheet, state.facts);
    return sheet;
}

base::Result<QByteArray> readFingerprint(store::Reader &reader)
{
    // SQLite takes the other columns from the row of the maximum.
    const auto rows = reader.query(u"SELECT chain, max(n) AS n, hash FROM log_entry"
                                   " WHERE hash IS NOT NULL GROUP BY chain"_s);
    if (!rows)
        return tl::unexpected(rows.error());
    QList<domain::ChainHead> heads;
    for (const QJsonObject &row : *rows)
        heads.append({.chain = domain::text(row, "chain"_L1),
            .n = domain::integer(row, "n"_L1),
            .hash = domain::text(row, "hash"_L1).toLatin1()});
    return heads.isEmpty() ? QByteArray() : domain::fingerprint(heads);
}

} // namespace

base::Result<HandoverSheet> sheetOf(
    const HandoverState &state, base::Instant now, const SheetContext &context)
{
    const auto frozen = state.signedSheet(state.sheetHash);
    return frozen ? HandoverSheet::fromJson(*frozen)
                  : base::Result<HandoverSheet>(draftOf(state, now, context));
}

base::Result<SheetEnd> readSheetEnd(
    store::Reader &reader, const HandoverState &state, base::Instant now)
{
    const auto fingerprint = readFingerprint(reader);
    if (!fingerprint)
        return tl::unexpected(fingerprint.error());
    SheetEnd end{.fingerprint = *fingerprint, .fingerprintAt = now, .confirmed = !state.pending};
    QString witness;
    for (const HandoverSignature &signature : state.signatures) {
        if (QString::fromLatin1(signature.what.hash) != state.sheetHash)
            continue;
        if (signature.what.meaning == "witnessed"_L1)
            witness = signature.what.person;
        else
            end.signatures.append(signature.what);
    }
    for (SheetSignature &signature : end.signatures)
        signature.witness = witness;
    end.names = state.names;
    return end;
}

} // namespace watchroom::handover
