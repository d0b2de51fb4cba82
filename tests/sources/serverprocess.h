// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <QUrl>

namespace watchroom::sources {

/// A loopback port that was free a moment ago.
[[nodiscard]] quint16 freePort();

/// Debian's prometheus over a folder of its own; ended with the object, by its process id.
class PrometheusServer
{
public:
    /// `jobs`: the entries of scrape_configs, as YAML with two blanks before each line.
    explicit PrometheusServer(const QString &jobs);
    ~PrometheusServer();

    [[nodiscard]] QUrl url() const;
    /// On the same port with the same data. False when it does not get ready.
    [[nodiscard]] bool start();
    void kill();

private:
    QTemporaryDir m_dir;
    QProcess m_process;
    quint16 m_port;
};

/// Debian's blackbox exporter with a tcp module.
class BlackboxExporter
{
public:
    BlackboxExporter();
    ~BlackboxExporter();

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] bool start();

private:
    QTemporaryDir m_dir;
    QProcess m_process;
    quint16 m_port;
};

} // namespace watchroom::sources
