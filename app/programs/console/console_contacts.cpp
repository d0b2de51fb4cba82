// SPDX-License-Identifier: GPL-3.0-or-later
// Whom to call: the contacts beside the articles, and the call list of an incident.
#include "app/programs/console/console.h"
#include "ui/contacts/contactspage.h"
#include "ui/incidents/incidentspage.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pageviews.h"
#include "ui/shell/statusline.h"

namespace watchroom::programs {

using namespace Qt::StringLiterals;

namespace {
enum View
{
    Articles,
    Contacts
};
} // namespace

void Console::buildContactsPage()
{
    m_contactsPage = new ui::ContactsPage(m_theme,
        {m_core->store(), m_core->contacts(), m_core->contactCommands(), m_core->directory(),
            m_core->clock(), [this] { return m_account.login(); },
            [this] { return m_language.isEnglish(); }});
    connect(m_contactsPage, &ui::ContactsPage::failed, this, &Console::tell);
    connect(m_contactsPage, &ui::ContactsPage::told, this,
        [this](const QString &line) { m_window->status().setMessage(line); });
    connect(m_contactsPage, &ui::ContactsPage::authorAsked, this, [this] { signIn({}); });
    connect(m_contactsPage, &ui::ContactsPage::incidentAsked, this, &Console::showIncident);
    connect(m_contactsPage, &ui::ContactsPage::viewChanged, this, [this] {
        if (isContactsShown())
            showHints();
    });
    connect(&m_incidentsPage->inspector(), &ui::Inspector::callsAsked, this, &Console::showCallsOf);
}

void Console::showArticles()
{
    show(Page::Knowledge);
    m_knowledgeViews->setCurrent(Articles);
}

void Console::showContacts()
{
    show(Page::Knowledge);
    m_knowledgeViews->setCurrent(Contacts);
}

bool Console::isContactsShown() const
{
    return isShown(Page::Knowledge) && m_knowledgeViews->current() == Contacts;
}

void Console::showCallsOf(const QUuid &incident)
{
    const incidents::Incident *shown = m_incidentsPage->inspector().shown();
    if (!shown || shown->id != incident)
        return;
    const incidents::Incident calls = *shown; // the page's own: it leaves the screen
    showContacts();
    m_contactsPage->showCalls(calls);
}

void Console::showContactsHints()
{
    QList<ui::StatusLine::Hint> hints;
    if (m_contactsPage->isCalling())
        hints.append({{u"1"_s, tr("Reached")}, {u"2"_s, tr("No answer")}, {u"3"_s, tr("Engaged")}});
    hints.append({{u"Ctrl C"_s, tr("Copy")}, {u"N"_s, tr("New")}, {u"F4"_s, tr("Edit")},
        {u"/"_s, tr("Search")}});
    if (m_contactsPage->view() == ui::ContactsView::Calls)
        hints.append({u"Esc"_s, tr("Back to the incident")});
    m_window->status().setHints(hints);
}

} // namespace watchroom::programs
