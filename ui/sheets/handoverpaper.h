// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/handover/sheetend.h"

class QIODevice;

namespace watchroom::sheets {

/// A handover sheet as a PDF, in the language that is on and the sheet's own zone: one A4 page for
/// an ordinary shift. Who has not signed yet gets a line to sign by hand. `now`: when it is
/// printed. Blocks; any thread, with a QGuiApplication.
[[nodiscard]] base::Result<> writeHandoverSheet(const handover::HandoverSheet &sheet,
    const handover::SheetEnd &end, base::Instant now, QIODevice &to);

} // namespace watchroom::sheets
