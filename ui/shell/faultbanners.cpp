// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/faultbanners.h"

#include "app/words/errors.h"
#include "app/words/times.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/bannerstack.h"

#include <QPushButton>

#include <array>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using base::Error;
using sync::SyncStatus;
using widgets::Banner;
using widgets::BannerContent;
using widgets::BannerKind;

namespace {

const QString kClock = u"clock"_s;
const QString kServer = u"server"_s;
const QString kSource = u"source"_s;
const QString kDisk = u"disk"_s;
const QString kDamaged = u"damaged"_s;
const QString kSalvaged = u"salvaged"_s;
const QString kTold = u"error"_s;

/// What the settings can mend.
bool isOfTheSettings(const Error &error)
{
    constexpr std::array kCodes{"station_password"_L1, "certificate_untrusted"_L1,
        "certificate_host"_L1, "no_encryption"_L1, "database_missing"_L1, "conninfo_invalid"_L1,
        "conninfo_uri"_L1, "server_not_postgres"_L1, "host_unknown"_L1, "server_refused"_L1,
        "source_credentials"_L1, "source_certificate"_L1, "source_not_prometheus"_L1,
        "source_unreachable"_L1, "source_address"_L1, "source_ca_unreadable"_L1,
        "mapping_unreadable"_L1, "mapping_invalid"_L1};
    return std::ranges::any_of(kCodes, [&](QLatin1StringView code) { return error.code == code; });
}

/// A wrong password here is the station's: nobody typed one.
Error ofTheStation(Error error)
{
    if (error.code == "password_wrong"_L1)
        error.code = u"station_password"_s;
    return error;
}

BannerContent notice(const QString &icon, const QString &head, const QString &text)
{
    return {.kind = BannerKind::Notice,
        .level = {},
        .icon = icon,
        .head = head,
        .text = text,
        .aside = {},
        .time = {}};
}

} // namespace

FaultBanners::FaultBanners(widgets::BannerStack &stack, QObject *parent)
    : QObject(parent)
    , m_stack(stack)
{
}

void FaultBanners::put(const QString &key, const BannerContent &content, const Make &buttons)
{
    const bool fresh = !m_stack.has(key);
    Banner &banner = m_stack.banner(key);
    if (fresh && buttons)
        buttons(banner);
    banner.setContent(content);
    if (!fresh)
        return;
    m_stack.order();
    // Of equals the older stands first; what was mended gives way to what is broken.
    if (key != kSalvaged && m_stack.has(kSalvaged)) {
        m_stack.remove(kSalvaged);
        drawSalvaged();
    }
}

void FaultBanners::closable(Banner &banner, const std::function<void()> &closed)
{
    const QString key = banner.key();
    connect(
        banner.addButton(u"bannerClose"_s, tr("Close")), &QPushButton::clicked, this,
        [this, key, closed] {
            closed();
            m_stack.remove(key);
        },
        Qt::QueuedConnection);
}

void FaultBanners::showServer(const SyncStatus &status, base::Instant now)
{
    using State = SyncStatus::State;
    const bool away = status.state == State::Offline && now - status.since >= kPatience;
    m_now = now;
    m_server.reset();
    if (status.state == State::NeedsAttention || away)
        m_server = status;
    const auto ahead = std::chrono::duration_cast<base::Seconds>(status.clockOffset);
    m_clockAhead = std::chrono::abs(ahead) >= kClockOff ? ahead : base::Seconds{0};
    drawServer();
    drawClock();
}

void FaultBanners::drawClock()
{
    if (m_clockAhead == base::Seconds{0}) {
        m_stack.remove(kClock);
        return;
    }
    const QString by = words::clock(std::chrono::abs(m_clockAhead));
    put(kClock,
        notice(u"clock-exclamation"_s, tr("Clock"),
            (m_clockAhead.count() > 0 ? tr("This machine's clock is %1 ahead of the server's.")
                                      : tr("This machine's clock is %1 behind the server's."))
                    .arg(by)
                + u' ' + tr("Times shown are the server's; let an administrator set up NTP.")),
        {});
}

