// SPDX-License-Identifier: GPL-3.0-or-later
// What the console shows of its state: strip, banners, hints.
#include "app/base/whendone.h"
#include "app/programs/console/console.h"
#include "app/words/terms.h"
#include "app/words/times.h"
#include "ui/incidents/incidentspage.h"
#include "ui/shell/alarm.h"
#include "ui/shell/faultbanners.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/navigationrail.h"
#include "ui/shell/statusline.h"
#include "ui/shell/topstrip.h"
#include "ui/sync/syncpage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/bannerstack.h"

#include <QPushButton>

#include <algorithm>
#include <array>
#include <utility>

namespace watchroom::programs {

using namespace Qt::StringLiterals;

namespace {

const QString kSoundBanner = u"sound"_s;
const QString kCallPrefix = u"call:"_s;

} // namespace

void Console::showCounts()
{
    std::array<int, 3> counts{};
    int unclaimed = 0;
    for (const incidents::Incident &incident : m_core->incidents().incidents()) {
        const auto level = domain::levelFrom(incident.level);
        if (level && !incident.recoveredAt)
            ++counts[std::size_t(*level)];
        unclaimed += incident.owner.isEmpty() ? 1 : 0;
    }
    m_window->strip().setCounts(counts);
    m_window->rail().setCount(0, unclaimed);
}

void Console::showSource(const quality::SourceState &state)
{
    m_source = state;
    m_faults->showSource(state, m_core->sourceError() ? m_core->sourceError() : m_sourceProblem);
    showConnections();
    auto &strip = m_window->strip();
    if (state.key.isEmpty()) {
        strip.setSource(tr("No source"), tr("Choose one in Settings"), true);
        return;
    }
    const auto now = std::chrono::floor<std::chrono::milliseconds>(m_core->clock().now());
    const qint64 age = (now.time_since_epoch().count() - state.lastAnswer) / 1000;
    const QString newest = state.lastAnswer == 0
        ? tr("Nothing heard yet")
        : tr("newest %1").arg(words::age(base::Seconds{age}));
    // Two steps without an answer are no longer "live", whatever the last answer said.
    const bool stale = state.lastAnswer != 0 && age * 1000 > 2 * state.step + 1000;
    if (state.answering && !stale && m_sourceProblem)
        strip.setSource(tr("Source without values"), newest, true);
    else if (state.answering && !stale)
        strip.setSource(tr("Source live"), newest, false);
    else
        strip.setSource(tr("Source silent"), newest, state.error.has_value() || stale);
}

void Console::showSync(const sync::SyncStatus &status)
{
    using State = sync::SyncStatus::State;
    m_faults->showServer(status, m_core->clock().now());
    m_syncPage->setStatus(status);
    showOlderMonths(status);
    endLeftBehind();
    showConnections();
    auto &strip = m_window->strip();
    const QString online = tr("%n station(s) online", nullptr, status.stationsOnline);
    const QString pending = tr("%1 saved here, not sent").arg(status.counts.pending);
    const qint64 waiting = status.counts.held + status.counts.conflicts + status.counts.rejected;
    if (waiting > 0 && (status.state == State::Synced || status.state == State::Waiting)) {
        strip.setSync(status.counts.conflicts > 0 ? u"git-merge"_s : u"user-question"_s,
            status.counts.conflicts > 0 ? tr("Conflict: %1").arg(status.counts.conflicts)
                                        : tr("Waits for a person: %1").arg(waiting),
            online, true);
        return;
    }
    switch (status.state) {
    case State::Connecting:
        strip.setSync(u"refresh"_s, tr("Connecting"), pending, false);
        break;
    case State::Filling:
        strip.setSync(u"refresh"_s, tr("Loading"),
            u"%1 / %2"_s.arg(status.fillDone).arg(status.fillTotal), false);
        break;
    case State::Synced:
        strip.setSync(u"cloud-check"_s,
            tr("Synced") + u" · "_s + u"%1 ms"_s.arg(status.lag.count()), online, false);
        break;
    case State::Waiting:
        strip.setSync(u"refresh"_s, tr("Sending"), pending, false);
        break;
    case State::Offline: {
        const auto since = std::chrono::floor<base::Seconds>(m_core->clock().now() - status.since);
        strip.setSync(u"cloud-off"_s, tr("Offline") + u' ' + words::clock(since), pending, true);
        break;
    }
    case State::NeedsAttention:
        strip.setSync(u"alert-circle"_s, tr("Needs you"), pending, true);
        break;
    }
}

void Console::showDuty()
{
    const QString login = m_account.lastLogin();
    const QString name =
        login.isEmpty() ? tr("Nobody signed in") : m_core->directory().personName(login);
    const QString unconfirmed = unconfirmedWatch();
    const QString duty = unconfirmed.isEmpty() ? dutyRemark() : unconfirmed;
    const QString remark = m_account.isLocked() ? tr("Locked: board and sound go on")
        : login.isEmpty()                       ? tr("The board goes on; sign in to act")
        : duty.isEmpty()                        ? tr("Ctrl+L locks")
                                                : duty;
    m_window->strip().setPerson(name, remark, m_account.isLocked());
}

void Console::showPerson()
{
    showDuty();
    const QString here = m_account.login();
    m_syncPage->setViewer({.login = here, .senior = m_core->directory().isSenior(here)});
    followLock();
    showReminder();
}

void Console::showCalling()
{
    auto &banners = m_window->banners();
    const auto shown = m_alarm->calling(banners.kShown);
    for (const QString &key : banners.keys()) {
        const bool calls = std::ranges::any_of(shown,
            [&key](const incidents::Incident &i) { return key == kCallPrefix + i.id.toString(); });
        if (key.startsWith(kCallPrefix) && !calls)
            banners.remove(key);
    }
    for (const incidents::Incident &incident : shown)
        showCall(incident);
    banners.setFurther(int(m_alarm->callingCount() - shown.size()));
    if (m_alarm->canSound()) {
        banners.remove(kSoundBanner);
    } else {
        banners.banner(kSoundBanner)
            .setContent({.kind = widgets::BannerKind::Blocking,
                .level = {},
                .icon = u"volume-off"_s,
                .head = tr("This station cannot sound"),
                .text = tr("No sound comes out: connect an output, or start Watchroom again. "
                           "Until then a red alarm is only seen here."),
                .aside = {},
                .time = {}});
    }
    banners.order();
}

// Until the watch is verified, both leads answer.
QString Console::answering(const QString &owner) const
{
    const auto &directory = m_core->directory();
    const auto &state = m_core->handover().state();
    const bool both =
        state && state->isToBeVerified() && (owner == state->outgoing || owner == state->incoming);
    return both ? words::list(
               {directory.personName(state->outgoing), directory.personName(state->incoming)})
                : directory.personName(owner);
}

void Console::showCall(const incidents::Incident &incident)
{
    const QUuid id = incident.id;
    auto &banner = m_window->banners().banner(kCallPrefix + id.toString());
    if (banner.content().head.isEmpty()) { // just made
        connect(
            banner.addButton(u"bannerClaim"_s, {}, true), &QPushButton::clicked, this, [this, id] {
                showIncident(id);
                m_incidentsPage->inspector().claimOrTakeOver();
            });
        connect(banner.addButton(u"bannerMute"_s, {}), &QPushButton::clicked, this,
            [this] { m_alarm->mute(); });
    }
    const bool unclaimed = incident.owner.isEmpty();
    const bool lapsed = incident.isAcknowledged();
    auto *answer = banner.findChild<QPushButton *>(u"bannerClaim"_s);
    answer->setText(unclaimed                         ? tr("Claim")
            : incident.owner == m_account.lastLogin() ? tr("Acknowledge")
                                                      : tr("Take over"));
    answer->setEnabled(unclaimed || !m_account.isLocked()); // only a claim is signed by a PIN
    banner.findChild<QPushButton *>(u"bannerMute"_s)->setText(tr("Mute 60 s"));
    banner.setContent({.kind = widgets::BannerKind::Level,
        .level = domain::Level::Red,
        .icon = {},
        .head = words::levelLong(incident.level),
        .text = incident.reference() + u' ' + incident.title,
        .aside = unclaimed ? tr("Unclaimed")
            : lapsed       ? tr("No activity by %1").arg(answering(incident.owner))
                           : answering(incident.owner),
        .time = {}});
}

void Console::tell(const base::Error &error)
{
    // What keeps this station from saving at all is said once, in a banner that stands.
    if (error.code == "disk_full"_L1)
        m_faults->showDiskFull(true);
    else if (error.code == "damaged"_L1)
        m_faults->showDamaged();
    else
        m_faults->tell(error);
}

void Console::probeDisk()
{
    if (std::exchange(m_probing, true))
        return;
    base::whenDone(m_core->store().probe(), this, [this](const base::Result<> &written) {
        m_probing = false;
        if (written)
            m_faults->showDiskFull(false);
    });
}

} // namespace watchroom::programs
