// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sync/backoff.h"
#include "app/sync/leasebeat.h"
#include "app/sync/pacer.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using namespace watchroom::sync;
using watchroom::remote::Beat;

/// How often sync asks: after failures, after wake-ups, for the lease.
class TestPace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitsGrowAndAreSpread()
    {
        double random = 0;
        Backoff backoff(500ms, 30s, [&random] { return random; });
        QList<std::chrono::milliseconds> shortest;
        for (int i = 0; i < 8; ++i)
            shortest.append(backoff.next());
        QCOMPARE(shortest, (QList{250ms, 500ms, 1000ms, 2000ms, 4000ms, 8000ms, 15000ms, 15000ms}));
        random = 0.999;
        const auto longest = backoff.next();
        QVERIFY(longest > 29s && longest < 30s);
        backoff.reset();
        QVERIFY(backoff.next() <= 500ms);
        QCOMPARE(backoff.longest(), 30s);
    }

    void theFirstWakeUpIsFollowedAtOnce()
    {
        Pacer pacer(10s);
        QSignalSpy due(&pacer, &Pacer::due);
        pacer.wake();
        QCOMPARE(due.size(), 1);
    }

    void aStormIsAPaceAndNoneIsForgotten()
    {
        Pacer pacer(600ms);
        QSignalSpy due(&pacer, &Pacer::due);
        pacer.wake();
        QElapsedTimer since;
        since.start();
        for (int i = 0; i < 1000; ++i)
            pacer.wake();
        QCOMPARE(due.size(), 1);
        // What came during the pause is followed once, when it is over.
        QTRY_COMPARE(due.size(), 2);
        QVERIFY2(since.elapsed() >= 599, qPrintable(QString::number(since.elapsed())));
        pacer.wake();
        pacer.stop();
        QVERIFY(!due.wait(900));
        QCOMPARE(due.size(), 2);
    }

    void beatsAreAsOftenAsTheLeaseNeeds()
    {
        LeaseBeat beats;
        Beat beat;
        beat.leaseEnds = beat.now + 8s;
        QCOMPARE(beats.next(beat), 15s);
        // It ends 8 s after the last beat: 2 s leave room for three that are lost.
        beat.mine = true;
        QCOMPARE(beats.next(beat), 2s);
        beat.mine = false;
        beats.setWants(true);
        const auto next = beats.next(beat);
        QVERIFY(next >= 8s && next < 9s);
        beat.leaseEnds = beat.now - 1h;
        QVERIFY(beats.next(beat) >= 1500ms && beats.next(beat) < 2s);
        LeaseBeat wall;
        wall.setWall(true);
        QCOMPARE(wall.next(beat), 5s);
    }

    void theLeaseIsToldWhenItChanges()
    {
        LeaseBeat beats;
        Beat beat;
        beat.leaseHolder = QStringLiteral("desk-1");
        beat.fence = 3;
        beat.mine = true;
        QVERIFY(beats.take(beat));
        QVERIFY(!beats.take(beat));
        QVERIFY(beats.lease().mine && beats.lease().fence == 3);
        // Out of contact it is nobody's to act on, least of all mine.
        QVERIFY(beats.lose());
        QVERIFY(!beats.lease().mine);
        QVERIFY(!beats.lose());
    }
};

QTEST_GUILESS_MAIN(TestPace)
#include "tst_pace.moc"
