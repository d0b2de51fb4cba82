// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

/// The one rule by which texts and queries are compared. Pure; any thread.
namespace watchroom::store {

/// Counts up whenever the rule below or the terms made from it change: an index of another version
/// is made anew.
inline constexpr int kIndexRuleVersion = 2;

inline constexpr qsizetype kQueryCharacters = 400; ///< UTF-16 units; what is beyond is not read
inline constexpr qsizetype kQueryWords = 20;

/// Stands between two Han that something else than a soft wrap divides, so that no word is found
/// across it.
inline constexpr char16_t kBreak = 0xE000;

/// In UTF-16 units.
struct TextRange
{
    qsizetype from = 0;
    qsizetype length = 0;

    [[nodiscard]] qsizetype end() const { return from + length; }
    friend bool operator==(const TextRange &, const TextRange &) = default;
};

struct TracedText
{
    QString text;
    QList<TextRange> origin; ///< of each unit of `text`: what of the raw text it was
};

enum class TextClass
{
    Han,
    Letter,
    Digit,
    Ignored, ///< marks and what has no width
    Other,
};
[[nodiscard]] TextClass textClass(char32_t character);

/// NFKC, case folded, Latin without accents, Han simplified; a single newline between two Han is no
/// division, any other run between two Han is one kBreak; runs of letters and runs of digits have
/// one space between them; nothing else is left.
[[nodiscard]] QString normalText(QStringView raw);
[[nodiscard]] TracedText tracedText(QStringView raw);

/// The blank-separated words of a query, normal, without those that hold no letter, digit or Han.
/// All of them must be found; a word that ends in a letter or a digit is found as a beginning.
[[nodiscard]] QStringList searchWords(QStringView query);

/// Where a normal text holds the word, from there on; -1 where it does not.
[[nodiscard]] qsizetype indexOfWord(QStringView normal, QStringView word, qsizetype from = 0);

/// What of the raw text the words match: in order, none touching the next, the first `most`
/// matches of each word.
[[nodiscard]] QList<TextRange> matchRanges(
    const TracedText &traced, const QStringList &words, qsizetype most = 200);

/// In order, with what overlaps or touches made one.
[[nodiscard]] QList<TextRange> joined(QList<TextRange> ranges);

} // namespace watchroom::store
