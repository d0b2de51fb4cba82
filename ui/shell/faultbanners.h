// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/quality/qualityservice.h"
#include "app/store/store.h"
#include "app/sync/syncstatus.h"
#include "app/words/phrases.h"

#include <QObject>

#include <optional>

namespace watchroom::widgets {
class Banner;
class BannerStack;
struct BannerContent;
} // namespace watchroom::widgets

namespace watchroom::ui {

/// The standing banners of what is broken: each says what is wrong and what to do, stands as long
/// as it lasts and goes by itself when it is over; only a single refusal is closed by hand. UI
/// thread.
class FaultBanners : public QObject
{
    Q_OBJECT

public:
    explicit FaultBanners(widgets::BannerStack &stack, QObject *parent = nullptr);

    /// A blip shorter than this is not worth moving the board for.
    static constexpr base::Seconds kPatience{3};
    /// A clock that differs less from the server's misleads nobody; none decides anything.
    static constexpr base::Seconds kClockOff{30};

    void showServer(const sync::SyncStatus &status, base::Instant now);
    /// `problem`: what ails one of its queries, or its values.
    void showSource(
        const quality::SourceState &state, const std::optional<base::Error> &problem = {});
    void showDiskFull(bool full);
    [[nodiscard]] bool isDiskFull() const { return m_diskFull; }
    void showDamaged();
    /// What became of a damaged replica at this start.
    void showSalvaged(const store::Store::Salvaged &salvaged, bool standalone);
    /// One thing that was asked for and not done.
    void tell(const base::Error &error);
    /// How people and places in a told error's sentence are called.
    void setNames(const words::Names &names) { m_names = names; }
    /// In the language of now.
    void retranslate();

Q_SIGNALS:
    void settingsAsked();
    void restartAsked();

private:
    using Make = std::function<void(widgets::Banner &)>;
    void put(const QString &key, const widgets::BannerContent &content, const Make &buttons);
    void closable(widgets::Banner &banner, const std::function<void()> &closed);
    void drawServer();
    void drawClock();
    void drawSource();
    void drawDiskFull();
    void drawDamaged();
    void drawSalvaged();
    void drawTold();

    widgets::BannerStack &m_stack;
    std::optional<sync::SyncStatus> m_server; ///< while it is worth a banner
    base::Instant m_now;
    base::Seconds m_clockAhead{0}; ///< 0: not worth a banner
    std::optional<base::Error> m_source;
    bool m_diskFull = false;
    bool m_damaged = false;
    std::optional<store::Store::Salvaged> m_salvaged;
    bool m_standalone = false;
    words::Names m_names;
    std::optional<base::Error> m_told;
};

} // namespace watchroom::ui
