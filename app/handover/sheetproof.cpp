// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handover/sheetproof.h"

#include "app/base/json.h"
#include "app/domain/row.h"

#include <QCryptographicHash>
#include <QRegularExpression>

#include <algorithm>

namespace watchroom::handover {

using namespace Qt::StringLiterals;
using base::Result;

namespace {

bool isSigned(const SheetProof &proof, QLatin1StringView meaning)
{
    return std::ranges::any_of(
        proof.signatures, [meaning](const SheetSignature &one) { return one.meaning == meaning; });
}

/// A signature carries the sheet as it was signed: whoever changed it there cannot change its hash.
bool isKeptWhole(const HandoverState &state, const QByteArray &hash)
{
    const auto kept = state.signedSheet(QString::fromLatin1(hash));
    return kept
        && QCryptographicHash::hash(domain::canonicalJson(*kept), QCryptographicHash::Sha256)
               .toHex()
        == hash;
}

SheetProof::Verdict verdictOf(const SheetProof &proof)
{
    using enum SheetProof::Verdict;
    if (proof.signatures.isEmpty())
        return NotSigned;
    if (!isKeptWhole(proof.state, proof.claim.hash))
        return Damaged;
    const bool taken =
        isSigned(proof, "taken_over"_L1) && proof.state.sheetHash.toLatin1() == proof.claim.hash;
    if (taken && proof.state.state == "forced"_L1)
        return Forced;
    return taken && proof.state.state == "accepted"_L1 && isSigned(proof, "handed_over"_L1)
        ? Passed
        : Signed;
}

} // namespace

Result<SheetClaim> claimOfFile(const QByteArray &json)
{
    const auto sheet = HandoverSheet::fromJson(base::readJson(json).object());
    if (!sheet)
        return tl::unexpected(sheet.error());
    return SheetClaim{.handover = sheet->id, .hash = sheet->sheetHash()};
}

std::optional<SheetClaim> claimOfCode(QStringView code)
{
    static const QRegularExpression kCode(QRegularExpression::anchoredPattern(
        u"watchroom:handover:([0-9a-f-]{36})\\?sheet=([0-9a-f]{64})(?:&record=([0-9a-f]{64}))?"_s));
    const auto match = kCode.match(code.trimmed().toString());
    if (!match.hasMatch())
        return std::nullopt;
    return SheetClaim{.handover = QUuid::fromString(match.captured(1)),
        .hash = match.captured(2).toLatin1(),
        .fingerprint = match.captured(3).toLatin1()};
}

Result<SheetProof> proveSheet(store::Reader &reader, const SheetClaim &claim, base::Instant now)
{
    const auto state = readHandover(reader, claim.handover);
    if (!state)
        return tl::unexpected(state.error());
    const auto end = readSheetEnd(reader, *state, now);
    if (!end)
        return tl::unexpected(end.error());
    SheetProof proof{.claim = claim,
        .state = *state,
        .sameRecord = !claim.fingerprint.isEmpty() && end->fingerprint == claim.fingerprint};
    for (const HandoverSignature &signature : state->signatures) {
        if (signature.what.hash == claim.hash)
            proof.signatures.append(signature.what);
    }
    proof.verdict = verdictOf(proof);
    return proof;
}

} // namespace watchroom::handover
