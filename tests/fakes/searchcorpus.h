// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/searchdocument.h"

#include <QHash>

#include <random>

namespace watchroom::test {

/// Articles as a control room writes them, the same ones each time: words by Zipf's law, the
/// trade's own mixed in, with punctuation, soft wraps, figures and names in Latin letters.
class SearchCorpus
{
public:
    SearchCorpus();

    /// Some 1,500 Han.
    [[nodiscard]] store::SearchDocument next();

    /// Pairs of Han to look for, as many as there can be up to `count`: the trade's words, these
    /// the wrong way round, and pairs that stand in the texts, from the most common to the rarest.
    [[nodiscard]] QStringList pairs(qsizetype count) const;

private:
    [[nodiscard]] quint32 below(quint32 bound);
    [[nodiscard]] QChar someHan();
    [[nodiscard]] const QString &someWord();
    [[nodiscard]] QString sentence();
    void count(const QString &text);

    std::mt19937 m_random;
    QList<QChar> m_han;
    QStringList m_words;
    std::vector<quint64> m_hanWeights; // running sums
    std::vector<quint64> m_wordWeights;
    QHash<QString, int> m_pairs;
    int m_made = 0;
};

} // namespace watchroom::test
