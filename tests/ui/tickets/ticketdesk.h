// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/incidents/incidentcommands.h"
#include "app/incidents/incidentsmodel.h"
#include "app/tickets/workcommands.h"
#include "app/tickets/workmodel.h"
#include "tests/ui/standalonedesk.h"
#include "ui/tickets/ticketspage.h"

namespace watchroom::test {

/// A desk with the page of tickets over a real standalone workspace; Chen sits at it, Zhou Min is a
/// colleague. UI thread.
class TicketDesk : public StandaloneDesk
{
public:
    TicketDesk();
    ~TicketDesk();

    [[nodiscard]] ui::TicketsPage &page() { return *m_page; }
    [[nodiscard]] tickets::WorkCommands &commands() { return *m_commands; }
    [[nodiscard]] tickets::WorkModel &model(tickets::WorkKind kind);
    /// Saved when it returns, and in the model.
    QUuid open(tickets::NewWork work);
    [[nodiscard]] QUuid openIncident(const QString &title);
    [[nodiscard]] const tickets::Work &work(const QUuid &id) const;
    void advance(base::Seconds by);
    /// The codes of the entries about it, in the order in which they were written.
    [[nodiscard]] QStringList entriesOf(const QUuid &id);

private:
    std::unique_ptr<incidents::IncidentsModel> m_incidents;
    std::unique_ptr<tickets::WorkCommands> m_commands;
    std::unique_ptr<tickets::WorkModel> m_tickets;
    std::unique_ptr<tickets::WorkModel> m_pending;
    ui::TicketsPage *m_page; ///< child of the window
};

} // namespace watchroom::test
