// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/incidents/incident.h"

#include "app/base/ids.h"
#include "app/domain/values.h"

#include <tuple>

namespace watchroom::incidents {

using namespace Qt::StringLiterals;
using domain::orNull;

Incident Incident::fromRow(const domain::Row &row)
{
    using namespace domain;
    Incident read;
    read.id = uuid(row, "id"_L1);
    read.label = text(row, "label"_L1);
    read.title = text(row, "title"_L1);
    read.level = text(row, "level"_L1);
    read.stage = text(row, "stage"_L1);
    read.owner = text(row, "owner"_L1);
    read.acknowledgedBy = text(row, "acknowledged_by"_L1);
    read.target = text(row, "target"_L1);
    read.group = text(row, "tech_group"_L1);
    read.waitingFor = text(row, "waiting_for"_L1);
    read.cause = text(row, "cause"_L1);
    read.verified = text(row, "verified"_L1);
    read.openedBy = text(row, "opened_by"_L1);
    read.told = row.value("told"_L1).toArray();
    read.levelConfirmed = boolean(row, "level_confirmed"_L1);
    read.drill = boolean(row, "drill"_L1);
    read.pending = boolean(row, "_pending"_L1);
    read.policyVersion = integer(row, "policy_version"_L1);
    read.stageNumber = integer(row, "stage_n"_L1);
    read.waitedSeconds = integer(row, "waited_s"_L1);
    read.openedAt = instant(row, "opened_at"_L1);
    read.acknowledgedAt = instant(row, "acknowledged_at"_L1);
    read.stageEnteredAt = instant(row, "stage_entered_at"_L1);
    read.dueAt = instant(row, "due_at"_L1);
    read.waitingSince = instant(row, "waiting_since"_L1);
    read.recoveredAt = instant(row, "recovered_at"_L1);
    read.closedAt = instant(row, "closed_at"_L1);
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

bool Incident::isOverdue(base::Instant now) const
{
    return dueAt && *dueAt <= now && !waitingSince && !isClosed();
}

domain::StageClock Incident::clock(base::Instant now) const
{
    const domain::Row row{{u"stage"_s, stage}, {u"level"_s, level},
        {u"stage_entered_at"_s, orNull(stageEnteredAt)}, {u"due_at"_s, orNull(dueAt)},
        {u"waiting_for"_s, orNull(waitingFor)}, {u"waiting_since"_s, orNull(waitingSince)},
        {u"waited_s"_s, waitedSeconds}};
    return domain::stageClock(row, now);
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
    if (a.isClosed() && b.isClosed())
        return a.closedAt > b.closedAt;
    if (a.isClosed() != b.isClosed())
        return b.isClosed();
    const auto key = [](const Incident &i) {
        return std::make_tuple(i.level != "red"_L1 || i.recoveredAt.has_value(),
            i.dueAt.value_or(base::Instant::max()), i.openedAt.value_or(base::Instant::max()),
            i.id);
    };
    return key(a) < key(b);
}

} // namespace watchroom::incidents
