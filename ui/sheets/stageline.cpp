// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sheets/stageline.h"

#include "app/words/times.h"

#include <QCoreApplication>

namespace watchroom::sheets {

using namespace Qt::StringLiterals;
using base::Seconds;
using domain::Limit;

namespace {

Seconds whole(std::chrono::microseconds length)
{
    return std::chrono::floor<Seconds>(length);
}

QString limitOf(std::optional<base::Instant> due, base::Instant entered, Seconds waited,
    const Limit &limit, const QTimeZone &zone)
{
    if (!due)
        return u"–"_s;
    if (limit.kind == Limit::Kind::WorkingDays)
        return words::until(*due, zone);
    return words::duration(whole(*due - entered) - waited);
}

} // namespace

StageLine stageLine(const domain::Row &record, const Limit &limit,
    std::optional<base::Instant> waitingSince, base::Instant now, const QTimeZone &zone)
{
    const auto entered = domain::instant(record, "entered_at"_L1).value_or(now);
    const auto left = domain::instant(record, "left_at"_L1);
    const auto due = domain::instant(record, "due_at"_L1);
    const Seconds waited{domain::integer(record, "waited_s"_L1)};
    const Seconds waiting =
        waitingSince && !left ? whole(std::max(now, *waitingSince) - *waitingSince) : Seconds{0};
    StageLine line;
    line.entered = words::dateTimeSeconds(entered, zone);
    line.left = left ? words::dateTimeSeconds(*left, zone) : QString();
    line.took = words::duration(whole(std::max(left.value_or(now), entered) - entered));
    if (waited + waiting > Seconds{0})
        line.waited = words::duration(waited + waiting);
    line.limit = limitOf(due, entered, waited, limit, zone);
    const Seconds late = due ? whole(left.value_or(now) - *due) - waiting : Seconds{0};
    line.over = late > Seconds{0};
    if (line.over)
        line.verdict =
            QCoreApplication::translate("sheet", "over by %1").arg(words::duration(late));
    else if (!left)
        line.verdict = waitingSince ? QCoreApplication::translate("sheet", "waiting")
                                    : QCoreApplication::translate("sheet", "under way");
    else
        line.verdict = due ? QCoreApplication::translate("sheet", "in time")
                           : QCoreApplication::translate("sheet", "no limit");
    return line;
}

} // namespace watchroom::sheets
