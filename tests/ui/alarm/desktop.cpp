// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/alarm/desktop.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDeadlineTimer>

#include <csignal>
#include <sys/prctl.h>

namespace watchroom::test {

using namespace Qt::StringLiterals;

Desktop::~Desktop()
{
    for (QProcess *process : {&m_service, &m_bus}) {
        process->kill();
        process->waitForFinished(3000);
    }
}

bool Desktop::start()
{
    for (QProcess *process : {&m_bus, &m_service})
        process->setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_bus.setStandardErrorFile(QProcess::nullDevice());
    m_bus.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
    if (!m_bus.waitForReadyRead(10'000))
        return false;
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readLine().trimmed());
    m_service.start(u"/usr/bin/python3"_s,
        {u"-u"_s, u"-m"_s, u"dbusmock"_s, u"--template"_s, u"notification_daemon"_s});
    const QDeadlineTimer deadline(20'000);
    auto *bus = QDBusConnection::sessionBus().interface();
    while (bus && !bus->isServiceRegistered(u"org.freedesktop.Notifications"_s)) {
        if (deadline.hasExpired() || m_service.waitForFinished(50))
            return false;
    }
    return bus != nullptr;
}

QStringList Desktop::notifications()
{
    m_heard += QString::fromUtf8(m_service.readAllStandardOutput());
    return m_heard.split(u'\n').filter(u" Notify "_s);
}

} // namespace watchroom::test
