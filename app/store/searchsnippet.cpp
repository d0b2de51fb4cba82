// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/searchsnippet.h"

#include <algorithm>

namespace watchroom::store {

namespace {

constexpr qsizetype kUnitsBefore = 24; // so that a match is read in its sentence
constexpr QChar kEllipsis(u'\u2026');

/// The index of the first range of the fullest window.
qsizetype fullest(const QList<TextRange> &ranges)
{
    qsizetype best = 0;
    qsizetype most = 0;
    for (qsizetype first = 0, end = 0; first < ranges.size(); ++first) {
        const qsizetype until = ranges.at(first).from + kSnippetUnits - kUnitsBefore;
        while (end < ranges.size() && ranges.at(end).end() <= until)
            ++end;
        if (end - first > most) {
            most = end - first;
            best = first;
        }
    }
    return best;
}

/// Not within what is read as one character.
qsizetype wholeCharacter(QStringView body, qsizetype at)
{
    while (at > 0 && at < body.size() && (body.at(at).isLowSurrogate() || body.at(at).isMark()))
        --at;
    return at;
}

} // namespace

SearchSnippet snippetOf(QStringView body, const QList<TextRange> &ranges)
{
    const qsizetype first = ranges.isEmpty() ? 0 : ranges.at(fullest(ranges)).from;
    const qsizetype from = wholeCharacter(body, std::max<qsizetype>(0, first - kUnitsBefore));
    const qsizetype end = wholeCharacter(body, std::min(body.size(), from + kSnippetUnits));
    SearchSnippet snippet;
    if (from > 0)
        snippet.text.append(kEllipsis);
    const qsizetype shift = snippet.text.size() - from;
    for (const QChar c : body.sliced(from, end - from))
        snippet.text.append(c.isSpace() || c.category() == QChar::Other_Control ? QChar(u' ') : c);
    if (end < body.size())
        snippet.text.append(kEllipsis);
    for (const TextRange &range : ranges) {
        const qsizetype begin = std::max(range.from, from);
        const qsizetype length = std::min(range.end(), end) - begin;
        if (length > 0)
            snippet.ranges.append({begin + shift, length});
    }
    return snippet;
}

} // namespace watchroom::store
