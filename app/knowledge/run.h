// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/instant.h"
#include "app/domain/attachment.h"
#include "app/domain/row.h"

#include <QUuid>

#include <optional>

namespace watchroom::knowledge {

/// A procedure that is followed: by which version it began, for which incident. How far it is
/// follows from what was said of it (runprogress.h).
struct Run
{
    QUuid id;
    QUuid article;
    QUuid incident; ///< null: free
    int version = 0; ///< it began with
    QString mode; ///< read_do, do_confirm
    QString owner; ///< login of who follows it
    QString startedBy;
    std::optional<base::Instant> startedAt;
    QUuid lastSaid = {}; ///< the last event that is known: what is said next comes after it
    bool pending = false; ///< a change of this client is not settled yet

    [[nodiscard]] static Run fromRow(const domain::Row &row);
    friend bool operator==(const Run &, const Run &) = default;
};

/// One thing that was said of a run; kinds as domain::codes::kRunEvents. Its id says what it comes
/// after (base::newIdAfter), its time only what a clock said.
struct RunEvent
{
    QUuid id;
    QUuid run;
    QString kind;
    QString step; ///< its id; may be empty
    int version = 0; ///< by which it was said
    int against = 0; ///< of `kept`: the newer version that is not followed at this step
    QString reason; ///< code word; may be empty
    QString text;
    QList<domain::Attachment> attachments;
    base::Instant happenedAt;
    QString author;
    bool pending = false;

    [[nodiscard]] static RunEvent fromRow(const domain::Row &row);
    friend bool operator==(const RunEvent &, const RunEvent &) = default;
};

} // namespace watchroom::knowledge
