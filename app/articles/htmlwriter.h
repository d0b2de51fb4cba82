// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/articles/articlehtml.h"
#include "app/articles/links.h"

namespace watchroom::articles {

/// Text as HTML, without the characters that a QTextDocument keeps for itself.
[[nodiscard]] QString escaped(const QString &text);

/// Writes blocks one after another. One thread.
class HtmlWriter
{
public:
    HtmlWriter(const HtmlOptions &options, ArticleHtml &into);

    void block(const Node &node);
    [[nodiscard]] QString take(); ///< what was written since the last time

private:
    void blocks(const Node &node);
    void heading(const Node &node);
    void list(const Node &node);
    void item(const Node &node, const QString &before, bool tight);
    void code(const Node &node);
    void htmlBlock(const Node &node);
    void table(const Node &node);
    void inlines(const Node &node);
    void inlineNode(const Node &parent, size_t i);
    void softBreak(const Node &parent, size_t i);
    void link(const Node &node);
    void image(const Node &node);
    [[nodiscard]] QString anchor(const QString &target) const;
    void wrapped(const Node &node, QLatin1StringView tag);

    const HtmlOptions &m_options;
    ArticleHtml &m_into;
    Anchors m_anchors;
    QString m_html;
};

} // namespace watchroom::articles
