// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exports/incidentfile.h"

class QIODevice;

namespace watchroom::sheets {

/// The readable report of an incident as a PDF, in the language that is on: its head, its stages
/// against their limits, its alerts, its time line with corrections, and on every page the chain's
/// head and fingerprint. `english`: which name of a place. Blocks; any thread, with a
/// QGuiApplication.
[[nodiscard]] base::Result<> writeIncidentSheet(
    const exports::IncidentFile &file, bool english, base::Instant now, QIODevice &to);

} // namespace watchroom::sheets
