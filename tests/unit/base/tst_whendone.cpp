// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/whendone.h"
#include "app/base/workerthread.h"

#include <QPromise>
#include <QTest>

#include <optional>

using namespace watchroom::base;
using namespace Qt::StringLiterals;

class TestWhenDone : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersOnTheThreadOfTheContext();
    void aReadyFutureAnswersFromTheLoop();
    void isSilentWhereNothingCame();
    void aContextMayEndWhileItsAnswerComes();
};

void TestWhenDone::answersOnTheThreadOfTheContext()
{
    WorkerThread worker(u"worker"_s);
    QObject context;
    std::optional<int> answer;
    QThread *where = nullptr;
    whenDone(worker.run([] { return 42; }), &context, [&](int value) {
        answer = value;
        where = QThread::currentThread();
    });
    QTRY_VERIFY(answer.has_value());
    QCOMPARE(*answer, 42);
    QCOMPARE(where, QThread::currentThread());
    QTRY_COMPARE(context.children().size(), 0);
}

void TestWhenDone::aReadyFutureAnswersFromTheLoop()
{
    QPromise<int> promise;
    promise.start();
    promise.addResult(1);
    promise.finish();
    QObject context;
    bool answered = false;
    whenDone(promise.future(), &context, [&](int) { answered = true; });
    QVERIFY(!answered);
    QTRY_VERIFY(answered);
}

void TestWhenDone::isSilentWhereNothingCame()
{
    QObject context;
    bool answered = false;
    {
        QPromise<int> promise;
        promise.start();
        whenDone(promise.future(), &context, [&](int) { answered = true; });
    } // given up without a result
    QTRY_COMPARE(context.children().size(), 0);
    QVERIFY(!answered);
}

void TestWhenDone::aContextMayEndWhileItsAnswerComes()
{
    WorkerThread worker(u"worker"_s);
    int answered = 0;
    for (int round = 0; round < 500; ++round) {
        auto context = std::make_unique<QObject>();
        whenDone(worker.run([round] { return round; }), context.get(), [&](int) { ++answered; });
        if (round % 2 == 0)
            QCoreApplication::processEvents();
        context.reset();
    }
    worker.stop();
    const int before = answered;
    QCoreApplication::sendPostedEvents();
    QCOMPARE(answered, before);
}

QTEST_GUILESS_MAIN(TestWhenDone)
#include "tst_whendone.moc"
