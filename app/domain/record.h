// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/row.h"
#include "app/domain/tables.h"

#include <QByteArray>
#include <QList>
#include <QMap>

#include <optional>
#include <span>

namespace watchroom::domain {

/// A field of an entry that its hash covers.
struct HashedField
{
    QLatin1StringView name;
    ColumnType type;
};

/// In the order in which they enter the hash.
[[nodiscard]] std::span<const HashedField> hashedFields();

/// What people read as two times: an entry recorded a minute or more after it happened.
[[nodiscard]] bool isRecordedLater(
    const std::optional<base::Instant> &happened, const std::optional<base::Instant> &recorded);

/// The hash of a log entry (ARCHITECTURE.md, "Record"), lower-case hex. `previousHex` is the hash
/// of entry n - 1 of the chain; at n = 1 it is empty and stands for 32 zero bytes.
[[nodiscard]] QByteArray entryHash(const Row &entry, const QByteArray &previousHex, qint64 n);

/// Where a chain stops being whole.
struct ChainBreak
{
    enum class Reason
    {
        Missing, ///< entry n is not there
        Repeated, ///< entry n comes twice or out of order
        Altered, ///< entry n does not hash to what it says
    };
    qint64 n = 0;
    Reason reason = Reason::Altered;
};

/// "missing", "repeated", "altered".
[[nodiscard]] QLatin1StringView codeOf(ChainBreak::Reason reason);

/// Altered for a word nobody knows.
[[nodiscard]] ChainBreak::Reason reasonFrom(QStringView code);
/// Recomputes one chain from entries 1.. in the order of n; nothing if it is whole.
[[nodiscard]] std::optional<ChainBreak> verifyChain(const QList<Row> &entries);

/// The last entry of a chain.
struct ChainHead
{
    QString chain;
    qint64 n = 0;
    QByteArray hash; ///< hex
};

/// Where the record of many chains stops being whole.
struct RecordBreak
{
    QString chain;
    ChainBreak at;
};

/// Every chain in itself, the seals between days, and the ends that the authority keeps beside the
/// entries (`kept`; empty where it keeps none: then only what a later day seals can be missed at a
/// chain's end). Days before the first one given are outside what is held and are not missed.
[[nodiscard]] std::optional<RecordBreak> verifyRecord(
    const QMap<QString, QList<Row>> &chains, const QList<ChainHead> &kept);

/// One hash over all chains, in any order of the list; lower-case hex.
[[nodiscard]] QByteArray fingerprint(QList<ChainHead> heads);

} // namespace watchroom::domain
