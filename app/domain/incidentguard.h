// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/guard.h"
#include "app/domain/policy.h"

// What the incident's guards share; ARCHITECTURE.md, "incident, insert" and "incident, update".
namespace watchroom::domain {

/// The policy the incident began under, else the newest, else the defaults.
[[nodiscard]] Policy policyOf(const Change &change);
/// When the limit of the stage at the row's level ends, if it begins at `from`.
[[nodiscard]] std::optional<base::Instant> dueFrom(
    const Change &change, base::Instant from, Stage stage);

[[nodiscard]] Stage stageBefore(const Change &change); ///< of the old row
[[nodiscard]] QUuid incidentId(const Change &change);
void write(Change &change, const QString &code, const QJsonObject &params = {});

/// The record of the stage the row stands in, as it begins.
[[nodiscard]] Row openedStageRecord(const Change &change);
/// Ends a wait: adds its seconds to waited_s and due_at.
void resume(Change &change);

// Rules of an update, in the order of ARCHITECTURE.md.
[[nodiscard]] Verdict judgeOwner(Change &change);
[[nodiscard]] Verdict judgeAcknowledged(Change &change);
[[nodiscard]] Verdict judgeLevel(Change &change);
[[nodiscard]] Verdict judgeWaiting(Change &change);
[[nodiscard]] Verdict judgeGroup(Change &change);
[[nodiscard]] Verdict judgeResults(Change &change);
[[nodiscard]] Verdict judgeStage(Change &change);

} // namespace watchroom::domain
