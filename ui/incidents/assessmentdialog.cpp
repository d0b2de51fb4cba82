// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/assessmentdialog.h"

#include "app/domain/codes.h"
#include "app/domain/levels.h"
#include "app/incidents/directory.h"
#include "app/words/errors.h"
#include "app/words/terms.h"
#include "ui/style/theme.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QComboBox>
#include <QListWidget>

namespace watchroom::ui {

using namespace Qt::StringLiterals;

namespace {

/// The target itself and everything below it that is a site.
QStringList sitesBelow(const incidents::Directory &directory, const QString &target)
{
    QStringList found;
    const auto targets = directory.targets();
    QStringList waiting{target};
    while (!waiting.isEmpty()) {
        const QString key = waiting.takeFirst();
        for (const incidents::Target &candidate : targets) {
            if (candidate.key == key && candidate.kind == "site"_L1)
                found.append(key);
            if (candidate.parent == key && !key.isEmpty())
                waiting.append(candidate.key);
        }
    }
    return found;
}

} // namespace

AssessmentDialog::AssessmentDialog(const style::Theme &theme, QWidget &window,
    incidents::IncidentCommands &commands, const incidents::Directory &directory,
    const incidents::Incident &incident)
    : FormDialog(theme, window, words::stage(u"assessment") + u' ' + incident.reference(),
        words::enterStage(u"diagnosis"))
    , m_commands(commands)
    , m_incident(incident)
    , m_level(new widgets::SegmentedControl(theme, &box()))
    , m_reason(new QComboBox(&box()))
    , m_group(new QComboBox(&box()))
    , m_sites(new QListWidget(&box()))
{
    m_level->setObjectName(u"level"_s);
    QStringList levels;
    for (const domain::Level level : domain::kLevels)
        levels.append(words::levelLong(QString(domain::codeOf(level))));
    m_level->setItems(levels);
    m_level->setCurrent(int(domain::levelFrom(incident.level).value_or(domain::Level::Red)));
    m_reason->setObjectName(u"reason"_s);
    for (const auto reason : domain::codes::kLevelReasons)
        m_reason->addItem(words::reason(QString(reason)), QString(reason));
    m_group->setObjectName(u"group"_s);
    for (const auto group : domain::codes::kGroups)
        m_group->addItem(words::group(QString(group)), QString(group));
    m_group->setCurrentIndex(std::max(0, m_group->findData(incident.group)));
    m_sites->setObjectName(u"sites"_s);
    m_sites->setMaximumHeight(theme.scaled(160));
    const QStringList proposed = sitesBelow(directory, incident.target);
    for (const incidents::Target &target : directory.targets()) {
        if (target.kind != "site"_L1)
            continue;
        auto *item = new QListWidgetItem(directory.targetName(target.key), m_sites);
        item->setData(Qt::UserRole, target.key);
        item->setCheckState(proposed.contains(target.key) ? Qt::Checked : Qt::Unchecked);
    }
    addRow(tr("Level"), m_level);
    addRow(tr("Why it is lowered"), m_reason);
    addRow(tr("Group"), m_group);
    addRow(tr("Affected sites (none: no site is affected)"), m_sites);
    connect(
        m_level, &widgets::SegmentedControl::currentChanged, this, &AssessmentDialog::levelChosen);
    levelChosen();
    m_level->setFocus();
}

void AssessmentDialog::levelChosen()
{
    const auto was = domain::levelFrom(m_incident.level).value_or(domain::Level::Red);
    m_reason->setEnabled(m_level->current() < int(was));
}

void AssessmentDialog::submit()
{
    const QString level = domain::codeOf(domain::kLevels.at(std::size_t(m_level->current())));
    QJsonArray sites;
    for (int row = 0; row < m_sites->count(); ++row) {
        if (m_sites->item(row)->checkState() == Qt::Checked)
            sites.append(m_sites->item(row)->data(Qt::UserRole).toString());
    }
    const bool changed = level != m_incident.level;
    save(m_commands.assessAndAdvance(m_incident.id,
        {.level = changed ? level : QString(),
            .levelReason =
                changed && m_reason->isEnabled() ? m_reason->currentData().toString() : QString(),
            .group = m_group->currentData().toString(),
            .sites = sites}));
}

} // namespace watchroom::ui
