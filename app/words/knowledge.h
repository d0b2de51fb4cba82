// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace watchroom::words {

/// The untranslated sentence of an entry about an article, a run or a contact (context "entry");
/// null for other codes.
[[nodiscard]] const char *knowledgeEntry(QStringView code);
[[nodiscard]] QString articleKind(QStringView code); ///< "处置流程" / "Procedure"

} // namespace watchroom::words
