// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/articles/linediff.h"
#include "app/articles/stepdiff.h"
#include "app/articles/textmerge.h"
#include "app/knowledge/article.h"
#include "app/store/store.h"

#include <optional>

namespace watchroom::knowledge {

/// One of two texts of an article that are held against each other.
struct TextSide
{
    int version = 0; ///< 0, and nothing else said: nothing was there
    bool proposal = false; ///< what waits for its review
    std::optional<QString> markdown = {}; ///< what somebody is writing
};

struct Comparison
{
    QString before; ///< Markdown
    QString now;
    QList<articles::DiffHunk> hunks; ///< none: the texts are the same
    QList<articles::StepChange> steps; ///< of kinds that have them
    articles::Steps stepsBefore;
    articles::Steps stepsNow;
    int imagesBefore = 0;
    int imagesNow = 0;
};

// All of these block and read files: any thread but the screen's. NotFound `text_not_here {file}`
// where a text has not come, `version_unknown {version}`, `not_proposed`.

/// The Markdown of a text that is kept here.
[[nodiscard]] base::Result<QString> readText(
    const store::Store &store, const ArticleText &text, const QString &title);
[[nodiscard]] base::Result<Comparison> compareTexts(
    store::Store &store, const QUuid &article, const TextSide &before, const TextSide &now);
/// `mine`, made of version `base`, with what version `theirs` changed.
[[nodiscard]] base::Result<articles::TextMerge> mergeWithVersion(
    store::Store &store, const QUuid &article, int base, const QString &mine, int theirs);

} // namespace watchroom::knowledge
