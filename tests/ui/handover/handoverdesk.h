// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/incidents/attachments.h"
#include "app/incidents/incidentcommands.h"
#include "app/roster/rosterbook.h"
#include "app/roster/rostercommands.h"
#include "app/tickets/workcommands.h"
#include "tests/ui/standalonedesk.h"
#include "ui/handover/handoverpage.h"
#include "ui/handover/signaturebox.h"

namespace watchroom::test {

/// A desk with the handover's page over a real standalone workspace, on Wednesday 18 March 2026 at
/// 19:41 in Shanghai. Chen leads the day shift with Li and Zhou, Liu the night shift with Gao and
/// Luo; at 20:00 the watch passes. UI thread.
class HandoverDesk : public StandaloneDesk
{
public:
    HandoverDesk();
    ~HandoverDesk();

    [[nodiscard]] ui::HandoverPage &page() { return *m_page; }
    [[nodiscard]] const handover::HandoverState &state() const { return *m_book->state(); }
    [[nodiscard]] handover::HandoverBook &book() { return *m_book; }
    [[nodiscard]] handover::HandoverCommands &commands() { return *m_commands; }
    [[nodiscard]] roster::RosterCommands &rosterCommands() { return *m_rosterCommands; }
    [[nodiscard]] tickets::WorkCommands &work() { return *m_work; }
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
    /// In the box of the last step, by the password of who signs: their login.
    static void sign(ui::SignatureBox &box, const QString &password);
    QUuid ticket(const QString &title, const QString &level, const QString &owner,
        const QString &next = {}, int dueHour = -1, const QString &contingency = {});
    QUuid pending(const QString &title, const QString &level, const QString &owner,
        const QString &next = {}, int dueHour = -1);
    QUuid incident(const QString &title, const QString &level, const QString &owner);
    /// Of a procedure with that title and two steps, at the first.
    QUuid procedure(const QString &title, const QString &owner, const QUuid &incident);
    /// Until the page shows what the store has.
    void settle();

private:
    void addRoster();
    template <class Do>
    void as(const QString &login, Do act);

    bool m_away = false;
    std::unique_ptr<roster::RosterBook> m_roster;
    std::unique_ptr<roster::RosterCommands> m_rosterCommands;
    std::unique_ptr<tickets::WorkCommands> m_work;
    std::unique_ptr<incidents::IncidentCommands> m_incidents;
    std::unique_ptr<handover::HandoverBook> m_book;
    std::unique_ptr<incidents::Attachments> m_attachments;
    std::unique_ptr<handover::HandoverCommands> m_commands;
    ui::HandoverPage *m_page; ///< child of the window
};

} // namespace watchroom::test
