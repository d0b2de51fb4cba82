// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sync/faults/noticeoracle.h"

namespace watchroom::test {

/// What befell the scenarios, and how what was said compares with what had to be.
class NoticeTally
{
public:
    /// One look at one article at one console.
    void weigh(const Notice &is, const Notice &must);
    /// One scenario, at its end, with what befell it.
    void add(const QSet<QString> &befell);

    [[nodiscard]] int missed() const { return m_missed; }
    [[nodiscard]] int wrong() const { return m_wrong; }
    /// Of what a scenario can meet and a console has to say: what never occurred.
    [[nodiscard]] QStringList neverSeen() const;
    [[nodiscard]] QString text() const;

private:
    void count(const QString &kind, bool is, bool must);

    QMap<QString, int> m_befell; ///< in how many scenarios
    QMap<QString, int> m_due; ///< how often it had to be said
    int m_scenarios = 0;
    int m_looks = 0;
    int m_missed = 0;
    int m_wrong = 0;
};

} // namespace watchroom::test
