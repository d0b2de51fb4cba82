// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/articles/articlehtml.h"

#include "app/articles/htmlwriter.h"
#include "app/articles/plaintext.h"
#include "app/articles/stepmarks.h"

namespace watchroom::articles {

ArticleHtml articleHtml(const Document &document, const HtmlOptions &options)
{
    ArticleHtml html;
    HtmlWriter writer(options, html);
    const std::vector<Node> &blocks = document.root.children;
    for (size_t i = beginsWithTitle(document.root, options.title) ? 1 : 0; i < blocks.size(); ++i) {
        if (i == options.steps)
            html.before = writer.take();
        else
            writer.block(blocks[i]);
    }
    const bool cut = options.steps && *options.steps < blocks.size();
    (cut ? html.after : html.before) = writer.take();
    return html;
}

ArticleHtml stepHtml(const Document &document, int number, const HtmlOptions &options)
{
    ArticleHtml html;
    const std::vector<Node> &blocks = document.root.children;
    const size_t list = options.steps.value_or(blocks.size());
    if (list >= blocks.size() || number < 1
        || static_cast<size_t>(number) > blocks[list].children.size())
        return html;
    HtmlWriter writer(options, html);
    const Node &item = blocks[list].children[static_cast<size_t>(number) - 1];
    for (const Node &block : item.children) {
        const bool paragraph = block.kind == Node::Kind::Paragraph;
        const bool first = paragraph && &block == &item.children.front();
        if (!first && !(paragraph && failureText(inlineText(block))))
            writer.block(block);
    }
    html.before = writer.take();
    return html;
}

} // namespace watchroom::articles
