// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/articles/plaintext.h"

#include <QStringList>

#include <algorithm>

namespace watchroom::articles {

using namespace Qt::StringLiterals;
using Kind = Node::Kind;

namespace {

bool isHan(QChar c)
{
    // Two units make one of the rarer characters; either is enough here.
    return c.script() == QChar::Script_Han || c.isSurrogate()
        || (c >= QChar(0x3000) && c <= QChar(0x303f)) || (c >= QChar(0xff01) && c <= QChar(0xff0f))
        || c == QChar(0xff1a) || c == QChar(0xff1b) || c == QChar(0xff1f);
}

void addInline(const Node &node, QString &text)
{
    if (node.kind == Kind::SoftBreak || node.kind == Kind::HardBreak)
        text += u'\n';
    else
        text += node.text;
    for (const Node &child : node.children)
        addInline(child, text);
}

bool holdsText(const Node &node)
{
    return node.kind == Kind::Paragraph || node.kind == Kind::Heading || node.kind == Kind::Code
        || node.kind == Kind::HtmlBlock;
}

QString rowText(const Node &row)
{
    QStringList cells;
    for (const Node &cell : row.children)
        cells.append(inlineText(cell));
    return cells.join(u'\t');
}

void addBlocks(const Node &node, QStringList &blocks)
{
    QString text;
    if (holdsText(node))
        text = inlineText(node).trimmed();
    else if (node.kind == Kind::Row)
        text = rowText(node);
    if (!text.isEmpty())
        blocks.append(text);
    if (holdsText(node) || node.kind == Kind::Row)
        return;
    for (const Node &child : node.children)
        addBlocks(child, blocks);
}

} // namespace

bool joinsLines(QChar before, QChar after)
{
    return isHan(before) && isHan(after);
}

QString inlineText(const Node &node)
{
    QString text;
    addInline(node, text);
    return text;
}

QString onOneLine(const QString &text)
{
    QString line;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c != u'\n') {
            line += c;
            continue;
        }
        const bool joined =
            i > 0 && i + 1 < text.size() && joinsLines(text.at(i - 1), text.at(i + 1));
        if (!joined)
            line += u' ';
    }
    return line.trimmed();
}

QString firstTitle(const Node &root)
{
    const auto found = std::ranges::find_if(root.children,
        [](const Node &node) { return node.kind == Kind::Heading && node.number == 1; });
    return found == root.children.end() ? QString() : onOneLine(inlineText(*found));
}

bool beginsWithTitle(const Node &root, const QString &title)
{
    return !root.children.empty() && root.children.front().kind == Kind::Heading
        && root.children.front().number == 1 && firstTitle(root) == title.trimmed();
}

QString plainText(const Node &root, const QString &title)
{
    QStringList blocks;
    const size_t first = beginsWithTitle(root, title) ? 1 : 0;
    for (size_t i = first; i < root.children.size(); ++i)
        addBlocks(root.children[i], blocks);
    return blocks.join(u"\n\n"_s);
}

} // namespace watchroom::articles
