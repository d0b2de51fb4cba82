// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/incidents/incident.h"
#include "app/incidents/incidentcommands.h"
#include "ui/forms/formdialog.h"

#include <QStringList>

class QComboBox;
class QLabel;
class QListWidget;

namespace watchroom::incidents {
class Directory;
}
namespace watchroom::widgets {
class SegmentedControl;
}

namespace watchroom::ui {

/// The result of Assessment: scope, level, group. All is proposed; two keys when that is right.
/// Saving it enters Diagnosis. UI thread.
class AssessmentDialog : public FormDialog
{
    Q_OBJECT

public:
    AssessmentDialog(const style::Theme &theme, QWidget &window,
        incidents::IncidentCommands &commands, const incidents::Directory &directory,
        const incidents::Incident &incident);

protected:
    void submit() override;

private:
    void levelChosen();

    incidents::IncidentCommands &m_commands;
    incidents::Incident m_incident;
    widgets::SegmentedControl *m_level;
    QComboBox *m_reason;
    QComboBox *m_group;
    QListWidget *m_sites;
};

} // namespace watchroom::ui
