// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <chrono>
#include <optional>

namespace watchroom::base {

/// A moment in UTC, in microseconds. PostgreSQL's timestamptz has the same resolution.
using Instant = std::chrono::sys_time<std::chrono::microseconds>;
using Seconds = std::chrono::seconds;

/// ISO-8601 UTC with six decimals, "2026-03-18T14:32:41.123456Z": the one form on the wire,
/// in the replica and in exports. Equal instants have equal texts and texts sort by time.
[[nodiscard]] QString toIso(Instant instant);

/// Reads what toIso() writes, and fewer decimals or an offset ("+08:00"). Anything else is nothing.
[[nodiscard]] std::optional<Instant> fromIso(QStringView text);

} // namespace watchroom::base
