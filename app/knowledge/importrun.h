// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/knowledge/articlecommands.h"
#include "app/knowledge/articleimport.h"
#include "app/knowledge/articlesaving.h"
#include "app/store/blobfolder.h"

namespace watchroom::knowledge {

struct ImportReport
{
    int taken = 0; ///< new ones
    int changed = 0;
    int unchanged = 0;
    int waiting = 0; ///< of taken and changed: handed in, somebody else has to publish them
    /// Also what a rule refused when it was to be saved.
    QList<ImportedArticle> refused;
};

/// Asked before each article with how many were dealt with; false: that was the last one, and what
/// was saved stays.
using GoesOn = std::function<bool(qsizetype done)>;

/// What an import works with.
struct ImportTools
{
    ArticleCommands &commands;
    const store::BlobFolder &blobs;
    /// Waits until a change is saved, and says what became of it.
    Settle settle;
    GoesOn goesOn = {};
};

/// Saves what a plan says, each article by itself. `reason` is kept with every version that is not
/// the first. Blocks; any thread but the screen's.
[[nodiscard]] ImportReport saveImport(const ImportFolder &folder,
    const QList<ImportedArticle> &plan, const QString &reason, const ImportTools &tools);

/// The article's text and settings as a file (`KEY.md` in its folder) and its images in `images/`,
/// so that planImport() finds nothing changed. Files that are there are written over; what cannot
/// be written, or whose text is not here, is answered as faults with `{file}`. Blocks.
struct ExportReport
{
    int written = 0;
    articles::Faults faults;
};
[[nodiscard]] ExportReport saveExport(const QString &folder, const KnownArticles &known,
    const store::BlobFolder &blobs, const GoesOn &goesOn = {});

} // namespace watchroom::knowledge
