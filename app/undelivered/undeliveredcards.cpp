// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/undelivered/undeliveredcards.h"

#include "app/base/whendone.h"

namespace watchroom::undelivered {

UndeliveredCards::UndeliveredCards(store::Store &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    connect(&store, &store::Store::countsChanged, this, [this](const store::OutboxCounts &counts) {
        store::OutboxCounts waiting = counts;
        waiting.pending = 0; // what is on its way concerns nobody here
        if (waiting != m_counts)
            load();
        m_counts = waiting;
    });
    connect(&store, &store::Store::rowsChanged, this, [this] {
        if (!m_cards.isEmpty())
            load();
    });
    load();
}

void UndeliveredCards::load()
{
    using Cards = base::Result<QList<Card>>;
    base::whenDone(m_store.read<QList<Card>>(readCards), this, [this](const Cards &cards) {
        if (!cards)
            return;
        const bool none = m_cards.isEmpty() && cards->isEmpty();
        m_cards = *cards;
        if (!none)
            Q_EMIT changed();
    });
}

} // namespace watchroom::undelivered
