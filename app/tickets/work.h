// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/instant.h"
#include "app/domain/row.h"

#include <QMetaType>
#include <QString>
#include <QUuid>

#include <optional>

namespace watchroom::tickets {

/// The two tables of work; a pending item has no label, number or link and waits for nobody.
enum class WorkKind
{
    Ticket,
    PendingItem,
};

[[nodiscard]] QString tableOf(WorkKind kind);

/// A ticket or a pending item as screens and the command line read it. Code words as in domain,
/// times in UTC.
struct Work
{
    WorkKind kind = WorkKind::Ticket;
    QUuid id;
    std::optional<qint64> number; ///< of a ticket; none until the authority gave one
    QString label; ///< of a ticket
    QString title;
    QString detail;
    QString level;
    QString group;
    QUuid incident; ///< null: free
    QString owner; ///< login; empty: unclaimed
    QString offeredTo; ///< login; whom it is offered to, until they accept or decline
    QString state; ///< open, done, dropped
    QString outcome;
    QString nextAction;
    QString contingency; ///< "if ... then ..."
    QString waitingFor;
    QString url;
    QString openedBy;
    qint64 waitedSeconds = 0; ///< the present wait not included
    qint64 carried = 0; ///< handovers it went through
    bool pending = false; ///< a change of this client is not settled yet
    std::optional<base::Instant> openedAt;
    std::optional<base::Instant> dueAt;
    std::optional<base::Instant> waitingSince;
    std::optional<base::Instant> closedAt;

    [[nodiscard]] static Work fromRow(WorkKind kind, const domain::Row &row);

    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] bool isOverdue(base::Instant now) const;
    /// "#131", the label while there is no number, nothing for a pending item.
    [[nodiscard]] QString reference() const;
    friend bool operator==(const Work &, const Work &) = default;
};

/// The columns by the names of tables.h, `id` and `pending`.
[[nodiscard]] QJsonObject toJson(WorkKind kind, const domain::Row &row);

/// Open ones first: red before yellow before blue, then the nearest due time, then the oldest;
/// then the others, the last closed first.
[[nodiscard]] bool comesBefore(const Work &a, const Work &b);

} // namespace watchroom::tickets

Q_DECLARE_METATYPE(watchroom::tickets::Work)
