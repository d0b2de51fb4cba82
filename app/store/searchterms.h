// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

/// What the full-text table holds of a normal text, and how it is asked. Pure; any thread.
///
/// A term is a pair of neighbouring Han (the last one of a run alone), or a run of letters or of
/// digits. So a word of one or two Han, the usual one, is one look-up that needs no positions: the
/// index stays smaller than the text and the most common word as quick as the rarest. A longer
/// word's pairs only say where it may be.
namespace watchroom::store {

/// The first character of a term that says more than "is in it".
enum class TermMark : char16_t
{
    None = 0,
    Title = u'!',
    Twice = u'+', ///< at least kTwice times in the body
    Often = u'#', ///< at least kOften times
    Initials = u'@', ///< the title's initials from one character on
};

inline constexpr int kTwice = 2;
inline constexpr int kOften = 5;
inline constexpr qsizetype kInitials = 12; ///< letters from one character on; a longer word is none

/// Characters of a run that its term keeps.
inline constexpr qsizetype kTermCharacters = 64;

/// How often each term stands in the normal text, which must outlive the answer.
[[nodiscard]] QHash<QStringView, int> countedTerms(QStringView normal);

/// Every term of a document, blank-separated, as the table takes it and must be told to forget it.
[[nodiscard]] QString documentTerms(
    QStringView title, QStringView body, const QStringList &initials);

/// What to put to MATCH for the texts that may hold the word.
[[nodiscard]] QString matchOf(QStringView word, TermMark mark);
/// Whether every text that matchOf() finds does hold it.
[[nodiscard]] bool isExact(QStringView word);

/// The word as initials; empty where it cannot be any.
[[nodiscard]] QString initialsWord(QStringView word);
[[nodiscard]] QString matchOfInitials(QStringView letters);

} // namespace watchroom::store
