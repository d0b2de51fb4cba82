// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handover/handoverfigures.h"

#include "app/base/ids.h"
#include "app/domain/handoverguard.h"
#include "app/handover/duehandovers.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>
#include <set>

namespace watchroom::handover {

using namespace Qt::StringLiterals;
using base::Instant;
using base::Result;
using base::Seconds;
using domain::Row;
using domain::text;

namespace {

constexpr std::chrono::hours kSurprising{2};

/// The nearest rank: the smallest that so many percent do not exceed.
std::optional<Seconds> rank(const QList<Seconds> &sorted, qsizetype percent)
{
    if (sorted.isEmpty())
        return std::nullopt;
    const qsizetype nth = (sorted.size() * percent + 99) / 100;
    return sorted.at(std::max<qsizetype>(nth, 1) - 1);
}

Percentiles percentilesOf(QList<Seconds> lengths)
{
    std::ranges::sort(lengths);
    return {rank(lengths, 50), rank(lengths, 90)};
}

Seconds between(Instant from, Instant until)
{
    return std::chrono::duration_cast<Seconds>(until - from);
}

bool isReadBack(const EndedHandover &handover)
{
    return handover.heard >= std::min<qint64>(domain::kReadBackItems, handover.items);
}

void countState(HandoverFigures &figures, const QString &state)
{
    const QList<std::pair<QString, qint64 *>> counters{{u"accepted"_s, &figures.accepted},
        {u"forced"_s, &figures.forced}, {u"refused"_s, &figures.refused},
        {u"extended"_s, &figures.extended}, {u"expired"_s, &figures.expired}};
    for (const auto &[word, counter] : counters)
        *counter += word == state ? 1 : 0;
}

// What follows reads.

struct SignedSheet
{
    std::optional<Instant> first;
    QJsonObject sheet;
};

Result<SignedSheet> readSigned(store::Reader &reader, const Row &handover)
{
    const auto rows = reader.rows(u"handover_signature"_s, u"handover = ? AND sheet_hash = ?"_s,
        {text(handover, "id"_L1), text(handover, "sheet_hash"_L1)}, u"ORDER BY signed_at, id"_s);
    if (!rows)
        return tl::unexpected(rows.error());
    SignedSheet found;
    for (const Row &row : *rows) {
        if (!found.first && text(row, "meaning"_L1) != "witnessed"_L1)
            found.first = domain::instant(row, "signed_at"_L1);
        if (row.value("sheet"_L1).isObject())
            found.sheet = row.value("sheet"_L1).toObject();
    }
    return found;
}

/// The incidents that became red soon after, and were open at the freeze.
Result<QStringList> readRisen(store::Reader &reader, Instant passedAt, const QString &frozenAt)
{
    const auto rows = reader.query(
        u"SELECT DISTINCT i.id AS id FROM log_entry e JOIN incident i ON i.id = e.incident"
        " WHERE e.code = 'level_raised' AND json_extract(e.params, '$.to') = 'red'"
        " AND e.happened_at > ? AND e.happened_at <= ? AND NOT i.deleted AND i.opened_at <= ?"
        " AND (i.closed_at IS NULL OR i.closed_at > ?)"_s,
        {base::toIso(passedAt), base::toIso(passedAt + kSurprising), frozenAt, frozenAt});
    if (!rows)
        return tl::unexpected(rows.error());
    QStringList ids;
    for (const QJsonObject &row : *rows)
        ids.append(text(row, "id"_L1));
    return ids;
}

Result<qint64> readSurprises(store::Reader &reader, const QJsonObject &sheet, Instant passedAt)
{
    const auto risen = readRisen(reader, passedAt, text(sheet, "frozen_at"_L1));
    if (!risen)
        return tl::unexpected(risen.error());
    QSet<QString> named;
    const QJsonArray items = sheet.value("items"_L1).toArray();
    for (const QJsonValue &item : items)
        named.insert(text(item.toObject(), "id"_L1));
    return std::ranges::count_if(
        *risen, [&named](const QString &id) { return !named.contains(id); });
}

Result<> addSheet(store::Reader &reader, const Row &row, EndedHandover &handover)
{
    const auto signatures = readSigned(reader, row);
    if (!signatures)
        return tl::unexpected(signatures.error());
    const auto surprises = readSurprises(reader, signatures->sheet, handover.endedAt);
    if (!surprises)
        return tl::unexpected(surprises.error());
    const QJsonArray readBack = signatures->sheet.value("read_back"_L1).toArray();
    handover.signedAt = signatures->first;
    handover.items = signatures->sheet.value("items"_L1).toArray().size();
    handover.heard = std::ranges::count_if(
        readBack, [](const QJsonValue &one) { return one.toObject().value("heard"_L1).toBool(); });
    handover.waivers = signatures->sheet.value("waivers"_L1).toArray().size();
    handover.changes = row.value("changes"_L1).toArray().size();
    handover.surprises = *surprises;
    return {};
}

} // namespace

HandoverFigures figuresOf(const QList<EndedHandover> &handovers)
{
    HandoverFigures figures;
    std::set<Instant> shifts;
    std::set<Instant> onTime;
    QList<Seconds> signing;
    QList<Seconds> whole;
    for (const EndedHandover &one : handovers) {
        shifts.insert(one.shiftAt);
        countState(figures, one.state);
        const bool accepted = one.state == "accepted"_L1;
        if (!domain::isPassedState(one.state))
            continue;
        figures.waivers += one.waivers;
        figures.changes += one.changes;
        figures.surprises += one.surprises;
        if (!accepted)
            continue;
        if (one.endedAt <= one.shiftAt + kLateAfter)
            onTime.insert(one.shiftAt);
        figures.readBack += isReadBack(one) ? 1 : 0;
        whole.append(between(one.openedAt, one.endedAt));
        if (one.signedAt)
            signing.append(between(*one.signedAt, one.endedAt));
    }
    figures.shifts = qint64(shifts.size());
    figures.onTime = qint64(onTime.size());
    figures.signing = percentilesOf(signing);
    figures.whole = percentilesOf(whole);
    return figures;
}

Result<QList<EndedHandover>> readEndedHandovers(
    store::Reader &reader, const QString &scope, Instant from, Instant until)
{
    const auto rows = reader.rows(u"handover"_s,
        u"NOT deleted AND scope = ? AND shift_at >= ? AND shift_at < ? AND ended_at IS NOT NULL"_s,
        {scope, base::toIso(from), base::toIso(until)}, u"ORDER BY shift_at, attempt"_s);
    if (!rows)
        return tl::unexpected(rows.error());
    QList<EndedHandover> handovers;
    for (const Row &row : *rows) {
        const Instant ended = *domain::instant(row, "ended_at"_L1);
        EndedHandover one{.state = text(row, "state"_L1),
            .shiftAt = domain::instant(row, "shift_at"_L1).value_or(ended),
            .openedAt = domain::instant(row, "opened_at"_L1).value_or(ended),
            .endedAt = ended};
        const bool passed = domain::isPassedState(one.state);
        if (const auto added = passed ? addSheet(reader, row, one) : Result<>(); !added)
            return tl::unexpected(added.error());
        handovers.append(one);
    }
    return handovers;
}

} // namespace watchroom::handover
