// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

#include <span>

namespace watchroom::domain {

/// What a value of a column looks like in a row's JSON; SQLite and PostgreSQL types follow from it.
enum class ColumnType
{
    Uuid, ///< text, lower case, no braces; uuid
    Text, ///< text
    Integer, ///< number without fraction; bigint
    Real, ///< number; double precision
    Boolean, ///< true/false; boolean
    Instant, ///< ISO-8601 UTC text with six decimals; timestamptz
    Json, ///< any value; jsonb
};

/// Who gives a column its value.
enum class Origin
{
    Client, ///< an operation may set it
    Guard, ///< the guard alone sets it; an operation that does is refused (`guard_only`)
    Request, ///< an operation may set it, the guard reads it and stores null: a reason belongs to
             ///< the change and its entry, not to the row
};

enum class MergePolicy
{
    Fields, ///< three-way, unit by unit; disjoint changes merge
    Cas, ///< as Fields, but rows whose units of state decide who won
    Append, ///< inserted, never changed
    Guarded, ///< written by guards only; clients show a prediction and send nothing
};

struct Column
{
    QLatin1StringView name;
    ColumnType type = ColumnType::Text;
    /// Columns of one unit change together; an empty unit is the column alone.
    QLatin1StringView unit = {};
    Origin origin = Origin::Client;
    /// False: never sent to a wall.
    bool wall = true;
};

struct Table
{
    QLatin1StringView name;
    MergePolicy policy;
    std::span<const Column> columns;

    [[nodiscard]] const Column *column(QLatin1StringView name) const;
};

/// Every synced table, in an order in which a row's parents come first. The columns that every
/// table has (id, rev, ver, deleted, part, updated_by, carried_by, updated_at) are not listed.
/// The replica is made from this list; the server's schema is held against it by tests/parity.
[[nodiscard]] std::span<const Table> tables();
[[nodiscard]] const Table *findTable(QStringView name);

} // namespace watchroom::domain
