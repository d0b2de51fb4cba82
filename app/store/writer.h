// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/workerthread.h"

#include <QMutex>

#include <atomic>
#include <deque>

namespace watchroom::store {

/// The writer's thread with its two queues: what operators ask goes before what sync asks, and a
/// long sync work gives way between its chunks. Posting is allowed from any thread.
class Writer
{
public:
    enum class Queue
    {
        Operator,
        Sync
    };
    /// Returns true when there is more to do; it is then called again, after the operators' work
    /// and before other sync work.
    using Step = std::function<bool()>;

    Writer();
    ~Writer();
    Writer(const Writer &) = delete;
    Writer &operator=(const Writer &) = delete;

    template <class Work>
    auto run(Queue queue, Work work) -> QFuture<std::invoke_result_t<Work>>
    {
        using T = std::invoke_result_t<Work>;
        auto promise = std::make_shared<QPromise<T>>();
        promise->start();
        QFuture<T> future = promise->future();
        post(queue, [promise, task = std::move(work)]() mutable {
            promise->addResult(task());
            promise->finish();
            return false;
        });
        return future;
    }

    void post(Queue queue, Step step);
    /// An operator's work waits.
    [[nodiscard]] bool isAwaited() const { return m_awaited.load() > 0; }
    [[nodiscard]] bool isIdle() const;
    [[nodiscard]] QObject *context() const { return m_thread.context(); }

    /// Does what operators still wait for, then `last`, and ends the thread; sync's work is
    /// dropped.
    void finish(std::function<void()> last);

private:
    void runOne();
    void dropSync();

    base::WorkerThread m_thread;
    mutable QMutex m_mutex;
    std::deque<Step> m_operator;
    std::deque<Step> m_sync;
    std::atomic<int> m_awaited = 0;
};

} // namespace watchroom::store
