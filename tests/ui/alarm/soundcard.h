// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTemporaryDir>

namespace watchroom::test {

/// A PulseAudio server of the test's own whose only output is heard by a recorder instead of
/// people. Programs find it once PULSE_SERVER is set to address(). On the test's thread.
class SoundCard
{
public:
    ~SoundCard();

    [[nodiscard]] bool plug();
    void unplug();
    [[nodiscard]] QByteArray address() const;

    /// The loudest sample of what was played since the last call; 32767 is as loud as can be.
    [[nodiscard]] int peak();
    /// How much was recorded since the last call to peak(), silence included.
    [[nodiscard]] std::chrono::milliseconds recorded() const;

private:
    QTemporaryDir m_dir;
    QProcess m_server;
    QProcess m_recorder;
};

} // namespace watchroom::test
