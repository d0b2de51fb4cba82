// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QThread>

#include <functional>
#include <memory>

namespace watchroom::base {

/// A thread with an event loop that runs what is posted to it, in order; the owner cannot forget
/// to end it. What was posted and not begun when it ends is dropped and its future is cancelled.
/// Those who post from other threads must have ended before stop().
class WorkerThread
{
public:
    explicit WorkerThread(const QString &name);
    ~WorkerThread();
    WorkerThread(const WorkerThread &) = delete;
    WorkerThread &operator=(const WorkerThread &) = delete;

    /// Lives on the thread; the parent for timers and the context for queued connections.
    [[nodiscard]] QObject *context() const { return m_context; }
    [[nodiscard]] QThread *thread() const { return m_thread.get(); }

    /// Runs `work` on the thread and hands back what it returns. Any thread.
    template <class Work>
    auto run(Work work) -> QFuture<std::invoke_result_t<Work>>
    {
        using T = std::invoke_result_t<Work>;
        auto promise = std::make_shared<QPromise<T>>();
        promise->start();
        QFuture<T> future = promise->future();
        post([promise, task = std::move(work)]() mutable {
            if constexpr (std::is_void_v<T>)
                task();
            else
                promise->addResult(task());
            promise->finish();
        });
        return future;
    }

    void post(std::function<void()> work);
    /// Ends the loop and waits. Called by the destructor.
    void stop();

private:
    std::unique_ptr<QThread> m_thread;
    QObject *m_context; ///< deleted on the thread when its loop ends; null after stop()
};

} // namespace watchroom::base
