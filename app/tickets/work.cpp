// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tickets/work.h"

#include "app/domain/levels.h"
#include "app/domain/tables.h"

#include <tuple>

namespace watchroom::tickets {

using namespace Qt::StringLiterals;

QString tableOf(WorkKind kind)
{
    return kind == WorkKind::Ticket ? u"ticket"_s : u"pending_item"_s;
}

Work Work::fromRow(WorkKind kind, const domain::Row &row)
{
    using namespace domain;
    Work read;
    read.kind = kind;
    read.id = uuid(row, "id"_L1);
    read.label = text(row, "label"_L1);
    read.title = text(row, "title"_L1);
    read.detail = text(row, "detail"_L1);
    read.level = text(row, "level"_L1);
    read.group = text(row, "tech_group"_L1);
    read.incident = uuid(row, "incident"_L1);
    read.owner = text(row, "owner"_L1);
    read.offeredTo = text(row, "offered_to"_L1);
    read.state = text(row, "state"_L1);
    read.outcome = text(row, "outcome"_L1);
    read.nextAction = text(row, "next_action"_L1);
    read.contingency = text(row, "contingency"_L1);
    read.waitingFor = text(row, "waiting_for"_L1);
    read.url = text(row, "url"_L1);
    read.openedBy = text(row, "opened_by"_L1);
    read.waitedSeconds = integer(row, "waited_s"_L1);
    read.carried = integer(row, "carried"_L1);
    read.pending = boolean(row, "_pending"_L1);
    read.openedAt = instant(row, "opened_at"_L1);
    read.dueAt = instant(row, "due_at"_L1);
    read.waitingSince = instant(row, "waiting_since"_L1);
    read.closedAt = instant(row, "closed_at"_L1);
    if (row.value("number"_L1).isDouble())
        read.number = integer(row, "number"_L1);
    return read;
}

bool Work::isOpen() const
{
    return state == "open"_L1;
}

bool Work::isOverdue(base::Instant now) const
{
    return isOpen() && dueAt && *dueAt <= now;
}

QString Work::reference() const
{
    return number ? u'#' + QString::number(*number) : label;
}

QJsonObject toJson(WorkKind kind, const domain::Row &row)
{
    QJsonObject json{
        {u"id"_s, row.value("id"_L1)}, {u"pending"_s, domain::boolean(row, "_pending"_L1)}};
    for (const domain::Column &column : domain::findTable(tableOf(kind))->columns) {
        const QJsonValue value = row.value(column.name);
        json.insert(column.name, value.isUndefined() ? QJsonValue() : value);
    }
    return json;
}

bool comesBefore(const Work &a, const Work &b)
{
    if (a.isOpen() != b.isOpen())
        return a.isOpen();
    if (!a.isOpen())
        return a.closedAt > b.closedAt;
    const auto key = [](const Work &work) {
        const auto level = domain::levelFrom(work.level).value_or(domain::Level::Blue);
        return std::make_tuple(-static_cast<int>(level), work.dueAt.value_or(base::Instant::max()),
            work.openedAt.value_or(base::Instant::max()), work.id);
    };
    return key(a) < key(b);
}

} // namespace watchroom::tickets
