// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/faults/killedclient.h"

#include "app/base/clock.h"
#include "app/base/ids.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>

#include <algorithm>
#include <csignal>

namespace watchroom::test {

using namespace Qt::StringLiterals;

KilledClient::KilledClient(QString folder, QString station, store::Author author)
    : m_folder(std::move(folder))
    , m_station(std::move(station))
    , m_author(std::move(author))
{
}

bool KilledClient::start(const remote::ConnInfo &server, quint32 seed, int operations)
{
    m_process = std::make_unique<QProcess>();
    m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_heard.clear();
    m_damage.clear();
    m_process->start(QStringLiteral(WATCHROOM_FAULTCLIENT),
        {m_folder, server.toText(), m_author.login, base::toText(m_author.session),
            QString::fromLatin1(m_author.sessionKey.toHex()), QString::number(seed),
            QString::number(operations)});
    return m_process->waitForStarted();
}

void KilledClient::listen()
{
    m_heard += m_process->readAllStandardOutput();
    qsizetype end = 0;
    while ((end = m_heard.indexOf('\n')) >= 0) {
        const QString line = QString::fromUtf8(m_heard.left(end));
        m_heard.remove(0, end + 1);
        m_lastWords = line;
        if (line.startsWith("damaged"_L1))
            m_damage = line;
        else if (line.startsWith("refused"_L1))
            ++m_refused[line.section(u' ', 0, 1)];
        else if (line.startsWith("saved "_L1))
            m_saved.insert(line.mid(6));
    }
}

QString KilledClient::kill()
{
    const bool lived = isRunning();
    const bool endedWell = hasEndedWell();
    m_process->kill();
    m_process->waitForFinished();
    listen(); // what it had said before it died counts
    if (lived || endedWell)
        return m_damage;
    return u"%1 ended by itself, %2: %3"_s.arg(m_station)
        .arg(m_process->exitCode())
        .arg(m_lastWords);
}

bool KilledClient::hold() const
{
    const auto process = pid_t(m_process->processId());
    ::kill(process, SIGSTOP);
    const auto stands = [process] {
        const QString tasks = u"/proc/%1/task/"_s.arg(process);
        const QStringList threads = QDir(tasks).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        return std::ranges::all_of(threads, [&tasks](const QString &thread) {
            QFile status(tasks + thread + u"/stat"_s);
            if (!status.open(QIODevice::ReadOnly))
                return true; // ended meanwhile
            const QByteArray line = status.readAll();
            return line.mid(line.lastIndexOf(')') + 2, 1) == "T";
        });
    };
    const QDeadlineTimer deadline(10'000);
    while (!stands()) {
        if (deadline.hasExpired())
            return false;
    }
    return true;
}

void KilledClient::letGo() const
{
    ::kill(pid_t(m_process->processId()), SIGCONT);
}

bool KilledClient::isRunning() const
{
    return m_process && m_process->state() == QProcess::Running;
}

bool KilledClient::hasEndedWell() const
{
    return m_process && m_process->state() == QProcess::NotRunning
        && m_process->exitStatus() == QProcess::NormalExit && m_process->exitCode() == 0;
}

bool KilledClient::waitForEnd(int ms)
{
    const bool ended = !isRunning() || m_process->waitForFinished(ms);
    listen();
    return ended;
}

QSet<QString> KilledClient::inTray() const
{
    const base::CorrectedClock clock;
    const auto store = store::Store::open(m_folder, store::Store::Mode::ReadOnly, clock);
    if (!store)
        return {};
    const auto rows = (*store)
                          ->read<QList<QJsonObject>>([](store::Reader &reader) {
                              return reader.query(u"SELECT op FROM sync_outbox WHERE state IN"
                                                  "('conflict','rejected','held')"_s);
                          })
                          .result();
    QSet<QString> ops;
    for (const QJsonObject &row : rows.value_or(QList<QJsonObject>()))
        ops.insert(row["op"_L1].toString());
    return ops;
}

} // namespace watchroom::test
