// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/knowledge/articlesettings.h"

namespace watchroom::knowledge {

using articles::ArticleMeta;

ArticleMeta settingsOf(const Article &article)
{
    return {.id = article.key,
        .title = article.title,
        .kind = article.kind,
        .folder = article.folder,
        .tags = article.tags,
        .owner = article.owner,
        .deputy = article.deputy,
        .reviewDays = article.reviewDays,
        .targets = article.targets,
        .metrics = article.metrics,
        .mode = QString(article.mode).replace(u'_', u'-'),
        .others = {}};
}

ArticleMeta withUsualReview(ArticleMeta meta)
{
    if (meta.reviewDays == 0)
        meta.reviewDays = articles::defaultReviewDays(meta.kind);
    meta.others.clear();
    return meta;
}

} // namespace watchroom::knowledge
