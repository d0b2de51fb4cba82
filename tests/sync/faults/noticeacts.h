// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sync/faults/noticedesk.h"
#include "tests/sync/faults/noticetexts.h"

#include <array>

namespace watchroom::test {

/// What one desk has of a scenario: what can be known there, and what is under way there.
struct NoticeSide
{
    Known known;
    QUuid run;
    std::optional<Written> unsent; ///< the last of its own versions that the server has not
    std::optional<Written> lost; ///< another's came first: to be merged
    int base = 0; ///< of either: the version before all of them
};

/// One article, followed and changed at two desks.
struct NoticeScenario
{
    QUuid article;
    std::array<NoticeSide, 2> sides;
    QSet<QString> befell;
};

/// What the people of two desks do with the articles: random, and told to the oracle.
class NoticeActs
{
public:
    using Desks = std::array<std::unique_ptr<NoticeDesk>, 2>;

    NoticeActs(QRandomGenerator &random, NoticeTexts &texts, Desks &desks)
        : m_random(random)
        , m_texts(texts)
        , m_desks(desks)
    {
    }

    /// Empty: done.
    [[nodiscard]] QString open(NoticeScenario &scenario);
    /// Either desk does something, or nothing.
    [[nodiscard]] QString act(NoticeScenario &scenario);
    /// Most texts are there with their rows, some a round or two later.
    [[nodiscard]] QString keepTexts(std::vector<NoticeScenario> &scenarios, int percent);

private:
    [[nodiscard]] QString actAt(NoticeScenario &scenario, int at);
    [[nodiscard]] QString write(NoticeScenario &scenario, int at);
    [[nodiscard]] QString turn(NoticeScenario &scenario, int at);
    [[nodiscard]] QString follow(NoticeScenario &scenario, int at);
    [[nodiscard]] QString decide(NoticeSide &side, const knowledge::Run &run, int at);
    [[nodiscard]] QString tick(NoticeSide &side, const knowledge::Run &run, int at);
    [[nodiscard]] bool chance(int percent) { return m_random.bounded(100) < percent; }

    QRandomGenerator &m_random;
    NoticeTexts &m_texts;
    Desks &m_desks;
};

} // namespace watchroom::test
