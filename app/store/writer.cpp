// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/writer.h"

namespace watchroom::store {

Writer::Writer()
    : m_thread(QStringLiteral("store"))
{
}

Writer::~Writer()
{
    finish([] {});
}

void Writer::post(Queue queue, Step step)
{
    {
        const QMutexLocker lock(&m_mutex);
        if (queue == Queue::Operator) {
            m_operator.push_back(std::move(step));
            ++m_awaited;
        } else {
            m_sync.push_back(std::move(step));
        }
    }
    m_thread.post([this] { runOne(); });
}

bool Writer::isIdle() const
{
    const QMutexLocker lock(&m_mutex);
    return m_operator.empty() && m_sync.empty();
}

void Writer::runOne()
{
    Step step;
    bool ofSync = false;
    {
        const QMutexLocker lock(&m_mutex);
        ofSync = m_operator.empty();
        std::deque<Step> &queue = ofSync ? m_sync : m_operator;
        if (queue.empty())
            return;
        step = std::move(queue.front());
        queue.pop_front();
    }
    if (!ofSync)
        --m_awaited;
    if (!step())
        return;
    {
        const QMutexLocker lock(&m_mutex);
        std::deque<Step> &queue = ofSync ? m_sync : m_operator;
        queue.push_front(std::move(step));
    }
    m_thread.post([this] { runOne(); });
}

void Writer::dropSync()
{
    const QMutexLocker lock(&m_mutex);
    m_sync.clear();
}

void Writer::finish(std::function<void()> last)
{
    if (!m_thread.context())
        return;
    m_thread
        .run([this, end = std::move(last)] {
            dropSync();
            while (isAwaited())
                runOne();
            end();
        })
        .waitForFinished();
    m_thread.stop();
}

} // namespace watchroom::store
