// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/stages.h"
#include "tests/parity/trial.h"

#include <QRandomGenerator>

namespace watchroom::parity {

/// Which results an incident has already.
struct GateFacts
{
    bool acknowledged = true;
    bool assessed = true;
    bool cause = true;
    bool verified = true;
    bool told = true;
};

struct IncidentState
{
    domain::Stage stage = domain::Stage::Detection;
    QString level = QStringLiteral("yellow");
    QString owner = {}; ///< empty: none
    GateFacts gates = {};
};

/// A new team on both sides: anna and ben (no right), lena (lead), carl (command), adam (admin),
/// ines (inactive), gwen (deleted); policy 1, the default, and 2, where more may be left out.
void makeTeam(ParityFacts &facts);
/// Everybody an operation may be judged as, the station with its fence and with an old one
/// included.
struct Someone
{
    domain::Actor actor;
    qint64 fence = 0;
};
[[nodiscard]] QList<Someone> everybody(const ParityFacts &facts);

/// An incident on its way, with the records of the stage it stands in and the one before.
[[nodiscard]] domain::Row addIncident(
    ParityFacts &facts, const IncidentState &state, base::Instant now);

/// An id nobody else has; the same in every run.
[[nodiscard]] QUuid nextId();

/// An old row and changes of many columns at once, from whatever `random` says.
[[nodiscard]] domain::Row randomIncident(
    ParityFacts &facts, QRandomGenerator &random, base::Instant now);
[[nodiscard]] domain::Row randomChange(QRandomGenerator &random, base::Instant now);

} // namespace watchroom::parity
