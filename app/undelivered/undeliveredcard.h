// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/refused.h"

namespace watchroom::undelivered {

/// One column that somebody else changed too.
struct Dispute
{
    QString column;
    QJsonValue before;
    QJsonValue theirs; ///< as the row is now
    QJsonValue mine;
};

/// What a person decides about at once: an operation the server did not take, and those of mine
/// that it took down with it.
struct Card
{
    domain::ResultState state = domain::ResultState::Rejected; ///< Held, Conflict, Rejected
    QString code; ///< why: codes::kAnswers, a rule's code
    QJsonObject params;
    QList<domain::Operation> operations; ///< the refused one first
    QList<Dispute> disputes; ///< of a conflict
    QString by; ///< login of who was first; empty: nobody
    std::optional<base::Instant> theirsAt;
    QUuid incident; ///< that it is about; null: none
    QString subject; ///< its number and title; empty: none, or not here
    bool lostClaim = false; ///< nobody's row was contested but the owner: somebody else has it

    [[nodiscard]] const domain::Operation &first() const { return operations.first(); }
    [[nodiscard]] QList<QUuid> ops() const;
};

/// All cards, oldest first. On the reader's thread.
[[nodiscard]] base::Result<QList<Card>> readCards(store::Reader &reader);

/// "held", "conflict", "rejected".
[[nodiscard]] QString stateName(domain::ResultState state);

/// Everything of a card, for a file that outlives it.
[[nodiscard]] QJsonObject toJson(const Card &card);

} // namespace watchroom::undelivered
