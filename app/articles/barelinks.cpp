// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/articles/barelinks.h"

#include <QRegularExpression>

#include <algorithm>

namespace watchroom::articles {

using namespace Qt::StringLiterals;
using Kind = Node::Kind;

namespace {

/// As long as browsers take them; more is no address.
constexpr qsizetype kLongest = 2'000;

/// Signs that end a sentence, and a parenthesis that was opened before the address.
void cutEnd(QString &address)
{
    while (!address.isEmpty()) {
        const QChar last = address.back();
        const bool closes = last == u')' && address.count(u')') > address.count(u'(');
        if (!closes && !QStringView(u"?!.,:;*_~'\"").contains(last))
            return;
        address.chop(1);
    }
}

/// The address a match begins with, its end cut; empty: none.
QString addressOf(const QRegularExpressionMatch &match)
{
    QString address = match.captured();
    if (address.size() > kLongest)
        return {};
    cutEnd(address);
    if (match.hasCaptured(u"mail"))
        return address.contains(u'@') && !address.endsWith(u'-') ? address : QString();
    const qsizetype host = match.capturedLength(u"scheme");
    return address.size() > host ? address : QString();
}

QString targetOf(const QRegularExpressionMatch &match, const QString &address)
{
    if (match.hasCaptured(u"mail"))
        return u"mailto:"_s + address;
    return address.startsWith(u"www."_s) ? u"http://"_s + address : address;
}

Node textNode(const QString &text)
{
    return {.kind = Kind::Text, .text = text};
}

/// The text in pieces, every second one a link.
std::vector<Node> split(const QString &text)
{
    // A word is looked at once, whatever it is: neither branch begins within a word.
    static const QRegularExpression address(
        u"(?<![A-Za-z0-9@._+/-])(?:(?<scheme>https?://|www\\.)"
        "[A-Za-z0-9\\[][A-Za-z0-9\\-._~:/?#\\[\\]@!$&'()*+,;=%]*+"
        "|(?<mail>[A-Za-z0-9._+-]++@[A-Za-z0-9-]++(?:\\.[A-Za-z0-9-]++)++))"_s);
    std::vector<Node> pieces;
    qsizetype from = 0;
    auto matches = address.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const QString found = addressOf(match);
        if (found.isEmpty())
            continue;
        if (match.capturedStart() > from)
            pieces.push_back(textNode(text.mid(from, match.capturedStart() - from)));
        pieces.push_back(
            {.kind = Kind::Link, .target = targetOf(match, found), .children = {textNode(found)}});
        from = match.capturedStart() + found.size();
    }
    if (from > 0 && from < text.size())
        pieces.push_back(textNode(text.mid(from)));
    return pieces;
}

} // namespace

void findBareLinks(Node &node)
{
    std::vector<Node> children;
    for (Node &child : node.children) {
        if (child.kind == Kind::Text) {
            auto pieces = split(child.text);
            if (!pieces.empty()) {
                std::ranges::move(pieces, std::back_inserter(children));
                continue;
            }
        } else if (child.kind != Kind::Link && child.kind != Kind::Image) {
            findBareLinks(child);
        }
        children.push_back(std::move(child));
    }
    node.children = std::move(children);
}

} // namespace watchroom::articles
