// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/codes.h"
#include "app/domain/knowledgeguard.h"
#include "app/domain/limits.h"
#include "app/domain/values.h"

#include <algorithm>
#include <array>

namespace watchroom::domain {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostWays = 20;
constexpr std::array kTold{"kind"_L1, "name"_L1, "org"_L1, "duty"_L1, "person"_L1, "ways"_L1,
    "targets"_L1, "tags"_L1, "note"_L1};

bool isWay(const QJsonValue &value)
{
    const QJsonObject way = value.toObject();
    const QString reach = text(way, "value"_L1);
    const bool noted = !way.contains("note"_L1) || way.value("note"_L1).isString();
    return codes::contains(codes::kContactWays, text(way, "kind"_L1)) && !isBlank(reach)
        && isAtMost(reach, kNameCharacters) && noted
        && isAtMost(text(way, "note"_L1), kNameCharacters);
}

bool areWays(const QJsonValue &value)
{
    const QJsonArray ways = value.toArray();
    return value.isNull()
        || (value.isArray() && ways.size() <= kMostWays && std::ranges::all_of(ways, isWay));
}

Verdict checkName(Change &change)
{
    if (!codes::contains(codes::kContactKinds, text(change.row, "kind"_L1)))
        return refuse(u"kind_unknown"_s);
    if (isBlank(text(change.row, "name"_L1)))
        return refuse(u"title_missing"_s);
    for (const QLatin1StringView column : {"name"_L1, "org"_L1, "duty"_L1}) {
        if (!isAtMost(text(change.row, column), kNameCharacters))
            return refuse(u"title_too_long"_s);
    }
    return isAtMost(text(change.row, "note"_L1), limits::kLineCharacters) ? Verdict()
                                                                          : refuse(u"too_large"_s);
}

Verdict checkLists(Change &change)
{
    if (!areWays(change.row.value("ways"_L1)))
        return wrongColumn(u"ways"_s);
    if (!isWordList(change.row.value("targets"_L1), kMostTargets))
        return wrongColumn(u"targets"_s);
    if (!isWordList(change.row.value("tags"_L1), kMostTags))
        return wrongColumn(u"tags"_s);
    const bool known = !change.changed("person"_L1) || isNobodyOrActive(change, "person"_L1);
    return known ? Verdict() : refuse(u"person_unknown"_s);
}

Verdict judgeReached(Change &change)
{
    const QString way = text(change.row, "reached"_L1);
    if (isBlank(way))
        return {};
    if (!isAtMost(way, kNameCharacters))
        return wrongColumn(u"reached"_s);
    change.set("verified_way"_L1, way);
    change.set("verified_by"_L1, change.actor.name);
    change.setInstant("verified_at"_L1, change.at);
    change.write({}, u"contact_verified"_s,
        {{u"contact"_s, change.row.value("id"_L1)}, {u"name"_s, change.row.value("name"_L1)},
            {u"way"_s, way}});
    return {};
}

void writeContact(Change &change)
{
    const bool same = !change.isInsert() && !change.changed("deleted"_L1)
        && std::ranges::none_of(
            kTold, [&change](QLatin1StringView column) { return change.changed(column); });
    if (same)
        return;
    QJsonObject params{{u"contact"_s, change.row.value("id"_L1)}};
    for (const QLatin1StringView column : kTold)
        params.insert(column, change.row.value(column));
    change.write({}, change.isDeleted() ? u"contact_removed"_s : u"contact_changed"_s, params);
}

} // namespace

Verdict guardContact(Change &change)
{
    static constexpr std::array<GuardRule, 3> kRules{checkActor, checkName, checkLists};
    if (Verdict verdict = firstRefusal(change, kRules))
        return verdict;
    keepGuardColumns(change);
    change.set("part"_L1, u"core"_s);
    writeContact(change);
    return judgeReached(change);
}

} // namespace watchroom::domain
