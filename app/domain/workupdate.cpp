// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/derivedids.h"
#include "app/domain/values.h"
#include "app/domain/workguard.h"

#include <algorithm>
#include <array>

namespace watchroom::domain {

using namespace Qt::StringLiterals;

namespace {

bool isMine(const Change &change)
{
    return change.isSeniorOrOwner();
}

/// What nobody owns is everybody's.
bool mayWork(const Change &change)
{
    return change.isNull("owner"_L1) || isMine(change);
}

QJsonValue given(const QJsonValue &value)
{
    return value.isUndefined() ? QJsonValue() : value;
}

QString ownerCode(const Change &change, const QJsonValue &from, const QString &to)
{
    const bool mine = to == change.actor.name;
    if (mine && change.before("offered_to"_L1).toString() == to)
        return u"work_accepted"_s;
    if (!from.isString())
        return mine ? u"work_claimed"_s : u"work_handed"_s;
    return mine ? u"work_taken_over"_s : u"work_handed"_s;
}

void resume(Change &change)
{
    const base::Instant since = instant(change.row, "waiting_since"_L1).value_or(change.at);
    const auto waited =
        std::max(std::chrono::floor<base::Seconds>(change.at - since), base::Seconds{0});
    change.set("waited_s"_L1, integer(change.row, "waited_s"_L1) + waited.count());
    change.setNull("waiting_for"_L1);
    change.setNull("waiting_since"_L1);
    writeWork(change, u"work_resumed"_s, {{u"waited_s"_s, qint64{waited.count()}}});
}

} // namespace

Verdict judgeWorkOwner(Change &change)
{
    if (!change.changed("owner"_L1))
        return {};
    const QJsonValue from = given(change.before("owner"_L1));
    const QString &me = change.actor.name;
    change.setNull("offered_to"_L1);
    if (change.isNull("owner"_L1)) {
        if (from.toString() != me && !change.actor.senior())
            return refuse(u"not_owner"_s);
        writeWork(change, u"work_released"_s, {{u"from"_s, from}});
        return {};
    }
    const QString to = text(change.row, "owner"_L1);
    if (to != me && !change.actor.senior())
        return refuse(u"owner_other"_s);
    if (!isActivePerson(change, to))
        return refuse(u"owner_unknown"_s);
    const QString code = ownerCode(change, from, to);
    writeWork(change, code,
        code == "work_claimed"_L1 ? QJsonObject{{u"owner"_s, to}}
                                  : QJsonObject{{u"from"_s, from}, {u"to"_s, to}});
    return {};
}

Verdict judgeOffer(Change &change)
{
    if (change.changed("owner"_L1) || !change.changed("offered_to"_L1))
        return {};
    const QString before = change.before("offered_to"_L1).toString();
    const bool withdrawn = change.isNull("offered_to"_L1);
    const bool declined = withdrawn && before == change.actor.name;
    if (!declined && !mayWork(change))
        return refuse(u"not_owner"_s);
    if (withdrawn) {
        writeWork(change, declined ? u"work_declined"_s : u"work_withdrawn"_s, {{u"to"_s, before}});
        return {};
    }
    const QString to = text(change.row, "offered_to"_L1);
    if (to == text(change.row, "owner"_L1) || !isActivePerson(change, to))
        return refuse(u"owner_unknown"_s);
    writeWork(change, u"work_offered"_s, {{u"to"_s, to}});
    return {};
}

Verdict judgeWorkLevel(Change &change)
{
    if (!change.changed("level"_L1))
        return {};
    if (!mayWork(change))
        return refuse(u"not_owner"_s);
    writeWork(change, u"work_level"_s,
        {{u"from"_s, change.before("level"_L1)}, {u"to"_s, change.row.value("level"_L1)}});
    return {};
}

Verdict judgeWorkWaiting(Change &change)
{
    if (!change.changed("waiting_for"_L1))
        return {};
    if (!mayWork(change))
        return refuse(u"not_owner"_s);
    if (change.isNull("waiting_for"_L1)) {
        resume(change);
        return {};
    }
    if (!change.before("waiting_for"_L1).isString())
        change.setInstant("waiting_since"_L1, change.at);
    writeWork(change, u"work_waiting"_s, {{u"for"_s, change.row.value("waiting_for"_L1)}});
    return {};
}

Verdict judgeWorkTexts(Change &change)
{
    static constexpr std::array kPlan{"next_action"_L1, "due_at"_L1, "contingency"_L1};
    if (change.changed("title"_L1))
        writeWork(change, u"work_renamed"_s, {{u"from"_s, change.before("title"_L1)}});
    if (change.changed("incident"_L1))
        writeWork(change, u"work_linked"_s);
    if (std::ranges::any_of(kPlan, [&change](auto column) { return change.changed(column); })) {
        QJsonObject plan;
        for (const QLatin1StringView column : kPlan)
            plan.insert(column, given(change.row.value(column)));
        writeWork(change, u"work_planned"_s, plan);
    }
    return {};
}

Verdict judgeWorkEnd(Change &change)
{
    const QString state = text(change.row, "state"_L1);
    if (state == "open"_L1) {
        change.setNull("outcome"_L1);
        return {};
    }
    if (change.isNull("owner"_L1))
        return refuse(u"not_claimed"_s);
    if (!isMine(change))
        return refuse(u"not_owner"_s);
    if (state == "dropped"_L1 && isBlank(text(change.row, "outcome"_L1)))
        return refuse(u"reason_missing"_s);
    if (change.row.value("waiting_for"_L1).isString())
        resume(change);
    change.setNull("offered_to"_L1);
    change.setInstant("closed_at"_L1, change.at);
    change.set("part"_L1, monthPart(change.at));
    writeWork(change, u"work_ended"_s,
        {{u"state"_s, state}, {u"outcome"_s, given(change.row.value("outcome"_L1))}});
    return {};
}

} // namespace watchroom::domain
