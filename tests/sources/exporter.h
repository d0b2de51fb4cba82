// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QTcpServer>

namespace watchroom::sources {

/// A Prometheus exporter whose values a test steers. Lives on the test's thread.
class Exporter
{
public:
    Exporter();

    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    /// `series` as in the text format: rtt_ms{site="a"}.
    void set(const QString &series, double value) { m_values.insert(series, value); }
    void remove(const QString &series) { m_values.remove(series); }
    /// Nobody listens from now on.
    void close() { m_server.close(); }

private:
    QTcpServer m_server;
    QHash<QString, double> m_values;
};

} // namespace watchroom::sources
