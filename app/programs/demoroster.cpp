// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/demoroster.h"

#include "app/base/ids.h"
#include "app/domain/rosterrows.h"
#include "app/domain/walltime.h"

#include <QTimeZone>

namespace watchroom::programs {

using namespace Qt::StringLiterals;
using domain::OperationKind;

namespace {

const auto kLead = u"chensiyuan"_s;
const auto kAsker = u"luochen"_s;

store::Draft inserted(const QString &table, base::Instant now, const domain::Row &set)
{
    return {.table = table, .id = base::newId(now), .kind = OperationKind::Insert, .set = set};
}

domain::Row shift(const QString &position, bool day, const QDate &from, const QStringList &members)
{
    const QTime begin = day ? QTime(8, 0) : QTime(20, 0);
    domain::Rotation rotation;
    rotation.position = position;
    rotation.slot = day ? u"day"_s : u"night"_s;
    rotation.zone = "Asia/Shanghai";
    rotation.startsOn = from;
    rotation.handoff = begin;
    rotation.unit = domain::Rotation::Unit::Days;
    rotation.hours = domain::DailyHours{begin, day ? QTime(20, 0) : QTime(8, 0)};
    rotation.members = members;
    return domain::rotationRow(rotation);
}

} // namespace

QList<DemoDuty> demoRoster(base::Instant now)
{
    const QTimeZone zone("Asia/Shanghai");
    const QDate today = domain::wallTime(now, zone).date();
    const QDate first = today.addDays(-14);
    const auto at = [&](int day, int hour) {
        return base::toIso(
            domain::instantOf(QDateTime(today.addDays(day), QTime(hour, 0), Qt::UTC), zone));
    };
    DemoDuty lead{kLead, {}};
    const QList<std::tuple<QString, QStringList, QStringList>> positions{
        {u"shift_lead"_s, {kLead, u"lize"_s}, {u"lize"_s, kLead}},
        {u"network"_s, {u"luochen"_s, u"wuqian"_s}, {u"wuqian"_s, u"luochen"_s}},
        {u"audio_video"_s, {u"zhoumin"_s, u"sunyue"_s}, {u"sunyue"_s, u"zhoumin"_s}}};
    for (const auto &[position, days, nights] : positions) {
        lead.drafts.append(inserted(u"rotation"_s, now, shift(position, true, first, days)));
        lead.drafts.append(inserted(u"rotation"_s, now, shift(position, false, first, nights)));
    }
    lead.drafts.append(inserted(u"roster_override"_s, now,
        {{u"kind"_s, u"leave"_s}, {u"person"_s, u"sunyue"_s}, {u"begins_at"_s, at(2, 0)},
            {u"ends_at"_s, at(3, 0)}}));
    const DemoDuty asker{kAsker,
        {inserted(u"roster_override"_s, now,
            {{u"kind"_s, u"cover"_s}, {u"position"_s, u"network"_s}, {u"person"_s, kLead},
                {u"replaces"_s, kAsker}, {u"begins_at"_s, at(4, 8)}, {u"ends_at"_s, at(4, 20)},
                {u"reason"_s, u"孩子家长会"_s}})}};
    return {lead, asker};
}

} // namespace watchroom::programs
