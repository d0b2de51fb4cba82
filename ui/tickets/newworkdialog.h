// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tickets/workcommands.h"
#include "ui/forms/formdialog.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace watchroom::incidents {
class IncidentsModel;
} // namespace watchroom::incidents
namespace watchroom::widgets {
class SegmentedControl;
}

namespace watchroom::ui {

/// A new ticket or pending item in a few keys; Enter saves. UI thread.
class NewWorkDialog : public FormDialog
{
    Q_OBJECT

public:
    struct Start
    {
        tickets::WorkKind kind = tickets::WorkKind::Ticket;
        QUuid incident = {}; ///< chosen already
    };
    NewWorkDialog(const style::Theme &theme, QWidget &window, tickets::WorkCommands &commands,
        const incidents::IncidentsModel &incidents, const Start &start);

protected:
    void submit() override;

private:
    tickets::WorkCommands &m_commands;
    tickets::WorkKind m_kind;
    QLineEdit *m_title;
    widgets::SegmentedControl *m_level;
    QComboBox *m_incident;
    QComboBox *m_group;
    QLineEdit *m_next;
    QLineEdit *m_url = nullptr; ///< of a ticket
    QCheckBox *m_claim;
};

} // namespace watchroom::ui
