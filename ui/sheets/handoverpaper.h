// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/handover/sheetend.h"

#include <QImage>
#include <QList>

class QIODevice;
class QPagedPaintDevice;

namespace watchroom::sheets {

/// A handover sheet as a PDF, in the language that is on and the sheet's own zone: one A4 page for
/// an ordinary shift. Who has not signed yet gets a line to sign by hand. `now`: when it is
/// printed. Blocks; any thread, with a QGuiApplication.
[[nodiscard]] base::Result<> writeHandoverSheet(const handover::HandoverSheet &sheet,
    const handover::SheetEnd &end, base::Instant now, QIODevice &to);

/// The same on a printer of kPaperResolution.
[[nodiscard]] base::Result<> printHandoverSheet(const handover::HandoverSheet &sheet,
    const handover::SheetEnd &end, base::Instant now, QPagedPaintDevice &to);
/// The same, as one picture a page of this width in pixels. Blocks; any thread.
[[nodiscard]] QList<QImage> pictureHandoverSheet(const handover::HandoverSheet &sheet,
    const handover::SheetEnd &end, base::Instant now, int width);

} // namespace watchroom::sheets
