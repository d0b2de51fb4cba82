// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/database.h"
#include "app/store/store.h"

namespace watchroom::store {

/// The key/value table sync_state on the writer's connection.
class SyncStateTable
{
public:
    explicit SyncStateTable(Database &database);

    [[nodiscard]] QString value(QLatin1StringView key, const QString &otherwise = {}) const;
    void set(QLatin1StringView key, const QString &value);
    /// An empty value removes the key.
    void set(const SyncState &changes);
    [[nodiscard]] SyncState all() const;
    /// Counts up from 1, in the transaction under way.
    [[nodiscard]] qint64 next(QLatin1StringView key);
    /// The next number is this one or a higher one.
    void atLeast(QLatin1StringView key, qint64 number);

private:
    Database &m_database;
};

} // namespace watchroom::store
