// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/incidents/directory.h"
#include "app/incidents/incidentcommands.h"
#include "app/roster/rosterbook.h"
#include "app/roster/rostercommands.h"
#include "app/tickets/workcommands.h"
#include "app/words/language.h"
#include "tests/ui/standingclock.h"
#include "ui/handover/handoverpage.h"
#include "ui/style/theme.h"

#include <QTemporaryDir>

namespace watchroom::test {

/// A desk with the handover's page over a real standalone workspace, on Wednesday 18 March 2026 at
/// 19:41 in Shanghai. Chen leads the day shift with Li and Zhou, Liu the night shift with Gao and
/// Luo; at 20:00 the watch passes. UI thread.
class HandoverDesk
{
public:
    HandoverDesk();

    [[nodiscard]] ui::HandoverPage &page() { return *m_page; }
    [[nodiscard]] const handover::HandoverState &state() const { return *m_book->state(); }
    [[nodiscard]] handover::HandoverBook &book() { return *m_book; }
    [[nodiscard]] handover::HandoverCommands &commands() { return *m_commands; }
    [[nodiscard]] tickets::WorkCommands &work() { return *m_work; }
    [[nodiscard]] store::Store &store() { return *m_store; }
    [[nodiscard]] words::Language &language() { return m_language; }
    [[nodiscard]] style::Theme &theme() { return m_theme; }
    [[nodiscard]] QWidget &window() { return m_window; }
    [[nodiscard]] base::Instant now() const { return m_clock.now(); }
    /// An instant by the wall clock of Shanghai, of March 2026.
    [[nodiscard]] static base::Instant at(int day, int hour, int minute = 0);
    void setNow(base::Instant now);
    void sitDown(const QString &login);
    /// The server is not there; it was heard of at 19:36 for the last time.
    void goAway(bool away);

    /// The desk's handover of 20:00, by Chen.
    void open();
    /// With everything said that the wizard asks for: three tickets (red, yellow, blue), a pending
    /// item, an incident; the whole draft is ready to be signed.
    void prepare();
    QUuid ticket(const QString &title, const QString &level, const QString &owner,
        const QString &next = {}, int dueHour = -1, const QString &contingency = {});
    QUuid pending(const QString &title, const QString &level, const QString &owner,
        const QString &next = {}, int dueHour = -1);
    QUuid incident(const QString &title, const QString &level, const QString &owner);
    /// Waits until it is saved; a refusal ends the test program.
    store::Saved must(const store::SavedFuture &saved);
    /// Until the page shows what the store has.
    void settle();
    [[nodiscard]] QStringList entries();

    template <class T>
    T *shown(const QString &name) const
    {
        const QList<T *> all = m_window.findChildren<T *>(name);
        for (T *widget : all) {
            if (widget->isVisible())
                return widget;
        }
        return nullptr;
    }
    /// Where WATCHROOM_PICTURES names a folder: in both themes.
    void picture(const QString &name);

private:
    void addPeople();
    void addRoster();
    template <class Do>
    void as(const QString &login, Do act);

    StandingClock m_clock;
    QTemporaryDir m_dir;
    QString m_login;
    bool m_away = false;
    words::Language m_language;
    style::Theme m_theme;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<incidents::Directory> m_directory;
    std::unique_ptr<roster::RosterBook> m_roster;
    std::unique_ptr<roster::RosterCommands> m_rosterCommands;
    std::unique_ptr<tickets::WorkCommands> m_work;
    std::unique_ptr<incidents::IncidentCommands> m_incidents;
    std::unique_ptr<handover::HandoverBook> m_book;
    std::unique_ptr<handover::HandoverCommands> m_commands;
    QWidget m_window;
    ui::HandoverPage *m_page; ///< child of the window
};

} // namespace watchroom::test
