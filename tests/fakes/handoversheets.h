// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/handover/sheetend.h"

namespace watchroom::test {

/// The day's shift of 2026-03-18 hands over to the night's at 20:00 in Shanghai: 2 incidents, 7
/// tickets, 5 pending items, 8 systems, 5 read back.
[[nodiscard]] handover::HandoverSheet ordinaryShift();
/// The same two shifts with nothing to hand over.
[[nodiscard]] handover::HandoverSheet emptyShift();
/// So many items, a third of them pending, each with a next action and an if-then line.
[[nodiscard]] handover::HandoverSheet busyShift(int items);

/// Both leads signed with their passwords, and the server has confirmed it.
[[nodiscard]] handover::SheetEnd signedByBoth(const handover::HandoverSheet &sheet);

/// 2026-03-18 at this time of day in Shanghai.
[[nodiscard]] base::Instant shanghai(int hour, int minute, int second = 0);

} // namespace watchroom::test
