// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/incidents/directory.h"
#include "app/incidents/incidentcommands.h"
#include "app/incidents/incidentsmodel.h"
#include "app/incidents/timelinemodel.h"

namespace watchroom::bench {

/// A console as far as its models: the board and one incident's record.
struct Viewer
{
    explicit Viewer(store::Store &replica);

    /// As a title on the board or as the newest entry.
    [[nodiscard]] bool shows(const QUuid &incident, const QString &words) const;

    incidents::Directory directory;
    incidents::IncidentsModel board;
    incidents::TimelineModel timeline;
};

/// A new title or, every second time, an entry; milliseconds from the command to the model that
/// shows it. `n` makes its words.
[[nodiscard]] double oneAction(
    incidents::IncidentCommands &commands, Viewer &viewer, const QUuid &incident, int n);

} // namespace watchroom::bench
