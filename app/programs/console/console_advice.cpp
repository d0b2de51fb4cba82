// SPDX-License-Identifier: GPL-3.0-or-later
// Procedures at an incident.
#include "app/programs/console/console.h"
#include "ui/incidents/advicesection.h"
#include "ui/incidents/incidentspage.h"
#include "ui/incidents/runsection.h"

namespace watchroom::programs {

void Console::buildAdvice()
{
    ui::Inspector &inspector = m_incidentsPage->inspector();
    m_advice = new ui::AdviceSection(m_theme, m_core->advice(),
        [this](const QString &key) { return m_core->directory().targetName(key); });
    auto *runs = new ui::RunSection(m_theme, m_core->runs(),
        [this](const QString &login) { return m_core->directory().personName(login); });
    inspector.addFoot(runs);
    inspector.addFoot(m_advice);
    connect(&inspector, &ui::Inspector::shownChanged, runs, [&inspector, runs] {
        runs->setIncident(inspector.shown() ? inspector.incident() : QUuid());
    });
    connect(&m_core->directory(), &incidents::Directory::changed, runs, &ui::RunSection::refresh);
    connect(runs, &ui::RunSection::runAsked, this, &Console::showRun);
    connect(&inspector, &ui::Inspector::shownChanged, m_advice, [this, &inspector] {
        m_advice->setIncident(inspector.shown() ? inspector.incident() : QUuid());
    });
    connect(
        m_advice, &ui::AdviceSection::articleAsked, this, [this, &inspector](const QUuid &article) {
            showArticle(article, inspector.shown() ? inspector.incident() : QUuid());
        });
    connect(m_advice, &ui::AdviceSection::failed, this, &Console::tell);
    connect(&m_account, &ui::Account::changed, this, [this] { m_core->advice().refresh(); });
}

} // namespace watchroom::programs
