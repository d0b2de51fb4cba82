// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/record.h"
#include "app/store/reader.h"

#include <QHash>

namespace watchroom::exports {

/// The most that one file holds; more is refused (`export_too_large`).
inline constexpr qint64 kMostEntries = 20'000;
inline constexpr qint64 kMostBytes = 64LL * 1024 * 1024; ///< of the entries' texts

/// Everything of one incident, as it leaves the workspace.
struct IncidentFile
{
    domain::Row incident;
    QList<domain::Row> roles;
    QList<domain::Row> stages; ///< in the order of n
    QList<domain::Row> alerts; ///< that joined it, by their beginning
    QList<domain::Row> entries; ///< recorded ones, in the order of the chain
    QList<domain::Row> unrecorded; ///< saved here, in no chain yet; by when they happened
    QHash<QString, QString> people; ///< name by login, of those named in the rows
    QHash<QString, domain::Row> places; ///< targets by key, of those named in the rows
    QJsonObject policy; ///< the document it is handled under
    domain::ChainHead head; ///< n 0: nothing is recorded yet
    QByteArray fingerprint; ///< of this chain alone, hex
    std::optional<domain::RecordBreak> broken; ///< where the chain, as it is here, is not whole

    /// By the id of the corrected entry: those that correct it, in the order of the chain.
    QHash<QString, QList<domain::Row>> corrections;

    [[nodiscard]] QList<domain::Row> correctionsOf(const domain::Row &entry) const
    {
        return corrections.value(domain::text(entry, QLatin1StringView("id")));
    }
    /// "#128", or the label while there is no number.
    [[nodiscard]] QString reference() const;
};

/// NotFound `incident_unknown {ref}`; Invalid `export_too_large {entries}`. On the reader's thread.
[[nodiscard]] base::Result<IncidentFile> readIncidentFile(
    const store::Reader &reader, const QUuid &incident);

} // namespace watchroom::exports
