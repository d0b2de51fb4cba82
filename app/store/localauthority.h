// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/instant.h"
#include "app/domain/judge.h"
#include "app/store/rows.h"

namespace watchroom::store {

/// Plays the server's part in a standalone workspace, inside the edit's own transaction: stamps
/// rows as its triggers would, writes the guards' entries and keeps their hash chains.
class LocalAuthority
{
public:
    explicit LocalAuthority(Rows &rows);

    /// Stores what the rules accepted; `op` names the change for the ids of its entries. Returns
    /// the row as stored.
    domain::Row store(const QString &table, const std::optional<domain::Row> &old,
        const domain::Judgement &judgement, const domain::Actor &actor, const QUuid &op,
        base::Instant now);

private:
    [[nodiscard]] domain::Row stamped(const std::optional<domain::Row> &old, domain::Row row,
        const QString &by, base::Instant now) const;
    [[nodiscard]] domain::Row chained(domain::Row entry);
    [[nodiscard]] QString partOf(const QUuid &incident) const;
    [[nodiscard]] QString openChain(const QString &chain) const;
    /// A day's first entry carries the head of the day before.
    void seal(const QString &day, domain::Row &entry) const;
    void moveWhatBelongs(
        const QString &incident, const QString &part, const QString &by, base::Instant now);

    Rows &m_rows;
    Database &m_database;
};

/// The guard's entry number `ordinal` of operation `op`, as far as both sides know it.
[[nodiscard]] domain::Row guardEntry(const domain::EntryDraft &draft, const QUuid &op,
    qsizetype ordinal, const QString &author, base::Instant at, base::Instant now);

} // namespace watchroom::store
