// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/incidents/incident.h"
#include "app/incidents/timelinemodel.h"
#include "app/tickets/work.h"

#include <QString>

namespace watchroom::ctl {

/// One aligned line for people, in the locale's language.
[[nodiscard]] QString incidentLine(const incidents::Incident &incident);
/// Everything a person asks of one incident, a line each.
[[nodiscard]] QString incidentText(const incidents::Incident &incident);
[[nodiscard]] QString workLine(const tickets::Work &work);
[[nodiscard]] QString workText(const tickets::Work &work);
[[nodiscard]] QString entryLine(const incidents::Entry &entry);

/// Padded to `columns` of a terminal; a Chinese character takes two.
[[nodiscard]] QString padded(const QString &text, int columns);

} // namespace watchroom::ctl
