// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/articles/articlefile.h"
#include "app/articles/fault.h"
#include "app/knowledge/article.h"
#include "app/knowledge/importfolder.h"
#include "app/store/reader.h"

#include <QHash>

#include <functional>

namespace watchroom::knowledge {

/// An article that is here already, with its published text.
struct KnownArticle
{
    Article article;
    ArticleText text;
    int highestStep = 0; ///< of all its versions: a step's id is never given again
};
using KnownArticles = QHash<QString, KnownArticle>; ///< by key

[[nodiscard]] base::Result<KnownArticles> readKnownArticles(store::Reader &reader);
/// That one alone.
[[nodiscard]] base::Result<std::optional<KnownArticle>> readKnownArticle(
    store::Reader &reader, const QUuid &article);

/// What a file of the folder comes to.
struct ImportedArticle
{
    enum class Outcome
    {
        New,
        Changed,
        Unchanged,
        Refused, ///< faults say why
    };

    QString file; ///< relative
    Outcome outcome = Outcome::Refused;
    articles::ArticleMeta meta = {};
    QByteArray body = {}; ///< as it is kept: images by `blob:HASH`, articles by `article:ID`
    ArticleText text = {}; ///< without a reason
    QUuid article = {}; ///< the known one
    int base = 0; ///< its version
    bool newText = false; ///< else its settings alone
    QStringList images = {}; ///< relative paths, in the order of text.images
    articles::Faults faults = {};
    articles::Faults notes = {};
};

/// Looks at every article of the folder; nothing is saved. Files that cannot be read, ids that two
/// files have, images that are none or lie outside: that file is refused, the others are not.
/// `goesOn` is asked before each file; after false the answer is of no use.
[[nodiscard]] base::Result<QList<ImportedArticle>> planImport(const ImportFolder &folder,
    const KnownArticles &known, const std::function<bool()> &goesOn = {});

} // namespace watchroom::knowledge
