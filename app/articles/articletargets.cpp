// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/articles/articletargets.h"

#include "app/articles/links.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace watchroom::articles {

using namespace Qt::StringLiterals;
using Kind = Node::Kind;

namespace {

void addTargets(const Node &node, const Node &block, QList<Target> &targets)
{
    if (node.kind == Kind::Link || node.kind == Kind::Image)
        targets.append({node.target, node.kind == Kind::Image, block.firstLine, block.lastLine});
    const bool isBlock = node.kind < Kind::Text && node.kind != Kind::Cell;
    for (const Node &child : node.children)
        addTargets(child, isBlock ? node : block, targets);
}

QStringList unique(QStringList words)
{
    words.removeAll(QString());
    words.removeDuplicates();
    return words;
}

/// What stands before a target: `](` or `]: `, with or without `<`.
const QString &opening()
{
    static const QString pattern = u"(\\](?:\\(|:)[ \\t]*<?)"_s;
    return pattern;
}

/// Replaces the target wherever it is written as one in the line.
void replaceIn(QString &line, const QString &target, const QString &by)
{
    const QRegularExpression written(
        opening() + QRegularExpression::escape(target) + u"(?=[\\s)>]|$)"_s);
    qsizetype from = 0;
    auto match = written.match(line);
    while (match.hasMatch()) {
        const qsizetype at = match.capturedEnd(1);
        line.replace(at, match.capturedEnd() - at, by);
        from = at + by.size();
        match = written.match(line, from);
    }
}

} // namespace

QList<Target> targetsOf(const Document &document)
{
    QList<Target> targets;
    addTargets(document.root, document.root, targets);
    return targets;
}

QStringList linkedArticles(const Document &document)
{
    QStringList ids;
    for (const Target &target : targetsOf(document)) {
        const QString link = allowedLink(target.target).value_or(QString());
        if (!target.image && link.startsWith(u"article:"_s))
            ids.append(link.section(u':', 1).section(u'#', 0, 0));
    }
    return unique(ids);
}

QStringList shownBlobs(const Document &document)
{
    QStringList hashes;
    for (const Target &target : targetsOf(document)) {
        if (target.image)
            hashes.append(blobOf(target.target));
    }
    return unique(hashes);
}

QString withTargets(const Document &document,
    const std::function<std::optional<QString>(const Target &target)> &changed)
{
    QStringList lines = document.lines;
    for (const Target &target : targetsOf(document)) {
        const auto by = changed(target);
        if (!by || *by == target.target)
            continue;
        // A reference may be defined anywhere; what is written in place is in its own block.
        for (qsizetype i = 0; i < lines.size(); ++i) {
            const bool own = i + 1 >= target.firstLine && i + 1 <= target.lastLine;
            const bool definition = lines.at(i).contains(u"]:"_s);
            if (own || definition)
                replaceIn(lines[i], target.target, *by);
        }
    }
    return lines.join(u'\n');
}

} // namespace watchroom::articles
