// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/workerthread.h"

#include <QByteArray>

#include <chrono>

namespace watchroom::fakes {

/// A TCP relay on loopback that spoils connections when told to; runs on a thread of its own, so
/// that blocking calls of the test's thread pass through it. Callable from any thread.
class CutProxy
{
public:
    enum class Way
    {
        Both,
        ToServer, ///< answers still arrive
        FromServer, ///< what is asked still arrives
    };

    explicit CutProxy(quint16 target);
    ~CutProxy();
    CutProxy(const CutProxy &) = delete;
    CutProxy &operator=(const CutProxy &) = delete;

    [[nodiscard]] quint16 port() const;

    /// Ends all connections; with `refuse` no new ones either, until heal().
    void cut(bool refuse);
    /// Connections stay open and nothing passes any more, in that direction.
    void blackHole(Way way = Way::Both);
    void heal();
    /// From now on everything arrives this much later, in either direction.
    void delay(std::chrono::milliseconds oneWay);
    /// The next request that contains `marker` passes; its answer does not, the connection ends.
    void loseReplyTo(const QByteArray &marker);
    /// How many replies were lost so far.
    [[nodiscard]] int repliesLost() const;

private:
    struct Relay;
    base::WorkerThread m_thread;
    Relay *m_relay = nullptr; ///< on m_thread
};

} // namespace watchroom::fakes
