// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/policy.h"

#include "app/domain/walltime.h"

namespace watchroom::domain {

namespace {

base::Instant endOfWorkingDay(base::Instant from, qint64 days, const Policy &policy)
{
    const QTimeZone zone(policy.zone);
    QDate date = wallTime(from, zone).date();
    while (days > 0) {
        date = date.addDays(1);
        if (date.dayOfWeek() <= Qt::Friday)
            --days;
    }
    return instantOf(QDateTime(date, policy.workdayEnd, Qt::UTC), zone);
}

} // namespace

const Limit &LevelPolicy::limit(Stage stage) const
{
    static constexpr Limit kNone;
    return stage == Stage::Closed ? kNone : limits[static_cast<std::size_t>(stage) - 1];
}

const LevelPolicy &Policy::of(Level level) const
{
    return levels[static_cast<std::size_t>(level)];
}

std::optional<base::Instant> deadline(base::Instant from, const Limit &limit, const Policy &policy)
{
    switch (limit.kind) {
    case Limit::Kind::Seconds:
        return from + base::Seconds{limit.amount};
    case Limit::Kind::WorkingDays:
        return endOfWorkingDay(from, limit.amount, policy);
    case Limit::Kind::None:
        break;
    }
    return std::nullopt;
}

bool isQuiet(base::Instant at, const QuietHours &hours, const Policy &policy)
{
    const QTime time = wallTime(at, QTimeZone(policy.zone)).time();
    if (hours.from <= hours.to)
        return time >= hours.from && time < hours.to;
    return time >= hours.from || time < hours.to;
}

} // namespace watchroom::domain
