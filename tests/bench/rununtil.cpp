// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/rununtil.h"

#include <QAbstractEventDispatcher>
#include <QEventLoop>
#include <QTimer>

namespace watchroom::bench {

bool runUntil(const std::function<bool()> &enough, int milliseconds)
{
    if (enough())
        return true;
    // A loop of its own, as the program has one: asked whenever it has nothing left to do.
    QEventLoop loop;
    const auto ask = [&] {
        if (enough())
            loop.quit();
    };
    const auto *dispatcher = QAbstractEventDispatcher::instance();
    QObject::connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, &loop, ask);
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
    return enough();
}

} // namespace watchroom::bench
