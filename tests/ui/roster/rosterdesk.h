// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/roster/rosterbook.h"
#include "app/roster/rostercommands.h"
#include "tests/ui/standalonedesk.h"
#include "ui/roster/rosterpage.h"

namespace watchroom::test {

/// A desk with the roster's page over a real standalone workspace, on Wednesday 18 March 2026 at
/// 14:32 in Shanghai. Chen may do everything; Li, Zhou and Wang are members. UI thread.
class RosterDesk : public StandaloneDesk
{
public:
    RosterDesk();
    ~RosterDesk();

    [[nodiscard]] ui::RosterPage &page() { return *m_page; }
    [[nodiscard]] const roster::RosterState &state() const { return m_book->state(); }
    [[nodiscard]] roster::RosterCommands &commands() { return *m_commands; }
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

private:
    std::unique_ptr<roster::RosterBook> m_book;
    std::unique_ptr<roster::RosterCommands> m_commands;
    ui::RosterPage *m_page; ///< child of the window
};

} // namespace watchroom::test
