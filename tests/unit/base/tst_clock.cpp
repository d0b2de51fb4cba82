// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/clock.h"

#include <QTest>

using namespace watchroom::base;
using namespace std::chrono_literals;

namespace {

class TestClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsWithTheWallClock()
    {
        const CorrectedClock clock;
        QVERIFY(std::chrono::abs(clock.wallOffset()) < 1s);
    }

    void followsTheServer()
    {
        CorrectedClock clock;
        const Instant server = clock.now() + 1h;
        clock.correct(server);
        QVERIFY(clock.now() >= server);
        QVERIFY(clock.now() < server + 10s);
        // The wall clock now stands an hour behind.
        QVERIFY(std::chrono::abs(clock.wallOffset() + 1h) < 10s);
    }

    void neverGoesBackByItself()
    {
        const CorrectedClock clock;
        Instant last = clock.now();
        for (int i = 0; i < 1'000; ++i) {
            const Instant now = clock.now();
            QVERIFY(now >= last);
            last = now;
        }
    }
};

} // namespace

QTEST_GUILESS_MAIN(TestClock)
#include "tst_clock.moc"
