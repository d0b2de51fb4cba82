// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/articles/htmlwriter.h"
#include "app/articles/plaintext.h"

namespace watchroom::articles {

using namespace Qt::StringLiterals;
using Kind = Node::Kind;

namespace {

bool isLineBreak(const QString &html)
{
    const QString tag = QString(html).remove(u' ').toLower();
    return tag == u"<br>"_s || tag == u"<br/>"_s;
}

} // namespace

void HtmlWriter::wrapped(const Node &node, QLatin1StringView tag)
{
    m_html += u'<' + tag + u'>';
    inlines(node);
    m_html += u"</"_s + tag + u'>';
    if (node.kind == Kind::Paragraph)
        m_html += u'\n';
}

void HtmlWriter::inlines(const Node &node)
{
    for (size_t i = 0; i < node.children.size(); ++i)
        inlineNode(node, i);
}

void HtmlWriter::inlineNode(const Node &parent, size_t i)
{
    const Node &node = parent.children[i];
    switch (node.kind) {
    case Kind::SoftBreak:
        return softBreak(parent, i);
    case Kind::HardBreak:
        m_html += u"<br/>"_s;
        return;
    case Kind::CodeSpan:
        m_html += u"<code>"_s + escaped(node.text) + u"</code>"_s;
        return;
    case Kind::HtmlSpan:
        m_html += isLineBreak(node.text) ? u"<br/>"_s : escaped(node.text);
        return;
    case Kind::Emphasis:
        return wrapped(node, "i"_L1);
    case Kind::Strong:
        return wrapped(node, "b"_L1);
    case Kind::Strike:
        return wrapped(node, "s"_L1);
    case Kind::Link:
        return link(node);
    case Kind::Image:
        return image(node);
    default:
        m_html += escaped(node.text);
        inlines(node);
    }
}

void HtmlWriter::softBreak(const Node &parent, size_t i)
{
    const QString before = i > 0 ? inlineText(parent.children[i - 1]).right(1) : QString();
    const QString after =
        i + 1 < parent.children.size() ? inlineText(parent.children[i + 1]).left(1) : QString();
    if (before.isEmpty() || after.isEmpty() || !joinsLines(before.front(), after.front()))
        m_html += u'\n';
}

void HtmlWriter::link(const Node &node)
{
    const auto target = allowedLink(node.target);
    if (target)
        m_html += anchor(*target);
    inlines(node);
    if (target)
        m_html += u"</a>"_s;
}

QString HtmlWriter::anchor(const QString &target) const
{
    const QString color = m_options.look.link;
    return u"<a href=\""_s + escaped(target) + u'"'
        + (color.isEmpty() ? QString() : u" style=\"color:"_s + escaped(color) + u'"') + u'>';
}

void HtmlWriter::image(const Node &node)
{
    const QString words = onOneLine(inlineText(node));
    std::optional<HtmlImage> image;
    const bool blob = !blobOf(node.target).isEmpty();
    if (m_options.image && (blob || isRelativePath(node.target)))
        image = m_options.image(node.target);
    else if (blob)
        image = HtmlImage{node.target};
    if (image) {
        m_html += u"<img src=\"%1\" alt=\"%2\""_s.arg(escaped(image->source), escaped(words));
        if (image->width > 0)
            m_html += u" width=\"%1\""_s.arg(image->width);
        m_html += u"/>"_s;
        return;
    }
    const HtmlLook &look = m_options.look;
    const QString color =
        look.faint.isEmpty() ? QString() : u" style=\"color:%1\""_s.arg(escaped(look.faint));
    m_html += u"<span%1>"_s.arg(color) + escaped(words + look.imageLeftOut) + u"</span>"_s;
}

} // namespace watchroom::articles
