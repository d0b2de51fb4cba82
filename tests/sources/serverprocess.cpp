// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sources/serverprocess.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>

namespace watchroom::sources {

using namespace Qt::StringLiterals;

namespace {

void write(const QString &path, const QString &text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
        qFatal("cannot write %s", qPrintable(path));
}

/// Waits until a GET of `path` answers 200. Blocks: nothing of the test runs before its server.
bool isReady(quint16 port, const QByteArray &path, QProcess &process)
{
    QDeadlineTimer deadline(20'000);
    while (!deadline.hasExpired() && process.state() != QProcess::NotRunning) {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, port);
        if (socket.waitForConnected(500)) {
            socket.write("GET " + path + " HTTP/1.0\r\n\r\n");
            QByteArray answer;
            while (socket.waitForReadyRead(1000))
                answer += socket.readAll();
            if (answer.contains(" 200 "))
                return true;
        }
        process.waitForFinished(50); // or it is asked again
    }
    return false;
}

void end(QProcess &process)
{
    process.kill();
    process.waitForFinished(5000);
}

} // namespace

quint16 freePort()
{
    QTcpServer server;
    if (!server.listen(QHostAddress::LocalHost))
        qFatal("no free port");
    return server.serverPort();
}

PrometheusServer::PrometheusServer(const QString &jobs)
    : m_port(freePort())
{
    write(m_dir.filePath(u"prometheus.yml"_s),
        u"global:\n  scrape_interval: 1s\n  scrape_timeout: 900ms\nscrape_configs:\n"_s + jobs);
}

PrometheusServer::~PrometheusServer()
{
    end(m_process);
}

QUrl PrometheusServer::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_port));
}

bool PrometheusServer::start()
{
    m_process.setStandardErrorFile(m_dir.filePath(u"log"_s));
    m_process.start(u"prometheus"_s,
        {u"--config.file="_s + m_dir.filePath(u"prometheus.yml"_s),
            u"--storage.tsdb.path="_s + m_dir.filePath(u"data"_s),
            u"--web.listen-address=127.0.0.1:%1"_s.arg(m_port)});
    return m_process.waitForStarted() && isReady(m_port, "/-/ready", m_process);
}

void PrometheusServer::kill()
{
    end(m_process);
}

BlackboxExporter::BlackboxExporter()
    : m_port(freePort())
{
    write(m_dir.filePath(u"blackbox.yml"_s),
        u"modules:\n  tcp:\n    prober: tcp\n    timeout: 500ms\n"_s);
}

BlackboxExporter::~BlackboxExporter()
{
    end(m_process);
}

bool BlackboxExporter::start()
{
    m_process.setStandardErrorFile(m_dir.filePath(u"log"_s));
    m_process.start(u"prometheus-blackbox-exporter"_s,
        {u"--config.file="_s + m_dir.filePath(u"blackbox.yml"_s),
            u"--web.listen-address=127.0.0.1:%1"_s.arg(m_port)});
    return m_process.waitForStarted() && isReady(m_port, "/-/healthy", m_process);
}

} // namespace watchroom::sources
