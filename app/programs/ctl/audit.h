// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/domain/row.h"
#include "app/programs/ctl/command.h"

#include <QList>

namespace watchroom::ctl {

/// The entries this replica has, of all chains.
[[nodiscard]] base::Result<QList<domain::Row>> readReplicaEntries(Context &context);
/// The entries of the database itself, read as its administrator.
[[nodiscard]] base::Result<QList<domain::Row>> readServerEntries(const QString &connInfo);

/// Recomputes every chain: the counts, the first broken entry (exit 1), the fingerprint. Entries
/// that no authority has recorded yet belong to no chain and are passed over.
[[nodiscard]] Outcome auditOutcome(const QList<domain::Row> &entries);

} // namespace watchroom::ctl
