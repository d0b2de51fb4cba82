// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/alarm/soundcard.h"

#include <QDeadlineTimer>
#include <QFile>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <sys/prctl.h>

namespace watchroom::test {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kBytesPerMs = 24'000 * 2 / 1000; // what the recorder is asked for: mono, 16 bit

void end(QProcess &process)
{
    process.terminate();
    if (!process.waitForFinished(3000))
        process.kill();
    process.waitForFinished(3000);
}

} // namespace

SoundCard::~SoundCard()
{
    unplug();
}

QByteArray SoundCard::address() const
{
    return "unix:" + m_dir.filePath(u"native"_s).toUtf8();
}

bool SoundCard::plug()
{
    QProcessEnvironment own = QProcessEnvironment::systemEnvironment();
    for (const QString &name : {u"XDG_RUNTIME_DIR"_s, u"HOME"_s})
        own.insert(name, m_dir.path());
    own.remove(u"PULSE_SERVER"_s);
    for (QProcess *process : {&m_server, &m_recorder}) {
        process->setProcessEnvironment(own);
        process->setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    }
    m_server.setStandardErrorFile(m_dir.filePath(u"log"_s));
    m_server.start(u"pulseaudio"_s,
        {u"-n"_s, u"--daemonize=no"_s, u"--exit-idle-time=-1"_s, u"--use-pid-file=no"_s, u"-L"_s,
            u"module-null-sink sink_name=room"_s, u"-L"_s,
            u"module-native-protocol-unix socket="_s + m_dir.filePath(u"native"_s)});
    const QDeadlineTimer deadline(20'000);
    while (!QFile::exists(m_dir.filePath(u"native"_s))) {
        if (deadline.hasExpired() || m_server.waitForFinished(20))
            return false;
    }
    m_recorder.start(u"parec"_s,
        {u"--server="_s + QString::fromUtf8(address()), u"--device=room.monitor"_s, u"--raw"_s,
            u"--format=s16le"_s, u"--channels=1"_s, u"--rate=24000"_s, u"--latency-msec=50"_s});
    return m_recorder.waitForReadyRead(10'000);
}

void SoundCard::unplug()
{
    end(m_recorder);
    end(m_server);
}

std::chrono::milliseconds SoundCard::recorded() const
{
    return std::chrono::milliseconds(m_recorder.bytesAvailable() / kBytesPerMs);
}

int SoundCard::peak()
{
    const QByteArray bytes = m_recorder.readAllStandardOutput();
    int loudest = 0;
    for (qsizetype at = 0; at + 1 < bytes.size(); at += 2) {
        qint16 sample = 0;
        std::memcpy(&sample, bytes.constData() + at, sizeof sample);
        loudest = std::max(loudest, std::abs(int(sample)));
    }
    return loudest;
}

} // namespace watchroom::test
