// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handover/handoversheet.h"

#include "app/base/ids.h"
#include "app/domain/row.h"
#include "app/domain/values.h"

#include <QCryptographicHash>
#include <QJsonArray>

#include <algorithm>

namespace watchroom::handover {

using namespace Qt::StringLiterals;
using base::toIso;
using domain::orNull;

namespace {

QJsonValue numberOrNull(const std::optional<qint64> &number)
{
    return number ? QJsonValue(*number) : QJsonValue();
}

template <class Part>
QJsonArray all(const QList<Part> &parts, QJsonObject (*one)(const Part &))
{
    QJsonArray array;
    for (const Part &part : parts)
        array.append(one(part));
    return array;
}

QJsonObject side(const SheetSide &side)
{
    return {{u"lead"_s, side.lead}, {u"people"_s, QJsonArray::fromStringList(side.people)},
        {u"slot"_s, orNull(side.slot)}, {u"from"_s, toIso(side.from)},
        {u"until"_s, toIso(side.until)}};
}

QJsonObject incomingSide(const SheetSide &incoming)
{
    QJsonObject object = side(incoming);
    object.insert(u"checked_in"_s, QJsonArray::fromStringList(incoming.checkedIn));
    return object;
}

QJsonObject position(const SheetPosition &position)
{
    return {{u"position"_s, position.position}, {u"name"_s, position.name},
        {u"from"_s, orNull(position.from)}, {u"to"_s, orNull(position.to)}};
}

QJsonObject item(const SheetItem &item)
{
    return {{u"table"_s, item.table}, {u"id"_s, base::toText(item.id)},
        {u"label"_s, orNull(item.label)}, {u"number"_s, numberOrNull(item.number)},
        {u"title"_s, item.title}, {u"level"_s, item.level}, {u"group"_s, orNull(item.group)},
        {u"stage"_s, orNull(item.stage)}, {u"owner"_s, orNull(item.owner)},
        {u"receiver"_s, orNull(item.receiver)}, {u"next_action"_s, orNull(item.nextAction)},
        {u"due_at"_s, orNull(item.dueAt)}, {u"contingency"_s, orNull(item.contingency)},
        {u"waiting_for"_s, orNull(item.waitingFor)}, {u"carried"_s, item.carried},
        {u"confirmed_by"_s, orNull(item.confirmedBy)},
        {u"confirmed_at"_s, orNull(item.confirmedAt)}};
}

QJsonObject system(const SheetSystem &system)
{
    return {{u"key"_s, system.key}, {u"name"_s, system.name}, {u"result"_s, system.result},
        {u"seen"_s, orNull(system.seen)}, {u"by"_s, orNull(system.by)},
        {u"at"_s, orNull(system.at)}};
}

QJsonObject source(const SheetSource &source)
{
    return {
        {u"name"_s, source.name}, {u"state"_s, source.state}, {u"since"_s, orNull(source.since)}};
}

QJsonObject silence(const SheetSilence &silence)
{
    return {{u"name"_s, silence.name}, {u"ends_at"_s, toIso(silence.endsAt)}};
}

QJsonObject run(const SheetRun &run)
{
    return {{u"article"_s, run.article}, {u"version"_s, run.version}, {u"step"_s, run.step}};
}

QJsonArray count(const SheetCount &count)
{
    return {count.before, count.now};
}

QJsonObject changes(const SheetChanges &changes)
{
    return {{u"label"_s, orNull(changes.label)}, {u"open"_s, count(changes.open)},
        {u"red"_s, count(changes.red)}, {u"overdue"_s, count(changes.overdue)},
        {u"opened"_s, changes.opened}, {u"closed"_s, changes.closed}};
}

QJsonObject readBackOf(const SheetReadBack &answer)
{
    return {{u"table"_s, answer.table}, {u"id"_s, base::toText(answer.id)},
        {u"due_at"_s, orNull(answer.dueAt)}, {u"next_action"_s, orNull(answer.nextAction)},
        {u"owner"_s, answer.owner}, {u"agrees"_s, answer.agrees}, {u"heard"_s, answer.heard}};
}

QJsonObject waiver(const SheetWaiver &waiver)
{
    return {{u"rule"_s, waiver.rule}, {u"subject"_s, orNull(waiver.subject)},
        {u"reason"_s, waiver.reason}, {u"by"_s, waiver.by}, {u"second"_s, waiver.second}};
}

QJsonObject namesOf(const QMap<QString, QString> &names)
{
    QJsonObject object;
    for (auto name = names.cbegin(); name != names.cend(); ++name)
        object.insert(name.key(), *name);
    return object;
}

} // namespace

QJsonObject HandoverSheet::toJson() const
{
    return {{u"format"_s, QString(kSheetFormat)}, {u"version"_s, kSheetVersion},
        {u"id"_s, base::toText(id)}, {u"label"_s, orNull(label)}, {u"scope"_s, scope},
        {u"attempt"_s, attempt}, {u"planned_at"_s, toIso(plannedAt)},
        {u"frozen_at"_s, toIso(frozenAt)}, {u"as_of"_s, orNull(asOf)},
        {u"zone"_s, QString::fromLatin1(zone)}, {u"outgoing"_s, side(outgoing)},
        {u"incoming"_s, incomingSide(incoming)}, {u"names"_s, namesOf(names)},
        {u"positions"_s, all(positions, position)}, {u"items"_s, all(items, item)},
        {u"systems"_s, all(systems, system)}, {u"sources"_s, all(sources, source)},
        {u"silences"_s, all(silences, silence)}, {u"runs"_s, all(runs, run)},
        {u"since_last"_s, changes(sinceLast)}, {u"read_back"_s, all(readBack, readBackOf)},
        {u"waivers"_s, all(waivers, waiver)}};
}

QByteArray HandoverSheet::sheetText() const
{
    return domain::canonicalJson(toJson());
}

QByteArray HandoverSheet::sheetHash() const
{
    return QCryptographicHash::hash(sheetText(), QCryptographicHash::Sha256).toHex();
}

const SheetItem *HandoverSheet::find(const QString &table, const QUuid &item) const
{
    const auto found = std::ranges::find_if(
        items, [&](const SheetItem &other) { return other.id == item && other.table == table; });
    return found == items.cend() ? nullptr : &*found;
}

} // namespace watchroom::handover
