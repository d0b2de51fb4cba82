// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace watchroom::words {

/// The untranslated sentence of an entry about an article, a run or a contact (context "entry");
/// null for other codes.
[[nodiscard]] const char *knowledgeEntry(QStringView code);

} // namespace watchroom::words
