// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sync/faults/noticeacts.h"
#include "tests/sync/faults/noticetally.h"

namespace watchroom::test {

/// Some scenarios that share a server, two desks and what befalls them: each desk is cut off once,
/// with a clock that is wrong one way or the other, each program starts again, and the server is
/// set back to a backup. After each round every notice is held against the oracle.
class NoticeWorld
{
public:
    NoticeWorld(SharedServer &server, QRandomGenerator &random, NoticeTally &tally, int scenarios);

    ~NoticeWorld();
    NoticeWorld(const NoticeWorld &) = delete;
    NoticeWorld &operator=(const NoticeWorld &) = delete;

    /// From the first article to the last look. Empty: it could be played to its end.
    [[nodiscard]] QString live();

private:
    [[nodiscard]] QString begin();
    using Step = std::function<QString()>;
    [[nodiscard]] QString cutOff(int side, int hours, const Step &meanwhile);
    [[nodiscard]] QString startAgain();
    [[nodiscard]] QString goBack();
    [[nodiscard]] QString putBack(const QString &backup);
    [[nodiscard]] QString round();
    [[nodiscard]] QString settle();
    [[nodiscard]] QString readPublished();
    [[nodiscard]] bool areTextsThere() const;
    [[nodiscard]] bool isOnItsWay(const NoticeText &text) const;
    void learn();
    void learn(NoticeScenario &scenario, int side);
    void look();

    [[nodiscard]] NoticeDesk &at(int side) { return *m_desks[std::size_t(side)]; }
    [[nodiscard]] const NoticeDesk &at(int side) const { return *m_desks[std::size_t(side)]; }

    SharedServer &m_server;
    QRandomGenerator &m_random;
    NoticeTally &m_tally;
    NoticeTexts m_texts;
    NoticeActs::Desks m_desks;
    NoticeActs m_acts;
    std::vector<NoticeScenario> m_scenarios;
    QHash<QUuid, QMap<int, QString>> m_published; ///< hashes by version, as the server has them
    QSet<QUuid> m_withdrawn;
    QString m_database;
    bool m_willBeLost = false; ///< what this round does
};

} // namespace watchroom::test
