// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QByteArrayView>

/// What an article may be before it is parsed. The parser itself (cmark-gfm 0.29.0.gfm.6) knows no
/// bounds: nested containers, tables and references cost it the square of their size.
namespace watchroom::articles {

inline constexpr qsizetype kArticleBytes = 2 * 1024 * 1024;
inline constexpr int kArticleLines = 100'000;
inline constexpr int kArticleNodes = 500'000;
/// Of blocks and inlines within each other; a list and its item are two.
inline constexpr int kArticleDepth = 64;

/// Invalid with `article_too_large`, `article_too_deep {line}` or `article_too_complex {line}`.
/// `utf8` has normalised line ends.
[[nodiscard]] base::Result<> checkBounds(QByteArrayView utf8);

} // namespace watchroom::articles
