// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exports/incidentfile.h"

namespace watchroom::exports {

/// The document of an incident: what it is, what was done, and every recorded entry with what a
/// stranger needs to recompute the chain (member `verify`). The shape is in ARCHITECTURE.md.
[[nodiscard]] QJsonObject toJson(const IncidentFile &file, base::Instant exportedAt);

/// The record as such a document has it.
struct ExportedRecord
{
    QList<domain::Row> entries; ///< in the document's order
    domain::ChainHead head; ///< as it says
    QString reference; ///< of the incident
    /// An entry that says it is another incident's.
    std::optional<domain::RecordBreak> broken;
};

/// From the file alone. Invalid: `file_unreadable {file}`, `export_too_large {entries}`,
/// `export_unknown {file}` (no such document); TooNew `export_newer {file}`. Blocks.
[[nodiscard]] base::Result<ExportedRecord> readExportedRecord(const QString &path);

} // namespace watchroom::exports
