// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/instant.h"
#include "app/store/searchtext.h"

#include <QString>
#include <QStringList>

namespace watchroom::store {

/// What can be found: an article, a contact, an incident, a line of the log.
struct SearchDocument
{
    QString kind; ///< the caller's word: "article"
    QString ref; ///< the caller's key, one document a kind and ref
    QString title;
    QString body; ///< raw, as a person reads it
    int weight = 0; ///< of two equally good hits the heavier one is first: the emergency class
    base::Instant at; ///< then the newer one
    QString
        initialsSource; ///< what is also found by its pinyin initials; mostly the title, or empty
    QString mark; ///< the caller's word for this state of it, such as its version
};

struct SearchQuery
{
    QString text;
    QStringList kinds; ///< empty: all
    qsizetype limit = 50;
    /// At most so many of each of `kinds`, one kind after the other, in place of `limit`; 0: no
    /// difference between kinds.
    qsizetype perKind = 0;
    /// Texts that may be looked into for words whose hits the index only narrows down (isExact()).
    qsizetype mostLookedInto = 2000;
    bool isListing = false; ///< hits come with kind, ref and score alone: to list very many
};

struct SearchHit
{
    QString kind;
    QString ref;
    QString title;
    QString snippet; ///< one line of the body round the best matches
    QList<TextRange> titleRanges;
    QList<TextRange> snippetRanges;
    double score = 0;
};

struct SearchAnswer
{
    QList<SearchHit> hits; ///< best first
    bool hasMore = false; ///< beyond the limit, or not looked into
    /// Every hit there is, also those beyond the limit; where it is not exact, no more than this.
    qint64 counted = 0;
    bool isCountExact = true;
};

} // namespace watchroom::store
