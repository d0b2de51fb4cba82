// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/domain/record.h"
#include "app/programs/ctl/command.h"

#include <QList>
#include <QMap>

#include <optional>

namespace watchroom::ctl {

/// The record as one place holds it.
struct Record
{
    QMap<QString, QList<domain::Row>> chains; ///< each in the order of n
    QList<domain::ChainHead> kept; ///< the ends the authority keeps beside the entries
    QList<domain::ChainHead> heads = {}; ///< of all chains, where `chains` are a sample
    qint64 entries = 0; ///< of all chains; 0: those of `chains`
    std::optional<domain::RecordBreak> broken = {}; ///< found by the database itself
};

/// What this workspace has. Entries that no authority has recorded yet belong to no chain and are
/// left out. Ends are kept where this workspace is the authority itself.
[[nodiscard]] base::Result<Record> readReplicaRecord(Context &context);
/// The database's own, in one moment, read as its administrator, after the database has recomputed
/// all of it itself. Not `full`: every day and 100 incidents at random are computed here again.
[[nodiscard]] base::Result<Record> readServerRecord(const QString &connInfo, bool full);

/// What a file says that `incident export --json` wrote; nothing else is asked.
[[nodiscard]] base::Result<Record> readExportedFile(const QString &path);

/// Recomputes every chain: the counts, the first broken entry (exit 1), the fingerprint.
[[nodiscard]] Outcome auditOutcome(const Record &record);

} // namespace watchroom::ctl
