// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/incidentguard.h"

#include <algorithm>

namespace watchroom::domain {

using namespace Qt::StringLiterals;

namespace {

// A login, or nobody.
using Login = std::optional<QString>;

QJsonValue toValue(const Login &login)
{
    return login ? QJsonValue(*login) : QJsonValue();
}

Verdict mayOwn(const Change &change, const Login &from, const Login &to)
{
    const QString &me = change.actor.name;
    if (change.actor.senior() || from == me || to == me)
        return {};
    return refuse(to ? u"owner_other"_s : u"not_owner"_s);
}

void writeOwner(Change &change, const Login &from, const Login &to)
{
    if (!to)
        write(change, u"released"_s, {{u"from"_s, toValue(from)}});
    else if (!from)
        write(change, u"claimed"_s, {{u"owner"_s, *to}});
    else
        write(change, *to == change.actor.name ? u"taken_over"_s : u"handed_to"_s,
            {{u"from"_s, *from}, {u"to"_s, *to}});
}

void keepAcknowledgement(Change &change)
{
    change.set("acknowledged_by"_L1, change.before("acknowledged_by"_L1));
    change.set("acknowledged_at"_L1, change.before("acknowledged_at"_L1));
}

} // namespace

Verdict judgeOwner(Change &change)
{
    if (!change.changed("owner"_L1))
        return {};
    const Login from = optionalText(change.old.value_or(Row()), "owner"_L1);
    const Login to = optionalText(change.row, "owner"_L1);
    if (Verdict verdict = mayOwn(change, from, to))
        return verdict;
    if (!to) {
        change.setNull("owner"_L1);
        keepAcknowledgement(change);
    } else {
        if (!isActivePerson(change, *to))
            return refuse(u"owner_unknown"_s);
        change.set("acknowledged_by"_L1, *to);
        change.setInstant("acknowledged_at"_L1, change.at);
    }
    writeOwner(change, from, to);
    return {};
}

Verdict judgeAcknowledged(Change &change)
{
    if (change.changed("owner"_L1)
        || (!change.changed("acknowledged_by"_L1) && !change.changed("acknowledged_at"_L1)))
        return {};
    if (text(change.row, "acknowledged_by"_L1) != change.actor.name)
        return refuse(u"acknowledge_other"_s);
    const base::Instant given =
        std::min(instant(change.row, "acknowledged_at"_L1).value_or(change.at), change.now);
    const auto before = instant(change.old.value_or(Row()), "acknowledged_at"_L1);
    change.setInstant("acknowledged_at"_L1, std::max(given, before.value_or(given)));
    write(change, u"acknowledged"_s);
    return {};
}

Verdict judgeGroup(Change &change)
{
    static constexpr qint64 kLastFreeMove = 2;
    if (!change.changed("tech_group"_L1))
        return {};
    const QJsonValue from = change.before("tech_group"_L1);
    if (from.isString() && !change.isNull("tech_group"_L1)) {
        const qint64 moves = integer(change.row, "group_moves"_L1) + 1;
        if (moves > kLastFreeMove && !change.actor.senior())
            return refuse(u"group_third_move"_s);
        change.set("group_moves"_L1, moves);
    }
    write(change, u"group_changed"_s,
        {{u"from"_s, from.isString() ? from : QJsonValue()},
            {u"to"_s, change.row.value("tech_group"_L1)}});
    return {};
}

} // namespace watchroom::domain
