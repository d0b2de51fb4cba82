// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/undelivered/undeliveredcard.h"
#include "tests/sync/engine/desk.h"

namespace watchroom::test {

/// What waits for a person at that desk.
[[nodiscard]] inline QList<undelivered::Card> cardsOf(const Desk &desk)
{
    return desk.replica
        ->read<QList<undelivered::Card>>(
            [](store::Reader &reader) { return undelivered::readCards(reader); })
        .result()
        .value_or(QList<undelivered::Card>());
}

/// "conflict deleted", "rejected not_senior": of each card, in their order.
[[nodiscard]] inline QStringList cardWords(const Desk &desk)
{
    QStringList words;
    for (const undelivered::Card &card : cardsOf(desk))
        words.append(undelivered::stateName(card.state) + u' ' + card.code);
    return words;
}

} // namespace watchroom::test
