// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/knowledge/article.h"

namespace watchroom::knowledge {

/// What is known of an incident when somebody asks what to do.
struct Symptom
{
    QString title;
    QStringList places; ///< its target's key first, then what that lies in
    QStringList metrics; ///< of its alerts
};

/// Whether an article helped, as somebody said at an incident.
struct Feedback
{
    QUuid article;
    QString place; ///< key of the incident's target; may be empty
    bool helped = true;
};

/// An article for an incident, and why.
struct Suggestion
{
    QUuid article;
    double score = 0; ///< for their order alone
    QStringList metrics = {}; ///< of the incident, that it is about
    QString place = {}; ///< that it is about; empty: none
    QStringList words = {}; ///< of the incident's title, in the article's title or tags
    int helped = 0; ///< times
    int helpedHere = 0; ///< of these, at the same target
    int notHelped = 0;
    bool isFallback = false; ///< nothing fits: what to do with a fault nobody knows

    friend bool operator==(const Suggestion &, const Suggestion &) = default;
};

/// The shipped procedure for what nothing fits; its English one has the suffix `-en`.
inline constexpr auto kUnknownFault = QLatin1StringView("unknown-fault");

/// The best `most` published procedures and cards, best first: by metric, by place (the nearer the
/// better), by words, and by what helped before, which never is the only reason. Where nothing
/// fits, the fallback alone, in English if `english` and if there is one.
[[nodiscard]] QList<Suggestion> suggestionsFor(const Symptom &symptom,
    const QList<Article> &articles, const QList<Feedback> &feedback, bool english,
    qsizetype most = 5);

} // namespace watchroom::knowledge
