// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/knowledge/articlesaving.h"

namespace watchroom::knowledge {

using namespace Qt::StringLiterals;
using base::Result;

namespace {

/// Somebody else has to look at it, or to publish it.
bool asksAnother(const base::Error &error)
{
    return error.code == "review_other"_L1 || error.code == "not_owner"_L1;
}

Result<ArticleSaved> saveNew(
    const ArticleToSave &article, ArticleCommands &commands, const Settle &settle)
{
    bool waits = article.handIn;
    auto saved =
        waits ? Result<store::Saved>() : settle(commands.publishNew(article.meta, article.text));
    if (!waits && !saved && asksAnother(saved.error()))
        waits = true;
    if (waits)
        saved = settle(commands.proposeNew(article.meta, article.text));
    if (!saved)
        return tl::unexpected(saved.error());
    return ArticleSaved{domain::uuid(saved->rows.first(), "id"_L1), waits, saved->ops};
}

} // namespace

Result<ArticleSaved> saveArticle(
    const ArticleToSave &article, ArticleCommands &commands, const Settle &settle)
{
    if (article.article.isNull())
        return saveNew(article, commands, settle);
    ArticleSaved done{article.article};
    if (article.settings) {
        const auto set = settle(commands.setSettings(article.article, article.meta));
        if (!set)
            return tl::unexpected(set.error());
        done.ops = set->ops;
    }
    if (!article.newText)
        return done;
    if (!article.handIn) {
        const auto published =
            settle(commands.publishText(article.article, article.text, article.base));
        if (published) {
            done.ops += published->ops;
            return done;
        }
        if (!asksAnother(published.error()))
            return tl::unexpected(published.error());
    }
    const auto proposed = settle(commands.propose(article.article, article.text, article.base));
    if (!proposed)
        return tl::unexpected(proposed.error());
    done.waits = true;
    done.ops += proposed->ops;
    return done;
}

} // namespace watchroom::knowledge
