// SPDX-License-Identifier: GPL-3.0-or-later
// How the console's pages lead to each other, and what the lowest line says on each.
#include "app/programs/console/console.h"
#include "ui/incidents/incidentspage.h"
#include "ui/quality/qualitypage.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/statusline.h"

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
            {u"Ctrl K"_s, tr("Filter")},
        });
        return;
    }
    status.setMessage({});
    QList<ui::StatusLine::Hint> hints{{u"N"_s, tr("New")}};
    if (isShown(Page::Incidents))
        hints.append({
            {u"C"_s, tr("Claim")},
            {u"U"_s, tr("Raise")},
            {u"Ctrl →"_s, tr("Next stage")},
            {u"1–9"_s, tr("Phrases")},
            {u"Q"_s, tr("Quality")},
        });
    hints.append({{u"M"_s, tr("Mute 60 s")}, {u"Ctrl L"_s, tr("Lock")}});
    status.setHints(hints);
}

} // namespace watchroom::programs
