// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/workerthread.h"

#include <QSemaphore>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace watchroom::base;

namespace {

class TestWorkerThread : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsOnItsOwnThread()
    {
        WorkerThread worker(u"worker"_s);
        const auto ran = worker.run([] { return QThread::currentThread(); }).result();
        QCOMPARE(ran, worker.thread());
        QVERIFY(ran != QThread::currentThread());
        QCOMPARE(worker.thread()->objectName(), u"worker"_s);
    }

    void runsInOrder()
    {
        WorkerThread worker(u"worker"_s);
        QList<int> order;
        for (int i = 0; i < 1'000; ++i)
            worker.post([&order, i] { order.append(i); });
        worker.run([] {}).waitForFinished();
        QCOMPARE(order.size(), 1'000);
        QVERIFY(std::is_sorted(order.begin(), order.end()));
    }

    void handsBackFailures()
    {
        WorkerThread worker(u"worker"_s);
        const auto result =
            worker.run([]() -> Result<int> { return failure(Error::Kind::NotFound, u"none"_s); })
                .result();
        QVERIFY(!result);
        QCOMPARE(result.error().kind, Error::Kind::NotFound);
    }

    void whatWasNotBegunIsCancelled()
    {
        QSemaphore begun;
        QSemaphore goOn;
        QFuture<int> running;
        QFuture<int> waiting;
        bool ran = false;
        {
            WorkerThread worker(u"worker"_s);
            running = worker.run([&] {
                begun.release();
                goOn.acquire();
                // The loop ends with this call; what comes after it is dropped.
                QThread::currentThread()->quit();
                return 1;
            });
            waiting = worker.run([&ran] {
                ran = true;
                return 2;
            });
            begun.acquire();
            goOn.release();
            worker.stop();
        }
        QVERIFY(running.isFinished());
        QCOMPARE(running.result(), 1);
        QVERIFY(waiting.isFinished());
        QCOMPARE(waiting.isCanceled(), !ran);
    }

    void stoppingTwiceAndPostingAfterwardsAreHarmless()
    {
        WorkerThread worker(u"worker"_s);
        worker.stop();
        worker.stop();
        QVERIFY(worker.context() == nullptr);
        const QFuture<int> late = worker.run([] { return 3; });
        QVERIFY(late.isCanceled());
    }
};

} // namespace

QTEST_GUILESS_MAIN(TestWorkerThread)
#include "tst_workerthread.moc"
