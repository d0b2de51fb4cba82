// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/rosterrows.h"

#include "app/base/ids.h"
#include "app/domain/codes.h"
#include "app/domain/derivedids.h"
#include "app/domain/values.h"

#include <QJsonArray>

#include <algorithm>
#include <tuple>

namespace watchroom::domain {

using namespace Qt::StringLiterals;

namespace {

const auto kTime = u"HH:mm"_s;

QTime timeIn(const Row &row, QLatin1StringView column)
{
    return QTime::fromString(text(row, column), kTime);
}

QDate dateIn(const Row &row, QLatin1StringView column)
{
    return QDate::fromString(text(row, column), Qt::ISODate);
}

Rotation::Unit unitFrom(const QString &word)
{
    if (word == "hours"_L1)
        return Rotation::Unit::Hours;
    return word == "days"_L1 ? Rotation::Unit::Days : Rotation::Unit::Weeks;
}

QString wordOf(Rotation::Unit unit)
{
    return QString(codes::kTurnUnits.at(static_cast<std::size_t>(unit)));
}

RosterOverride overrideFrom(const Row &row)
{
    const QString kind = text(row, "kind"_L1);
    RosterOverride change{.id = uuid(row, "id"_L1),
        .position = text(row, "position"_L1),
        .person = text(row, "person"_L1),
        .replaces = text(row, "replaces"_L1),
        .from = instant(row, "begins_at"_L1).value_or(base::Instant()),
        .until = instant(row, "ends_at"_L1).value_or(base::Instant())};
    if (kind == "leave"_L1)
        change.kind = RosterOverride::Kind::Leave;
    else if (kind == "temporary"_L1)
        change.kind = RosterOverride::Kind::Temporary;
    return change;
}

auto inForceSince(const Row &row)
{
    return std::tuple(text(row, "answered_at"_L1), text(row, "id"_L1));
}

} // namespace

QList<Position> firstPositions()
{
    const QList<std::pair<QString, QString>> names{{u"值班长"_s, u"Shift lead"_s},
        {u"网络"_s, u"Network"_s}, {u"音视频"_s, u"Audio and video"_s}, {u"系统"_s, u"System"_s},
        {u"记录"_s, u"Scribe"_s}, {u"资源协调"_s, u"Coordinator"_s}};
    QList<Position> positions;
    for (qsizetype i = 0; i < names.size(); ++i) {
        const QString code(codes::kPositions.at(static_cast<std::size_t>(i)));
        positions.append({.code = code,
            .name = names.at(i).first,
            .nameEn = names.at(i).second,
            .order = int(i) + 1,
            // Of a small team one person is everything else.
            .needed = i == 0,
            .id = positionId(code)});
    }
    return positions;
}

Position positionFrom(const Row &row)
{
    return {.code = text(row, "code"_L1),
        .name = text(row, "name"_L1),
        .nameEn = text(row, "name_en"_L1),
        .order = int(integer(row, "ord"_L1)),
        .needed = boolean(row, "needed"_L1),
        .id = uuid(row, "id"_L1)};
}

Row positionRow(const Position &position)
{
    Row row{{u"code"_s, position.code}, {u"name"_s, position.name},
        {u"name_en"_s, orNull(position.nameEn)}, {u"ord"_s, position.order},
        {u"needed"_s, position.needed}};
    if (!position.id.isNull())
        row.insert("id"_L1, base::toText(position.id));
    return row;
}

Rotation rotationFrom(const Row &row)
{
    Rotation rotation{.id = uuid(row, "id"_L1),
        .position = text(row, "position"_L1),
        .slot = text(row, "slot"_L1),
        .zone = text(row, "zone"_L1).toLatin1(),
        .startsOn = dateIn(row, "starts_on"_L1),
        .endsOn = dateIn(row, "ends_on"_L1),
        .handoff = timeIn(row, "handoff"_L1),
        .unit = unitFrom(text(row, "unit"_L1)),
        .every = std::max(int(integer(row, "every"_L1)), 1)};
    if (!text(row, "hours_from"_L1).isEmpty())
        rotation.hours = {timeIn(row, "hours_from"_L1), timeIn(row, "hours_until"_L1)};
    const QJsonArray members = row.value("members"_L1).toArray();
    for (const QJsonValue &member : members)
        rotation.members.append(member.toString());
    return rotation;
}

Row rotationRow(const Rotation &rotation)
{
    const auto hours = rotation.hours.value_or(DailyHours());
    return {{u"position"_s, rotation.position}, {u"slot"_s, rotation.slot},
        {u"zone"_s, QString::fromLatin1(rotation.zone)},
        {u"starts_on"_s, rotation.startsOn.toString(Qt::ISODate)},
        {u"ends_on"_s, orNull(rotation.endsOn.toString(Qt::ISODate))},
        {u"handoff"_s, rotation.handoff.toString(kTime)}, {u"unit"_s, wordOf(rotation.unit)},
        {u"every"_s, rotation.every}, {u"hours_from"_s, orNull(hours.from.toString(kTime))},
        {u"hours_until"_s, orNull(hours.until.toString(kTime))},
        {u"members"_s, QJsonArray::fromStringList(rotation.members)}};
}

QList<RosterOverride> overridesFrom(const Row &row)
{
    if (text(row, "state"_L1) != "accepted"_L1 || boolean(row, "deleted"_L1))
        return {};
    const RosterOverride change = overrideFrom(row);
    if (text(row, "kind"_L1) != "swap"_L1)
        return {change};
    RosterOverride back = change;
    std::swap(back.person, back.replaces);
    back.position = text(row, "other_position"_L1);
    back.from = instant(row, "other_begins_at"_L1).value_or(base::Instant());
    back.until = instant(row, "other_ends_at"_L1).value_or(base::Instant());
    return {change, back};
}

Roster rosterFrom(const QList<Row> &rotations, QList<Row> overrides, const QSet<QString> &active)
{
    Roster roster;
    roster.active = active;
    for (const Row &row : rotations) {
        if (!boolean(row, "deleted"_L1))
            roster.rotations.append(rotationFrom(row));
    }
    std::ranges::sort(
        overrides, [](const Row &a, const Row &b) { return inForceSince(a) < inForceSince(b); });
    for (const Row &row : std::as_const(overrides))
        roster.overrides.append(overridesFrom(row));
    return roster;
}

} // namespace watchroom::domain
