// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <vector>

namespace watchroom::articles {

/// From here on a step's text is taken for the same step's.
inline constexpr double kSimilar = 0.5;

/// How much two texts share: twice the words of their longest common subsequence by the words of
/// both; signs and case do not count. 1 for equal ones, also where there are no words. Made once a
/// text (some hundred words; time goes with the product by 64). A value.
class Similarity
{
public:
    explicit Similarity(const QString &text);

    [[nodiscard]] double to(const Similarity &other) const;

private:
    std::vector<QString> m_words;
    /// Of each word the places where it stands, a bit each.
    QHash<QString, std::vector<quint64>> m_places;
};

} // namespace watchroom::articles
