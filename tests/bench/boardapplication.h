// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QSet>

#include <functional>

namespace watchroom::bench {

/// An application that tells when the window has finished to paint a card view of the board and
/// handed the pixels on. UI thread.
class BoardApplication : public QApplication
{
public:
    BoardApplication(int &argc, char **argv);

    /// The card views of this window; its `painted` is called at the end of each paint of one.
    void watch(const QWidget &window, std::function<void()> painted);
    bool notify(QObject *receiver, QEvent *event) override;

private:
    QSet<const QObject *> m_views;
    std::function<void()> m_onPainted;
    int m_depth = 0;
    bool m_painted = false;
};

} // namespace watchroom::bench
