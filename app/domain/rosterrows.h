// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/roster.h"
#include "app/domain/row.h"

// Rows of position, rotation and roster_override as the roster's values.
namespace watchroom::domain {

struct Position
{
    QString code;
    QString name;
    QString nameEn;
    int order = 0;
    bool needed = false; ///< round the clock: no rotation at all is a gap too
    QUuid id = {};
    friend bool operator==(const Position &, const Position &) = default;
};

/// What a team begins with; the server's set-up has the same (1002_roster.sql).
[[nodiscard]] QList<Position> firstPositions();
[[nodiscard]] Position positionFrom(const Row &row);
[[nodiscard]] Row positionRow(const Position &position);
[[nodiscard]] Rotation rotationFrom(const Row &row);
[[nodiscard]] Row rotationRow(const Rotation &rotation);
/// None of what is only asked, declined or cancelled; two of a swap.
[[nodiscard]] QList<RosterOverride> overridesFrom(const Row &row);

/// Deleted rows are left out; overrides in the order in which they came into force.
[[nodiscard]] Roster rosterFrom(
    const QList<Row> &rotations, QList<Row> overrides, const QSet<QString> &active);

} // namespace watchroom::domain
