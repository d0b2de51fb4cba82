// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/workguard.h"

#include "app/domain/codes.h"
#include "app/domain/limits.h"
#include "app/domain/values.h"

#include <algorithm>
#include <array>

namespace watchroom::domain {

using namespace Qt::StringLiterals;

namespace {

Verdict checkLengths(Change &change)
{
    struct Limit
    {
        QLatin1StringView column;
        qsizetype characters;
    };
    static constexpr std::array kLimits{Limit{"detail"_L1, limits::kTextCharacters},
        Limit{"outcome"_L1, limits::kLineCharacters},
        Limit{"next_action"_L1, limits::kLineCharacters},
        Limit{"contingency"_L1, limits::kLineCharacters}};
    const bool fits = std::ranges::all_of(kLimits, [&change](const Limit &limit) {
        return characterCount(text(change.row, limit.column)) <= limit.characters;
    });
    return fits ? Verdict() : refuse(u"too_large"_s);
}

/// A page of an outside tracker: http or https, nothing that could hide what is opened.
Verdict checkUrl(Change &change)
{
    if (change.isNull("url"_L1))
        return {};
    const QString url = text(change.row, "url"_L1);
    const bool web = url.startsWith("https://"_L1) || url.startsWith("http://"_L1);
    const bool clean =
        std::ranges::all_of(url, [](QChar c) { return c > QChar(0x20) && c != QChar(0x7f); });
    const bool named = !url.endsWith("://"_L1) && characterCount(url) <= limits::kLineCharacters;
    return web && clean && named ? Verdict() : refuse(u"url_refused"_s);
}

Verdict checkIncident(Change &change)
{
    return change.isNull("incident"_L1) ? Verdict()
                                        : checkNamed(change, "incident"_L1, "incident"_L1);
}

Verdict checkFirstState(Change &change)
{
    const bool open = change.isNull("state"_L1) || text(change.row, "state"_L1) == "open"_L1;
    return open ? Verdict() : refuse(u"state_unknown"_s);
}

Verdict checkFirstOwner(Change &change)
{
    if (change.isNull("owner"_L1) || text(change.row, "owner"_L1) == change.actor.name)
        return {};
    return refuse(u"owner_other"_s);
}

void stamp(Change &change)
{
    for (const QLatin1StringView column : {"outcome"_L1, "closed_at"_L1})
        change.setNull(column);
    change.set("state"_L1, u"open"_s);
    change.set("opened_by"_L1, change.actor.name);
    change.setInstant("opened_at"_L1, change.at);
    change.set("carried"_L1, 0);
    change.set("part"_L1, u"core"_s);
    if (change.table.column("number"_L1) == nullptr)
        return;
    change.setNull("waiting_for"_L1);
    change.setNull("waiting_since"_L1);
    change.set("waited_s"_L1, 0);
    change.set("number"_L1, change.facts.nextNumber());
}

Verdict insertWork(Change &change)
{
    static constexpr std::array<GuardRule, 7> kRules{checkActor, checkTitle, checkLevel, checkGroup,
        checkFirstState, checkWorkWords, checkFirstOwner};
    if (Verdict verdict = firstRefusal(change, kRules))
        return verdict;
    const QString offered = text(change.row, "offered_to"_L1);
    if (!change.isNull("offered_to"_L1)
        && (offered == text(change.row, "owner"_L1) || !isActivePerson(change, offered)))
        return refuse(u"owner_unknown"_s);
    stamp(change);
    writeWork(change, u"work_opened"_s, {{u"level"_s, change.row.value("level"_L1)}});
    if (!change.isNull("owner"_L1))
        writeWork(change, u"work_claimed"_s, {{u"owner"_s, change.row.value("owner"_L1)}});
    if (!change.isNull("offered_to"_L1))
        writeWork(change, u"work_offered"_s, {{u"to"_s, offered}});
    return {};
}

Verdict checkOpen(Change &change)
{
    return change.before("state"_L1).toString() == "open"_L1 ? Verdict() : refuse(u"closed"_s);
}

Verdict checkFixed(Change &change)
{
    const bool relinked = change.before("incident"_L1).isString() && change.changed("incident"_L1);
    if (change.isDeleted() || relinked || change.changed("label"_L1))
        return refuse(u"immutable"_s);
    keepGuardColumns(change);
    return {};
}

Verdict updateWork(Change &change)
{
    static constexpr std::array<GuardRule, 13> kRules{checkOpen, checkActor, checkFixed, checkTitle,
        checkLevel, checkGroup, checkWorkWords, judgeWorkOwner, judgeOffer, judgeWorkLevel,
        judgeWorkWaiting, judgeWorkTexts, judgeWorkEnd};
    if (const auto opened = instant(*change.old, "opened_at"_L1))
        change.at = std::max(change.at, *opened);
    return firstRefusal(change, kRules);
}

} // namespace

Verdict guardWork(Change &change)
{
    return change.isInsert() ? insertWork(change) : updateWork(change);
}

void writeWork(Change &change, const QString &code, QJsonObject params)
{
    params.insert("table"_L1, QString(change.table.name));
    params.insert("work"_L1, change.row.value("id"_L1));
    const QJsonValue label = change.row.value("label"_L1);
    params.insert("label"_L1, label.isString() ? label : QJsonValue());
    params.insert("title"_L1, change.row.value("title"_L1));
    change.write(uuid(change.row, "incident"_L1), code, params);
}

Verdict checkWorkWords(Change &change)
{
    const bool known = codes::contains(codes::kWorkStates, text(change.row, "state"_L1));
    if (!change.isInsert() && !known)
        return refuse(u"state_unknown"_s);
    static constexpr std::array<GuardRule, 3> kRules{checkLengths, checkUrl, checkIncident};
    return firstRefusal(change, kRules);
}

} // namespace watchroom::domain
