// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/incidents/incidentsmodel.h"
#include "app/incidents/timerkeeper.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <memory>
#include <optional>

class QMediaDevices;
class QSoundEffect;

namespace watchroom::ui {

/// Sounds while a red incident is not acknowledged, or its acknowledgement has lapsed, and once
/// when its stage is over its limit; tells the desktop of each. One sound for all of them, never
/// one an alert. Says when this station cannot sound. UI thread.
class Alarm : public QObject
{
    Q_OBJECT

public:
    Alarm(incidents::IncidentsModel &model, const incidents::TimerKeeper &timers,
        const base::Clock &clock, QObject *parent = nullptr);
    ~Alarm() override;

    /// Silent for 60 s, this desk only; not an acknowledgement.
    void mute();
    [[nodiscard]] bool isMuted() const;
    /// There is an output that sound can come from, and it did not fail.
    [[nodiscard]] bool canSound() const;
    [[nodiscard]] bool isSounding() const { return m_sounding; }
    /// The first `most` of the incidents it sounds for, the oldest first.
    [[nodiscard]] QList<incidents::Incident> calling(qsizetype most = 100) const;
    [[nodiscard]] qsizetype callingCount() const { return m_callingIds.size(); }
    /// Tells the desktop, beside whatever window is in front.
    void notify(const QString &head, const QString &body);

Q_SIGNALS:
    void canSoundChanged(bool can);
    void callingChanged();
    /// A red one's stage went over its limit just now; said once.
    void breached(const QUuid &incident);

private:
    void review();
    void playingChanged();
    void tryAgain();
    /// Those it sounds for, the oldest first. Valid until the event loop goes on.
    [[nodiscard]] QList<const incidents::Incident *> found() const;
    void tellOfNew(const QList<const incidents::Incident *> &calling);
    void reviewBreaches();
    void notify(const incidents::Incident &incident, const QString &what = {});

    incidents::IncidentsModel &m_model;
    const incidents::TimerKeeper &m_timers;
    const base::Clock &m_clock;
    std::unique_ptr<QMediaDevices> m_devices;
    std::unique_ptr<QSoundEffect> m_sound;
    std::unique_ptr<QSoundEffect> m_once;
    QTimer m_unmute;
    QTimer m_retry;
    QList<QUuid> m_callingIds;
    QSet<QUuid> m_called; ///< the same, to look up
    QSet<QUuid> m_within; ///< red ones whose stage was within its limit
    bool m_sounding = false;
    bool m_broken = false; ///< it stopped by itself and has not played since
    bool m_couldSound = true;
    std::optional<base::Instant> m_mutedUntil;
};

} // namespace watchroom::ui
