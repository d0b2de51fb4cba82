// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/instant.h"
#include "app/domain/clocks.h"
#include "app/domain/row.h"

#include <QJsonArray>
#include <QMetaType>
#include <QString>
#include <QUuid>

#include <optional>

namespace watchroom::incidents {

/// An incident as screens and the command line read it. Code words as in domain, times in UTC.
struct Incident
{
    QUuid id;
    std::optional<qint64> number; ///< none until the authority gave one
    QString label;
    QString title;
    QString level;
    QString stage;
    QString owner; ///< login; empty: unclaimed
    QString acknowledgedBy;
    QString target; ///< key
    QString group;
    QString waitingFor;
    QString cause;
    QString verified;
    QString openedBy;
    std::optional<QJsonArray> sites; ///< none until assessed
    QJsonArray told;
    bool levelConfirmed = false;
    bool drill = false;
    bool pending = false; ///< a change of this client is not settled yet
    qint64 policyVersion = 0;
    qint64 stageNumber = 1;
    qint64 waitedSeconds = 0; ///< in this stage, the present wait not included
    std::optional<base::Instant> openedAt;
    std::optional<base::Instant> acknowledgedAt;
    std::optional<base::Instant> stageEnteredAt;
    std::optional<base::Instant> dueAt;
    std::optional<base::Instant> waitingSince;
    std::optional<base::Instant> recoveredAt;
    std::optional<base::Instant> closedAt;

    [[nodiscard]] static Incident fromRow(const domain::Row &row);

    /// "#128", or the label while there is no number.
    [[nodiscard]] QString reference() const;
    [[nodiscard]] bool isClosed() const;
    /// The present stage is over its limit, as clock() has it, at a fraction of its price.
    [[nodiscard]] bool isOverdue(base::Instant now) const;
    /// The present stage's clock as it reads at `now`.
    [[nodiscard]] domain::StageClock clock(base::Instant now) const;
    /// A red one that nobody has acknowledged sounds.
    [[nodiscard]] bool isAcknowledged() const { return !acknowledgedBy.isEmpty(); }
    friend bool operator==(const Incident &, const Incident &) = default;
};

/// The shape of cli.md.
[[nodiscard]] QJsonObject toJson(const Incident &incident);

/// Red first, then the nearest deadline (so that overdue ones lead), then the oldest; closed ones
/// after all others, the last closed first.
[[nodiscard]] bool comesBefore(const Incident &a, const Incident &b);

} // namespace watchroom::incidents

Q_DECLARE_METATYPE(watchroom::incidents::Incident)
