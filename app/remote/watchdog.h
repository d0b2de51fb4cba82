// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace watchroom::remote {

/// Does something when a blocking call passes its deadline, from a thread of its own, because
/// QPSQL has no time-out. One call at a time.
class Watchdog
{
public:
    Watchdog();
    ~Watchdog();
    Watchdog(const Watchdog &) = delete;
    Watchdog &operator=(const Watchdog &) = delete;

    /// Runs the action of the present watch, and of every later one, at once. Any thread.
    void abort();

    /// The watch over one call; ends with the scope. Once ended, the action does not run any more.
    class Watch
    {
    public:
        Watch(Watchdog &dog, std::chrono::milliseconds deadline, std::function<void()> action);
        ~Watch();
        Watch(const Watch &) = delete;
        Watch &operator=(const Watch &) = delete;

        [[nodiscard]] bool isFired() const;

    private:
        Watchdog &m_dog;
    };

private:
    void run(const std::stop_token &stop);

    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::chrono::steady_clock::time_point m_deadline;
    std::function<void()> m_action; ///< empty: nothing to watch
    bool m_fired = false;
    bool m_aborted = false;
    std::jthread m_thread;
};

} // namespace watchroom::remote
