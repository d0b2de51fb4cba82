// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/knowledge/freshness.h"

namespace watchroom::knowledge {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using enum Freshness::Standing;
using enum Freshness::Loudness;

namespace {

constexpr auto kReviewAlarm = 24h * 30; ///< overdue for so long

struct Ages
{
    base::Seconds warn;
    base::Seconds alarm;
};

Ages agesOf(const QString &kind)
{
    return isEmergency(kind) ? Ages{1h, 24h} : Ages{24h, 24h * 7};
}

Freshness::Loudness loudnessOf(
    const Article &article, const std::optional<base::Instant> &checkedAt, base::Instant now)
{
    const Ages ages = agesOf(article.kind);
    if (!checkedAt || now - *checkedAt >= ages.alarm)
        return Alarm;
    return now - *checkedAt >= ages.warn ? Warn : Quiet;
}

} // namespace

bool isEmergency(const QString &kind)
{
    return kind == "procedure"_L1 || kind == "card"_L1;
}

Freshness freshnessOf(
    const Article &article, int copyVersion, const LastCheck &check, base::Instant now)
{
    Freshness fresh{.copyVersion = copyVersion,
        .newestVersion = article.version,
        .checkedAt = check.standalone ? std::nullopt : check.checkedAt};
    if (check.online)
        fresh.checkedAt = now;
    const auto due = article.reviewDueAt();
    fresh.reviewDue = due && *due <= now;
    if (fresh.reviewDue)
        fresh.overdue = std::chrono::floor<base::Seconds>(now - *due);
    if (article.withdrawn) {
        fresh.standing = Withdrawn;
        fresh.loudness = Alarm;
        return fresh;
    }
    if (article.version == 0) {
        fresh.standing = Draft;
        return fresh;
    }
    if (!check.standalone)
        fresh.loudness = loudnessOf(article, fresh.checkedAt, now);
    if (copyVersion < article.version) {
        fresh.standing = NewerKnown;
        fresh.loudness = std::max(fresh.loudness, isEmergency(article.kind) ? Alarm : Warn);
        return fresh;
    }
    if (fresh.loudness != Quiet)
        fresh.standing = Unchecked;
    if (fresh.reviewDue)
        fresh.loudness = std::max(fresh.loudness, fresh.overdue > kReviewAlarm ? Alarm : Warn);
    return fresh;
}

} // namespace watchroom::knowledge
