// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/knowledge/reviewduty.h"

#include <algorithm>

namespace watchroom::knowledge {

using namespace std::chrono_literals;
using enum Freshness::Loudness;

namespace {

constexpr auto kAhead = 24h * 7;
constexpr auto kAlarm = 24h * 30; ///< overdue for so long, the lead is asked too
constexpr auto kPeriod = 24h * 90;

bool isValid(const Article &article)
{
    return article.version > 0 && !article.withdrawn;
}

bool isAnswered(const Article &article, const QStringList &active)
{
    return active.contains(article.owner) || active.contains(article.deputy);
}

Freshness::Loudness loudnessOf(base::Instant due, base::Instant now)
{
    if (due > now)
        return Quiet;
    return now - due > kAlarm ? Alarm : Warn;
}

} // namespace

QList<DueReview> dueReviews(const QList<Article> &articles, const Reviewer &reviewer,
    const QStringList &active, base::Instant now)
{
    QList<DueReview> all;
    for (const Article &article : articles) {
        const auto due = article.reviewDueAt();
        if (!isValid(article) || !due || *due > now + kAhead)
            continue;
        const Freshness::Loudness loudness = loudnessOf(*due, now);
        const bool mine = article.owner == reviewer.login || article.deputy == reviewer.login;
        const bool leads = reviewer.lead && (loudness == Alarm || !isAnswered(article, active));
        if (mine || leads)
            all.append({article.id, article.title, article.kind, article.owner, *due, loudness});
    }
    std::ranges::sort(all, [](const DueReview &a, const DueReview &b) {
        return std::tie(a.dueAt, a.title) < std::tie(b.dueAt, b.title);
    });
    return all;
}

ReviewFigures reviewFigures(
    const QList<Article> &articles, const QStringList &active, base::Instant now)
{
    ReviewFigures figures;
    for (const Article &article : articles) {
        if (!isValid(article))
            continue;
        const auto due = article.reviewDueAt();
        ++figures.published;
        figures.renewed += article.reviewedAt && now - *article.reviewedAt <= kPeriod ? 1 : 0;
        figures.inTime += !due || *due > now ? 1 : 0;
        figures.ownerless += isAnswered(article, active) ? 0 : 1;
    }
    return figures;
}

} // namespace watchroom::knowledge
