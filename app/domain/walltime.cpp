// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/walltime.h"

namespace watchroom::domain {

namespace {

constexpr qint64 kDay = 24 * 60 * 60;

qint64 offsetAt(qint64 second, const QTimeZone &zone)
{
    return zone.offsetFromUtc(QDateTime::fromSecsSinceEpoch(second, Qt::UTC));
}

} // namespace

QDateTime wallTime(base::Instant instant, const QTimeZone &zone)
{
    const auto millis =
        std::chrono::floor<std::chrono::milliseconds>(instant).time_since_epoch().count();
    const qint64 second = std::chrono::floor<base::Seconds>(instant).time_since_epoch().count();
    return QDateTime::fromMSecsSinceEpoch(millis + offsetAt(second, zone) * 1'000, Qt::UTC);
}

base::Instant instantOf(const QDateTime &wall, const QTimeZone &zone)
{
    const qint64 local = wall.toSecsSinceEpoch();
    const qint64 millis = wall.toMSecsSinceEpoch() - local * 1'000;
    // No zone is more than a day from UTC or changes twice within two.
    const qint64 before = offsetAt(local - kDay, zone);
    const qint64 after = offsetAt(local + kDay, zone);
    const bool shownAfter = offsetAt(local - after, zone) == after;
    const bool shownBefore = offsetAt(local - before, zone) == before;
    const qint64 offset = !shownBefore && shownAfter ? after : before;
    return base::Instant{base::Seconds{local - offset} + std::chrono::milliseconds{millis}};
}

} // namespace watchroom::domain
