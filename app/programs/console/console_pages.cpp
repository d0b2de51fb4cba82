// SPDX-License-Identifier: GPL-3.0-or-later
// How the console's pages lead to each other, and what the lowest line says on each.
#include "app/programs/console/console.h"
#include "ui/incidents/incidentspage.h"
#include "ui/quality/qualitypage.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/navigationrail.h"
#include "ui/shell/statusline.h"
#include "ui/tickets/incidentwork.h"
#include "ui/tickets/ticketspage.h"

#include <QDesktopServices>
#include <QUrl>

namespace watchroom::programs {

using namespace Qt::StringLiterals;

namespace {

QList<quality::TargetInfo> targetsOf(const incidents::Directory &directory)
{
    QList<quality::TargetInfo> targets;
    for (const incidents::Target &target : directory.targets())
        targets.append({target.key, target.parent, target.kind, target.name, target.nameEn});
    return targets;
}

} // namespace

void Console::buildQualityPage()
{
    const ui::QualityPage::Needs needs{m_core->quality(), m_core->alertPeriods(), m_core->clock()};
    m_qualityPage = new ui::QualityPage(m_theme, needs);
    m_qualityPage->setRules(m_core->rules());
    connect(m_core.get(), &Core::rulesChanged, m_qualityPage,
        [this] { m_qualityPage->setRules(m_core->rules()); });
    connect(&m_core->directory(), &incidents::Directory::changed, m_qualityPage,
        [this] { m_qualityPage->setTargetRows(targetsOf(m_core->directory())); });
    connect(m_qualityPage, &ui::QualityPage::incidentRequested, this, &Console::showIncident);
    connect(m_incidentsPage, &ui::IncidentsPage::targetAsked, this, &Console::showQuality);
    connect(m_window.get(), &ui::MainWindow::pageShown, this, &Console::showHints);
    m_window->addPage(u"quality"_s, u"activity"_s, m_qualityPage, [] { return tr("Quality"); });
}

void Console::buildTicketsPage()
{
    const ui::WorkPanel::Needs panel{m_core->store(), m_core->work(), m_core->incidents(),
        m_core->directory(), m_core->clock(), [this] { return m_account.login(); }};
    m_ticketsPage = new ui::TicketsPage(m_theme, {panel, m_core->tickets(), m_core->pending()});
    connect(m_ticketsPage, &ui::TicketsPage::failed, this, &Console::tell);
    connect(m_ticketsPage, &ui::TicketsPage::authorAsked, this, [this] { signIn({}); });
    connect(m_ticketsPage, &ui::TicketsPage::incidentAsked, this, &Console::showIncident);
    connect(m_ticketsPage, &ui::TicketsPage::urlAsked, this,
        [](const QString &url) { QDesktopServices::openUrl(QUrl(url)); });
    addIncidentWork();
    for (tickets::WorkModel *model : {&m_core->tickets(), &m_core->pending()})
        connect(model, &tickets::WorkModel::changed, this, &Console::showTicketCounts);
    connect(&m_account, &ui::Account::changed, this, &Console::showTicketCounts);
    m_window->addPage(u"tickets"_s, u"ticket"_s, m_ticketsPage, [] { return tr("Tickets"); });
}

void Console::addIncidentWork()
{
    ui::Inspector &inspector = m_incidentsPage->inspector();
    auto *work = new ui::IncidentWork(m_theme,
        {m_core->tickets(), m_core->pending(),
            [this](const QString &login) { return m_core->directory().personName(login); }});
    inspector.setAside(work);
    connect(&inspector, &ui::Inspector::shownChanged, work, [&inspector, work] {
        const incidents::Incident *shown = inspector.shown();
        work->setReadOnly(shown == nullptr || shown->isClosed());
        work->setIncident(inspector.incident());
    });
    connect(
        work, &ui::IncidentWork::workAsked, this, [this](tickets::WorkKind kind, const QUuid &id) {
            show(Page::Tickets);
            m_ticketsPage->show(kind, id);
        });
    connect(work, &ui::IncidentWork::newAsked, this,
        [this](const QUuid &incident) { m_ticketsPage->openNew(incident); });
}

void Console::showTicketCounts()
{
    // What waits for the answer of who sits here.
    const QString me = m_account.login();
    int offered = 0;
    for (const tickets::WorkModel *model : {&m_core->tickets(), &m_core->pending()}) {
        for (const tickets::Work &work : model->items())
            offered += !me.isEmpty() && work.offeredTo == me ? 1 : 0;
    }
    m_window->rail().setCount(static_cast<int>(Page::Tickets), offered);
}

void Console::show(Page page)
{
    m_window->showPage(static_cast<int>(page));
}

bool Console::isShown(Page page) const
{
    return m_window->currentPage() == static_cast<int>(page);
}

void Console::showIncident(const QUuid &incident)
{
    show(Page::Incidents);
    m_incidentsPage->setView(0);
    m_incidentsPage->show(incident);
}

void Console::showQuality(const QString &target)
{
    if (m_qualityPage->showTarget(target))
        show(Page::Quality);
}

void Console::showHints()
{
    auto &status = m_window->status();
    if (m_account.isLocked()) { // what people wrote is hidden, here too
        status.setMessage({});
        status.setHints({{u"C"_s, tr("Claim")}, {u"M"_s, tr("Mute 60 s")}});
        return;
    }
    if (isShown(Page::Quality)) {
        status.setMessage(tr("Shaded: an alert · dots: red limit · long dashes: yellow limit · "
                             "short dashes: blue limit · hatched: no data"));
        status.setHints({
            {u"←/→"_s, tr("Crosshair")},
            {tr("Space"), tr("Hold or go on")},
            {u"1–5"_s, tr("Time range")},
            {u"/"_s, tr("Filter")},
            {u"Ctrl K"_s, tr("Search everything")},
        });
        return;
    }
    status.setMessage({});
    if (isShown(Page::Tickets)) {
        status.setHints({{u"N"_s, tr("New")}, {u"C"_s, tr("Claim, accept, take over")},
            {u"T"_s, tr("Transfer")}, {u"P"_s, tr("Plan")}, {u"E"_s, tr("End")},
            {u"/"_s, tr("Find")}, {u"Ctrl K"_s, tr("Search everything")}});
        return;
    }
    if (isContactsShown()) {
        showContactsHints();
        return;
    }
    if (isShown(Page::Knowledge) && showAuthoringHints())
        return;
    if (isShown(Page::Knowledge)) {
        showKnowledgeHints();
        return;
    }
    if (isShown(Page::Handover)) {
        if (isRosterShown())
            showRosterHints();
        else
            showHandoverHints();
        return;
    }
    QList<ui::StatusLine::Hint> hints{{u"N"_s, tr("New")}};
    if (isShown(Page::Incidents))
        hints.append({
            {u"C"_s, tr("Claim")},
            {u"U"_s, tr("Raise")},
            {u"Ctrl →"_s, tr("Next stage")},
            {u"1–9"_s, tr("Phrases")},
            {u"Q"_s, tr("Quality")},
            {u"K"_s, tr("Procedure")},
            {u"H"_s, tr("Call list")},
        });
    hints.append({{u"Ctrl K"_s, tr("Search everything")}, {u"M"_s, tr("Mute 60 s")},
        {u"Ctrl L"_s, tr("Lock")}});
    status.setHints(hints);
}

} // namespace watchroom::programs
