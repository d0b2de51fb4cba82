// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>

#include <utility>

namespace watchroom::base {

/// Calls `then` with the result of `future` from the event loop of `context`, which lives on the
/// caller's thread; never after `context` is gone, and never for a future without a result (its
/// worker ended first). Not QFuture::then(context, ...): in Qt 6.4 that races with the context's
/// end when the future finishes on another thread.
template <class T, class Then>
void whenDone(const QFuture<T> &future, QObject *context, Then then)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
        [watcher, task = std::move(then)]() mutable {
            watcher->deleteLater();
            const QFuture<T> done = watcher->future();
            if (done.resultCount() > 0)
                task(done.result());
        });
    watcher->setFuture(future);
}

} // namespace watchroom::base
