// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/knowledge/articlecommands.h"

namespace watchroom::knowledge {

/// A text and its settings on their way to be a version or a proposal. The files are kept already.
struct ArticleToSave
{
    QUuid article = {}; ///< null: a new one
    articles::ArticleMeta meta = {};
    bool settings = true; ///< they are to be saved too; of a new one always
    bool newText = true; ///< else its settings alone
    ArticleText text = {};
    int base = 0; ///< the version it changes
    bool handIn = false; ///< for review, even where it could be published
};

struct ArticleSaved
{
    QUuid article;
    bool waits = false; ///< handed in: somebody else has to publish it
    QList<QUuid> ops = {}; ///< by which it was
};

using Settle = std::function<base::Result<store::Saved>(store::SavedFuture)>;

/// Publishes it; where the rules ask for another's review, or it is another's to publish, it is
/// handed in. `settle` waits until a change is saved. Blocks; any thread but the screen's.
[[nodiscard]] base::Result<ArticleSaved> saveArticle(
    const ArticleToSave &article, ArticleCommands &commands, const Settle &settle);

} // namespace watchroom::knowledge
