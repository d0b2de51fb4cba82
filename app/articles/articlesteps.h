// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/articles/fault.h"
#include "app/articles/markdown.h"
#include "app/articles/step.h"

#include <optional>

namespace watchroom::articles {

/// A step as the article's text has it.
struct ArticleStep
{
    Step step; ///< without an id
    QString detail; ///< Markdown: all but the first paragraph and what to do on failure
    QString failure; ///< what to do when the step fails; empty: not said
    int firstLine = 0;
    int lastLine = 0;
};

/// Faults, for a procedure or card: `steps_missing`, `steps_too_many {count}`,
/// `step_text_missing {number, line}`. Notes: `step_mark_unclear {number, line}` where a
/// parenthesis speaks of safety but is not understood, `steps_interrupted {line}` where another
/// ordered list goes on with the numbers. Lines are the Document's.
struct ArticleSteps
{
    QList<ArticleStep> steps;
    std::optional<size_t> list = {}; ///< which of the root's children holds them
    Faults faults;
    Faults notes;

    [[nodiscard]] Steps rows() const;
};

/// The items of the first ordered list below a heading 步骤, 处置步骤, Steps or Procedure; without
/// such a heading of the first one there is. Of more than limits::kArticleSteps the rest is left
/// out.
[[nodiscard]] ArticleSteps stepsOf(const Document &document);

} // namespace watchroom::articles
