// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/articles/worddiff.h"

#include "app/articles/order.h"

#include <QStringView>

#include <algorithm>

namespace watchroom::articles {

namespace {

constexpr qsizetype kMostPairs = 4'000'000;

QStringView wordAt(const QString &text, const QList<Range> &words, qsizetype i)
{
    return QStringView(text).sliced(words.at(i).at, words.at(i).length);
}

void add(QList<Range> &ranges, const Range &word)
{
    if (!ranges.isEmpty() && ranges.back().at + ranges.back().length == word.at)
        ranges.back().length += word.length;
    else
        ranges.append(word);
}

void addUpTo(QList<Range> &ranges, const QList<Range> &words, qsizetype &from, qsizetype end)
{
    for (; from < end; ++from)
        add(ranges, words.at(from));
}

} // namespace

WordDiff wordDiff(const QString &before, const QString &now)
{
    const QList<Range> old = wordsOf(before);
    const QList<Range> fresh = wordsOf(now);
    const auto same = [&](qsizetype i, qsizetype j) {
        return wordAt(before, old, i) == wordAt(now, fresh, j);
    };
    const qsizetype shorter = std::min(old.size(), fresh.size());
    qsizetype head = 0;
    while (head < shorter && same(head, head))
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head && same(old.size() - 1 - tail, fresh.size() - 1 - tail))
        ++tail;
    const qsizetype rows = old.size() - tail - head;
    const qsizetype columns = fresh.size() - tail - head;
    Pairs pairs;
    if (rows * columns <= kMostPairs)
        pairs = bestInOrder(static_cast<size_t>(rows), static_cast<size_t>(columns),
            [&](size_t row, size_t column) {
                const auto i = head + static_cast<qsizetype>(row);
                const auto j = head + static_cast<qsizetype>(column);
                // A blank alone is no reason to tear a change into pieces.
                const bool blank = wordAt(before, old, i).front().isSpace();
                return !same(i, j) ? 0.0 : blank ? 0.01 : 1.0;
            });
    WordDiff diff;
    qsizetype i = head;
    qsizetype j = head;
    for (const auto &[row, column] : pairs) {
        addUpTo(diff.removed, old, i, head + static_cast<qsizetype>(row));
        addUpTo(diff.added, fresh, j, head + static_cast<qsizetype>(column));
        ++i;
        ++j;
    }
    addUpTo(diff.removed, old, i, old.size() - tail);
    addUpTo(diff.added, fresh, j, fresh.size() - tail);
    return diff;
}

} // namespace watchroom::articles