void FaultBanners::drawServer()
{
    if (!m_server) {
        m_stack.remove(kServer);
        return;
    }
    const bool away = m_server->state == SyncStatus::State::Offline;
    const std::optional<Error> error =
        m_server->lastError ? std::optional(ofTheStation(*m_server->lastError)) : std::nullopt;
    QString text =
        error ? words::errorSentence(*error) : words::errorSentence({Error::Kind::Offline, {}});
    BannerContent content = notice(
        away ? u"cloud-off"_s : u"alert-circle"_s, away ? tr("Offline") : tr("Server"), text);
    if (m_server->counts.pending > 0)
        content.aside = tr("%n waiting to be sent", nullptr, int(m_server->counts.pending));
    if (away)
        content.time = words::clock(std::chrono::floor<base::Seconds>(m_now - m_server->since));
    // Whether the settings can help may change with the error: the button comes and goes.
    const bool settings = error && isOfTheSettings(*error);
    if (m_stack.has(kServer) && m_stack.banner(kServer).property("settings").toBool() != settings)
        m_stack.remove(kServer);
    put(kServer, content, [this, settings](Banner &banner) {
        banner.setProperty("settings", settings);
        if (settings)
            connect(banner.addButton(u"bannerSettings"_s, tr("Settings")), &QPushButton::clicked,
                this, &FaultBanners::settingsAsked);
    });
}

void FaultBanners::showSource(
    const quality::SourceState &state, const std::optional<Error> &problem)
{
    m_source.reset();
    if (!state.key.isEmpty())
        m_source = state.error ? state.error : problem;
    else
        m_source = problem; // a source that could not even be set up
    drawSource();
}

void FaultBanners::drawSource()
{
    if (!m_source) {
        m_stack.remove(kSource);
        return;
    }
    put(kSource, notice(u"access-point"_s, tr("Metric source"), words::errorSentence(*m_source)),
        [this](Banner &banner) {
            connect(banner.addButton(u"bannerSettings"_s, tr("Settings")), &QPushButton::clicked,
                this, &FaultBanners::settingsAsked);
        });
}

void FaultBanners::showDiskFull(bool full)
{
    m_diskFull = full;
    drawDiskFull();
}

void FaultBanners::drawDiskFull()
{
    if (!m_diskFull) {
        m_stack.remove(kDisk);
        return;
    }
    BannerContent content = notice(u"database"_s, tr("Disk full"),
        words::errorSentence({Error::Kind::Internal, {}, u"disk_full"_s}));
    content.kind = BannerKind::Blocking;
    put(kDisk, content, {});
}

void FaultBanners::showDamaged()
{
    m_damaged = true;
    drawDamaged();
}

void FaultBanners::drawDamaged()
{
    if (!m_damaged)
        return;
    BannerContent content = notice(u"database"_s, tr("Damaged"),
        words::errorSentence({Error::Kind::Corrupt, {}, u"damaged"_s}));
    content.kind = BannerKind::Blocking;
    put(kDamaged, content, [this](Banner &banner) {
        connect(banner.addButton(u"bannerRestart"_s, tr("Start again"), true),
            &QPushButton::clicked, this, &FaultBanners::restartAsked);
    });
}

void FaultBanners::showSalvaged(const store::Store::Salvaged &salvaged, bool standalone)
{
    m_salvaged = salvaged;
    m_standalone = standalone;
    drawSalvaged();
}

void FaultBanners::drawSalvaged()
{
    if (!m_salvaged)
        return;
    const QString text = m_standalone
        ? tr("The former data are in %1. Keep this file: it is the only copy.")
              .arg(m_salvaged->setAside)
        : tr("The damaged file is %1. %n change(s) that were not sent are kept and go out now; the "
             "rest comes from the server.",
            nullptr, int(m_salvaged->operations))
              .arg(m_salvaged->setAside);
    put(kSalvaged, notice(u"tool"_s, tr("Put aside"), text),
        [this](Banner &banner) { closable(banner, [this] { m_salvaged.reset(); }); });
}

void FaultBanners::tell(const Error &error)
{
    m_told = error;
    drawTold();
}

void FaultBanners::drawTold()
{
    if (!m_told)
        return;
    BannerContent content =
        notice(u"alert-circle"_s, tr("Not done"), words::errorSentence(*m_told, m_names));
    content.answers = true;
    put(kTold, content, [this](Banner &banner) { closable(banner, [this] { m_told.reset(); }); });
}

void FaultBanners::retranslate()
{
    // Buttons are made with their banner, so the banners are made anew.
    for (const QString &key : {kServer, kSource, kDisk, kDamaged, kSalvaged, kTold})
        m_stack.remove(key);
    drawServer();
    drawClock();
    drawSource();
    drawDiskFull();
    drawDamaged();
    drawSalvaged();
    drawTold();
}

} // namespace watchroom::ui
