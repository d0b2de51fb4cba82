// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sources/exporter.h"

#include <QTcpSocket>

namespace watchroom::sources {

Exporter::Exporter()
{
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("exporter: %s", qPrintable(m_server.errorString()));
    QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
        QTcpSocket *socket = m_server.nextPendingConnection();
        QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
            if (!socket->peek(65536).contains("\r\n\r\n"))
                return;
            socket->readAll();
            QByteArray body;
            for (auto it = m_values.cbegin(); it != m_values.cend(); ++it)
                body += it.key().toUtf8() + ' ' + QByteArray::number(it.value(), 'g', 17) + '\n';
            socket->write("HTTP/1.1 200 OK\r\nContent-Type: text/plain; version=0.0.4\r\n"
                          "Connection: close\r\nContent-Length: "
                + QByteArray::number(body.size()) + "\r\n\r\n" + body);
            socket->disconnectFromHost();
        });
    });
}

} // namespace watchroom::sources
