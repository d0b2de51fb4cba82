// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/searchtext.h"

namespace watchroom::store {

inline constexpr qsizetype kSnippetUnits = 120;

struct SearchSnippet
{
    QString text; ///< one line, with an ellipsis where the body goes on
    QList<TextRange> ranges; ///< of `text`
};

/// The part of the body that holds most of its matches, the first of such parts; its beginning
/// where nothing matches. `ranges` are of the body, in order. Pure; any thread.
[[nodiscard]] SearchSnippet snippetOf(QStringView body, const QList<TextRange> &ranges);

} // namespace watchroom::store
