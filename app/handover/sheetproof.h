// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/handover/handoverstate.h"

namespace watchroom::handover {

/// What a file, or the code on paper, says of itself.
struct SheetClaim
{
    QUuid handover;
    QByteArray hash; ///< of the sheet, hex
    QByteArray fingerprint = {}; ///< of the record when it was printed; empty: not said
};

/// The file that `handover sheet --json` wrote; its hash is computed. Errors of
/// HandoverSheet::fromJson().
[[nodiscard]] base::Result<SheetClaim> claimOfFile(const QByteArray &json);
/// What sheetCode() made; nothing where it is something else.
[[nodiscard]] std::optional<SheetClaim> claimOfCode(QStringView code);

/// A claim held against the record of this replica.
struct SheetProof
{
    enum class Verdict
    {
        Passed, ///< both leads signed it, and by it the watch passed
        Forced, ///< one-sided: the command layer passed it
        Signed, ///< signed, but the watch did not pass by it
        NotSigned, ///< nobody signed this one: another was signed, or none
        Damaged, ///< what is kept under this hash has another
    };

    Verdict verdict = Verdict::NotSigned;
    SheetClaim claim;
    HandoverState state;
    QList<SheetSignature> signatures = {}; ///< over this hash
    bool sameRecord = false; ///< the fingerprint is that of the record now

    [[nodiscard]] bool holds() const { return verdict < Verdict::NotSigned; }
};

/// On the reader's thread. NotFound `handover_none` where the replica has no such handover.
[[nodiscard]] base::Result<SheetProof> proveSheet(
    store::Reader &reader, const SheetClaim &claim, base::Instant now);

} // namespace watchroom::handover
