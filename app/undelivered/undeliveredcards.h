// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/store.h"
#include "app/undelivered/undeliveredcard.h"

#include <QObject>

namespace watchroom::undelivered {

/// The cards as they are now, read again whenever the queue or a row they are about changes. UI
/// thread.
class UndeliveredCards : public QObject
{
    Q_OBJECT

public:
    explicit UndeliveredCards(store::Store &store, QObject *parent = nullptr);

    [[nodiscard]] const QList<Card> &cards() const { return m_cards; }

Q_SIGNALS:
    void changed();

private:
    void load();

    store::Store &m_store;
    QList<Card> m_cards;
    store::OutboxCounts m_counts;
};

} // namespace watchroom::undelivered
