// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/articles/markdown.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace watchroom::articles {

/// What an article's HTML takes from the screen: colours as CSS writes them, and words.
struct HtmlLook
{
    QString codeBackground;
    QString border; ///< of tables
    QString link; ///< empty: as the program's palette has it
    QString faint; ///< of what stands for an image that is not shown
    QString copy; ///< of the link that copies a code block
    QString imageLeftOut; ///< behind the words of such an image
};

/// An image as the document asks for it; 0: as large as it is.
struct HtmlImage
{
    QString source;
    int width = 0;
};

struct HtmlOptions
{
    HtmlLook look = {};
    QString title = {}; ///< shown apart: left out where the article begins with it
    std::optional<size_t> steps = {}; ///< ArticleSteps::list, to be left out
    /// Of `blob:HASH` or a relative path; nothing: not to be had. Without it blobs alone are shown.
    std::function<std::optional<HtmlImage>(const QString &target)> image = {};
};

struct HtmlHeading
{
    int level = 1;
    QString text;
    QString anchor;
};

/// HTML that QTextDocument reads. A link `copy:N` stands beside the code block codes[N]. Nothing
/// of it comes from raw HTML, and nothing in it leads anywhere but where allowedLink() lets it.
struct ArticleHtml
{
    QString before; ///< all of it where no steps are left out
    QString after; ///< what stands behind the steps
    QStringList codes;
    QList<HtmlHeading> headings;
};

[[nodiscard]] ArticleHtml articleHtml(const Document &document, const HtmlOptions &options);

/// One step (from 1 on) of the list `options.steps`: what ArticleStep::detail holds, in `before`.
[[nodiscard]] ArticleHtml stepHtml(
    const Document &document, int number, const HtmlOptions &options);

} // namespace watchroom::articles
