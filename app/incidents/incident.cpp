// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/incidents/incident.h"

#include "app/base/ids.h"

#include <tuple>

namespace watchroom::incidents {

using namespace Qt::StringLiterals;

namespace {

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue orNull(const std::optional<base::Instant> &instant)
{
    return instant ? QJsonValue(base::toIso(*instant)) : QJsonValue();
}

} // namespace

Incident Incident::fromRow(const domain::Row &row)
{
    using namespace domain;
    Incident read{.id = uuid(row, "id"_L1),
        .label = text(row, "label"_L1),
        .title = text(row, "title"_L1),
        .level = text(row, "level"_L1),
        .stage = text(row, "stage"_L1),
        .owner = text(row, "owner"_L1),
        .acknowledgedBy = text(row, "acknowledged_by"_L1),
        .target = text(row, "target"_L1),
        .group = text(row, "tech_group"_L1),
        .waitingFor = text(row, "waiting_for"_L1),
        .cause = text(row, "cause"_L1),
        .verified = text(row, "verified"_L1),
        .openedBy = text(row, "opened_by"_L1),
        .told = row.value("told"_L1).toArray(),
        .levelConfirmed = boolean(row, "level_confirmed"_L1),
        .drill = boolean(row, "drill"_L1),
        .pending = boolean(row, "_pending"_L1),
        .policyVersion = integer(row, "policy_version"_L1),
        .stageNumber = integer(row, "stage_n"_L1),
        .openedAt = instant(row, "opened_at"_L1),
        .acknowledgedAt = instant(row, "acknowledged_at"_L1),
        .stageEnteredAt = instant(row, "stage_entered_at"_L1),
        .dueAt = instant(row, "due_at"_L1),
        .waitingSince = instant(row, "waiting_since"_L1),
        .recoveredAt = instant(row, "recovered_at"_L1),
        .closedAt = instant(row, "closed_at"_L1)};
    if (row.value("number"_L1).isDouble())
        read.number = integer(row, "number"_L1);
    if (row.value("sites"_L1).isArray())
        read.sites = row.value("sites"_L1).toArray();
    return read;
}

QString Incident::reference() const
{
    return number ? u'#' + QString::number(*number) : label;
}

bool Incident::isClosed() const
{
    return stage == "closed"_L1;
}

QJsonObject toJson(const Incident &incident)
{
    return {{u"id"_s, base::toText(incident.id)}, {u"label"_s, incident.label},
        {u"number"_s, incident.number ? QJsonValue(*incident.number) : QJsonValue()},
        {u"title"_s, incident.title}, {u"level"_s, incident.level}, {u"stage"_s, incident.stage},
        {u"owner"_s, orNull(incident.owner)},
        {u"acknowledged_by"_s, orNull(incident.acknowledgedBy)},
        {u"target"_s, orNull(incident.target)}, {u"drill"_s, incident.drill},
        {u"opened_at"_s, orNull(incident.openedAt)}, {u"due_at"_s, orNull(incident.dueAt)},
        {u"closed_at"_s, orNull(incident.closedAt)}, {u"pending"_s, incident.pending}};
}

bool comesBefore(const Incident &a, const Incident &b)
{
    const auto key = [](const Incident &i) {
        return std::make_tuple(i.level != "red"_L1 || i.recoveredAt.has_value(),
            i.dueAt.value_or(base::Instant::max()), i.openedAt.value_or(base::Instant::max()),
            i.id);
    };
    return key(a) < key(b);
}

} // namespace watchroom::incidents
