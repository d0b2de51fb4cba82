// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/incidents/incident.h"
#include "app/incidents/incidentcommands.h"
#include "ui/forms/formdialog.h"

#include <QList>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace watchroom::ui {

/// To another stage, with what the gate of the present one asks for: the cause, how the recovery
/// was verified, who was told; a reason when going back or leaving stages out. UI thread.
class StepDialog : public FormDialog
{
    Q_OBJECT

public:
    /// `parties`: who must be told by the policy of the incident's level.
    StepDialog(const style::Theme &theme, QWidget &window, incidents::IncidentCommands &commands,
        const incidents::Incident &incident, const QStringList &parties);

protected:
    void submit() override;

private:
    void targetChosen();

    incidents::IncidentCommands &m_commands;
    incidents::Incident m_incident;
    QComboBox *m_to;
    QComboBox *m_reason;
    QLineEdit *m_note;
    QLineEdit *m_cause = nullptr;
    QLineEdit *m_verified = nullptr;
    QList<QCheckBox *> m_told;
};

/// Lowers the level, with a reason. UI thread.
class LevelDialog : public FormDialog
{
    Q_OBJECT

public:
    LevelDialog(const style::Theme &theme, QWidget &window, incidents::IncidentCommands &commands,
        const incidents::Incident &incident);

protected:
    void submit() override;

private:
    incidents::IncidentCommands &m_commands;
    QUuid m_id;
    QComboBox *m_level;
    QComboBox *m_reason;
};

/// Whom an incident waits for. UI thread.
class WaitDialog : public FormDialog
{
    Q_OBJECT

public:
    WaitDialog(const style::Theme &theme, QWidget &window, incidents::IncidentCommands &commands,
        const incidents::Incident &incident);

protected:
    void submit() override;

private:
    incidents::IncidentCommands &m_commands;
    QUuid m_id;
    QLineEdit *m_whom;
};

} // namespace watchroom::ui
