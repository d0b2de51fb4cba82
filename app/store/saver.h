// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/store/facts.h"
#include "app/store/localauthority.h"
#include "app/store/outbox.h"
#include "app/store/overlay.h"
#include "app/store/syncstate.h"

namespace watchroom::store {

/// Puts drafts to the rules and stores them as one group: with the local authority, or as
/// predictions with an operation each in the outbox. On the writer's thread, inside a transaction
/// of its caller, which ends it with nothing saved when this fails.
class Saver
{
public:
    Saver(Store::Mode mode, Rows &rows, SyncStateTable &state, const base::Clock &clock);

    /// What was queued is appended to `queued`.
    [[nodiscard]] base::Result<Saved> save(
        const QList<Draft> &drafts, const Author &author, QList<Queued> &queued);

private:
    struct Change; ///< one draft on its way
    [[nodiscard]] base::Result<> prepare(Change &change, const Author &author);
    [[nodiscard]] base::Result<> meetRow(Change &change) const;
    void complete(Change &change);
    [[nodiscard]] base::Result<> checkExpected(const Change &change) const;
    [[nodiscard]] base::Result<domain::Row> store(
        Change &change, const Author &author, QList<Queued> &queued);
    [[nodiscard]] base::Result<domain::Row> queue(
        Change &change, const Author &author, QList<Queued> &queued);
    [[nodiscard]] domain::Operation operationOf(const Change &change) const;
    void predict(qint64 seq, const Change &change);

    Store::Mode m_mode;
    Rows &m_rows;
    SyncStateTable &m_state;
    const base::Clock &m_clock;
    Outbox m_outbox;
    Overlay m_overlay;
    LocalAuthority m_authority;
    StoreFacts m_facts;
};

} // namespace watchroom::store
