// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/incidents/incidentsmodel.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <memory>
#include <optional>

class QMediaDevices;
class QSoundEffect;

namespace watchroom::ui {

/// Sounds while a red incident is not acknowledged, and tells the desktop of each new one; one
/// sound for all of them, never one an alert. Says when this station cannot sound. UI thread.
class Alarm : public QObject
{
    Q_OBJECT

public:
    Alarm(incidents::IncidentsModel &model, const base::Clock &clock, QObject *parent = nullptr);
    ~Alarm() override;

    /// Silent for 60 s, this desk only; not an acknowledgement.
    void mute();
    [[nodiscard]] bool isMuted() const;
    /// There is an output that sound can come from, and it did not fail.
    [[nodiscard]] bool canSound() const;
    [[nodiscard]] bool isSounding() const { return m_sounding; }
    /// The incidents it sounds for, the oldest first.
    [[nodiscard]] QList<incidents::Incident> calling() const;

Q_SIGNALS:
    void canSoundChanged(bool can);
    void callingChanged();

private:
    void review();
    void playingChanged();
    void tryAgain();
    void notify(const incidents::Incident &incident);

    incidents::IncidentsModel &m_model;
    const base::Clock &m_clock;
    std::unique_ptr<QMediaDevices> m_devices;
    std::unique_ptr<QSoundEffect> m_sound;
    QTimer m_unmute;
    QTimer m_retry;
    QSet<QUuid> m_told;
    QList<QUuid> m_callingIds;
    bool m_sounding = false;
    bool m_broken = false; ///< it stopped by itself and has not played since
    bool m_couldSound = true;
    std::optional<base::Instant> m_mutedUntil;
};

} // namespace watchroom::ui
