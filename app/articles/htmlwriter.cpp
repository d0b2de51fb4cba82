// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/articles/htmlwriter.h"

#include "app/articles/plaintext.h"

#include <algorithm>
#include <utility>

namespace watchroom::articles {

using namespace Qt::StringLiterals;
using Kind = Node::Kind;

namespace {

/// Kept by QTextDocument for objects, frames and line ends, or nothing to be seen.
bool isReserved(QChar c)
{
    return (c < u' ' && c != u'\n' && c != u'\t') || c == QChar(0x7f)
        || (c >= QChar(0x2028) && c <= QChar(0x2029)) || c == QChar(0xfffc)
        || (c >= QChar(0xfdd0) && c <= QChar(0xfdef)) || c >= QChar(0xfffe);
}

QString property(const QString &name, const QString &value)
{
    return value.isEmpty() ? QString() : u';' + name + u':' + escaped(value);
}

QString box(const Node &item)
{
    return item.checked ? u"☑ "_s : u"☐ "_s;
}

QString alignOf(const Node &cell)
{
    if (cell.align == 'c')
        return u" align=\"center\""_s;
    return cell.align == 'r' ? u" align=\"right\""_s : u" align=\"left\""_s;
}

} // namespace

QString escaped(const QString &text)
{
    QString html;
    html.reserve(text.size() + text.size() / 8);
    for (const QChar c : text) {
        if (c == u'<')
            html += u"&lt;"_s;
        else if (c == u'>')
            html += u"&gt;"_s;
        else if (c == u'&')
            html += u"&amp;"_s;
        else if (c == u'"')
            html += u"&quot;"_s;
        else
            html += isReserved(c) ? QChar(QChar::ReplacementCharacter) : c;
    }
    return html;
}

HtmlWriter::HtmlWriter(const HtmlOptions &options, ArticleHtml &into)
    : m_options(options)
    , m_into(into)
{
}

QString HtmlWriter::take()
{
    // A blank behind the last block would be seen as one.
    if (m_html.endsWith(u'\n'))
        m_html.chop(1);
    return std::exchange(m_html, QString());
}

void HtmlWriter::blocks(const Node &node)
{
    for (const Node &child : node.children)
        block(child);
}

void HtmlWriter::block(const Node &node)
{
    switch (node.kind) {
    case Kind::Paragraph:
        return wrapped(node, "p"_L1);
    case Kind::Heading:
        return heading(node);
    case Kind::List:
        return list(node);
    case Kind::Code:
        return code(node);
    case Kind::HtmlBlock:
        return htmlBlock(node);
    case Kind::Table:
        return table(node);
    case Kind::Rule:
        // Qt draws it in this colour.
        m_html += u"<hr style=\"margin-top:6px;margin-bottom:6px"_s
            + property(u"background-color"_s, m_options.look.border) + u"\"/>\n"_s;
        return;
    case Kind::Quote:
        m_html += u"<blockquote>\n"_s;
        blocks(node);
        m_html += u"</blockquote>\n"_s;
        return;
    default:
        return blocks(node);
    }
}

void HtmlWriter::heading(const Node &node)
{
    const QString text = onOneLine(inlineText(node));
    const QString anchor = m_anchors.next(text);
    m_into.headings.append({node.number, text, anchor});
    m_html += u"<h%1><a name=\"%2\"></a>"_s.arg(node.number).arg(escaped(anchor));
    inlines(node);
    m_html += u"</h%1>\n"_s.arg(node.number);
}

void HtmlWriter::list(const Node &node)
{
    const bool tasks =
        std::ranges::any_of(node.children, [](const Node &item) { return item.task; });
    // Qt 6.4 counts every list from 1; the numbers of one that goes on are written by hand.
    const bool counted = node.ordered && (node.number != 1 || tasks);
    const QLatin1StringView tag = node.ordered && !counted ? "ol"_L1 : "ul"_L1;
    m_html += u'<' + tag + (tasks || counted ? u" type=\"none\">\n"_s : u">\n"_s);
    int number = node.number;
    for (const Node &child : node.children) {
        const QString before =
            (counted ? u"%1. "_s.arg(number) : QString()) + (child.task ? box(child) : QString());
        item(child, before, node.tight);
        ++number;
    }
    m_html += u"</"_s + tag + u">\n"_s;
}

void HtmlWriter::item(const Node &node, const QString &before, bool tight)
{
    m_html += u"<li>"_s + before;
    for (size_t i = 0; i < node.children.size(); ++i) {
        const Node &child = node.children[i];
        // The first paragraph stands beside the item's mark.
        if (child.kind == Kind::Paragraph && (tight || i == 0))
            inlines(child);
        else
            block(child);
    }
    m_html += u"</li>\n"_s;
}

void HtmlWriter::code(const Node &node)
{
    QString text = node.text;
    if (text.endsWith(u'\n'))
        text.chop(1);
    const QString copy = m_options.look.copy.isEmpty()
        ? QString()
        : u"<td align=\"right\" valign=\"top\"><p style=\"white-space:nowrap; margin:0\">"_s
            + anchor(u"copy:%1"_s.arg(m_into.codes.size())) + escaped(m_options.look.copy)
            + u"</a></p></td>"_s;
    m_into.codes.append(text);
    m_html += u"<table width=\"100%\" cellpadding=\"6\" cellspacing=\"0\" "
              "style=\"margin-top:6px;margin-bottom:6px"_s
        + property(u"background-color"_s, m_options.look.codeBackground)
        + u"\"><tr><td width=\"100%\"><pre style=\"white-space:pre-wrap\">"_s + escaped(text)
        + u"</pre></td>"_s + copy + u"</tr></table>\n"_s;
}

void HtmlWriter::htmlBlock(const Node &node)
{
    m_html += u"<p>"_s + escaped(node.text.trimmed()).replace(u'\n', u"<br/>"_s) + u"</p>\n"_s;
}

void HtmlWriter::table(const Node &node)
{
    m_html +=
        u"<table border=\"1\" cellpadding=\"4\" cellspacing=\"0\" "
        "style=\"margin-top:6px;margin-bottom:6px;border-collapse:collapse;border-style:solid"_s
        + property(u"border-color"_s, m_options.look.border) + u"\">\n"_s;
    for (const Node &row : node.children) {
        m_html += row.header ? u"<thead><tr>"_s : u"<tr>"_s;
        const QLatin1StringView tag = row.header ? "th"_L1 : "td"_L1;
        for (const Node &cell : row.children) {
            m_html += u'<' + tag + alignOf(cell) + u'>';
            inlines(cell);
            m_html += u"</"_s + tag + u'>';
        }
        m_html += row.header ? u"</tr></thead>\n"_s : u"</tr>\n"_s;
    }
    m_html += u"</table>\n"_s;
}

} // namespace watchroom::articles
