// SPDX-License-Identifier: GPL-3.0-or-later
// What the handover's clock says at this station: a banner, a word of the desktop, and the mark of
// a watch that the server has not confirmed.
#include "app/programs/console/console.h"
#include "app/words/entries.h"
#include "ui/shell/alarm.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/bannerstack.h"

#include <QPushButton>

namespace watchroom::programs {

using namespace Qt::StringLiterals;

namespace {
const QString kHandoverBanner = u"handover"_s;
const QString kOpenButton = u"bannerOpenHandover"_s;
const QString kLaterButton = u"bannerLaterHandover"_s;
} // namespace

void Console::wireReminders()
{
    connect(&m_core->handoverKeeper(), &handover::HandoverKeeper::reminderDue, this,
        [this](const handover::HandoverReminder &reminder) {
            m_reminder = reminder;
            showReminder();
            m_alarm->notify(tr("Handover"), reminderSentence());
        });
    // It goes with what it is about.
    connect(&m_core->handover(), &handover::HandoverBook::changed, this, [this] {
        const auto &state = m_core->handover().state();
        if (m_reminder && state && state->id == m_reminder->handover && !state->isLive())
            m_reminder.reset();
        showReminder();
        showDuty();
        showCalling();
    });
}

QString Console::reminderSentence() const
{
    return words::entrySentence(m_reminder->code, m_reminder->params, names());
}

void Console::showReminder()
{
    auto &banners = m_window->banners();
    if (!m_reminder || m_account.isLocked()) {
        banners.remove(kHandoverBanner);
        return;
    }
    const bool fresh = !banners.has(kHandoverBanner);
    auto &banner = banners.banner(kHandoverBanner);
    widgets::BannerContent content;
    content.icon = u"switch-horizontal"_s;
    content.head = tr("Handover");
    content.text = reminderSentence();
    if (fresh) {
        connect(
            banner.addButton(kOpenButton, {}, true), &QPushButton::clicked, this,
            [this] { showHandover(); }, Qt::QueuedConnection);
        connect(
            banner.addButton(kLaterButton, {}), &QPushButton::clicked, this,
            [this] {
                m_reminder.reset();
                showReminder();
            },
            Qt::QueuedConnection);
    }
    banner.findChild<QPushButton *>(kOpenButton)->setText(tr("Open"));
    banner.findChild<QPushButton *>(kLaterButton)->setText(tr("Later"));
    banner.setContent(content); // measured with its buttons
    banners.order();
}

QString Console::unconfirmedWatch() const
{
    const auto &state = m_core->handover().state();
    if (!state || !state->isToBeVerified())
        return {};
    return state->isLive() ? tr("Watch taken over on paper, to be verified")
                           : tr("Watch taken over here, to be verified");
}

} // namespace watchroom::programs
