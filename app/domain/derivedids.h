// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/instant.h"

#include <QString>
#include <QUuid>

namespace watchroom::domain {

/// What a timer decided about: an incident, or a handover, which has no stages (0). `kind` and
/// `step` are code words of the timer's maker.
struct TimerDecision
{
    QUuid incident;
    qint64 stageN = 0;
    QString kind;
    QString step;
    base::Instant deadline;
};

// Deterministic ids (ARCHITECTURE.md, "Ids"): whoever makes such a row, it is the same row.
[[nodiscard]] QUuid stageRecordId(const QUuid &incident, qint64 n);
[[nodiscard]] QUuid guardEntryId(const QUuid &op, qint64 ordinal); ///< ordinal from 0
[[nodiscard]] QUuid alertId(const QString &rule, const QString &target, base::Instant startsAt);
[[nodiscard]] QUuid incidentOfAlertId(const QUuid &alert);
[[nodiscard]] QUuid incidentAlertId(const QUuid &incident, const QUuid &alert);
[[nodiscard]] QUuid timerEntryId(const TimerDecision &decision);
[[nodiscard]] QUuid handoverId(const QString &scope, base::Instant shiftAt, qint64 attempt);
/// What a handover keeps about one row, or about a key system.
[[nodiscard]] QUuid handoverItemId(
    const QUuid &handover, const QString &about, const QString &subject);
[[nodiscard]] QUuid articleVersionId(const QUuid &article, qint64 version);
/// The newest version that a person followed.
[[nodiscard]] QUuid articleFollowId(const QUuid &article, const QString &person);
[[nodiscard]] QUuid positionId(const QString &code); ///< of those a team begins with

/// The chain of an incident's entries, or of a day's entries of no incident (UTC).
[[nodiscard]] QString incidentChain(const QUuid &incident);
[[nodiscard]] QString dayChain(base::Instant recordedAt);
/// The part that holds what was closed then: "2026-03" (UTC).
[[nodiscard]] QString monthPart(base::Instant closedAt);

} // namespace watchroom::domain
