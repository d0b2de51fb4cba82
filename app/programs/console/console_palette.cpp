// SPDX-License-Identifier: GPL-3.0-or-later
// The search over everything, and the fields of the pages.
#include "app/base/whendone.h"
#include "app/programs/console/console.h"
#include "ui/authoring/authoringpage.h"
#include "ui/contacts/contactspage.h"
#include "ui/incidents/incidentspage.h"
#include "ui/incidents/timelinepanel.h"
#include "ui/knowledge/knowledgepage.h"
#include "ui/quality/qualitypage.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/palette.h"
#include "ui/shell/palettesearch.h"
#include "ui/shell/statusline.h"
#include "ui/tickets/ticketspage.h"
#include "ui/widgets/searchfield.h"

namespace watchroom::programs {

using namespace Qt::StringLiterals;
using ui::PaletteLine;
using ui::PaletteLines;

void Console::buildPalette()
{
    const auto pages = [this] {
        PaletteLines lines;
        for (int page = 0; page < m_window->pageCount(); ++page)
            if (page != static_cast<int>(Page::Sync) || hasPasswords())
                lines.append({.kind = PaletteLine::Kind::Page,
                    .ref = QString::number(page),
                    .title = m_window->pageText(page)});
        return lines;
    };
    const auto places = [this] {
        PaletteLines lines;
        for (const auto &[key, name] : measuredPlaces())
            lines.append({.kind = PaletteLine::Kind::Place,
                .ref = key,
                .title = name,
                .aside = name == key ? QString() : key});
        return lines;
    };
    const auto reference = [this](const QUuid &id) {
        const incidents::Incident *incident = m_core->incidents().find(id);
        return incident ? incident->reference() : tr("closed");
    };
    m_paletteSearch = new ui::PaletteSearch({m_core->library(), pages, places, reference}, this);
}

void Console::openPalette()
{
    if (m_account.isLocked())
        return;
    if (auto *open = m_window->findChild<ui::Palette *>(QString(), Qt::FindDirectChildrenOnly);
        open && open->isVisible()) {
        open->field().selectAll();
        return;
    }
    if (isAsking()) // it would lead away from what was typed there
        return;
    auto *palette = new ui::Palette(m_theme, *m_window, *m_paletteSearch);
    connect(palette, &ui::Palette::articleAsked, this,
        [this](const QUuid &article) { showArticle(article); });
    connect(palette, &ui::Palette::incidentAsked, this, &Console::showAnyIncident);
    connect(palette, &ui::Palette::entryAsked, this, &Console::showEntry);
    connect(palette, &ui::Palette::contactAsked, this, [this](const QUuid &contact) {
        showContacts();
        m_contactsPage->show(contact);
    });
    connect(palette, &ui::Palette::placeAsked, this, &Console::showQuality);
    connect(palette, &ui::Palette::pageAsked, this,
        [this](int page) { show(static_cast<Page>(page)); });
    palette->open();
}

void Console::showArticle(const QUuid &article, const QUuid &incident)
{
    showArticles();
    m_authoringPage->leave();
    m_knowledgePage->show(article, incident);
}

/// A closed one is in its list.
void Console::showAnyIncident(const QUuid &incident)
{
    showIncident(incident);
    if (m_core->incidents().find(incident))
        return;
    m_incidentsPage->setView(2);
    m_incidentsPage->show(incident);
}

void Console::showEntry(const QUuid &entry)
{
    using Found = std::optional<domain::Row>;
    auto reading = m_core->store().read<Found>(
        [entry](store::Reader &reader) { return reader.row(u"log_entry", entry); });
    base::whenDone(reading, this, [this, entry](const base::Result<Found> &row) {
        if (!row) {
            tell(row.error());
            return;
        }
        const QUuid incident = *row ? domain::uuid(**row, "incident"_L1) : QUuid();
        if (incident.isNull()) {
            m_window->status().setMessage(tr("This entry belongs to no incident"));
            return;
        }
        showAnyIncident(incident);
        m_incidentsPage->inspector().timeline().reveal(entry);
    });
}

void Console::focusPageSearch()
{
    if (isShown(Page::Quality))
        m_qualityPage->focusFilter();
    else if (isShown(Page::Tickets))
        m_ticketsPage->focusSearch();
    else if (isContactsShown())
        m_contactsPage->focusSearch();
    else if (m_knowledgePage->isVisible())
        m_knowledgePage->focusSearch();
    else if (isShown(Page::Incidents))
        m_incidentsPage->focusSearch();
}

} // namespace watchroom::programs
