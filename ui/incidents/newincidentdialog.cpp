// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/newincidentdialog.h"

#include "app/domain/codes.h"
#include "app/domain/levels.h"
#include "app/domain/limits.h"
#include "app/incidents/directory.h"
#include "app/words/errors.h"
#include "app/words/terms.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>

namespace watchroom::ui {

using namespace Qt::StringLiterals;

NewIncidentDialog::NewIncidentDialog(const style::Theme &theme, QWidget &window,
    incidents::IncidentCommands &commands, const incidents::Directory &directory)
    : FormDialog(theme, window, tr("New incident"), tr("Save"))
    , m_commands(commands)
    , m_title(new QLineEdit(&box()))
    , m_level(new widgets::SegmentedControl(theme, &box()))
    , m_place(new QComboBox(&box()))
    , m_group(new QComboBox(&box()))
    , m_claim(new QCheckBox(tr("Claim it at once"), &box()))
    , m_drill(new QCheckBox(tr("A drill: counts in no figure"), &box()))
{
    m_title->setObjectName(u"title"_s);
    m_title->setMaxLength(int(domain::limits::kTitleCharacters));
    m_title->setPlaceholderText(tr("What is wrong, in one line"));
    m_level->setObjectName(u"level"_s);
    QStringList levels;
    for (const domain::Level level : domain::kLevels)
        levels.append(words::levelLong(QString(domain::codeOf(level))));
    m_level->setItems(levels);
    m_level->setCurrent(1); // if unsure, not the lowest
    m_place->setObjectName(u"place"_s);
    m_place->setEditable(true);
    m_place->setInsertPolicy(QComboBox::NoInsert);
    m_place->completer()->setFilterMode(Qt::MatchContains);
    m_place->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_place->addItem(QString());
    for (const incidents::Target &target : directory.targets())
        m_place->addItem(directory.targetName(target.key), target.key);
    m_group->setObjectName(u"group"_s);
    m_group->addItem(tr("Not known yet"));
    for (const auto group : domain::codes::kGroups)
        m_group->addItem(words::group(QString(group)), QString(group));
    m_claim->setObjectName(u"claimNow"_s);
    m_claim->setChecked(true);
    m_drill->setObjectName(u"drill"_s);
    addRow(tr("Incident"), m_title);
    addRow(tr("Level"), m_level);
    addRow(tr("Place"), m_place);
    addRow(tr("Group"), m_group);
    addRow({}, m_claim);
    addRow({}, m_drill);
    m_title->setFocus();
}

void NewIncidentDialog::submit()
{
    if (m_title->text().trimmed().isEmpty()) {
        complain(words::codeSentence(u"title_missing"));
        m_title->setFocus();
        return;
    }
    const int place = m_place->findText(m_place->currentText());
    if (place < 0) {
        complain(tr("No place is called that. Choose one from the list or leave it empty."));
        m_place->setFocus();
        return;
    }
    save(m_commands.open({.title = m_title->text(),
        .level = domain::codeOf(domain::kLevels.at(std::size_t(m_level->current()))),
        .target = m_place->itemData(place).toString(),
        .group = m_group->currentData().toString(),
        .drill = m_drill->isChecked(),
        .claim = m_claim->isChecked()}));
}

} // namespace watchroom::ui
