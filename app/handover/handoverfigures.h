// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/handover/sheetparts.h"
#include "app/store/reader.h"

namespace watchroom::handover {

/// What the figures take from one handover that has ended. A value.
struct EndedHandover
{
    QString state; ///< accepted, refused, extended, expired, forced
    base::Instant shiftAt;
    base::Instant openedAt;
    base::Instant endedAt;
    std::optional<base::Instant> signedAt = {}; ///< the first signature over the accepted sheet
    qint64 items = 0; ///< on that sheet
    qint64 heard = 0; ///< of the items, read back
    qint64 waivers = 0;
    qint64 changes = 0; ///< that were not as the sheet says when the watch passed
    qint64 surprises = 0; ///< see HandoverFigures
};

/// The half and nine tenths of some lengths, by the nearest rank. Empty of none.
struct Percentiles
{
    std::optional<base::Seconds> p50 = {};
    std::optional<base::Seconds> p90 = {};
    friend bool operator==(const Percentiles &, const Percentiles &) = default;
};

/// How a team hands over (references/handover.md, 3.1, "KPIs"). Passed: accepted or forced.
struct HandoverFigures
{
    qint64 shifts = 0; ///< at whose begin a handover ended, however often it was tried
    qint64 onTime = 0; ///< of the shifts: accepted no later than 10 minutes after their begin
    qint64 accepted = 0;
    qint64 forced = 0;
    qint64 refused = 0;
    qint64 extended = 0;
    qint64 expired = 0;
    Percentiles signing = {}; ///< from the first signature to the acceptance
    Percentiles whole = {}; ///< from the opening to the acceptance
    qint64 readBack = 0; ///< of the accepted: all that had to be, five items or all, was read back
    qint64 waivers = 0; ///< on the sheets of those that passed
    qint64 changes = 0; ///< of those that passed
    /// Incidents raised to red within two hours after the watch passed that were open when the
    /// sheet was frozen and were not on it.
    qint64 surprises = 0;

    [[nodiscard]] qint64 passed() const { return accepted + forced; }
};

[[nodiscard]] HandoverFigures figuresOf(const QList<EndedHandover> &handovers);
/// Of the shifts that begin within [from, until), as far as this replica reaches back. On the
/// reader's thread. Errors of the reader.
[[nodiscard]] base::Result<QList<EndedHandover>> readEndedHandovers(
    store::Reader &reader, const QString &scope, base::Instant from, base::Instant until);

} // namespace watchroom::handover
