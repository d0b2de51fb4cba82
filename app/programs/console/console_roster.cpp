// SPDX-License-Identifier: GPL-3.0-or-later
// The roster on the console: its page, its keys, and the duty of who sits here.
#include "app/programs/console/console.h"
#include "app/roster/rosterwords.h"
#include "app/words/times.h"
#include "ui/roster/rosterpage.h"
#include "ui/roster/shiftbox.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/statusline.h"

#include <algorithm>

namespace watchroom::programs {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kDay = std::chrono::hours(24);

/// "0:11:26": always with its hours, so that it is not read as minutes.
QString countdown(base::Seconds left)
{
    if (left >= kDay)
        return words::clock(left);
    const auto two = [](qint64 number) { return u"%1"_s.arg(number, 2, 10, QChar(u'0')); };
    const qint64 total = std::max<qint64>(0, left.count());
    return QString::number(total / 3600) + u':' + two(total % 3600 / 60) + u':' + two(total % 60);
}

} // namespace

void Console::buildRosterPage()
{
    const ui::RosterNeeds needs{m_core->roster(), m_core->rosterCommands(), m_core->directory(),
        m_core->clock(), [this] { return m_account.login(); },
        [this] { return QTimeZone(m_core->policy().zone); },
        [this] { return m_language.isEnglish(); }};
    m_rosterPage = new ui::RosterPage(m_theme, needs);
    connect(m_rosterPage, &ui::RosterPage::failed, this, &Console::tell);
    connect(m_rosterPage, &ui::RosterPage::done, this,
        [this](const QString &sentence) { m_window->status().setMessage(sentence); });
    connect(m_rosterPage, &ui::RosterPage::authorAsked, this, [this] { signIn({}); });
    connect(m_core.get(), &Core::policyChanged, m_rosterPage, &ui::RosterPage::refresh);
    connect(&m_account, &ui::Account::changed, m_rosterPage, &ui::RosterPage::refresh);
    connect(&m_core->roster(), &roster::RosterBook::changed, this, &Console::showDuty);
}

void Console::buildRosterShortcuts()
{
    const auto add = [this](const QKeySequence &keys, auto action) {
        addKey(keys, m_window.get(), [this, action] {
            if (isRosterShown())
                action();
        });
    };
    add(QKeySequence(Qt::Key_I), [this] { m_rosterPage->panel().shift().checkIn(); });
    add(QKeySequence(Qt::Key_V), [this] { m_rosterPage->toggleMonth(); });
}

void Console::showRosterHints()
{
    m_window->status().setHints({{u"←↑↓→"_s, tr("Day and position")}, {u"↵"_s, tr("Open")},
        {u"N"_s, tr("New")}, {u"T"_s, tr("Take the shift")}, {u"I"_s, tr("Check in")},
        {u"V"_s, tr("Week or month")}, {u"PgUp PgDn"_s, tr("Earlier, later")}});
}

QString Console::dutyRemark() const
{
    const QString me = m_account.login();
    const base::Instant now = m_core->clock().now();
    const auto on = domain::onDuty(
        domain::shiftsOf(m_core->roster().state().roster, now, now + base::Seconds(1)), now);
    const auto mine = std::ranges::find(on, me, &domain::Shift::person);
    if (me.isEmpty() || mine == on.end())
        return {};
    const auto left = std::chrono::floor<base::Seconds>(mine->until - now);
    return roster::dutyWords(mine->position, mine->slot, names()) + u" · "_s
        + tr("handover in %1").arg(countdown(left));
}

} // namespace watchroom::programs
