// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tickets/newworkdialog.h"

#include "app/domain/codes.h"
#include "app/domain/levels.h"
#include "app/domain/limits.h"
#include "app/incidents/incidentsmodel.h"
#include "app/words/errors.h"
#include "app/words/terms.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>

#include <algorithm>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using tickets::WorkKind;

NewWorkDialog::NewWorkDialog(const style::Theme &theme, QWidget &window,
    tickets::WorkCommands &commands, const incidents::IncidentsModel &incidents, const Start &start)
    : FormDialog(theme, window,
        start.kind == WorkKind::Ticket ? tr("New ticket") : tr("New pending item"), tr("Save"))
    , m_commands(commands)
    , m_kind(start.kind)
    , m_title(new QLineEdit(&box()))
    , m_level(new widgets::SegmentedControl(theme, &box()))
    , m_incident(new QComboBox(&box()))
    , m_group(new QComboBox(&box()))
    , m_next(new QLineEdit(&box()))
    , m_claim(new QCheckBox(tr("Claim it at once"), &box()))
{
    m_title->setObjectName(u"title"_s);
    m_title->setMaxLength(int(domain::limits::kTitleCharacters));
    m_title->setPlaceholderText(tr("What is to be done or known, in one line"));
    m_level->setObjectName(u"level"_s);
    QStringList levels;
    for (const domain::Level level : domain::kLevels)
        levels.append(words::level(QString(domain::codeOf(level))));
    m_level->setItems(levels);
    m_incident->setObjectName(u"incident"_s);
    m_incident->addItem(tr("None: it stands by itself"));
    QList<incidents::Incident> open = incidents.incidents();
    std::ranges::sort(open, incidents::comesBefore);
    for (const incidents::Incident &incident : std::as_const(open))
        m_incident->addItem(incident.reference() + u' ' + incident.title, incident.id);
    m_incident->setCurrentIndex(
        start.incident.isNull() ? 0 : std::max(0, m_incident->findData(start.incident)));
    m_incident->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_group->setObjectName(u"group"_s);
    m_group->addItem(tr("No group"));
    for (const auto group : domain::codes::kGroups)
        m_group->addItem(words::group(QString(group)), QString(group));
    m_next->setObjectName(u"nextAction"_s);
    m_next->setMaxLength(int(domain::limits::kLineCharacters));
    m_claim->setObjectName(u"claimNow"_s);
    m_claim->setChecked(true);
    addRow(tr("Title"), m_title);
    addRow(tr("Level"), m_level);
    addRow(tr("Incident"), m_incident);
    addRow(tr("Group"), m_group);
    addRow(tr("Next action"), m_next);
    if (m_kind == WorkKind::Ticket) {
        m_url = new QLineEdit(&box());
        m_url->setObjectName(u"url"_s);
        m_url->setMaxLength(int(domain::limits::kLineCharacters));
        m_url->setPlaceholderText(u"https://"_s);
        addRow(tr("Link to another tracker (optional)"), m_url);
    }
    addRow({}, m_claim);
    m_title->setFocus();
}

void NewWorkDialog::submit()
{
    if (m_title->text().trimmed().isEmpty()) {
        complain(words::codeSentence(u"title_missing"));
        m_title->setFocus();
        return;
    }
    tickets::NewWork work{.kind = m_kind,
        .title = m_title->text(),
        .level = domain::codeOf(domain::kLevels.at(std::size_t(m_level->current()))),
        .group = m_group->currentData().toString(),
        .incident = m_incident->currentData().toUuid(),
        .url = m_url ? m_url->text() : QString(),
        .claim = m_claim->isChecked()};
    if (!m_next->text().trimmed().isEmpty())
        work.plan.nextAction = m_next->text();
    save(m_commands.open(work));
}

} // namespace watchroom::ui
