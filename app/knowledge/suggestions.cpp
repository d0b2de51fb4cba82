// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/knowledge/suggestions.h"

#include "app/knowledge/freshness.h"
#include "app/store/searchterms.h"
#include "app/store/searchtext.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace watchroom::knowledge {

using namespace Qt::StringLiterals;

namespace {

constexpr double kMetric = 3.0;
constexpr double kPlace = 3.0; ///< the very target; each step further up is worth less
constexpr double kWord = 1.0;
constexpr qsizetype kMostWords = 3; ///< that count
constexpr double kHelp = 1.5; ///< at most, either way
constexpr double kFits = 2.0; ///< below this it is a coincidence

/// English words that are in any title.
constexpr std::array kCommon{"a"_L1, "an"_L1, "and"_L1, "at"_L1, "by"_L1, "for"_L1, "from"_L1,
    "in"_L1, "is"_L1, "no"_L1, "not"_L1, "of"_L1, "on"_L1, "or"_L1, "the"_L1, "to"_L1, "with"_L1};

bool isCommon(QStringView word)
{
    return std::ranges::any_of(kCommon, [word](QLatin1StringView one) { return word == one; });
}

/// Pairs of Han and whole words: a single character says nothing.
QSet<QString> termsOf(const QString &text)
{
    const QString normal = store::normalText(text);
    QSet<QString> terms;
    const auto counted = store::countedTerms(normal);
    for (auto term = counted.cbegin(); term != counted.cend(); ++term) {
        if (term.key().size() >= 2 && !isCommon(term.key()))
            terms.insert(term.key().toString());
    }
    return terms;
}

/// Between -1 and 1: how much more often it helped, the surer the more was said.
double helpOf(const Suggestion &suggestion)
{
    const int helped = suggestion.helped + suggestion.helpedHere; // at the same place twice
    const int said = helped + suggestion.notHelped;
    return said == 0 ? 0 : double(helped - suggestion.notHelped) / (said + 1);
}

Suggestion judged(const Symptom &symptom, const QSet<QString> &title, const Article &article)
{
    Suggestion made{.article = article.id};
    for (const QString &metric : symptom.metrics)
        if (article.metrics.contains(metric))
            made.metrics.append(metric);
    for (qsizetype i = 0; i < symptom.places.size() && made.place.isEmpty(); ++i) {
        if (!article.targets.contains(symptom.places.at(i)))
            continue;
        made.place = symptom.places.at(i);
        made.score += kPlace / double(i + 1);
    }
    const QSet<QString> words = termsOf(article.title + u' ' + article.tags.join(u' '));
    for (const QString &word : title)
        if (words.contains(word))
            made.words.append(word);
    made.words.sort();
    made.score += made.metrics.isEmpty() ? 0 : kMetric;
    made.score += kWord * double(std::min(kMostWords, made.words.size()));
    return made;
}

void count(Suggestion &suggestion, const Symptom &symptom, const QList<Feedback> &feedback)
{
    for (const Feedback &one : feedback) {
        if (one.article != suggestion.article)
            continue;
        ++(one.helped ? suggestion.helped : suggestion.notHelped);
        if (one.helped && !one.place.isEmpty() && one.place == symptom.places.value(0))
            ++suggestion.helpedHere;
    }
    suggestion.score += kHelp * helpOf(suggestion);
}

QList<Suggestion> fallback(const QList<Article> &articles, bool english)
{
    const QString wanted = english ? kUnknownFault + "-en"_L1 : QString(kUnknownFault);
    const Article *found = nullptr;
    for (const Article &article : articles) {
        if (article.withdrawn || article.version == 0)
            continue;
        const bool other = article.key == kUnknownFault || article.key == kUnknownFault + "-en"_L1;
        if (article.key == wanted || (other && !found))
            found = &article;
    }
    return found ? QList<Suggestion>{{.article = found->id, .isFallback = true}}
                 : QList<Suggestion>();
}

} // namespace

QList<Suggestion> suggestionsFor(const Symptom &symptom, const QList<Article> &articles,
    const QList<Feedback> &feedback, bool english, qsizetype most)
{
    const QSet<QString> title = termsOf(symptom.title);
    QList<Suggestion> all;
    for (const Article &article : articles) {
        const bool offered = isEmergency(article.kind) && article.version > 0 && !article.withdrawn;
        if (!offered || article.key.startsWith(kUnknownFault))
            continue;
        Suggestion made = judged(symptom, title, article);
        if (made.score < kFits)
            continue;
        count(made, symptom, feedback);
        all.append(made);
    }
    if (all.isEmpty())
        return fallback(articles, english);
    std::ranges::stable_sort(all, std::ranges::greater(), &Suggestion::score);
    return all.mid(0, most);
}

} // namespace watchroom::knowledge
