// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/articles/articlemeta.h"
#include "app/base/clock.h"
#include "app/knowledge/article.h"
#include "app/store/store.h"

#include <functional>

namespace watchroom::knowledge {

/// What people do with articles: each function saves one group of changes and returns at once. The
/// rules judge it in the store; refusals carry the rule's code. The text's file is kept before
/// (store::BlobFolder::addText). Any thread.
class ArticleCommands
{
public:
    /// `author` is asked at each command: people switch.
    ArticleCommands(
        store::Store &store, const base::Clock &clock, std::function<store::Author()> author);

    /// A new article by its settings, without a text.
    [[nodiscard]] store::SavedFuture open(const articles::ArticleMeta &meta);
    /// A new article with its first version, published.
    [[nodiscard]] store::SavedFuture publishNew(
        const articles::ArticleMeta &meta, const ArticleText &text);
    /// A new article whose first text waits for its review.
    [[nodiscard]] store::SavedFuture proposeNew(
        const articles::ArticleMeta &meta, const ArticleText &text);
    /// Everything but its id.
    [[nodiscard]] store::SavedFuture setSettings(
        const QUuid &article, const articles::ArticleMeta &meta);
    /// Hands a text in for review that changes version `base`.
    [[nodiscard]] store::SavedFuture propose(
        const QUuid &article, const ArticleText &text, int base);
    [[nodiscard]] store::SavedFuture takeBack(const QUuid &article);
    [[nodiscard]] store::SavedFuture giveBack(const QUuid &article, const QString &remark);
    /// What waits becomes version `version`.
    [[nodiscard]] store::SavedFuture publish(const QUuid &article, int version);
    /// Both in one: where nobody else has to look at it.
    [[nodiscard]] store::SavedFuture publishText(
        const QUuid &article, const ArticleText &text, int base);
    /// It was looked through and is still right.
    [[nodiscard]] store::SavedFuture confirm(const QUuid &article);
    [[nodiscard]] store::SavedFuture withdraw(const QUuid &article, const QString &reason);
    [[nodiscard]] store::SavedFuture restore(const QUuid &article);
    [[nodiscard]] store::SavedFuture remove(const QUuid &article); ///< one that has no version

private:
    [[nodiscard]] store::Draft opened(const articles::ArticleMeta &meta) const;
    [[nodiscard]] store::SavedFuture update(const QUuid &article, const domain::Row &set);

    store::Store &m_store;
    const base::Clock &m_clock;
    std::function<store::Author()> m_author;
};

} // namespace watchroom::knowledge
