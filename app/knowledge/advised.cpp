// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/knowledge/advised.h"

#include "app/articles/stepdiff.h"
#include "app/store/searchtext.h"

#include <algorithm>

namespace watchroom::knowledge {

namespace {

const Article *find(const QList<Article> &articles, const QUuid &id)
{
    const auto found = std::ranges::find(articles, id, &Article::id);
    return found == articles.cend() ? nullptr : &*found;
}

Advised described(const AdviceFacts &facts, const Article &article, const QSet<QUuid> &opened)
{
    Advised made{.article = article.id,
        .title = article.title,
        .version = article.version,
        .withdrawn = article.withdrawn,
        .why = std::nullopt,
        .followedHere = facts.followedHere.value(article.id),
        .usedHere = opened.contains(article.id) || facts.followedHere.contains(article.id),
        .helped = std::nullopt};
    if (const auto said = facts.said.constFind(article.id); said != facts.said.cend()) {
        made.helped = *said;
        made.usedHere = true;
    }
    const int mine = facts.lastFollowed.value(article.id);
    made.beforeByMe = mine > 0;
    const int before = mine > 0 ? mine : made.followedHere;
    made.before = before < article.version ? before : 0;
    return made;
}

} // namespace

QList<Advised> advisedFor(const AdviceFacts &facts, const QList<Article> &articles,
    const QSet<QUuid> &opened, bool english)
{
    QList<Advised> all;
    for (const Suggestion &why :
        suggestionsFor(facts.symptom, articles, facts.feedback, english, kMostAdvised)) {
        if (const Article *article = find(articles, why.article)) {
            all.append(described(facts, *article, opened));
            all.last().why = why;
        }
    }
    QList<Advised> followed;
    for (const Article &article : articles) {
        const bool isUsed = facts.followedHere.contains(article.id)
            || facts.said.contains(article.id) || opened.contains(article.id);
        if (isUsed && std::ranges::find(all, article.id, &Advised::article) == all.end())
            followed.append(described(facts, article, opened));
    }
    // What only fits gives way, the last of it first.
    for (qsizetype i = all.size(); i-- > 1 && all.size() + followed.size() > kMostAdvised;)
        if (!all.at(i).usedHere)
            all.removeAt(i);
    all = (all + followed).mid(0, kMostAdvised);
    // What is being followed here is what whoever opens the incident looks for.
    std::stable_partition(
        all.begin(), all.end(), [](const Advised &advised) { return advised.followedHere > 0; });
    return all;
}

QStringList wordsShown(const QString &title, const QStringList &words)
{
    const store::TracedText traced = store::tracedText(title);
    QStringList shown;
    for (const store::TextRange &range : store::matchRanges(traced, words))
        shown.append(title.sliced(range.from, range.length));
    shown.removeDuplicates();
    for (const QString &word : words)
        if (store::indexOfWord(traced.text, word) < 0)
            shown.append(word);
    return shown;
}

void compareSteps(Advised &advised, const articles::Steps &before, const articles::Steps &now)
{
    const auto diff = articles::stepDiff(before, now);
    advised.changed = articles::changedNumbers(diff);
    advised.removed = articles::removedNumbers(diff);
    advised.stepsKnown = true;
}

} // namespace watchroom::knowledge
