// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/workerthread.h"

namespace watchroom::base {

WorkerThread::WorkerThread(const QString &name)
    : m_thread(std::make_unique<QThread>())
    , m_context(new QObject)
{
    m_thread->setObjectName(name);
    m_context->moveToThread(m_thread.get());
    QObject::connect(m_thread.get(), &QThread::finished, m_context, &QObject::deleteLater);
    m_thread->start();
}

WorkerThread::~WorkerThread()
{
    stop();
}

void WorkerThread::post(std::function<void()> work)
{
    if (m_context)
        QMetaObject::invokeMethod(m_context, std::move(work), Qt::QueuedConnection);
}

void WorkerThread::stop()
{
    m_thread->quit();
    m_thread->wait();
    m_context = nullptr;
}

} // namespace watchroom::base
