// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/tickets/ticketdesk.h"

#include "app/base/ids.h"

#include <QApplication>
#include <QTest>
#include <QVBoxLayout>

namespace watchroom::test {

using namespace Qt::StringLiterals;
using tickets::Work;
using tickets::WorkKind;
using tickets::WorkModel;

TicketDesk::TicketDesk()
{
    auto store = store::Store::open(m_dir.path(), store::Store::Mode::Standalone, m_clock);
    if (!store)
        qFatal("open: %s", qPrintable(store.error().detail));
    m_store = std::move(*store);
    auto set = m_store->setUpStandalone({.login = u"chen"_s, .name = u"陈思远"_s}, {});
    set.waitForFinished();
    m_login = *set.result();
    const auto author = [this] {
        return store::Author{.login = m_login, .session = {}, .sessionKey = {}};
    };
    auto colleague = m_store->save(
        {{.table = u"person"_s,
            .id = base::newId(m_clock.now()),
            .set = {{u"login"_s, u"zhou"_s}, {u"name"_s, u"周敏"_s}, {u"active"_s, true}}}},
        author());
    colleague.waitForFinished();
    if (!colleague.result())
        qFatal("person: %s", qPrintable(colleague.result().error().code));
    m_language.use(words::Language::Code::Chinese);
    m_theme.setTextSize(style::TextSize::Normal);
    m_theme.apply(*qobject_cast<QApplication *>(QCoreApplication::instance()));
    m_directory = std::make_unique<incidents::Directory>(*m_store);
    m_incidents = std::make_unique<incidents::IncidentsModel>(
        *m_store, *m_directory, incidents::IncidentsModel::Scope::Open);
    m_commands = std::make_unique<tickets::WorkCommands>(*m_store, m_clock, author);
    const auto naming = [this](const QString &login) { return m_directory->personName(login); };
    m_tickets =
        std::make_unique<WorkModel>(*m_store, WorkKind::Ticket, WorkModel::Scope::Open, naming);
    m_pending = std::make_unique<WorkModel>(
        *m_store, WorkKind::PendingItem, WorkModel::Scope::Open, naming);
    const ui::WorkPanel::Needs panel{
        *m_store, *m_commands, *m_incidents, *m_directory, m_clock, [this] { return m_login; }};
    m_page = new ui::TicketsPage(m_theme, {panel, *m_tickets, *m_pending});
    auto *layout = new QVBoxLayout(&m_window);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_page);
    m_window.resize(1440, 840);
    m_window.show();
    m_window.activateWindow();
    if (!QTest::qWaitForWindowActive(&m_window) || !QTest::qWaitFor([this] {
            return m_tickets->isLoaded() && m_pending->isLoaded()
                && m_directory->people().size() == 2;
        }))
        qFatal("the desk did not open");
}

WorkModel &TicketDesk::model(WorkKind kind)
{
    return kind == WorkKind::Ticket ? *m_tickets : *m_pending;
}

QUuid TicketDesk::open(tickets::NewWork work)
{
    auto saved = m_commands->open(work);
    saved.waitForFinished();
    if (!saved.result())
        qFatal("open: %s", qPrintable(saved.result().error().code));
    const QUuid id = domain::uuid(saved.result()->rows.first(), "id"_L1);
    if (!QTest::qWaitFor([&] { return model(work.kind).find(id) != nullptr; }))
        qFatal("it did not reach the model");
    return id;
}

QUuid TicketDesk::openIncident(const QString &title)
{
    incidents::IncidentCommands commands(*m_store, m_clock,
        [this] { return store::Author{.login = m_login, .session = {}, .sessionKey = {}}; });
    auto saved = commands.open({.title = title, .level = u"red"_s});
    saved.waitForFinished();
    const QUuid id = domain::uuid(saved.result()->rows.first(), "id"_L1);
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
    auto rows = m_store->read<QList<domain::Row>>([](store::Reader &reader) {
        return reader.rows(u"log_entry", u"kind = 'guard'"_s, {}, u"ORDER BY rowid"_s);
    });
    rows.waitForFinished();
    const base::Result<QList<domain::Row>> read = rows.result();
    QStringList codes;
    for (const domain::Row &row : *read) {
        if (domain::uuid(row.value("params"_L1).toObject(), "work"_L1) == id)
            codes.append(domain::text(row, "code"_L1));
    }
    return codes;
}

} // namespace watchroom::test
