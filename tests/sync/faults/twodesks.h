// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sync/engine/desk.h"

#include <QTest>

#include <memory>

namespace watchroom::test {

/// Two desks on one server, in step at the beginning of each function.
class TwoDesksTest : public DeskTest
{
protected:
    void beginTwo()
    {
        QCOMPARE(begin(), QString());
        m_one = std::make_unique<Desk>(desk(1));
        m_two = std::make_unique<Desk>(desk(2));
        QCOMPARE(enter(*m_one, 1), QString());
        QCOMPARE(enter(*m_two, 2), QString());
        for (Desk *desk : {m_one.get(), m_two.get()}) {
            desk->service->start();
            SYNCED(*desk);
        }
    }

    std::unique_ptr<Desk> m_one;
    std::unique_ptr<Desk> m_two;
};

} // namespace watchroom::test
