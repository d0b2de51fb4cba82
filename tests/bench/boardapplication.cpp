// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/boardapplication.h"

#include <QDeadlineTimer>
#include <QEvent>
#include <QListView>
#include <QTimer>

namespace watchroom::bench {

BoardApplication::BoardApplication(int &argc, char **argv)
    : QApplication(argc, argv)
{
}

void BoardApplication::watch(const QWidget &window, std::function<void()> painted)
{
    m_onPainted = std::move(painted);
    const auto views = window.findChildren<QListView *>(QStringLiteral("cards"));
    for (const QListView *view : views)
        m_views.insert(view->viewport());
}

bool BoardApplication::notify(QObject *receiver, QEvent *event)
{
    if (event->type() == QEvent::Paint && m_views.contains(receiver))
        m_painted = true;
    ++m_depth;
    const bool handled = QApplication::notify(receiver, event);
    --m_depth;
    // The outermost event is the window's: when it is done, all is painted and flushed.
    if (m_depth == 0 && m_painted) {
        m_painted = false;
        m_onPainted();
    }
    return handled;
}

bool runUntil(const std::function<bool()> &enough, int milliseconds)
{
    const QDeadlineTimer deadline(milliseconds);
    QTimer wake; // so that a deadline is seen although nothing happens
    wake.start(200);
    while (!enough() && !deadline.hasExpired())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return enough();
}

} // namespace watchroom::bench
