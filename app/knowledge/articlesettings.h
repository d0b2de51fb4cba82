// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/articles/articlemeta.h"
#include "app/knowledge/article.h"

namespace watchroom::knowledge {

/// The settings of an article as a file has them; what others wrote for themselves is not kept.
[[nodiscard]] articles::ArticleMeta settingsOf(const Article &article);
/// The days of its kind where none are said; without what is not kept.
[[nodiscard]] articles::ArticleMeta withUsualReview(articles::ArticleMeta meta);

} // namespace watchroom::knowledge
