// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/alarm.h"

#include "app/words/terms.h"

#include <QAudioDevice>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QMediaDevices>
#include <QSoundEffect>
#include <QUrl>

#include <algorithm>
#include <iterator>
#include <utility>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using incidents::Incident;

namespace {
constexpr base::Seconds kMute{60};
constexpr std::chrono::seconds kRetry{10};
constexpr qsizetype kMostTold = 3; // at once; the rest is counted
} // namespace

Alarm::Alarm(incidents::IncidentsModel &model, const incidents::TimerKeeper &timers,
    const base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_model(model)
    , m_timers(timers)
    , m_clock(clock)
    , m_devices(std::make_unique<QMediaDevices>())
    , m_sound(std::make_unique<QSoundEffect>())
    , m_once(std::make_unique<QSoundEffect>())
{
    m_once->setSource(QUrl(u"qrc:/watchroom/sounds/red.wav"_s));
    m_sound->setSource(QUrl(u"qrc:/watchroom/sounds/red.wav"_s));
    m_sound->setLoopCount(QSoundEffect::Infinite);
    m_unmute.setSingleShot(true);
    connect(&m_unmute, &QTimer::timeout, this, &Alarm::review);
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &Alarm::tryAgain);
    connect(m_sound.get(), &QSoundEffect::playingChanged, this, &Alarm::playingChanged);
    connect(m_sound.get(), &QSoundEffect::statusChanged, this, &Alarm::review);
    connect(&m_model, &incidents::IncidentsModel::changed, this, &Alarm::review);
    connect(&m_timers, &incidents::TimerKeeper::clocksChanged, this, &Alarm::review);
    connect(m_devices.get(), &QMediaDevices::audioOutputsChanged, this, &Alarm::review);
    m_couldSound = canSound();
}

Alarm::~Alarm() = default;

bool Alarm::canSound() const
{
    // QSoundEffect says Ready even without an output: only the list of outputs tells.
    return !QMediaDevices::audioOutputs().isEmpty() && !m_broken
        && m_sound->status() != QSoundEffect::Error;
}

bool Alarm::isMuted() const
{
    return m_mutedUntil && m_clock.now() < *m_mutedUntil;
}

void Alarm::mute()
{
    m_mutedUntil = m_clock.now() + kMute;
    m_unmute.start(std::chrono::milliseconds(kMute) + std::chrono::milliseconds(50));
    review();
}

QList<const Incident *> Alarm::found() const
{
    QList<const Incident *> calling;
    for (const Incident &incident : m_model.incidents()) {
        if (incident.level == "red"_L1 && !incident.recoveredAt
            && (!incident.isAcknowledged() || m_timers.hasLapsed(incident.id)))
            calling.append(&incident);
    }
    std::ranges::sort(calling, {}, &Incident::openedAt);
    return calling;
}

QList<Incident> Alarm::calling(qsizetype most) const
{
    QList<Incident> calling;
    for (const QUuid &id : m_callingIds.first(std::min(most, m_callingIds.size()))) {
        if (const Incident *incident = m_model.find(id))
            calling.append(*incident);
    }
    return calling;
}

void Alarm::tellOfNew(const QList<const Incident *> &calling)
{
    QList<const Incident *> fresh;
    std::ranges::copy_if(calling, std::back_inserter(fresh),
        [this](const Incident *incident) { return !m_called.contains(incident->id); });
    for (const Incident *incident : fresh.first(std::min(fresh.size(), kMostTold)))
        notify(*incident,
            incident->isAcknowledged() ? tr("No activity: acknowledge it again") : QString());
    if (fresh.size() > kMostTold)
        notify(words::levelLong(u"red"_s),
            tr("%n more need an answer", nullptr, int(fresh.size() - kMostTold)));
}

void Alarm::review()
{
    const QList<const Incident *> now = found();
    tellOfNew(now);
    QList<QUuid> ids;
    ids.reserve(now.size());
    std::ranges::transform(now, std::back_inserter(ids), &Incident::id);
    const bool sound = !now.isEmpty() && !isMuted() && canSound();
    const bool sounded = std::exchange(m_sounding, sound);
    if (sound && !sounded)
        m_sound->play();
    else if (!sound && sounded)
        m_sound->stop();
    if (ids != m_callingIds) {
        m_callingIds = ids;
        m_called = QSet<QUuid>(ids.begin(), ids.end());
        Q_EMIT callingChanged();
    }
    reviewBreaches();
    if (canSound() != m_couldSound) {
        m_couldSound = !m_couldSound;
        Q_EMIT canSoundChanged(m_couldSound);
    }
}

void Alarm::reviewBreaches()
{
    QSet<QUuid> within;
    for (const Incident &incident : m_model.incidents()) {
        if (incident.level != "red"_L1)
            continue;
        if (!incident.isOverdue(m_clock.now())) {
            within.insert(incident.id);
            continue;
        }
        // What calls is heard already; what came over its limit is no news.
        if (!m_within.contains(incident.id) || m_called.contains(incident.id))
            continue;
        notify(incident, tr("Over its time limit"));
        if (!isMuted() && canSound())
            m_once->play();
        Q_EMIT breached(incident.id);
    }
    m_within = within;
}

/// A sound server that ends takes the sound with it and stays in the list of outputs.
void Alarm::playingChanged()
{
    if (m_sound->isPlaying() || !m_sounding)
        return;
    m_sounding = false;
    m_broken = true;
    m_retry.start(kRetry);
    review();
}

void Alarm::tryAgain()
{
    m_sound->play();
    if (!m_sound->isPlaying()) {
        m_retry.start(kRetry);
        return;
    }
    m_broken = false;
    m_sounding = true;
    review();
}

void Alarm::notify(const Incident &incident, const QString &what)
{
    QStringList body{incident.title, what};
    body.removeAll(QString());
    notify(words::levelLong(incident.level) + u' ' + incident.reference(), body.join(u'\n'));
}

void Alarm::notify(const QString &head, const QString &body)
{
    // Asked for without waiting: a desktop without a notification service answers nothing we need.
    QDBusMessage message = QDBusMessage::createMethodCall(u"org.freedesktop.Notifications"_s,
        u"/org/freedesktop/Notifications"_s, u"org.freedesktop.Notifications"_s, u"Notify"_s);
    const QVariantMap hints{{u"urgency"_s, QVariant::fromValue(uchar(2))}};
    message << u"Watchroom"_s << 0u << u"watchroom"_s << head << body << QStringList() << hints
            << 0;
    QDBusConnection::sessionBus().asyncCall(message);
}

} // namespace watchroom::ui
