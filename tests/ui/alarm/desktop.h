// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>

namespace watchroom::test {

/// A session bus of the test's own with a notification service that notes what it is asked to
/// show. On the test's thread; made before anything asks for the session bus.
class Desktop
{
public:
    ~Desktop();

    /// Sets DBUS_SESSION_BUS_ADDRESS and waits until the service is there.
    [[nodiscard]] bool start();
    /// One line for each notification so far.
    [[nodiscard]] QStringList notifications();

private:
    QProcess m_bus;
    QProcess m_service;
    QString m_heard;
};

} // namespace watchroom::test
