// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/remote/watchdog.h"

#include <utility>

namespace watchroom::remote {

Watchdog::Watchdog()
    : m_thread([this](const std::stop_token &stop) { run(stop); })
{
}

Watchdog::~Watchdog() = default;

void Watchdog::run(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        if (!m_action) {
            m_changed.wait(lock, stop, [this] { return static_cast<bool>(m_action); });
            continue;
        }
        const auto deadline = m_deadline;
        const auto over = [this, deadline] { return !m_action || m_deadline != deadline; };
        if (m_changed.wait_until(lock, stop, deadline, over) || stop.stop_requested() || !m_action)
            continue;
        m_fired = true;
        // Under the lock, so that the watch cannot end while its action runs.
        std::exchange(m_action, nullptr)();
    }
}

void Watchdog::abort()
{
    const std::scoped_lock lock(m_mutex);
    m_aborted = true;
    m_deadline = std::chrono::steady_clock::now();
    m_changed.notify_all();
}

Watchdog::Watch::Watch(
    Watchdog &dog, std::chrono::milliseconds deadline, std::function<void()> action)
    : m_dog(dog)
{
    const std::scoped_lock lock(m_dog.m_mutex);
    m_dog.m_deadline = std::chrono::steady_clock::now();
    if (!m_dog.m_aborted)
        m_dog.m_deadline += deadline;
    m_dog.m_action = std::move(action);
    m_dog.m_fired = false;
    m_dog.m_changed.notify_all();
}

Watchdog::Watch::~Watch()
{
    const std::scoped_lock lock(m_dog.m_mutex);
    m_dog.m_action = nullptr;
    m_dog.m_changed.notify_all();
}

bool Watchdog::Watch::isFired() const
{
    const std::scoped_lock lock(m_dog.m_mutex);
    return m_dog.m_fired;
}

} // namespace watchroom::remote
