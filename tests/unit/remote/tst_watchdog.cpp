// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/remote/watchdog.h"

#include <QTest>

#include <atomic>
#include <sys/socket.h>
#include <unistd.h>

using namespace std::chrono_literals;
using watchroom::remote::Watchdog;

class TestWatchdog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void freesABlockedRead();
    void doesNothingInTime();
    void nothingRunsAfterTheWatch();
    void abortEndsThisAndLaterCalls();
};

void TestWatchdog::freesABlockedRead()
{
    int pair[2];
    QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM, 0, pair), 0);
    Watchdog dog;
    char byte = 0;
    {
        const Watchdog::Watch watch(dog, 50ms, [&] { ::shutdown(pair[0], SHUT_RDWR); });
        QCOMPARE(::read(pair[0], &byte, 1), ssize_t(0));
        QVERIFY(watch.isFired());
    }
    ::close(pair[0]);
    ::close(pair[1]);
}

void TestWatchdog::doesNothingInTime()
{
    Watchdog dog;
    std::atomic<int> fired = 0;
    for (int i = 0; i < 1000; ++i) {
        const Watchdog::Watch watch(dog, 10s, [&] { ++fired; });
        QVERIFY(!watch.isFired());
    }
    QCOMPARE(fired.load(), 0);
}

void TestWatchdog::nothingRunsAfterTheWatch()
{
    Watchdog dog;
    for (int i = 0; i < 300; ++i) {
        std::atomic<bool> over = false;
        std::atomic<bool> late = false;
        {
            const Watchdog::Watch watch(
                dog, std::chrono::milliseconds(i % 2), [&] { late = over.load(); });
            std::this_thread::yield();
        }
        over = true;
        QVERIFY(!late);
    }
}

void TestWatchdog::abortEndsThisAndLaterCalls()
{
    Watchdog dog;
    std::atomic<int> fired = 0;
    const Watchdog::Watch first(dog, 1h, [&] { ++fired; });
    std::thread([&] { dog.abort(); }).join();
    QTRY_COMPARE(fired.load(), 1);
    const Watchdog::Watch second(dog, 1h, [&] { ++fired; });
    QTRY_COMPARE(fired.load(), 2);
}

QTEST_GUILESS_MAIN(TestWatchdog)
#include "tst_watchdog.moc"
