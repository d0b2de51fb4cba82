// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/tickets/ticketdesk.h"

#include <QTest>

namespace watchroom::test {

using namespace Qt::StringLiterals;
using tickets::Work;
using tickets::WorkKind;
using tickets::WorkModel;

TicketDesk::TicketDesk()
    : StandaloneDesk(std::make_unique<base::CorrectedClock>(), {{u"zhou"_s, u"周敏"_s}})
{
    m_incidents = std::make_unique<incidents::IncidentsModel>(
        store(), directory(), incidents::IncidentsModel::Scope::Open);
    m_commands = std::make_unique<tickets::WorkCommands>(store(), clock(), author());
    const auto naming = [this](const QString &login) { return directory().personName(login); };
    m_tickets =
        std::make_unique<WorkModel>(store(), WorkKind::Ticket, WorkModel::Scope::Open, naming);
    m_pending =
        std::make_unique<WorkModel>(store(), WorkKind::PendingItem, WorkModel::Scope::Open, naming);
    const ui::WorkPanel::Needs panel{
        store(), *m_commands, *m_incidents, directory(), clock(), [this] { return login(); }};
    m_page = new ui::TicketsPage(theme(), {panel, *m_tickets, *m_pending});
    show(m_page, {1440, 840}, [this] {
        return m_tickets->isLoaded() && m_pending->isLoaded() && directory().people().size() == 2;
    });
}

// It looks at what this desk holds.
TicketDesk::~TicketDesk()
{
    delete m_page;
}

void TicketDesk::advance(base::Seconds by)
{
    static_cast<base::CorrectedClock &>(clock()).correct(now() + by);
}

WorkModel &TicketDesk::model(WorkKind kind)
{
    return kind == WorkKind::Ticket ? *m_tickets : *m_pending;
}

QUuid TicketDesk::open(tickets::NewWork work)
{
    const QUuid id = domain::uuid(must(m_commands->open(work)).rows.first(), "id"_L1);
    if (!QTest::qWaitFor([&] { return model(work.kind).find(id) != nullptr; }))
        qFatal("it did not reach the model");
    return id;
}

QUuid TicketDesk::openIncident(const QString &title)
{
    incidents::IncidentCommands commands(store(), clock(), author());
    const QUuid id = domain::uuid(
        must(commands.open({.title = title, .level = u"red"_s})).rows.first(), "id"_L1);
    if (!QTest::qWaitFor([&] { return m_incidents->find(id) != nullptr; }))
        qFatal("the incident did not reach the model");
    return id;
}

const Work &TicketDesk::work(const QUuid &id) const
{
    static const Work kNone;
    const Work *ticket = m_tickets->find(id);
    const Work *item = m_pending->find(id);
    return ticket ? *ticket : item ? *item : kNone;
}

QStringList TicketDesk::entriesOf(const QUuid &id)
{
    QStringList codes;
    for (const domain::Row &row : guardEntries()) {
        if (domain::uuid(row.value("params"_L1).toObject(), "work"_L1) == id)
            codes.append(domain::text(row, "code"_L1));
    }
    return codes;
}

} // namespace watchroom::test
