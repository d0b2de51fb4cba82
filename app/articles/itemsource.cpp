// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/articles/itemsource.h"

#include <algorithm>

namespace watchroom::articles {

using namespace Qt::StringLiterals;

namespace {

constexpr int kTab = 4;

int nextColumn(int column, QChar c)
{
    return c == u'\t' ? (column / kTab + 1) * kTab : column + 1;
}

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t';
}

/// The column, from 0, at which the item's text begins; CommonMark's rule: up to four blanks
/// belong to the marker, of more (an indented code) and of an empty line one.
int contentColumn(const QString &line, qsizetype from)
{
    int column = 0;
    for (qsizetype i = 0; i < from; ++i)
        column = nextColumn(column, line.at(i));
    qsizetype at = from;
    while (at < line.size() && !isBlank(line.at(at))) {
        ++column;
        ++at;
    }
    const int marker = column;
    while (at < line.size() && isBlank(line.at(at)))
        column = nextColumn(column, line.at(at++));
    return at == line.size() || column - marker > kTab ? marker + 1 : column;
}

/// The line from a column on; only blanks are taken away, and tabs that are left become blanks.
QString indentedLess(const QString &line, int column, qsizetype from)
{
    int at = 0;
    qsizetype i = 0;
    for (; i < line.size() && at < column; ++i) {
        if (i >= from && !isBlank(line.at(i)))
            break;
        at = nextColumn(at, line.at(i));
    }
    while (i < line.size() && isBlank(line.at(i)) && at >= column)
        at = nextColumn(at, line.at(i++));
    return QString(std::max(0, at - column), u' ') + line.mid(i);
}

QString withoutTrail(QString line)
{
    while (!line.isEmpty() && isBlank(line.back()))
        line.chop(1);
    return line;
}

int lastLineOf(const Node &node)
{
    int last = node.children.empty() ? node.lastLine : node.firstLine;
    for (const Node &child : node.children)
        last = std::max(last, lastLineOf(child));
    // Paragraphs and tables are as long as they say; their parts may not know.
    const bool container = node.kind == Node::Kind::Item || node.kind == Node::Kind::List
        || node.kind == Node::Kind::Quote;
    return container ? last : std::max(last, node.lastLine);
}

} // namespace

QStringList itemSource(const QStringList &lines, const Node &item)
{
    QStringList source;
    if (item.firstLine < 1 || item.firstLine > lines.size())
        return source;
    const QString &first = lines.at(item.firstLine - 1);
    const qsizetype marker = std::clamp<qsizetype>(item.firstColumn - 1, 0, first.size());
    qsizetype behind = marker;
    while (behind < first.size() && !isBlank(first.at(behind)))
        ++behind;
    const int column = contentColumn(first, marker);
    source.append(withoutTrail(indentedLess(first, column, behind)));
    const auto last = std::min<qsizetype>(lastLineOf(item), lines.size());
    for (qsizetype i = item.firstLine; i < last; ++i)
        source.append(withoutTrail(indentedLess(lines.at(i), column, 0)));
    while (!source.isEmpty() && source.back().isEmpty())
        source.removeLast();
    return source;
}

} // namespace watchroom::articles
