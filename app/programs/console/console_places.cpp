// SPDX-License-Identifier: GPL-3.0-or-later
// Places that the source names and the team's list lacks.
#include "app/base/whendone.h"
#include "app/programs/console/console.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/bannerstack.h"

#include <QPushButton>

namespace watchroom::programs {

using namespace Qt::StringLiterals;

namespace {

const QString kPlacesBanner = u"places"_s;

}

/// Only to somebody who may add them: for everybody else it would be a line that cannot be left.
void Console::showPlaces()
{
    auto &banners = m_window->banners();
    const auto count = int(m_core->unlistedPlaces().size());
    if (m_core->config().isStandalone() || count == 0
        || !m_core->directory().isSenior(m_account.login())) {
        banners.remove(kPlacesBanner);
        return;
    }
    const bool fresh = !banners.has(kPlacesBanner);
    auto &banner = banners.banner(kPlacesBanner);
    banner.setContent({.kind = widgets::BannerKind::Notice,
        .level = {},
        .icon = u"map-pin"_s,
        .head = tr("New places"),
        .text = tr("The source measures %n place(s) that the team's list lacks.", nullptr, count),
        .aside = {},
        .time = {}});
    if (fresh)
        connect(banner.addButton(u"bannerListPlaces"_s, tr("Add to the list")),
            &QPushButton::clicked, this, &Console::listPlaces, Qt::QueuedConnection);
    banners.order();
}

void Console::listPlaces()
{
    base::whenDone(m_core->listPlaces(), this, [this](const base::Result<store::Saved> &saved) {
        if (!saved)
            tell(saved.error());
    });
}

} // namespace watchroom::programs
