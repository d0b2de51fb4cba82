// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/codes.h"
#include "app/domain/incidentguard.h"

#include <algorithm>

namespace watchroom::domain {

using namespace Qt::StringLiterals;

namespace {

QJsonObject fromTo(const Change &change)
{
    return {{u"from"_s, change.before("level"_L1)}, {u"to"_s, change.row.value("level"_L1)}};
}

void raise(Change &change)
{
    // The others have not heard of the higher level, so even the owner's "heard" ends.
    change.setNull("acknowledged_by"_L1);
    change.setNull("acknowledged_at"_L1);
    const auto due = instant(change.row, "due_at"_L1);
    // A deadline stands while waiting and gets the whole wait when that ends.
    const base::Instant from =
        std::min(change.at, instant(change.row, "waiting_since"_L1).value_or(change.at));
    const auto limit = dueFrom(change, from, stageBefore(change));
    if (limit && (!due || *limit < *due))
        change.setInstant("due_at"_L1, limit);
    write(change, u"level_raised"_s, fromTo(change));
}

Verdict lower(Change &change)
{
    if (!change.isSeniorOrOwner())
        return refuse(u"not_owner"_s);
    const QString reason = text(change.row, "level_reason"_L1);
    if (!codes::contains(codes::kLevelReasons, reason))
        return refuse(u"reason_missing"_s);
    const auto due = instant(change.row, "due_at"_L1);
    const base::Instant entered = instant(change.row, "stage_entered_at"_L1).value_or(change.at);
    const base::Seconds waited{integer(change.row, "waited_s"_L1)};
    const auto limit = dueFrom(change, entered + waited, stageBefore(change));
    if (!due || !limit)
        change.setNull("due_at"_L1);
    else
        change.setInstant("due_at"_L1, std::max(*due, *limit));
    QJsonObject params = fromTo(change);
    params.insert("reason"_L1, reason);
    write(change, u"level_lowered"_s, params);
    return {};
}

} // namespace

Verdict judgeLevel(Change &change)
{
    const auto from = levelFrom(change.before("level"_L1).toString());
    const auto to = levelFrom(text(change.row, "level"_L1));
    if (from == to)
        return {};
    if (to < from)
        return lower(change);
    raise(change);
    return {};
}

Verdict judgeWaiting(Change &change)
{
    if (!change.changed("waiting_for"_L1))
        return {};
    if (!change.isSeniorOrOwner())
        return refuse(u"not_owner"_s);
    if (change.isNull("waiting_for"_L1)) {
        resume(change);
        return {};
    }
    if (change.before("waiting_for"_L1).isNull() || change.before("waiting_for"_L1).isUndefined())
        change.setInstant("waiting_since"_L1, change.at);
    write(change, u"waiting"_s, {{u"for"_s, change.row.value("waiting_for"_L1)}});
    return {};
}

Verdict judgeResults(Change &change)
{
    struct Result
    {
        QLatin1StringView column;
        QLatin1StringView code;
        QLatin1StringView param;
    };
    static constexpr std::array kResults{Result{"cause"_L1, "cause_stated"_L1, "cause"_L1},
        Result{"verified"_L1, "recovery_verified"_L1, "how"_L1},
        Result{"told"_L1, "parties_told"_L1, "parties"_L1}};

    if ((change.changed("sites"_L1) || change.changed("level_confirmed"_L1))
        && boolean(change.row, "level_confirmed"_L1))
        write(change, u"assessed"_s,
            {{u"sites"_s, change.row.value("sites"_L1)},
                {u"level"_s, change.row.value("level"_L1)}});
    for (const Result &result : kResults)
        if (change.changed(result.column))
            write(change, result.code, {{result.param, change.row.value(result.column)}});
    if (change.changed("recovered_at"_L1))
        write(change, change.isNull("recovered_at"_L1) ? u"relapsed"_s : u"recovered"_s);
    if (change.changed("title"_L1))
        write(change, u"title_changed"_s,
            {{u"from"_s, change.before("title"_L1)}, {u"to"_s, change.row.value("title"_L1)}});
    return {};
}

} // namespace watchroom::domain
