// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/incidents/incidentcommands.h"
#include "ui/forms/formdialog.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace watchroom::incidents {
class Directory;
}
namespace watchroom::widgets {
class SegmentedControl;
}

namespace watchroom::ui {

/// A new incident in a few keys: what, how bad, where. Enter saves. UI thread.
class NewIncidentDialog : public FormDialog
{
    Q_OBJECT

public:
    NewIncidentDialog(const style::Theme &theme, QWidget &window,
        incidents::IncidentCommands &commands, const incidents::Directory &directory);

protected:
    void submit() override;

private:
    incidents::IncidentCommands &m_commands;
    QLineEdit *m_title;
    widgets::SegmentedControl *m_level;
    QComboBox *m_place;
    QComboBox *m_group;
    QCheckBox *m_claim;
    QCheckBox *m_drill;
};

} // namespace watchroom::ui
