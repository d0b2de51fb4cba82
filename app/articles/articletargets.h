// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/articles/markdown.h"

#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace watchroom::articles {

/// Where an image or a link of an article leads.
struct Target
{
    QString target; ///< as the parser understands it
    bool image = false;
    int firstLine = 0; ///< of the block it stands in
    int lastLine = 0;

    friend bool operator==(const Target &, const Target &) = default;
};

/// All of them, in order.
[[nodiscard]] QList<Target> targetsOf(const Document &document);

/// The ids of the articles it links to by `article:ID`, each once.
[[nodiscard]] QStringList linkedArticles(const Document &document);
/// The hashes of the blobs it shows, each once.
[[nodiscard]] QStringList shownBlobs(const Document &document);

/// The source with other targets where `changed` gives one, as an import and an export need it:
/// `(a.png)` to `(blob:HASH)`, `(b.md#heading)` to `(article:b#heading)`, and in reference
/// definitions. All else stays to the letter.
[[nodiscard]] QString withTargets(const Document &document,
    const std::function<std::optional<QString>(const Target &target)> &changed);

} // namespace watchroom::articles
