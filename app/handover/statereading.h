// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/handover/handoverstate.h"

/// Parts of readHandover(). On the reader's thread.
namespace watchroom::handover {

[[nodiscard]] std::optional<qint64> numberOf(const domain::Row &row);
/// What is open with who leaves, and what was said of it, of systems and of rules.
[[nodiscard]] base::Result<> readItems(store::Reader &reader, HandoverState &state);

} // namespace watchroom::handover
