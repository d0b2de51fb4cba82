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

bool isOffered(const Article &article)
{
    return isEmergency(article.kind) && article.version > 0 && !article.withdrawn;
}

/// Articles that somebody who reads the other language is offered under another key.
QSet<QUuid> inOtherLanguage(const QList<Article> &articles, bool english)
{
    QHash<QString, QUuid> offered;
    for (const Article &article : articles)
        if (isOffered(article))
            offered.insert(article.key, article.id);
    QSet<QUuid> others;
    for (auto one = offered.cbegin(); one != offered.cend(); ++one) {
        const auto sibling = offered.constFind(one.key() + kEnglishEnding);
        if (sibling != offered.cend())
            others.insert(english ? *one : *sibling);
    }
    return others;
}

QList<Suggestion> fallback(const QList<Article> &articles, const QSet<QUuid> &others)
{
    for (const Article &article : articles) {
        const bool known =
            article.key == kUnknownFault || article.key == kUnknownFault + kEnglishEnding;
        if (known && isOffered(article) && !others.contains(article.id))
            return {{.article = article.id, .isFallback = true}};
    }
    return {};
}

} // namespace

QList<Suggestion> suggestionsFor(const Symptom &symptom, const QList<Article> &articles,
    const QList<Feedback> &feedback, bool english, qsizetype most)
{
    const QSet<QString> title = termsOf(symptom.title);
    const QSet<QUuid> others = inOtherLanguage(articles, english);
    QList<Suggestion> all;
    for (const Article &article : articles) {
        if (!isOffered(article) || others.contains(article.id)
            || article.key.startsWith(kUnknownFault))
            continue;
        Suggestion made = judged(symptom, title, article);
        if (made.score < kFits)
            continue;
        count(made, symptom, feedback);
        all.append(made);
    }
    if (all.isEmpty())
        return fallback(articles, others);
    std::ranges::stable_sort(all, std::ranges::greater(), &Suggestion::score);
    return all.mid(0, most);
}

} // namespace watchroom::knowledge
