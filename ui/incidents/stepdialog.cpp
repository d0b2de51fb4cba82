// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/stepdialog.h"

#include "app/domain/codes.h"
#include "app/domain/levels.h"
#include "app/domain/stages.h"
#include "app/words/terms.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using domain::Stage;
using incidents::Incident;

namespace {

Stage stageOf(const Incident &incident)
{
    return domain::stageFrom(incident.stage).value_or(Stage::Detection);
}

template <class List>
void fillReasons(QComboBox &box, const List &reasons)
{
    box.clear();
    for (const auto reason : reasons)
        box.addItem(words::reason(QString(reason)), QString(reason));
}

} // namespace

StepDialog::StepDialog(const style::Theme &theme, QWidget &window,
    incidents::IncidentCommands &commands, const Incident &incident, const QStringList &parties)
    : FormDialog(theme, window, incident.reference() + u' ' + incident.title, tr("Save"))
    , m_commands(commands)
    , m_incident(incident)
    , m_to(new QComboBox(&box()))
    , m_reason(new QComboBox(&box()))
    , m_note(new QLineEdit(&box()))
{
    const Stage present = stageOf(incident);
    m_to->setObjectName(u"to"_s);
    for (int stage = int(Stage::Detection); stage <= int(Stage::Closed); ++stage) {
        if (stage != int(present))
            m_to->addItem(words::enterStage(QString(domain::codeOf(Stage(stage)))), stage);
    }
    m_to->setCurrentIndex(m_to->findData(int(present) + 1));
    m_reason->setObjectName(u"reason"_s);
    m_note->setObjectName(u"note"_s);
    if (present == Stage::Diagnosis) {
        m_cause = new QLineEdit(incident.cause, &box());
        m_cause->setObjectName(u"cause"_s);
        addRow(tr("Cause or hypothesis, in one line"), m_cause);
    } else if (present == Stage::Recovery) {
        m_verified = new QLineEdit(incident.verified, &box());
        m_verified->setObjectName(u"verified"_s);
        addRow(tr("How it was verified that it works again"), m_verified);
    } else if (present == Stage::Notification) {
        for (const QString &party : parties) {
            auto *told = new QCheckBox(tr("%1 was told").arg(words::party(party)), &box());
            told->setObjectName(u"told_"_s + party);
            told->setProperty("party", party);
            told->setChecked(incident.told.contains(party));
            m_told.append(told);
            addRow({}, told);
        }
    }
    addRow(tr("Next"), m_to);
    addRow(tr("Reason"), m_reason);
    addRow(tr("Note (optional)"), m_note);
    connect(m_to, &QComboBox::currentIndexChanged, this, &StepDialog::targetChosen);
    targetChosen();
    if (m_cause)
        m_cause->setFocus();
    else if (m_verified)
        m_verified->setFocus();
    else
        m_to->setFocus();
}

void StepDialog::targetChosen()
{
    const int present = int(stageOf(m_incident));
    const int to = m_to->currentData().toInt();
    if (to < present)
        fillReasons(*m_reason, domain::codes::kBackReasons);
    else
        fillReasons(*m_reason, domain::codes::kSkipReasons);
    const bool asked = to != present + 1;
    m_reason->setEnabled(asked);
    if (!asked)
        m_reason->setCurrentIndex(-1);
}

void StepDialog::submit()
{
    incidents::Advance step{.to = domain::codeOf(Stage(m_to->currentData().toInt())),
        .reason = m_reason->isEnabled() ? m_reason->currentData().toString() : QString(),
        .note = m_note->text().trimmed(),
        .cause = m_cause ? m_cause->text().trimmed() : QString(),
        .verified = m_verified ? m_verified->text().trimmed() : QString(),
        .told = {}};
    if (!m_told.isEmpty()) {
        QJsonArray told;
        for (const QCheckBox *box : std::as_const(m_told)) {
            if (box->isChecked())
                told.append(box->property("party").toString());
        }
        step.told = told;
    }
    save(m_commands.advance(m_incident.id, step));
}

LevelDialog::LevelDialog(const style::Theme &theme, QWidget &window,
    incidents::IncidentCommands &commands, const Incident &incident)
    : FormDialog(theme, window, tr("Lower the level of %1").arg(incident.reference()), tr("Lower"))
    , m_commands(commands)
    , m_id(incident.id)
    , m_level(new QComboBox(&box()))
    , m_reason(new QComboBox(&box()))
{
    m_level->setObjectName(u"level"_s);
    m_reason->setObjectName(u"reason"_s);
    const auto present = domain::levelFrom(incident.level).value_or(domain::Level::Blue);
    for (int level = int(present) - 1; level >= 0; --level) {
        const QString code = domain::codeOf(domain::Level(level));
        m_level->addItem(words::levelLong(code), code);
    }
    fillReasons(*m_reason, domain::codes::kLevelReasons);
    addRow(tr("Level"), m_level);
    addRow(tr("Reason"), m_reason);
    m_level->setFocus();
}

void LevelDialog::submit()
{
    save(m_commands.setLevel(
        m_id, m_level->currentData().toString(), m_reason->currentData().toString()));
}

WaitDialog::WaitDialog(const style::Theme &theme, QWidget &window,
    incidents::IncidentCommands &commands, const Incident &incident)
    : FormDialog(
        theme, window, tr("%1 waits for a third party").arg(incident.reference()), tr("Save"))
    , m_commands(commands)
    , m_id(incident.id)
    , m_whom(new QLineEdit(&box()))
{
    m_whom->setObjectName(u"whom"_s);
    m_whom->setPlaceholderText(tr("For example: the carrier, ticket DX-8841"));
    addRow(tr("For whom"), m_whom);
    m_whom->setFocus();
}

void WaitDialog::submit()
{
    if (m_whom->text().trimmed().isEmpty()) {
        complain(tr("Say whom it waits for, so that the next shift can ask there."));
        m_whom->setFocus();
        return;
    }
    save(m_commands.waitFor(m_id, m_whom->text()));
}

} // namespace watchroom::ui
