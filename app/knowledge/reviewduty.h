// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/knowledge/article.h"
#include "app/knowledge/freshness.h"

namespace watchroom::knowledge {

/// An article that is to be looked through, soon or since a while.
struct DueReview
{
    QUuid article;
    QString title;
    QString kind;
    QString owner; ///< login; empty: nobody answers for it
    base::Instant dueAt;
    Freshness::Loudness loudness = Freshness::Loudness::Quiet; ///< quiet: not due yet
    friend bool operator==(const DueReview &, const DueReview &) = default;
};

/// Who looks at the list.
struct Reviewer
{
    QString login;
    bool lead = false; ///< sees what others have to do, too
};

/// Due within 7 days or overdue, the longest overdue first: those the reviewer answers for as owner
/// or deputy, of a lead those that nobody active answers for and those overdue for more than 30
/// days too. Withdrawn ones and drafts are not looked through. References/handover.md 3.6.
[[nodiscard]] QList<DueReview> dueReviews(const QList<Article> &articles, const Reviewer &reviewer,
    const QStringList &active, base::Instant now);

/// What became of an article that somebody followed once.
struct UsedChange
{
    QUuid article;
    QString title;
    int followed = 0; ///< version
    int newest = 0;
    bool withdrawn = false;
    QList<int> changed; ///< numbers of steps now
    QList<int> removed; ///< numbers then
    friend bool operator==(const UsedChange &, const UsedChange &) = default;
};

/// How well the articles are kept. Over those that are published and valid.
struct ReviewFigures
{
    int published = 0;
    int renewed = 0; ///< published anew or looked through in the last 90 days: the update rate
    int inTime = 0; ///< not overdue
    int ownerless = 0; ///< nobody active answers for them
    friend bool operator==(const ReviewFigures &, const ReviewFigures &) = default;
};
[[nodiscard]] ReviewFigures reviewFigures(
    const QList<Article> &articles, const QStringList &active, base::Instant now);

} // namespace watchroom::knowledge
