// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/articles/fault.h"
#include "app/knowledge/articleimport.h"

namespace watchroom::knowledge {

/// What a Markdown comes to as the text of an article.
struct MadeText
{
    ArticleText text; ///< without images and reason
    articles::Faults faults; ///< with any of them it is not taken
    articles::Faults notes;
};

/// One way from a text to what is proposed, for files and for the editor. Steps keep the ids they
/// have in `before`, the article as it is published. Any thread.
[[nodiscard]] MadeText makeText(
    const QByteArray &markdown, const QString &kind, const KnownArticle &before);

} // namespace watchroom::knowledge
