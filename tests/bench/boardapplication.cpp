// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/boardapplication.h"

#include <QAbstractEventDispatcher>
#include <QEvent>
#include <QEventLoop>
#include <QListView>
#include <QThread>
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
    if (QThread::currentThread() != thread()) // the workers' events come through here as well
        return QApplication::notify(receiver, event);
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

} // namespace watchroom::bench
