// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/articles/similarity.h"

#include "app/articles/words.h"

#include <algorithm>

namespace watchroom::articles {

namespace {

constexpr size_t kBits = 64;

} // namespace

Similarity::Similarity(const QString &text)
{
    const QString lower = text.toLower();
    for (const Range &range : wordsOf(lower)) {
        const QString word = lower.mid(range.at, range.length);
        const bool speaks = std::ranges::any_of(
            word, [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); });
        if (speaks)
            m_words.push_back(word);
    }
    const size_t blocks = (m_words.size() + kBits - 1) / kBits;
    for (size_t i = 0; i < m_words.size(); ++i) {
        auto &places = m_places[m_words[i]];
        places.resize(blocks);
        places[i / kBits] |= quint64(1) << (i % kBits);
    }
}

double Similarity::to(const Similarity &other) const
{
    const size_t both = m_words.size() + other.m_words.size();
    if (both == 0)
        return 1;
    // Hyyrö's bit-parallel LCS: each zero that is left is a word of the subsequence.
    std::vector<quint64> state((m_words.size() + kBits - 1) / kBits, ~quint64(0));
    for (const QString &word : other.m_words) {
        const auto places = m_places.constFind(word);
        if (places == m_places.constEnd())
            continue;
        quint64 carry = 0;
        for (size_t i = 0; i < state.size(); ++i) {
            const quint64 hit = state[i] & (*places)[i];
            const quint64 part = state[i] + hit;
            const quint64 sum = part + carry;
            carry = static_cast<quint64>(part < hit || sum < part);
            state[i] = sum | (state[i] & ~(*places)[i]);
        }
    }
    size_t common = 0;
    for (size_t i = 0; i < m_words.size(); ++i)
        common += ~state[i / kBits] >> (i % kBits) & 1;
    return 2.0 * static_cast<double>(common) / static_cast<double>(both);
}

} // namespace watchroom::articles
