// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/instant.h"
#include "app/domain/row.h"

#include <QMetaType>
#include <QString>
#include <QUuid>

#include <optional>

namespace watchroom::roster {

/// What is to differ from the rotations for a while. Code words as in domain::codes.
struct NewChange
{
    QString kind; ///< leave, cover, swap, temporary
    QString position = {}; ///< code; of a leave none, of a cover empty: every one of `replaces`
    QString person; ///< login: who is away, or who takes it
    QString replaces = {}; ///< of a cover or a swap: whose shift `person` takes
    base::Instant from;
    base::Instant until;
    QString otherPosition = {}; ///< of a swap: what `replaces` takes in return
    base::Instant otherFrom = {};
    base::Instant otherUntil = {};
    QString reason = {};
    friend bool operator==(const NewChange &, const NewChange &) = default;
};

/// A row of roster_override as screens and the command line read it.
struct RosterChange
{
    QUuid id;
    NewChange what;
    QString state; ///< asked, accepted, declined, cancelled
    QString askedBy;
    QString askedOf; ///< who is to say yes; empty: nobody
    std::optional<base::Instant> askedAt;
    bool pending = false; ///< a change of this client is not settled yet

    [[nodiscard]] static RosterChange fromRow(const domain::Row &row);
    [[nodiscard]] bool isOpen() const; ///< asked, or in force
    friend bool operator==(const RosterChange &, const RosterChange &) = default;
};

[[nodiscard]] domain::Row toRow(const NewChange &change);

} // namespace watchroom::roster

Q_DECLARE_METATYPE(watchroom::roster::RosterChange)
