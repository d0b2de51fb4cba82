// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/incidentguard.h"

#include "app/base/ids.h"
#include "app/domain/derivedids.h"

#include <algorithm>

namespace watchroom::domain {

using namespace Qt::StringLiterals;

Verdict guardIncident(Change &change)
{
    return change.isInsert() ? guardIncidentInsert(change) : guardIncidentUpdate(change);
}

Policy policyOf(const Change &change)
{
    QList<Row> rows =
        change.facts.rowsWhere(u"policy", "version"_L1, change.row.value("policy_version"_L1));
    if (const auto newest = change.facts.newestPolicy())
        rows.append(*newest);
    for (const Row &row : std::as_const(rows))
        if (auto policy = parsePolicy(row.value("doc"_L1).toObject()))
            return *policy;
    return defaultPolicy();
}

std::optional<base::Instant> dueFrom(const Change &change, base::Instant from, Stage stage)
{
    const Policy policy = policyOf(change);
    const Level level = levelFrom(text(change.row, "level"_L1)).value_or(Level::Red);
    return deadline(from, policy.of(level).limit(stage), policy);
}

Stage stageBefore(const Change &change)
{
    return stageFrom(change.before("stage"_L1).toString()).value_or(Stage::Detection);
}

QUuid incidentId(const Change &change)
{
    return uuid(change.row, "id"_L1);
}

void write(Change &change, const QString &code, const QJsonObject &params)
{
    change.write(incidentId(change), code, params);
}

Row openedStageRecord(const Change &change)
{
    const qint64 n = integer(change.row, "stage_n"_L1);
    return {
        {u"id"_s, base::toText(stageRecordId(incidentId(change), n))},
        {u"part"_s, u"core"_s},
        {u"deleted"_s, false},
        {u"incident"_s, change.row.value("id"_L1)},
        {u"n"_s, n},
        {u"stage"_s, change.row.value("stage"_L1)},
        {u"owner"_s, change.row.value("owner"_L1)},
        {u"entered_at"_s, change.row.value("stage_entered_at"_L1)},
        {u"due_at"_s, change.row.value("due_at"_L1)},
        {u"left_at"_s, QJsonValue()},
        {u"waited_s"_s, 0},
        {u"reason"_s, QJsonValue()},
        {u"note"_s, QJsonValue()},
    };
}

void resume(Change &change)
{
    const base::Instant since = instant(change.row, "waiting_since"_L1).value_or(change.at);
    const auto waited =
        std::max(std::chrono::floor<base::Seconds>(change.at - since), base::Seconds{0});
    change.set("waited_s"_L1, integer(change.row, "waited_s"_L1) + waited.count());
    if (const auto due = instant(change.row, "due_at"_L1))
        change.setInstant("due_at"_L1, *due + waited);
    change.setNull("waiting_for"_L1);
    change.setNull("waiting_since"_L1);
    write(change, u"resumed"_s, {{u"waited_s"_s, qint64{waited.count()}}});
}

} // namespace watchroom::domain
