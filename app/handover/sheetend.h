// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/handover/handoversheet.h"

namespace watchroom::handover {

/// Who signed a sheet, and how it was known that it was they.
struct SheetSignature
{
    QString person; ///< login
    QString meaning; ///< handed_over, taken_over
    QByteArray hash; ///< of the sheet as they saw it
    QString station;
    base::Instant signedAt;
    QString how; ///< password, offline, paper
    QString witness = {}; ///< login
};

/// What is known of a sheet only after it was frozen, and so no part of what is signed.
struct SheetEnd
{
    QList<SheetSignature> signatures = {};
    QByteArray fingerprint = {}; ///< of the record, hex; empty: nothing is recorded
    std::optional<base::Instant> fingerprintAt = {}; ///< up to when the record is in it
    bool confirmed = false; ///< by the server, or the local authority
    QMap<QString, QString> names = {}; ///< by login, of those the sheet does not name
};

/// What the code on paper holds, so that a photograph of it finds the handover and proves both:
/// `watchroom:handover:<id>?sheet=<hash>&record=<fingerprint>`; without a fingerprint no record.
[[nodiscard]] QByteArray sheetCode(const HandoverSheet &sheet, const SheetEnd &end);

} // namespace watchroom::handover
