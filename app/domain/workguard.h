// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/guard.h"

// What the guard of tickets and pending items shares; ARCHITECTURE.md, "ticket, pending_item".
namespace watchroom::domain {

/// An entry about this work, in its incident's chain or the day's.
void writeWork(Change &change, const QString &code, QJsonObject params = {});
/// state_unknown, too_large, url_refused, not_found {column}.
[[nodiscard]] Verdict checkWorkWords(Change &change);

// Rules of an update, in the order of ARCHITECTURE.md.
[[nodiscard]] Verdict judgeWorkOwner(Change &change);
[[nodiscard]] Verdict judgeOffer(Change &change);
[[nodiscard]] Verdict judgeWorkLevel(Change &change);
[[nodiscard]] Verdict judgeWorkWaiting(Change &change);
[[nodiscard]] Verdict judgeWorkTexts(Change &change);
[[nodiscard]] Verdict judgeWorkEnd(Change &change);

} // namespace watchroom::domain
