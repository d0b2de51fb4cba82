// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/store.h"
#include "app/undelivered/undeliveredcard.h"

#include <functional>

namespace watchroom::undelivered {

using Decided = QFuture<base::Result<>>;

/// What a person decides about what the server did not take. Nothing is dropped without a copy:
/// what is left stays in the queue's file for 90 days. Any thread; `author` is asked at each
/// decision.
class Decisions
{
public:
    Decisions(store::Store &store, std::function<store::Author()> author);

    /// Leaves mine.
    [[nodiscard]] Decided keepTheirs(const Card &card);
    /// Asks for the same once more, over what the rows are now, in the author's name; `edited`
    /// replaces members of the first operation's `set`. The rules judge it as any change.
    [[nodiscard]] Decided sendMine(const Card &card, const domain::Row &edited = {});
    /// Held work of the author goes with a proof by the session they have now.
    [[nodiscard]] Decided sign(const QList<Card> &cards);
    /// The author, a lead, vouches for somebody's held work.
    [[nodiscard]] Decided release(const Card &card);
    /// What the server could not judge goes as it is.
    [[nodiscard]] Decided askAgain(const Card &card);

private:
    [[nodiscard]] Decided resend(const QList<QUuid> &ops, store::Resend ground);

    store::Store &m_store;
    std::function<store::Author()> m_author;
};

} // namespace watchroom::undelivered
