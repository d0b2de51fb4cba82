// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/knowledge/articlemaking.h"

#include "app/articles/articlesteps.h"
#include "app/articles/markdown.h"
#include "app/articles/stepids.h"
#include "app/domain/limits.h"
#include "app/store/blobfolder.h"

namespace watchroom::knowledge {

using namespace Qt::StringLiterals;
using articles::Fault;

namespace {

void takeSteps(MadeText &made, const articles::ArticleSteps &steps, const QString &kind,
    const KnownArticle &before)
{
    made.text.steps = articles::carryIds(before.text.steps, steps.rows(), before.highestStep);
    // A card may do without.
    for (const Fault &fault : steps.faults)
        if (kind == "procedure"_L1 || fault.code != "steps_missing"_L1)
            made.faults.append(fault);
    made.notes.append(steps.notes);
}

} // namespace

MadeText makeText(const QByteArray &markdown, const QString &kind, const KnownArticle &before)
{
    MadeText made;
    if (markdown.isEmpty() || markdown.size() > domain::limits::kArticleBytes)
        made.faults.append({u"article_too_large"_s, {}});
    const auto document = articles::parseMarkdown(QString::fromUtf8(markdown));
    if (!document) {
        made.faults = {{document.error().code, document.error().params}};
        return made;
    }
    if (articles::hasSteps(kind))
        takeSteps(made, articles::stepsOf(*document), kind, before);
    made.text.hash = store::BlobFolder::describe(markdown, {}).hash;
    made.text.size = markdown.size();
    return made;
}

} // namespace watchroom::knowledge
