// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/incidents/directory.h"
#include "app/roster/rosterbook.h"
#include "app/roster/rostercommands.h"
#include "app/store/store.h"
#include "app/words/language.h"
#include "tests/ui/standingclock.h"
#include "ui/roster/rosterpage.h"
#include "ui/style/theme.h"

#include <QTemporaryDir>

namespace watchroom::test {

/// A desk with the roster's page over a real standalone workspace, on Wednesday 18 March 2026 at
/// 14:32 in Shanghai. Chen may do everything; Li, Zhou and Wang are members. UI thread.
class RosterDesk
{
public:
    RosterDesk();

    [[nodiscard]] ui::RosterPage &page() { return *m_page; }
    [[nodiscard]] const roster::RosterState &state() const { return m_book->state(); }
    [[nodiscard]] roster::RosterCommands &commands() { return *m_commands; }
    [[nodiscard]] store::Store &store() { return *m_store; }
    [[nodiscard]] words::Language &language() { return m_language; }
    [[nodiscard]] style::Theme &theme() { return m_theme; }
    [[nodiscard]] QWidget &window() { return m_window; }
    [[nodiscard]] base::Instant now() const { return m_clock.now(); }
    /// An instant by the wall clock of Shanghai, of March 2026.
    [[nodiscard]] static base::Instant at(int day, int hour, int minute = 0);
    void setNow(base::Instant now);
    /// Whoever acts from now on; empty: nobody.
    void sitDown(const QString &login);

    /// Day (08:00 to 20:00) and night shifts of a position, a day each, as of 16 March; saved and
    /// in the book when it returns.
    void rotate(const QString &position, const QStringList &day, const QStringList &night);
    QUuid add(const domain::Rotation &rotation);
    QUuid add(const roster::NewChange &change);
    /// Waits until it is saved and the book knows; a refusal ends the test program.
    QUuid must(const store::SavedFuture &saved);
    /// The codes of what the roster's guards wrote, in order.
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
    void read();

    StandingClock m_clock;
    QTemporaryDir m_dir;
    QString m_login;
    words::Language m_language;
    style::Theme m_theme;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<incidents::Directory> m_directory;
    std::unique_ptr<roster::RosterBook> m_book;
    std::unique_ptr<roster::RosterCommands> m_commands;
    QWidget m_window;
    ui::RosterPage *m_page; ///< child of the window
};

} // namespace watchroom::test
