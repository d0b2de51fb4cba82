// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/cutproxy.h"

#include <QHostAddress>
#include <QList>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <atomic>
#include <memory>

namespace watchroom::fakes {

using namespace Qt::StringLiterals;

namespace {

struct Pair
{
    std::unique_ptr<QTcpSocket> client;
    std::unique_ptr<QTcpSocket> server;
    bool loseReply = false;
};

} // namespace

struct CutProxy::Relay
{
    explicit Relay(quint16 targetPort)
        : target(targetPort)
    {
        QObject::connect(&listener, &QTcpServer::newConnection, &listener, [this] { accept(); });
        listener.listen(QHostAddress::LocalHost);
        port = listener.serverPort();
    }

    void accept()
    {
        while (QTcpSocket *incoming = listener.nextPendingConnection()) {
            incoming->setParent(nullptr);
            auto pair = std::make_shared<Pair>();
            pair->client.reset(incoming);
            pair->server = std::make_unique<QTcpSocket>();
            incoming->setSocketOption(QAbstractSocket::LowDelayOption, 1);
            pair->server->connectToHost(QHostAddress::LocalHost, target);
            pair->server->setSocketOption(QAbstractSocket::LowDelayOption, 1);
            Pair *p = pair.get();
            QObject::connect(incoming, &QTcpSocket::readyRead, incoming, [this, p] { forth(*p); });
            QObject::connect(
                p->server.get(), &QTcpSocket::readyRead, p->server.get(), [this, p] { back(*p); });
            QObject::connect(p->server.get(), &QTcpSocket::connected, p->server.get(), [this, p] {
                p->server->setSocketOption(QAbstractSocket::LowDelayOption, 1);
                forth(*p);
            });
            QObject::connect(
                incoming, &QTcpSocket::disconnected, &listener, [p] { p->server->close(); },
                Qt::QueuedConnection);
            QObject::connect(
                p->server.get(), &QTcpSocket::disconnected, &listener, [p] { p->client->close(); },
                Qt::QueuedConnection);
            QObject::connect(
                p->server.get(), &QTcpSocket::errorOccurred, &listener, [p] { p->client->abort(); },
                Qt::QueuedConnection);
            pairs.append(std::move(pair));
        }
    }

    void forth(Pair &pair)
    {
        if (holdingForth || pair.server->state() != QAbstractSocket::ConnectedState)
            return;
        const QByteArray data = pair.client->readAll();
        if (!marker.isEmpty() && data.contains(marker)) {
            marker.clear();
            pair.loseReply = true;
        }
        pass(pair.server.get(), data);
    }

    void back(Pair &pair)
    {
        if (holdingBack)
            return;
        if (pair.loseReply) {
            pair.server->readAll();
            ++lost;
            pair.client->abort();
            pair.server->abort();
            return;
        }
        pass(pair.client.get(), pair.server->readAll());
    }

    /// Timers of one length end in the order they were started, so bytes stay in order.
    void pass(QTcpSocket *to, const QByteArray &data)
    {
        if (oneWay.count() == 0) {
            to->write(data);
            return;
        }
        QTimer::singleShot(oneWay, Qt::PreciseTimer, to, [to, data] {
            if (to->state() == QAbstractSocket::ConnectedState)
                to->write(data);
        });
    }

    void cut()
    {
        for (const auto &pair : std::as_const(pairs)) {
            pair->client->abort();
            pair->server->abort();
        }
    }

    quint16 target;
    quint16 port = 0;
    bool holdingForth = false;
    bool holdingBack = false;
    std::chrono::milliseconds oneWay{0};
    QByteArray marker;
    std::atomic<int> lost = 0;
    QList<std::shared_ptr<Pair>> pairs;
    QTcpServer listener; ///< last: its handlers end before what they use
};

CutProxy::CutProxy(quint16 target)
    : m_thread(u"proxy"_s)
{
    m_thread.run([&] { m_relay = new Relay(target); }).waitForFinished();
}

CutProxy::~CutProxy()
{
    m_thread
        .run([relay = m_relay] {
            relay->cut();
            relay->pairs.clear();
            delete relay;
        })
        .waitForFinished();
}

quint16 CutProxy::port() const
{
    return m_relay->port;
}

void CutProxy::cut(bool refuse)
{
    m_thread
        .run([this, refuse] {
            if (refuse)
                m_relay->listener.close();
            m_relay->cut();
        })
        .waitForFinished();
}

void CutProxy::blackHole(Way way)
{
    m_thread
        .run([this, way] {
            m_relay->holdingForth = way != Way::FromServer;
            m_relay->holdingBack = way != Way::ToServer;
        })
        .waitForFinished();
}

void CutProxy::heal()
{
    m_thread
        .run([this] {
            if (!m_relay->listener.isListening())
                m_relay->listener.listen(QHostAddress::LocalHost, m_relay->port);
            m_relay->holdingForth = false;
            m_relay->holdingBack = false;
            for (const auto &pair : std::as_const(m_relay->pairs)) {
                m_relay->forth(*pair);
                m_relay->back(*pair);
            }
        })
        .waitForFinished();
}

void CutProxy::delay(std::chrono::milliseconds oneWay)
{
    m_thread.run([this, oneWay] { m_relay->oneWay = oneWay; }).waitForFinished();
}

void CutProxy::loseReplyTo(const QByteArray &marker)
{
    m_thread.run([this, marker] { m_relay->marker = marker; }).waitForFinished();
}

int CutProxy::repliesLost() const
{
    return m_relay->lost;
}

} // namespace watchroom::fakes
