// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/record.h"
#include "app/handover/handoverstate.h"

namespace watchroom::handover {

using namespace Qt::StringLiterals;

namespace {

HandoverSheet draftOf(const HandoverState &state, base::Instant now, const QByteArray &zone)
{
    HandoverSheet sheet{.id = state.id,
        .label = state.label,
        .scope = state.scope,
        .attempt = state.attempt,
        .plannedAt = state.shiftAt.value_or(now),
        .frozenAt = now,
        .zone = zone,
        .outgoing = {.lead = state.outgoing,
            .people = state.outgoingPeople,
            .slot = {},
            .from = state.shiftAt.value_or(now),
            .until = state.shiftAt.value_or(now)},
        .incoming = {.lead = state.incoming,
            .people = state.incomingPeople,
            .slot = {},
            .from = state.shiftAt.value_or(now),
            .until = state.shiftAt.value_or(now)}};
    for (const QStringList &side : {state.outgoingPeople, state.incomingPeople}) {
        for (const QString &login : side)
            sheet.names.insert(login, state.names.value(login, login));
    }
    for (const HandoverItem &item : state.items) {
        sheet.items.append(item.facts);
        if (item.readBack)
            sheet.readBack.append(*item.readBack);
    }
    sheet.systems = state.systems;
    sheet.waivers = state.waivers;
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
    const HandoverState &state, base::Instant now, const QByteArray &zone)
{
    const auto frozen = state.signedSheet(state.sheetHash);
    return frozen ? HandoverSheet::fromJson(*frozen)
                  : base::Result<HandoverSheet>(draftOf(state, now, zone));
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
