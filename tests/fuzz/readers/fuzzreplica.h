// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/store/outbox.h"
#include "app/store/overlay.h"
#include "app/store/pages.h"
#include "app/store/requeue.h"
#include "app/store/syncstate.h"

#include <QTemporaryDir>

#include <memory>

namespace watchroom::fuzz {

/// A replica with a few pending operations; each input acts in a transaction that is undone. One
/// thread.
class FuzzReplica
{
    QTemporaryDir m_dir;
    std::unique_ptr<store::Database> m_database;

public:
    FuzzReplica();

    /// Undone afterwards. A statement that fails inside breaks a promise: what came is bad data,
    /// and it would fail again each time.
    template <class Work>
    void within(Work work)
    {
        m_database->begin(QStringLiteral("BEGIN IMMEDIATE"));
        work();
        checkUnfailed();
        m_database->rollback();
        static_cast<void>(rows.takeChanges());
    }

    [[nodiscard]] store::Database &database() { return *m_database; }
    /// What is not acknowledged, by operation and number.
    [[nodiscard]] QStringList waiting();
    /// The cards of refused operations can be read, whatever one of them holds.
    void readCards();

private:
    void fill();
    void checkUnfailed();

    struct StandingClock final : base::Clock
    {
        [[nodiscard]] base::Instant now() const override;
    };
    StandingClock m_clock;

public:
    store::Rows rows;
    store::SyncStateTable state;
    store::Outbox outbox;
    store::Overlay overlay;
    store::Pages pages;
    store::Requeue requeue;
};

/// The n-th operation of the replica (from 1), its row and its number; corpora name them.
[[nodiscard]] QUuid pendingOp(int n);
[[nodiscard]] QUuid pendingRow(int n);

} // namespace watchroom::fuzz
