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

/// What the key of an article in English has behind that of the same one in Chinese.
inline constexpr auto kEnglishEnding = QLatin1StringView("-en");

/// The shipped procedure for what nothing fits.
inline constexpr auto kUnknownFault = QLatin1StringView("unknown-fault");

/// The best `most` published procedures and cards, best first: by metric, by place (the nearer the
/// better), by words, and by what helped before, which never is the only reason. Of an article that
/// is here in both languages (`KEY`, `KEY-en`) the one in the language asked for; what is here in
/// one alone is suggested in that one. Where nothing fits, the fallback alone.
[[nodiscard]] QList<Suggestion> suggestionsFor(const Symptom &symptom,
    const QList<Article> &articles, const QList<Feedback> &feedback, bool english,
    qsizetype most = 5);

} // namespace watchroom::knowledge
