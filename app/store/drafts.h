// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/domain/tables.h"
#include "app/store/outbox.h"

// What a draft must be before it is put to the rules and sent. Pure; any thread.
namespace watchroom::store {

/// The values as their columns write them; only what an operation may set. Errors:
/// `unknown_column`, `guard_only`, `invalid_value`, `too_large`, each with {column}.
[[nodiscard]] base::Result<domain::Row> normalSet(
    const domain::Table &table, const domain::Row &set);
/// The old values of every unit that the change touches.
[[nodiscard]] domain::Row baseOf(
    const domain::Table &table, const domain::Row &set, const domain::Row &old);

/// Invalid `too_large` with {limit}: the server would refuse it for ever.
[[nodiscard]] base::Result<> checkOperationSize(const QByteArray &body);
/// Of what was queued as this group: it travels in one call, or never.
[[nodiscard]] base::Result<> checkGroupSize(const QList<Queued> &queued, const QUuid &group);

} // namespace watchroom::store
