// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/articles/stepids.h"

#include "app/articles/order.h"
#include "app/articles/similarity.h"

#include <algorithm>
#include <optional>

namespace watchroom::articles {

using namespace Qt::StringLiterals;

namespace {

/// Finds for each step now the one it was before. One thread.
class Matching
{
public:
    Matching(const Steps &previous, const Steps &now)
        : m_previous(previous)
        , m_now(now)
        , m_before(static_cast<size_t>(now.size()))
        , m_after(static_cast<size_t>(previous.size()))
    {
    }

    /// Of each step now, the place of the one before.
    std::vector<std::optional<size_t>> match()
    {
        const auto same = [this](size_t before, size_t now) {
            return old(before).hash == fresh(now).hash ? 1.0 : 0.0;
        };
        inOrder(0, m_after.size(), 0, m_before.size(), same);
        const Pairs anchors = matched();
        anywhere(same);
        compare();
        const auto similar = [this](size_t before, size_t now) {
            const double value = m_similar[before * m_before.size() + now];
            return value >= kSimilar ? value : 0.0;
        };
        // Between two that stand as they stood; so nothing is taken out of its order.
        size_t beforeFrom = 0;
        size_t nowFrom = 0;
        for (const auto &[before, now] : anchors) {
            inOrder(beforeFrom, before, nowFrom, now, similar);
            beforeFrom = before + 1;
            nowFrom = now + 1;
        }
        inOrder(beforeFrom, m_after.size(), nowFrom, m_before.size(), similar);
        anywhere(similar);
        return m_before;
    }

private:
    [[nodiscard]] const Step &old(size_t i) const
    {
        return m_previous.at(static_cast<qsizetype>(i));
    }
    [[nodiscard]] const Step &fresh(size_t i) const { return m_now.at(static_cast<qsizetype>(i)); }

    void join(size_t before, size_t now)
    {
        m_before[now] = before;
        m_after[before] = now;
    }

    [[nodiscard]] Pairs matched() const
    {
        Pairs pairs;
        for (size_t before = 0; before < m_after.size(); ++before) {
            if (m_after[before])
                pairs.emplace_back(before, *m_after[before]);
        }
        return pairs;
    }

    template <class Weight>
    void inOrder(
        size_t beforeFrom, size_t beforeEnd, size_t nowFrom, size_t nowEnd, const Weight &weight)
    {
        const Pairs pairs =
            bestInOrder(beforeEnd - beforeFrom, nowEnd - nowFrom, [&](size_t row, size_t column) {
                const size_t before = beforeFrom + row;
                const size_t now = nowFrom + column;
                return m_after[before] || m_before[now] ? 0.0 : weight(before, now);
            });
        for (const auto &[row, column] : pairs)
            join(beforeFrom + row, nowFrom + column);
    }

    /// What is left, the best pair first.
    template <class Weight>
    void anywhere(const Weight &weight)
    {
        struct Candidate
        {
            double weight;
            size_t before;
            size_t now;
        };
        std::vector<Candidate> candidates;
        for (size_t before = 0; before < m_after.size(); ++before) {
            for (size_t now = 0; now < m_before.size(); ++now) {
                const double own = m_after[before] || m_before[now] ? 0.0 : weight(before, now);
                if (own > 0)
                    candidates.push_back({own, before, now});
            }
        }
        std::ranges::stable_sort(candidates, std::ranges::greater(), &Candidate::weight);
        for (const Candidate &candidate : candidates) {
            if (!m_after[candidate.before] && !m_before[candidate.now])
                join(candidate.before, candidate.now);
        }
    }

    /// Only what is not matched yet.
    void compare()
    {
        m_similar.assign(m_after.size() * m_before.size(), 0);
        std::vector<std::optional<Similarity>> texts(m_before.size());
        for (size_t now = 0; now < m_before.size(); ++now) {
            if (!m_before[now])
                texts[now].emplace(fresh(now).text);
        }
        for (size_t before = 0; before < m_after.size(); ++before) {
            if (m_after[before])
                continue;
            const Similarity text(old(before).text);
            for (size_t now = 0; now < m_before.size(); ++now) {
                if (texts[now])
                    m_similar[before * m_before.size() + now] = text.to(*texts[now]);
            }
        }
    }

    const Steps &m_previous;
    const Steps &m_now;
    std::vector<std::optional<size_t>> m_before;
    std::vector<std::optional<size_t>> m_after;
    std::vector<double> m_similar;
};

} // namespace

int highestId(const Steps &steps)
{
    int highest = 0;
    for (const Step &step : steps) {
        if (step.id.startsWith(u's'))
            highest = std::max(highest, step.id.mid(1).toInt());
    }
    return highest;
}

Steps carryIds(const Steps &previous, Steps now, int used)
{
    const auto before = Matching(previous, now).match();
    int next = std::max(highestId(previous), used);
    for (qsizetype i = 0; i < now.size(); ++i) {
        const auto &match = before[static_cast<size_t>(i)];
        now[i].id = match ? previous.at(static_cast<qsizetype>(*match)).id : u"s%1"_s.arg(++next);
    }
    return now;
}

} // namespace watchroom::articles
