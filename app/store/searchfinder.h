// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/database.h"
#include "app/store/knowndocuments.h"
#include "app/store/pinyininitials.h"
#include "app/store/searchdocument.h"

#include <vector>

namespace watchroom::store {

/// Answers one query from the tables of search.sqlite; on the index's thread. An error is left in
/// the database.
///
/// A hit holds every word, in its title or in its body, or has the word as its initials. Its score
/// is BM25 (k1 = 1.2) with a title's match counted as ten, initials as five, and without the length
/// of the text (b = 0); how often the body holds a word is known in three steps (1, 2, 5). So equal
/// hits are equal, and then the heavier is first, then the newer.
class SearchFinder
{
public:
    SearchFinder(Database &database, const KnownDocuments &documents, PinyinInitials &initials)
        : m_database(database)
        , m_documents(documents)
        , m_initials(initials)
    {
    }

    [[nodiscard]] SearchAnswer find(const SearchQuery &query);

private:
    struct Candidate
    {
        qint64 row = 0;
        float score = 0;
        quint32 unsure = 0; ///< a bit for each word that must be looked for in the text
    };
    using Candidates = std::vector<Candidate>;

    void take(
        Candidates candidates, qsizetype most, const SearchQuery &query, SearchAnswer &answer);
    [[nodiscard]] std::vector<qint64> rows(const QString &match);
    [[nodiscard]] Candidates wordCandidates(qsizetype word);
    void addInitials(Candidates &candidates, const QString &word);
    void addMarked(Candidates &candidates, const QString &match, float more);
    [[nodiscard]] Candidates allCandidates();
    [[nodiscard]] Candidates ofKinds(Candidates candidates, const QStringList &kinds) const;
    [[nodiscard]] bool isBehind(const Candidate &a, const Candidate &b) const;
    [[nodiscard]] bool holds(const Candidate &candidate);
    [[nodiscard]] SearchHit listed(const Candidate &candidate);
    void addTexts(SearchHit &hit, qint64 row);

    Database &m_database;
    const KnownDocuments &m_documents;
    PinyinInitials &m_initials;
    QStringList m_words;
};

} // namespace watchroom::store
