// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>

namespace watchroom::sources {

/// An HTTP server that answers every request as the test says, byte by byte. On the test's thread.
class FakeApi
{
public:
    /// What is written to the socket, whole; an empty answer: the socket is left waiting.
    using Answer = std::function<QByteArray(const QByteArray &request)>;

    explicit FakeApi(Answer answer);

    [[nodiscard]] QUrl url() const;
    [[nodiscard]] int requests() const { return m_requests; }
    /// Sockets that wait for an answer and are still connected.
    [[nodiscard]] int waiting() const;
    /// Answers all that wait.
    void release(const QByteArray &bytes);
    /// Writes without ending; a drip.
    void drip(const QByteArray &bytes);

    [[nodiscard]] static QByteArray http(
        int status, const QByteArray &body, const QByteArray &type = "application/json");

private:
    QTcpServer m_server;
    Answer m_answer;
    QList<QPointer<QTcpSocket>> m_waiting;
    int m_requests = 0;
};

} // namespace watchroom::sources
