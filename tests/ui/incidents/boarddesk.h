// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/incidents/attachments.h"
#include "app/incidents/incidentcommands.h"
#include "app/incidents/incidentsmodel.h"
#include "tests/ui/standalonedesk.h"
#include "ui/incidents/incidentspage.h"

namespace watchroom::test {

/// A desk with the page of incidents over a real standalone workspace; Chen sits at it. UI thread.
class BoardDesk : public StandaloneDesk
{
public:
    BoardDesk();
    ~BoardDesk();

    [[nodiscard]] ui::IncidentsPage &page() { return *m_page; }
    [[nodiscard]] incidents::IncidentsModel &model() { return *m_model; }
    [[nodiscard]] incidents::IncidentCommands &commands() { return *m_commands; }
    /// Opened by Chen; saved when it returns.
    QUuid open(const QString &title, const QString &level, bool claim = false);
    void advance(base::Seconds by);
    [[nodiscard]] incidents::Attachments &attachments() { return *m_attachments; }

private:
    std::unique_ptr<incidents::IncidentsModel> m_model;
    std::unique_ptr<incidents::TimerKeeper> m_timers;
    std::unique_ptr<incidents::IncidentCommands> m_commands;
    std::unique_ptr<incidents::Attachments> m_attachments;
    ui::IncidentsPage *m_page; ///< child of the window
};

} // namespace watchroom::test
