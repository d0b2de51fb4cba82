// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/parity/trial.h"

#include "app/base/ids.h"
#include "app/domain/derivedids.h"
#include "app/domain/stages.h"
#include "app/domain/tables.h"
#include "app/domain/values.h"

#include <QJsonDocument>

#include <algorithm>

namespace watchroom::parity {

using namespace Qt::StringLiterals;
using namespace domain;

namespace {

// Numbers come from another sequence, a chain's place and the time of recording from the server.
bool isCompared(const QString &column)
{
    static const QStringList kApart{u"number"_s, u"chain"_s, u"n"_s, u"hash"_s, u"carrier"_s,
        u"recorded_at"_s, u"updated_at"_s, u"ver"_s, u"rev"_s, u"updated_by"_s, u"carried_by"_s};
    return !kApart.contains(column);
}

// Absent is null; instants and ids in one spelling; a record's n is its key.
Row compared(const QString &table, const Row &row)
{
    Row result;
    for (const Column &column : findTable(table)->columns) {
        if (!isCompared(column.name))
            continue;
        const QJsonValue value = row.value(column.name);
        result.insert(column.name, normalValue(column.type, value).value_or(value));
    }
    result.insert("deleted"_L1, boolean(row, "deleted"_L1));
    // A workspace without a server has no parts to fetch: only what the rules stamp is compared.
    static const QStringList kPlaced{u"incident"_s, u"stage_record"_s, u"log_entry"_s, u"ticket"_s,
        u"pending_item"_s, u"position"_s, u"rotation"_s, u"roster_override"_s, u"check_in"_s,
        u"handover"_s, u"handover_item"_s, u"handover_signature"_s, u"article"_s,
        u"article_version"_s, u"article_follow"_s, u"article_feedback"_s, u"procedure_run"_s,
        u"run_event"_s, u"contact"_s};
    if (kPlaced.contains(table))
        result.insert("part"_L1, row.value("part"_L1));
    return result;
}

QLatin1StringView kindName(OperationKind kind)
{
    switch (kind) {
    case OperationKind::Insert:
    case OperationKind::Append:
        return "insert"_L1;
    case OperationKind::Update:
        return "update"_L1;
    case OperationKind::Delete:
        return "delete"_L1;
    }
    return {};
}

Row proposed(const Trial &trial)
{
    Row row = trial.old;
    for (auto it = trial.set.begin(); it != trial.set.end(); ++it)
        row.insert(it.key(), it.value());
    row.insert("deleted"_L1, trial.kind == OperationKind::Delete);
    return row;
}

QByteArray asText(const QJsonObject &object)
{
    return canonicalJson(object);
}

// The first entry of a day carries the head of the day before: the authority's work, not the
// rules'.
QJsonObject withoutSeal(QJsonObject params)
{
    params.remove("sealed"_L1);
    return params;
}

} // namespace

QUuid Trial::id() const
{
    return uuid(old.isEmpty() ? set : old, "id"_L1);
}

QByteArray Outcome::describe() const
{
    if (!code.isEmpty())
        return code.toUtf8() + ' ' + asText(params);
    QByteArray text = "row " + asText(row) + "\n  entries " + canonicalJson(entries);
    for (auto it = records.begin(); it != records.end(); ++it)
        text += "\n  record " + QByteArray::number(it.key()) + ' ' + asText(*it);
    for (auto it = moved.begin(); it != moved.end(); ++it)
        text += "\n  moved " + it.key().toUtf8() + ' ' + asText(*it);
    return text;
}

QJsonObject toServer(const Trial &trial)
{
    return {{u"tbl"_s, trial.table}, {u"kind"_s, kindName(trial.kind)},
        {u"id"_s, base::toText(trial.id())}, {u"set"_s, trial.set}, {u"actor"_s, trial.actor.name},
        {u"actor_kind"_s, trial.actor.station ? u"station"_s : u"person"_s},
        {u"fence"_s, trial.fence > 0 ? QString::number(trial.fence) : QString()},
        {u"at"_s, base::toIso(trial.at)}};
}

Outcome fromServer(const Trial &trial, const QJsonObject &answer)
{
    Outcome outcome;
    outcome.code = text(answer, "code"_L1);
    outcome.params = answer.value("params"_L1).toObject();
    if (!outcome.code.isEmpty())
        return outcome;
    outcome.row = compared(trial.table, answer.value("row"_L1).toObject());
    const QJsonArray entries = answer.value("entries"_L1).toArray();
    for (const auto &item : entries) {
        QJsonObject entry = item.toObject();
        entry.insert("params"_L1, withoutSeal(entry.value("params"_L1).toObject()));
        outcome.entries.append(entry);
    }
    const QJsonArray moved = answer.value("moved"_L1).toArray();
    for (const auto &item : moved) {
        const QString table = text(item.toObject(), "t"_L1);
        const Row row = item.toObject().value("r"_L1).toObject();
        outcome.moved.insert(table + u' ' + text(row, "id"_L1), compared(table, row));
    }
    const QJsonArray records = answer.value("records"_L1).toArray();
    for (const auto &record : records)
        outcome.records.insert(
            integer(record.toObject(), "n"_L1), compared(u"stage_record"_s, record.toObject()));
    return outcome;
}

Outcome judgeHere(const Trial &trial, base::Instant now, ParityFacts &facts)
{
    const std::optional<Row> old =
        trial.old.isEmpty() ? std::nullopt : std::optional<Row>(trial.old);
    const Judgement judgement =
        judge(trial.table, old, proposed(trial), trial.actor, trial.at, now, facts);
    Outcome outcome{.code = judgement.refused, .params = judgement.params};
    if (!judgement.accepted())
        return outcome;
    outcome.row = compared(trial.table, judgement.row);
    // The server answers chain by chain: the day's first, then incidents' by their ids.
    QList<EntryDraft> entries = judgement.entries;
    std::ranges::stable_sort(entries, {}, [](const EntryDraft &entry) {
        return entry.incident.isNull() ? QString() : base::toText(entry.incident);
    });
    for (const EntryDraft &entry : std::as_const(entries))
        outcome.entries.append(QJsonObject{
            {u"incident"_s, entry.incident.isNull() ? QJsonValue() : base::toText(entry.incident)},
            {u"code"_s, entry.code}, {u"params"_s, entry.params}});
    for (qint64 n = 1; n <= static_cast<qint64>(kStages.size()); ++n)
        if (const auto record = facts.row(u"stage_record", stageRecordId(trial.id(), n)))
            outcome.records.insert(n, compared(u"stage_record"_s, *record));
    for (const Consequence &consequence : judgement.consequences) {
        const Row row = compared(consequence.table, consequence.row);
        if (consequence.table == "stage_record"_L1)
            outcome.records.insert(integer(consequence.row, "n"_L1), row);
        else
            outcome.moved.insert(consequence.table + u' ' + text(consequence.row, "id"_L1), row);
    }
    return outcome;
}

QByteArray difference(const Trial &trial, const Outcome &here, const Outcome &there)
{
    const QByteArray mine = here.describe();
    const QByteArray theirs = there.describe();
    if (mine == theirs)
        return {};
    return "trial " + asText(toServer(trial)) + "\nold " + asText(trial.old) + "\ndomain " + mine
        + "\nserver " + theirs;
}

} // namespace watchroom::parity
