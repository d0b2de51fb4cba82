// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace watchroom::sync {

/// Turns a storm of wake-ups into a steady pace: the first after quiet at once, then one at most
/// every interval, jittered; none is forgotten. Lives on the engine's thread.
class Pacer : public QObject
{
    Q_OBJECT

public:
    explicit Pacer(std::chrono::milliseconds interval, QObject *parent = nullptr);

    void setInterval(std::chrono::milliseconds interval) { m_interval = interval; }
    void wake();
    void stop();

Q_SIGNALS:
    void due();

private:
    void fire();

    std::chrono::milliseconds m_interval;
    QTimer m_timer;
    QElapsedTimer m_last; ///< invalid: never yet
};

} // namespace watchroom::sync
