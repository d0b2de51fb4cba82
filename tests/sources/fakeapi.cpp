// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sources/fakeapi.h"

#include <QRegularExpression>

namespace watchroom::sources {

using namespace Qt::StringLiterals;

namespace {

/// Headers and the whole body have come.
bool isWhole(const QByteArray &request)
{
    const qsizetype end = request.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    static const QRegularExpression length(
        u"content-length: *(\\d+)"_s, QRegularExpression::CaseInsensitiveOption);
    const auto found = length.match(QString::fromLatin1(request.left(end)));
    return request.size() - end - 4 >= found.captured(1).toLongLong();
}

} // namespace

FakeApi::FakeApi(Answer answer)
    : m_answer(std::move(answer))
{
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("fake api: %s", qPrintable(m_server.errorString()));
    QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
        QTcpSocket *socket = m_server.nextPendingConnection();
        QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
            if (!isWhole(socket->peek(1 << 20)))
                return;
            const QByteArray request = socket->readAll();
            ++m_requests;
            const QByteArray bytes = m_answer(request);
            if (bytes.isEmpty()) {
                m_waiting.append(socket);
                return;
            }
            socket->write(bytes);
            socket->disconnectFromHost();
        });
    });
}

QUrl FakeApi::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_server.serverPort()));
}

int FakeApi::waiting() const
{
    return static_cast<int>(
        std::count_if(m_waiting.begin(), m_waiting.end(), [](const auto &socket) {
            return socket && socket->state() == QAbstractSocket::ConnectedState;
        }));
}

void FakeApi::release(const QByteArray &bytes)
{
    const auto waiting = std::exchange(m_waiting, {});
    for (const auto &socket : waiting) {
        if (!socket)
            continue;
        socket->write(bytes);
        socket->disconnectFromHost();
    }
}

void FakeApi::drip(const QByteArray &bytes)
{
    for (const auto &socket : std::as_const(m_waiting)) {
        if (socket)
            socket->write(bytes);
    }
}

QByteArray FakeApi::http(int status, const QByteArray &body, const QByteArray &type)
{
    return "HTTP/1.1 " + QByteArray::number(status) + " Said\r\nContent-Type: " + type
        + "\r\nConnection: close\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n"
        + body;
}

} // namespace watchroom::sources
